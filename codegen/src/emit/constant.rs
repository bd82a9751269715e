//! Constants.

use core::fmt;

use rustc_hash::FxHashSet;

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, members, origin, text, ty, write};
use crate::model::{
    Constant, Field, FieldType, Item, ItemId, ItemKind, Name, Primitive, Type, Value,
};
use crate::resolve::{Evaluated, Underlying, ValueId};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// A constant of the type that the spec gives it.
pub(super) fn constant(
    spec: &Spec<'_>,
    id: ItemId,
    item: &Item,
    constant: &Constant,
    tokens: &mut Tokens,
) {
    let mut docs = Docs::of(0, &item.docs);
    if let Value::Text { text, encoding } = &constant.value {
        docs.paragraph(&text::describe(text, *encoding));
    }
    origin::add_page(&mut docs, &item.origin);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let of = write(|tokens| match (&constant.ty, &constant.value) {
        (Type::String, Value::Text { encoding, .. }) => text::pointer(*encoding).to_tokens(tokens),
        _ => ty::ty(&constant.ty).to_tokens(tokens),
    });
    let value = write(|tokens| value(spec, id, item, constant, tokens));
    quote_to!(tokens, [docs, cfg, name, of, value]
        #docs
        #cfg
        pub const #name: #of = #value;
    );
}

fn value(spec: &Spec<'_>, id: ItemId, item: &Item, constant: &Constant, tokens: &mut Tokens) {
    let of = &constant.ty;
    if spec.enumeration(of, item.arches).is_some() {
        let (of, name) = (ty::ty(of), ident(&item.name.text));
        quote_to!(tokens, [of, name] #of::#name);
        return;
    }
    match &constant.value {
        Value::Text { text, encoding } => text::value(text, *encoding, tokens),
        Value::Guid(guid) => self::guid(spec, item, of, *guid, tokens),
        Value::PropertyKey { format, id } => property_key(spec, item, of, *format, *id, tokens),
        Value::Float(written) => float(spec, item, of, written, tokens),
        Value::AllOnes | Value::Int(_) => number(spec, id, item, of, tokens),
        Value::Names(_) => match joined(spec, item, constant) {
            Some(names) => {
                for (at, name) in names.iter().enumerate() {
                    if at > 0 {
                        tokens.operator("|");
                    }
                    ident(&name.text).to_tokens(tokens);
                }
            }
            None => number(spec, id, item, of, tokens),
        },
    }
}

/// A value that joins constants of the same file and type, as it is written.
fn joined<'c>(spec: &Spec<'_>, item: &Item, constant: &'c Constant) -> Option<&'c [Name]> {
    let Value::Names(names) = &constant.value else {
        return None;
    };
    let here: FxHashSet<&str> = names
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
    members::joined(&constant.value, &here)
}

/// Whether two types of numbers are written alike.
fn same(one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Primitive(one), Type::Primitive(other)) => one == other,
        (Type::Named(one), Type::Named(other)) => one.text == other.text,
        _ => false,
    }
}

fn number(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Type, tokens: &mut Tokens) {
    // A handle that is a struct of one field.
    if let [field] = fields(spec, item, of)
        && let FieldType::Type(inner) = &field.ty
    {
        let (of, name) = (ty::ty(of), ident(&field.name.text));
        let value = write(|tokens| number(spec, id, item, inner, tokens));
        quote_to!(tokens, [of, name, value] #of { #name: #value });
        return;
    }
    let evaluated = spec.index.evaluated(ValueId::Constant(id));
    let value = members::integer(evaluated);
    let integer = match spec.behind(of, item.arches) {
        Type::Primitive(Primitive::Bool) => {
            return tokens.word(if value != 0 { "true" } else { "false" });
        }
        Type::Primitive(primitive @ (Primitive::F32 | Primitive::F64)) => {
            return decimal(&value.to_string(), *primitive, tokens);
        }
        Type::Primitive(primitive) => *primitive,
        _ => Primitive::Usize,
    };
    match evaluated {
        Some(Evaluated::AllOnes) => address(spec, item, of, fixed!(!0), tokens),
        _ => {
            let value = number::expression(value, integer, Style::Plain);
            address(spec, item, of, value, tokens);
        }
    }
}

/// A number as it is, or as the address that a pointer holds.
fn address(spec: &Spec<'_>, item: &Item, of: &Type, number: impl ToTokens, tokens: &mut Tokens) {
    match spec.index.behind(of, item.arches) {
        Underlying::Pointer => match spec.behind(of, item.arches) {
            Type::Pointer { mutable: false, .. } => {
                quote_to!(tokens, [number] ::core::ptr::without_provenance(#number));
            }
            _ => quote_to!(tokens, [number] ::core::ptr::without_provenance_mut(#number)),
        },
        _ => number.to_tokens(tokens),
    }
}

fn float(spec: &Spec<'_>, item: &Item, of: &Type, written: &str, tokens: &mut Tokens) {
    match spec.behind(of, item.arches) {
        Type::Primitive(primitive) => decimal(written, *primitive, tokens),
        _ => decimal(written, Primitive::F64, tokens),
    }
}

/// The shortest number that is the same in this type.
fn decimal(written: &str, of: Primitive, tokens: &mut Tokens) {
    let digits = written.strip_prefix('-');
    if digits.is_some() {
        tokens.operator("-");
    }
    tokens.literal(number::decimal(digits.unwrap_or(written), of));
}

/// A GUID's value, by the names of its record's fields; `check` has seen that there are four.
fn guid(spec: &Spec<'_>, item: &Item, of: &Type, guid: u128, tokens: &mut Tokens) {
    let fields = fields(spec, item, of);
    let name = |at: usize| fields.get(at).map(|field| ident(&field.name.text));
    let (data1, data2, data3, data4) = (name(0), name(1), name(2), name(3));
    let of = ty::ty(of);
    let part = |shift: u32, digits: usize| {
        let bits = (guid >> shift) & ((1 << (digits * 4)) - 1);
        number::plain(fmt::from_fn(move |f| write!(f, "0x{bits:0digits$X}")))
    };
    let (one, two, three) = (part(96, 8), part(80, 4), part(64, 4));
    let bytes = write(|tokens| {
        for at in (0..8).rev() {
            part(at * 8, 2).to_tokens(tokens);
            if at > 0 {
                tokens.operator(",");
            }
        }
    });
    quote_to!(tokens, [of, data1, one, data2, two, data3, three, data4, bytes]
        #of {
            #data1: #one,
            #data2: #two,
            #data3: #three,
            #data4: [#bytes],
        }
    );
}

/// A property key's value: the GUID of its format, and its number there; `check` has seen that
/// its record has these two fields.
fn property_key(
    spec: &Spec<'_>,
    item: &Item,
    of: &Type,
    format: u128,
    id: u32,
    tokens: &mut Tokens,
) {
    let fields = fields(spec, item, of);
    let of = ty::ty(of);
    let values = write(|tokens| {
        if let [first, second] = fields
            && let FieldType::Type(inner) = &first.ty
        {
            let format = write(|tokens| guid(spec, item, inner, format, tokens));
            let (first, second) = (ident(&first.name.text), ident(&second.name.text));
            let id = number::expression(id.into(), Primitive::U32, Style::Plain);
            quote_to!(tokens, [first, format, second, id] #first: #format, #second: #id,);
        }
    });
    quote_to!(tokens, [of, values] #of { #values });
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
