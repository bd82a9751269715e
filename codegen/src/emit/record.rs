//! Structs and unions.

use super::docs::Docs;
use super::name::ident;
use super::number::plain;
use super::{Spec, arch, bits, offsets, origin, ty, write};
use crate::layout::{Arch, RecordLayout};
use crate::model::{FieldType, Item, ItemId, ItemKind, Primitive, Record, RecordKind, Type};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// A record and, behind it, the records that are defined in it.
pub(super) fn record(
    spec: &Spec<'_>,
    id: ItemId,
    item: &Item,
    record: &Record,
    tokens: &mut Tokens,
) {
    let layout = Arch::ALL
        .into_iter()
        .find_map(|arch| spec.layouts.record(id, arch));
    let mut docs = Docs::of(0, &item.docs);
    if layout.is_some_and(RecordLayout::is_mixed) {
        docs.paragraph(
            "Rust cannot say of the whole type what C says of its parts: its fields are packed and aligned \
             one by one.",
        );
    }
    offsets::add(spec, id, item, record, &mut docs);
    origin::add(&mut docs, &item.origin, None);
    let emitter = Emitter {
        spec,
        item,
        cfg: arch::attribute(item.arches),
    };
    emitter.record(&item.name.text, record, layout, &docs, tokens);
}

/// The name of a record that is the `at`th to be defined within another.
pub(crate) fn nested_name(parent: &str, at: usize) -> String {
    format!("{parent}_{at}")
}

/// The names of all records that are defined within a record, however deep.
pub(crate) fn nested_names(parent: &str, record: &Record) -> Vec<String> {
    let inner = record.fields.iter().filter_map(|field| match &field.ty {
        FieldType::Record(record) => Some(record),
        FieldType::Type(_) => None,
    });
    let mut names = Vec::new();
    for (at, record) in inner.enumerate() {
        let name = nested_name(parent, at);
        names.extend(nested_names(&name, record));
        names.push(name);
    }
    names
}

struct Emitter<'a> {
    spec: &'a Spec<'a>,
    item: &'a Item,
    cfg: arch::Attribute,
}

impl Emitter<'_> {
    fn record(
        &self,
        name: &str,
        record: &Record,
        layout: Option<&RecordLayout>,
        docs: &Docs,
        tokens: &mut Tokens,
    ) {
        let cfg = self.cfg;
        let mixed = layout.is_some_and(|layout| layout.mixed);
        let repr = write(|tokens| repr(record, mixed, tokens));
        let ident = ident(name);
        let fields = write(|tokens| self.fields(name, record, layout, tokens));
        let comparable = layout.is_some_and(|layout| layout.comparable);
        let keyword = match record.kind {
            RecordKind::Struct => fixed!(struct),
            RecordKind::Union => fixed!(union),
        };
        let derived = match record.kind {
            RecordKind::Union => fixed!(Clone, Copy),
            RecordKind::Struct if comparable => fixed!(Clone, Copy, Debug, PartialEq, Eq, Hash),
            RecordKind::Struct => fixed!(Clone, Copy, Debug),
        };
        let safety = self.why_zero(record);
        let safety = write(|tokens| tokens.comment(&safety));
        quote_to!(tokens, [docs, cfg, repr, derived, keyword, ident, fields, safety]
            #docs
            #cfg
            #repr
            #[derive(#derived)]
            pub #keyword #ident {
                #fields
            }

            #cfg
            impl ::core::default::Default for #ident {
                #[inline]
                fn default() -> Self {
                    #safety
                    unsafe { ::core::mem::zeroed() }
                }
            }
        );
        if record.kind == RecordKind::Union {
            quote_to!(tokens, [cfg, ident, name]
                #cfg
                impl ::core::fmt::Debug for #ident {
                    #[inline]
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.debug_struct(#name).finish_non_exhaustive()
                    }
                }
            );
        }
        if record.fields.iter().any(|field| !field.bits.is_empty()) {
            let accessors =
                write(|tokens| bits::accessors(self.spec, self.item, record, layout, tokens));
            quote_to!(tokens, [cfg, ident, accessors] #cfg impl #ident { #accessors });
        }
        self.nested(name, record, layout, tokens);
    }

    fn fields(
        &self,
        parent: &str,
        record: &Record,
        layout: Option<&RecordLayout>,
        tokens: &mut Tokens,
    ) {
        if record.fields.is_empty() {
            fixed!(_opaque: u8,).to_tokens(tokens);
        }
        let mut records = 0;
        for (at, field) in record.fields.iter().enumerate() {
            let mut docs = Docs::of(4, &field.docs);
            let packed = layout.and_then(|layout| layout.packed(at));
            if let Some(packed) = packed {
                docs.paragraph(&format!(
                    "It lies at a multiple of {packed}, which its type alone would not: the value is \
                     behind `.0`."
                ));
            }
            if let Some(align) = field.align {
                let mut before = format!("_align_{}", field.name.text);
                while record.fields.iter().any(|of| of.name.text == before) {
                    before.push('_');
                }
                let (before, aligned) = (ident(&before), format!("Aligned{align}"));
                let aligned = ident(&aligned);
                let docs = Docs::of(
                    4,
                    "Takes no room: what follows lies at a multiple of its alignment.",
                );
                quote_to!(tokens, [docs, before, aligned] #docs pub #before: super::packed::#aligned,);
            }
            let name = ident(&field.name.text);
            let of = write(|tokens| match &field.ty {
                FieldType::Type(of) if field.bits.is_empty() => ty::ty(of).to_tokens(tokens),
                FieldType::Type(of) => {
                    ty::ty(bits::unit(self.spec, self.item, of)).to_tokens(tokens);
                }
                FieldType::Record(_) => ident(&nested_name(parent, records)).to_tokens(tokens),
            });
            let of = write(|tokens| match packed {
                Some(packed) => {
                    let packed = packed_name(packed);
                    let packed = ident(&packed);
                    quote_to!(tokens, [packed, of] super::packed::#packed<#of>);
                }
                None => of.to_tokens(tokens),
            });
            quote_to!(tokens, [docs, name, of] #docs pub #name: #of,);
            records += usize::from(matches!(field.ty, FieldType::Record(_)));
        }
    }

    fn nested(
        &self,
        name: &str,
        record: &Record,
        layout: Option<&RecordLayout>,
        tokens: &mut Tokens,
    ) {
        let mut records = 0;
        for (at, field) in record.fields.iter().enumerate() {
            let FieldType::Record(record) = &field.ty else {
                continue;
            };
            let layout = layout.and_then(|layout| layout.fields[at].nested.as_deref());
            let mut docs = Docs::of(0, &field.docs);
            docs.paragraph(&format!("The type of `{}` in [`{name}`].", field.name.text));
            self.record(&nested_name(name, records), record, layout, &docs, tokens);
            records += 1;
        }
    }

    /// Why all zero is a value of the record.
    fn why_zero(&self, record: &Record) -> String {
        let mut kinds = Vec::new();
        for field in &record.fields {
            let kind = match &field.ty {
                FieldType::Record(_) => "records of such",
                FieldType::Type(of) => self.zero(of),
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds.sort_unstable();
        let kinds = match kinds.as_slice() {
            [] => "a byte".to_owned(),
            [one] => (*one).to_owned(),
            [all @ .., last] => format!("{} and {last}", all.join(", ")),
        };
        format!("SAFETY: all bits zero is a value of every field: they are {kinds}.")
    }

    fn zero(&self, of: &Type) -> &'static str {
        match self.spec.behind(of, self.item.arches) {
            Type::Primitive(Primitive::Bool) => "bools",
            Type::Primitive(_) => "numbers",
            Type::Pointer { .. } | Type::Void | Type::String => "pointers",
            Type::Array { of, .. } => self.zero(of),
            Type::Named(name) => match self.spec.named(name, self.item.arches) {
                Some((_, item)) => match item.kind {
                    ItemKind::Enum(_) => "numbers",
                    ItemKind::Callback(_) => "optional functions",
                    ItemKind::Record(_) => "records of such",
                    _ => "pointers",
                },
                None => "pointers",
            },
        }
    }
}

/// The type of a value that is packed by itself.
fn packed_name(packed: u16) -> String {
    format!("Packed{packed}")
}

fn repr(record: &Record, mixed: bool, tokens: &mut Tokens) {
    let packed = record.packed.filter(|_| !mixed);
    match (packed, record.align) {
        (Some(packed), _) => {
            let packed = plain(packed);
            quote_to!(tokens, [packed] #[repr(C, packed(#packed))]);
        }
        (None, Some(align)) => {
            let align = plain(align);
            quote_to!(tokens, [align] #[repr(C, align(#align))]);
        }
        (None, None) => fixed!(#[repr(C)]).to_tokens(tokens),
    }
}
