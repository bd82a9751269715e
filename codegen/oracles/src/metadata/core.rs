//! Reads from the metadata itself the few types that windows-bindgen has built in.

use windows_metadata::{
    Type, TypeAttributes,
    reader::{HasAttributes, Item, TypeCategory, TypeDef},
};

use super::{Index, notes};
use crate::fact::{Fact, FactKind, Facts, FieldFact, RecordFact, Ty};

/// The types that windows-bindgen does not read from the metadata, and so cannot be asked for.
pub(super) const BUILT_IN: &[&str] = &[
    "BOOL",
    "BSTR",
    "GUID",
    "HRESULT",
    "NTSTATUS",
    "PCSTR",
    "PCWSTR",
    "PSTR",
    "PWSTR",
    "RPC_STATUS",
];

/// Replaces what windows-bindgen has built in by what the metadata says.
pub(super) fn read(index: &Index, name: &str, facts: &mut Facts) {
    facts.retain(name, |_| false);
    for item in index.items(name) {
        if let Item::Type(ty) = item
            && ty.category() == TypeCategory::Struct
            && let Some(kind) = kind(ty)
        {
            let arches = notes::arches(ty.arches());
            facts.insert(
                name,
                Fact {
                    arches,
                    ..Fact::everywhere(kind)
                },
            );
        }
    }
}

fn kind(def: TypeDef<'_>) -> Option<FactKind> {
    if def.has_attribute("NativeTypedefAttribute") {
        let field = def.fields().next()?;
        return ty(&field.ty()).map(FactKind::Alias);
    }
    let fields = def
        .fields()
        .map(|field| {
            Some(FieldFact {
                name: Some(field.name().to_owned()),
                ty: ty(&field.ty())?,
                bits: Some(Vec::new()),
                offset_size: None,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(FactKind::Record(RecordFact {
        union: def.flags().contains(TypeAttributes::ExplicitLayout),
        packed: def
            .class_layout()
            .map(|layout| layout.packing_size())
            .filter(|packing| *packing > 0),
        fields,
        size_align: None,
    }))
}

fn ty(from: &Type) -> Option<Ty> {
    Some(match from {
        Type::Void => Ty::Void,
        Type::ClassName(name) | Type::ValueName(name) => Ty::Named(name.name.clone()),
        Type::PtrMut(to, depth) => pointers(true, ty(to)?, *depth),
        Type::PtrConst(to, depth) => pointers(false, ty(to)?, *depth),
        Type::ArrayFixed(of, len) => Ty::Array {
            of: Box::new(ty(of)?),
            len: u32::try_from(*len).ok()?,
        },
        primitive => Ty::Primitive(notes::primitive(primitive)?),
    })
}

/// `depth` pointers above each other.
fn pointers(mutable: bool, to: Ty, depth: usize) -> Ty {
    (0..depth).fold(to, |to, _| Ty::pointer(mutable, to))
}
