//! The values of constants and members.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::{Spec, number};
use crate::model::{Arches, Constant, ItemId, Primitive, Value};
use crate::resolve::{Evaluated, ValueId};

/// What integer a value is: how wide, and whether it has a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Integer {
    bits: u32,
    signed: bool,
}

impl Integer {
    /// The integer of a primitive type; one as wide as a pointer counts as the widest.
    pub(super) fn of(primitive: Primitive) -> Self {
        Self {
            bits: number::bits(primitive).unwrap_or(u64::BITS),
            signed: number::signed(primitive),
        }
    }

    pub(super) fn tokens(self) -> TokenStream {
        let bits = super::number(u64::from(self.bits));
        if self.signed {
            quote!(signed(#bits))
        } else {
            quote!(unsigned(#bits))
        }
    }
}

/// The bits of a value that is a whole number.
pub(super) fn bits(spec: &Spec<'_>, id: ValueId, integer: Primitive) -> TokenStream {
    match spec.index.evaluated(id) {
        Some(Evaluated::Int(value)) => hexadecimal(value, integer),
        _ => quote!(0),
    }
}

fn hexadecimal(value: i128, integer: Primitive) -> TokenStream {
    let width = number::bits(integer).unwrap_or(u64::BITS);
    let bits = value.cast_unsigned() & ((1 << width) - 1);
    let bits: Literal = format!("0x{bits:X}")
        .parse()
        .unwrap_or_else(|_| super::number(0));
    quote!(#bits)
}

/// The value of a constant.
pub(super) fn constant(spec: &Spec<'_>, id: ItemId, arches: Arches, of: &Constant) -> TokenStream {
    let arch = [Arches::X64, Arches::ARM64, Arches::X86]
        .into_iter()
        .find(|&arch| arches.contains(arch))
        .unwrap_or(Arches::X64);
    let primitive = spec.index.underlying_on(&of.ty, arch);
    match (spec.index.evaluated(ValueId::Constant(id)), primitive) {
        (Some(Evaluated::Int(value)), Some(primitive)) => {
            let integer = Integer::of(primitive).tokens();
            let bits = hexadecimal(value, primitive);
            quote!(integer(#bits, #integer))
        }
        (Some(Evaluated::AllOnes), _) => quote!(Value::AllOnes),
        _ => other(&of.value),
    }
}

fn other(value: &Value) -> TokenStream {
    match value {
        Value::Text { text, .. } => quote!(Value::Text(#text)),
        Value::Int(value) => text(value.to_string()),
        Value::Float(value) => text(value.clone()),
        Value::Guid(guid) => text(dashed(*guid)),
        Value::PropertyKey { format, id } => text(format!("{} {id}", dashed(*format))),
        Value::AllOnes => quote!(Value::AllOnes),
        Value::Names(names) => {
            let names: Vec<_> = names.iter().map(|name| name.text.as_str()).collect();
            text(names.join(" | "))
        }
    }
}

fn text(text: String) -> TokenStream {
    quote!(Value::Written(#text))
}

/// A GUID in its usual form.
fn dashed(guid: u128) -> String {
    let digits = format!("{guid:032x}");
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &digits[range]);
    parts.join("-")
}
