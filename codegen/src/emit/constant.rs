//! Constants.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, members, origin, text, ty};
use crate::model::{Constant, Field, FieldType, Item, ItemId, ItemKind, Primitive, Type, Value};
use crate::resolve::{Evaluated, Underlying, ValueId};

/// A constant of the type that the spec gives it.
pub(super) fn constant(
    spec: &Spec<'_>,
    id: ItemId,
    item: &Item,
    constant: &Constant,
    tokens: &mut TokenStream,
) {
    let mut docs = Docs::of(0, &item.docs);
    if let Value::Text { text, encoding } = &constant.value {
        docs.paragraph(&text::describe(text, *encoding));
    }
    origin::add_page(&mut docs, &item.origin);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    tokens.extend(quote!(#docs #cfg pub const #name:));
    match (&constant.ty, &constant.value) {
        (Type::String, Value::Text { encoding, .. }) => tokens.extend(text::pointer(*encoding)),
        _ => ty::ty(&constant.ty).to_tokens(tokens),
    }
    tokens.extend(quote!(=));
    tokens.extend(value(spec, id, item, constant));
    tokens.extend(quote!(;));
}

fn value(spec: &Spec<'_>, id: ItemId, item: &Item, constant: &Constant) -> TokenStream {
    if spec.enumeration(&constant.ty, item.arches).is_some() {
        let of = ty::ty(&constant.ty);
        let name = ident(&item.name.text);
        return quote!(#of::#name);
    }
    match &constant.value {
        Value::Text { text, encoding } => text::value(text, *encoding),
        Value::Guid(guid) => self::guid(spec, item, &constant.ty, *guid),
        Value::PropertyKey { format, id } => property_key(spec, item, &constant.ty, *format, *id),
        Value::Float(written) => float(spec, item, &constant.ty, written),
        Value::AllOnes => address(spec, item, &constant.ty, &quote!(!0)),
        Value::Int(_) => number(spec, id, item, &constant.ty),
        Value::Names(_) => match joined(spec, item, constant) {
            Some(joined) => joined,
            None => number(spec, id, item, &constant.ty),
        },
    }
}

/// A value that joins constants of the same file and type, as it is written.
fn joined(spec: &Spec<'_>, item: &Item, constant: &Constant) -> Option<TokenStream> {
    let Value::Names(names) = &constant.value else {
        return None;
    };
    let here: HashSet<&str> = names
        .iter()
        .filter_map(|name| match *spec.index.values(&name.text) {
            [ValueId::Constant(id)] => spec.item(id),
            _ => None,
        })
        .filter(|other| {
            other.module == item.module
                && other.arches.contains(item.arches)
                && matches!(&other.kind, ItemKind::Constant(of) if same(&of.ty, &constant.ty))
        })
        .map(|other| other.name.text.as_str())
        .collect();
    let names = members::joined(&constant.value, &here)?;
    let names = names.iter().map(|name| ident(&name.text));
    Some(quote!(#(#names)|*))
}

/// Whether two types of numbers are written alike.
fn same(one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Primitive(one), Type::Primitive(other)) => one == other,
        (Type::Named(one), Type::Named(other)) => one.text == other.text,
        _ => false,
    }
}

fn number(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Type) -> TokenStream {
    let evaluated = spec.index.evaluated(ValueId::Constant(id));
    let value = members::integer(evaluated);
    let integer = match spec.behind(of, item.arches) {
        Type::Primitive(Primitive::Bool) => {
            let value = value != 0;
            return quote!(#value);
        }
        Type::Primitive(primitive @ (Primitive::F32 | Primitive::F64)) => {
            return decimal(&value.to_string(), *primitive);
        }
        Type::Primitive(primitive) => *primitive,
        _ => Primitive::Usize,
    };
    let value = match evaluated {
        Some(Evaluated::AllOnes) => quote!(!0),
        _ => number::expression(value, integer, Style::Plain).into_token_stream(),
    };
    address(spec, item, of, &value)
}

/// A number as it is, or as the address that a pointer holds.
fn address(spec: &Spec<'_>, item: &Item, of: &Type, number: &TokenStream) -> TokenStream {
    match spec.index.behind(of, item.arches) {
        Underlying::Pointer => match spec.behind(of, item.arches) {
            Type::Pointer { mutable: false, .. } => {
                quote!(core::ptr::without_provenance(#number))
            }
            _ => quote!(core::ptr::without_provenance_mut(#number)),
        },
        _ => number.clone(),
    }
}

fn float(spec: &Spec<'_>, item: &Item, of: &Type, written: &str) -> TokenStream {
    match spec.behind(of, item.arches) {
        Type::Primitive(primitive) => decimal(written, *primitive),
        _ => decimal(written, Primitive::F64),
    }
}

/// The shortest number that is the same in this type.
fn decimal(written: &str, of: Primitive) -> TokenStream {
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (Some(quote!(-)), digits),
        None => (None, written),
    };
    let literal = number::decimal(digits, of);
    quote!(#sign #literal)
}

/// A GUID's value, by the names of its record's fields; `check` has seen that there are four.
fn guid(spec: &Spec<'_>, item: &Item, of: &Type, guid: u128) -> TokenStream {
    let fields = fields(spec, item, of);
    let name = |at: usize| fields.get(at).map(|field| ident(&field.name.text));
    let (data1, data2, data3, data4) = (name(0), name(1), name(2), name(3));
    let of = ty::ty(of);
    let part = |shift: u32, digits: usize| {
        let bits = (guid >> shift) & ((1 << (digits * 4)) - 1);
        number::literal(&format!("0x{bits:0digits$X}"))
    };
    let (one, two, three) = (part(96, 8), part(80, 4), part(64, 4));
    let bytes = (0..8).rev().map(|at| part(at * 8, 2));
    quote! {
        #of {
            #data1: #one,
            #data2: #two,
            #data3: #three,
            #data4: [#(#bytes),*],
        }
    }
}

/// A property key's value: the GUID of its format, and its number there; `check` has seen that
/// its record has these two fields.
fn property_key(spec: &Spec<'_>, item: &Item, of: &Type, format: u128, id: u32) -> TokenStream {
    let fields = fields(spec, item, of);
    let of = ty::ty(of);
    let mut values = TokenStream::new();
    if let [first, second] = fields
        && let FieldType::Type(inner) = &first.ty
    {
        let format = guid(spec, item, inner, format);
        let (first, second) = (ident(&first.name.text), ident(&second.name.text));
        let id = number::expression(id.into(), Primitive::U32, Style::Plain);
        values = quote!(#first: #format, #second: #id,);
    }
    quote!(#of { #values })
}

/// The fields of the record that a type is.
fn fields<'a>(spec: &Spec<'a>, item: &Item, of: &Type) -> &'a [Field] {
    let Type::Named(name) = spec.behind(of, item.arches) else {
        return &[];
    };
    match spec.named(name, item.arches).map(|(_, item)| &item.kind) {
        Some(ItemKind::Record(record)) => &record.fields,
        _ => &[],
    }
}
