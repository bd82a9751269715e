//! Constants.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, members, origin, text, ty};
use crate::model::{Constant, FieldType, Item, ItemId, ItemKind, Primitive, Record, Type, Value};
use crate::resolve::{Evaluated, ValueId};

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
        Value::Int(_) | Value::AllOnes => number(spec, id, item, &constant.ty),
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
    match spec.behind(of, item.arches) {
        Type::Primitive(Primitive::Bool) => {
            let value = value != 0;
            quote!(#value)
        }
        Type::Primitive(primitive @ (Primitive::F32 | Primitive::F64)) => {
            decimal(&value.to_string(), *primitive)
        }
        Type::Primitive(primitive) => {
            number::expression(value, *primitive, Style::Plain).into_token_stream()
        }
        Type::Pointer { mutable, .. } => {
            let address = match evaluated {
                Some(Evaluated::AllOnes) => quote!(!0),
                _ => {
                    let address = number::expression(value, Primitive::Usize, Style::Plain);
                    quote!(#address)
                }
            };
            if *mutable {
                quote!(core::ptr::without_provenance_mut(#address))
            } else {
                quote!(core::ptr::without_provenance(#address))
            }
        }
        other => match record(spec, item, other).map(|record| record.fields.as_slice()) {
            Some([field]) => {
                let of = ty::ty(of);
                let name = ident(&field.name.text);
                let value = match &field.ty {
                    FieldType::Type(inner) => number(spec, id, item, inner),
                    FieldType::Record(_) => quote!(unsupported),
                };
                quote!(#of { #name: #value })
            }
            _ => number::expression(value, Primitive::I64, Style::Plain).into_token_stream(),
        },
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
    let literal = match of {
        Primitive::F32 => digits
            .parse()
            .map_or(Literal::f32_unsuffixed(0.0), |value: f32| {
                if value.is_finite() {
                    Literal::f32_unsuffixed(value)
                } else {
                    Literal::f32_unsuffixed(f32::MAX)
                }
            }),
        _ => digits
            .parse()
            .map_or(Literal::f64_unsuffixed(0.0), |value: f64| {
                if value.is_finite() {
                    Literal::f64_unsuffixed(value)
                } else {
                    Literal::f64_unsuffixed(f64::MAX)
                }
            }),
    };
    quote!(#sign #literal)
}

/// The record behind a type's name.
fn record<'a>(spec: &Spec<'a>, item: &Item, of: &Type) -> Option<&'a Record> {
    let Type::Named(name) = of else {
        return None;
    };
    match &spec.named(name, item.arches)?.1.kind {
        ItemKind::Record(record) => Some(record),
        _ => None,
    }
}

/// A GUID's value; its record's fields are named as `guiddef.h` names them, unless the spec does
/// otherwise.
fn guid(spec: &Spec<'_>, item: &Item, of: &Type, guid: u128) -> TokenStream {
    let names = match record(spec, item, spec.behind(of, item.arches)) {
        Some(record) if record.fields.len() == 4 => {
            [0, 1, 2, 3].map(|at| ident(&record.fields[at].name.text))
        }
        _ => ["Data1", "Data2", "Data3", "Data4"].map(ident),
    };
    let [data1, data2, data3, data4] = names;
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

/// A property key's value: the GUID of its format, and its number there.
fn property_key(spec: &Spec<'_>, item: &Item, of: &Type, format: u128, number: u32) -> TokenStream {
    let fields = record(spec, item, spec.behind(of, item.arches))
        .map(|record| record.fields.as_slice())
        .unwrap_or_default();
    let [first, second] = fields else {
        return quote!(unsupported);
    };
    let FieldType::Type(inner) = &first.ty else {
        return quote!(unsupported);
    };
    let of = ty::ty(of);
    let format = guid(spec, item, inner, format);
    let (first, second) = (ident(&first.name.text), ident(&second.name.text));
    let number = number::expression(number.into(), Primitive::U32, Style::Plain);
    quote! {
        #of {
            #first: #format,
            #second: #number,
        }
    }
}
