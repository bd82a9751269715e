//! Completes windows-bindgen's answer with what it drops of the metadata.

use windows_metadata::{
    Type, Value,
    reader::{
        BufferRelationship, Field, HasAttributes, Item, MethodDef, MethodParam, ParamDirection,
        TypeCategory, TypeDef,
    },
};
use winsec_codegen::model::{Arches, Direction, Len, Primitive};

use super::Index;
use crate::{
    bindings,
    fact::{
        BitsFact, EnumFact, Fact, FactKind, Facts, ParamFact, ParamNotes, RecordFact,
        SignatureFact, Ty,
    },
};

/// Completes every fact that the metadata says more of.
pub(super) fn complete(index: &Index, facts: &mut Facts) {
    let names: Vec<String> = facts.iter().map(|(name, _)| name.to_owned()).collect();
    for name in &names {
        for item in index.items(name) {
            match item {
                Item::Fn(method) => {
                    for fact in matching(facts.get_mut(name), method.arches()) {
                        if let FactKind::Function(function) = &mut fact.kind {
                            if let Some(map) = method.impl_map() {
                                function.libraries = vec![map.import_scope().name().to_owned()];
                            }
                            signature(method, &mut function.signature);
                        }
                    }
                }
                Item::Type(ty) => match ty.category() {
                    TypeCategory::Enum => enumeration(facts, name, ty),
                    TypeCategory::Delegate => callback(facts, name, ty),
                    TypeCategory::Struct => record(index, facts, name, ty, ty.arches()),
                    _ => {}
                },
                Item::Const(_) => {}
            }
        }
    }
}

/// The architectures of a row's bits, of which none means all.
pub(super) fn arches(bits: i32) -> Arches {
    [(1, Arches::X86), (2, Arches::X64), (4, Arches::ARM64)]
        .into_iter()
        .filter(|(bit, _)| bits == 0 || bits & bit != 0)
        .fold(Arches::NONE, |all, (_, arch)| all.union(arch))
}

/// The facts that are of (some of) the same architectures as a row of the metadata.
fn matching(facts: &mut [Fact], arches: i32) -> impl Iterator<Item = &mut Fact> {
    let wanted = self::arches(arches);
    facts
        .iter_mut()
        .filter(move |fact| fact.arches.intersects(wanted))
}

/// Names as they are written, directions, and sizes.
fn signature(method: MethodDef<'_>, signature: &mut SignatureFact) {
    let types = method.signature(&[]).types;
    let Ok(rows) = method.params_by_sequence(types.len()) else {
        return;
    };
    for (param, row) in signature.params.iter_mut().zip(rows.params()) {
        self::param(param, row.as_ref());
    }
}

fn param(param: &mut ParamFact, row: Option<&MethodParam<'_>>) {
    let Some(row) = row else {
        return;
    };
    param.name = Some(row.name().to_owned());
    param.notes = Some(ParamNotes {
        direction: match row.direction() {
            ParamDirection::Unspecified | ParamDirection::Input => Direction::In,
            ParamDirection::Output => Direction::Out,
            ParamDirection::InputOutput => Direction::InOut,
        },
        optional: row.is_optional(),
        reserved: row.is_reserved(),
        len: row.buffer_relationship().and_then(|size| match size {
            BufferRelationship::ElementsParam(place) => u16::try_from(place).ok().map(Len::Param),
            BufferRelationship::BytesParam(place) => u16::try_from(place).ok().map(Len::Bytes),
            BufferRelationship::ElementsConst(count) => u32::try_from(count).ok().map(Len::Const),
        }),
    });
}

/// A callback's names.
fn callback(facts: &mut Facts, name: &str, ty: TypeDef<'_>) {
    let Some(invoke) = ty.methods().find(|method| method.name() == "Invoke") else {
        return;
    };
    for fact in matching(facts.get_mut(name), ty.arches()) {
        if let FactKind::Alias(Ty::Function(callback)) = &mut fact.kind {
            signature(invoke, callback);
        }
    }
}

/// An enumeration's members: windows-bindgen makes it an integer and its members constants.
fn enumeration(facts: &mut Facts, name: &str, ty: TypeDef<'_>) {
    let Some(repr) = ty.underlying_type().as_ref().and_then(primitive) else {
        return;
    };
    let members = ty
        .fields()
        .filter_map(|field| {
            let value = integer(&field.constant()?.value())?;
            Some((field.name().to_owned(), value))
        })
        .collect::<Vec<_>>();
    for fact in matching(facts.get_mut(name), ty.arches()) {
        fact.kind = FactKind::Enum(EnumFact {
            repr,
            signed_known: true,
            members: members.clone(),
        });
    }
}

fn integer(value: &Value) -> Option<i128> {
    Some(match value {
        Value::I8(value) => i128::from(*value),
        Value::U8(value) => i128::from(*value),
        Value::I16(value) => i128::from(*value),
        Value::U16(value) => i128::from(*value),
        Value::I32(value) => i128::from(*value),
        Value::U32(value) => i128::from(*value),
        Value::I64(value) | Value::ISize(value) => i128::from(*value),
        Value::U64(value) | Value::USize(value) => i128::from(*value),
        _ => return None,
    })
}

/// A primitive of the metadata.
pub(super) fn primitive(ty: &Type) -> Option<Primitive> {
    bindings::primitive(match ty {
        Type::I8 => "i8",
        Type::U8 => "u8",
        Type::I16 => "i16",
        Type::U16 => "u16",
        Type::I32 => "i32",
        Type::U32 => "u32",
        Type::I64 => "i64",
        Type::U64 => "u64",
        Type::ISize => "isize",
        Type::USize => "usize",
        Type::Bool => "bool",
        Type::F32 => "f32",
        Type::F64 => "f64",
        _ => return None,
    })
}

/// Field names as they are written (windows-bindgen has its own GUID), and bit-fields; also of the
/// records inside.
fn record(index: &Index, facts: &mut Facts, name: &str, ty: TypeDef<'_>, arches: i32) {
    for fact in matching(facts.get_mut(name), arches) {
        if let FactKind::Record(record) = &mut fact.kind {
            fields(record, ty);
        }
    }
    for (place, nested) in index.nested(ty).enumerate() {
        record(index, facts, &format!("{name}_{place}"), nested, arches);
    }
}

fn fields(record: &mut RecordFact, ty: TypeDef<'_>) {
    let rows: Vec<Field<'_>> = ty.fields().collect();
    if rows.len() != record.fields.len() {
        return;
    }
    for (fact, row) in record.fields.iter_mut().zip(rows) {
        fact.name = Some(row.name().to_owned());
        fact.bits = Some(bits(row));
    }
}

fn bits(field: Field<'_>) -> Vec<BitsFact> {
    let mut bits: Vec<BitsFact> = field
        .attributes()
        .filter(|attribute| attribute.name() == "NativeBitfieldAttribute")
        .filter_map(|attribute| {
            let values = attribute.value();
            let number = |place: usize| {
                let value = integer(&values.get(place)?.1)?;
                u32::try_from(value).ok()
            };
            let Some((_, Value::Utf8(name))) = values.first() else {
                return None;
            };
            Some(BitsFact {
                name: name.clone(),
                offset: number(1)?,
                width: number(2)?,
            })
        })
        .collect();
    bits.sort_by_key(|bits| bits.offset);
    bits
}
