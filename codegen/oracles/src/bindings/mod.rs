//! Reads raw Rust bindings, as windows-bindgen prints them, into facts.

mod arches;
mod signature;
mod types;
mod values;

use syn::{Attribute, Fields, Item, ItemConst, ItemMacro, ItemStruct, ItemType, ItemUnion};
use winsec_codegen::model::{Arches, Encoding};

pub(crate) use types::primitive;

use crate::fact::{
    ConstantFact, Fact, FactKind, Facts, FieldFact, FunctionFact, RecordFact, Ty, ValueFact,
};

/// Adds to `facts` every item of a piece of bindings that is found at `place`.
///
/// # Errors
///
/// When the text is not Rust.
pub fn read(text: &str, place: &str, facts: &mut Facts) -> syn::Result<()> {
    for item in syn::parse_file(text)?.items {
        if let Some((name, arches, kind)) = item_fact(&item) {
            let place = place.to_owned();
            facts.insert(
                name,
                Fact {
                    arches,
                    place,
                    kind,
                },
            );
        }
    }
    Ok(())
}

/// What an item says; `impl` blocks and the like say nothing.
fn item_fact(item: &Item) -> Option<(String, Arches, FactKind)> {
    match item {
        Item::Const(item) => constant(item),
        Item::Type(item) => alias(item),
        Item::Struct(item) => structure(item),
        Item::Union(item) => union(item),
        Item::Macro(item) => link(item),
        _ => None,
    }
}

fn constant(item: &ItemConst) -> Option<(String, Arches, FactKind)> {
    let mut value = values::value(&item.expr)?;
    let ty = types::ty(&item.ty)?;
    if let (ValueFact::Text { encoding, .. }, Ty::Named(name)) = (&mut value, &ty) {
        match name.as_str() {
            "PCSTR" | "PSTR" => *encoding = Encoding::Ansi,
            "PCWSTR" | "PWSTR" => *encoding = Encoding::Utf16,
            _ => {}
        }
    }
    Some((
        ident(&item.ident),
        arches::of(&item.attrs),
        FactKind::Constant(ConstantFact { ty, value }),
    ))
}

fn alias(item: &ItemType) -> Option<(String, Arches, FactKind)> {
    let ty = types::ty(&item.ty)?;
    Some((
        ident(&item.ident),
        arches::of(&item.attrs),
        FactKind::Alias(ty),
    ))
}

fn structure(item: &ItemStruct) -> Option<(String, Arches, FactKind)> {
    let fields = match &item.fields {
        Fields::Named(fields) => fields.named.iter().map(field).collect::<Option<Vec<_>>>()?,
        // A record without fields gets a byte, so that it has a size.
        Fields::Unnamed(_) | Fields::Unit => Vec::new(),
    };
    let record = RecordFact {
        union: false,
        packed: packing(&item.attrs),
        fields,
        size_align: None,
    };
    Some((
        ident(&item.ident),
        arches::of(&item.attrs),
        FactKind::Record(record),
    ))
}

fn union(item: &ItemUnion) -> Option<(String, Arches, FactKind)> {
    let record = RecordFact {
        union: true,
        packed: packing(&item.attrs),
        fields: item
            .fields
            .named
            .iter()
            .map(field)
            .collect::<Option<Vec<_>>>()?,
        size_align: None,
    };
    Some((
        ident(&item.ident),
        arches::of(&item.attrs),
        FactKind::Record(record),
    ))
}

fn field(field: &syn::Field) -> Option<FieldFact> {
    Some(FieldFact {
        name: field.ident.as_ref().map(ident),
        ty: types::ty(&field.ty)?,
        bits: None,
        offset_size: None,
    })
}

/// A `windows_link::link!` declaration.
fn link(item: &ItemMacro) -> Option<(String, Arches, FactKind)> {
    if item.mac.path.segments.last()?.ident != "link" {
        return None;
    }
    let link = item.mac.parse_body::<signature::Link>().ok()?;
    let function = FunctionFact {
        libraries: vec![link.library],
        import: link.import,
        signature: link.signature,
    };
    Some((
        link.name,
        arches::of(&item.attrs),
        FactKind::Function(function),
    ))
}

/// The `n` of `#[repr(C, packed(n))]`.
fn packing(attrs: &[Attribute]) -> Option<u16> {
    let mut packing = None;
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("repr")) {
        // What is not understood is not a packing: the error says only that something else stands
        // there.
        let _ = attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("packed") {
                packing = Some(if meta.input.peek(syn::token::Paren) {
                    let content;
                    syn::parenthesized!(content in meta.input);
                    content.parse::<syn::LitInt>()?.base10_parse()?
                } else {
                    1
                });
            } else if meta.input.peek(syn::token::Paren) {
                let content;
                syn::parenthesized!(content in meta.input);
                content.parse::<proc_macro2::TokenStream>()?;
            }
            Ok(())
        });
    }
    packing
}

/// An identifier without `r#`.
fn ident(ident: &syn::Ident) -> String {
    syn::ext::IdentExt::unraw(ident).to_string()
}

/// The type that a path's last segment names.
fn named(path: &syn::Path) -> Option<Ty> {
    Some(Ty::Named(ident(&path.segments.last()?.ident)))
}
