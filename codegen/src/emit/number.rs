//! Numbers, as a reader wants them: decimal up to 65,535, hexadecimal above, flags always
//! hexadecimal.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::name::ident;
use crate::model::Primitive;

/// The greatest number that is written in decimal.
const DECIMAL: i128 = 0xFFFF;

/// How numbers of a type are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// By size.
    Plain,
    /// Always hexadecimal.
    Bits,
}

/// The integer's name.
pub(super) fn primitive(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        Primitive::I8 => "i8",
        Primitive::U8 => "u8",
        Primitive::I16 => "i16",
        Primitive::U16 => "u16",
        Primitive::I32 => "i32",
        Primitive::U32 => "u32",
        Primitive::I64 => "i64",
        Primitive::U64 => "u64",
        Primitive::Isize => "isize",
        Primitive::Usize => "usize",
        Primitive::F32 => "f32",
        Primitive::F64 => "f64",
    }
}

/// How many bits an integer has; none where that depends on the architecture, or for no integer.
pub(super) fn bits(primitive: Primitive) -> Option<u32> {
    match primitive {
        Primitive::I8 | Primitive::U8 => Some(8),
        Primitive::I16 | Primitive::U16 => Some(16),
        Primitive::I32 | Primitive::U32 => Some(32),
        Primitive::I64 | Primitive::U64 => Some(64),
        _ => None,
    }
}

/// Whether an integer has a sign.
pub(super) fn signed(primitive: Primitive) -> bool {
    matches!(
        primitive,
        Primitive::I8 | Primitive::I16 | Primitive::I32 | Primitive::I64 | Primitive::Isize
    )
}

/// The unsigned integer of the same width.
fn unsigned(primitive: Primitive) -> Primitive {
    match primitive {
        Primitive::I8 => Primitive::U8,
        Primitive::I16 => Primitive::U16,
        Primitive::I32 => Primitive::U32,
        Primitive::I64 => Primitive::U64,
        Primitive::Isize => Primitive::Usize,
        other => other,
    }
}

/// The number that the bits of `value` are in an integer of this type.
pub(super) fn wrap(value: i128, primitive: Primitive) -> i128 {
    let Some(bits) = bits(primitive) else {
        return value;
    };
    let low = value & ((1 << bits) - 1);
    if signed(primitive) && low >> (bits - 1) != 0 {
        low - (1 << bits)
    } else {
        low
    }
}

/// How a value is written, and whether its bits are those of the unsigned integer.
enum Written {
    Decimal(i128),
    Bits(u128),
}

fn written(value: i128, primitive: Primitive, style: Style) -> Written {
    let decimal = match style {
        Style::Plain => (-DECIMAL..=DECIMAL).contains(&value),
        Style::Bits => false,
    };
    if decimal {
        return Written::Decimal(value);
    }
    let mask = bits(primitive).map_or(u128::from(u64::MAX), |bits| (1 << bits) - 1);
    Written::Bits(value.cast_unsigned() & mask)
}

/// An expression of the integer's type.
pub(super) fn expression(value: i128, integer: Primitive, style: Style) -> Expression {
    Expression {
        value: wrap(value, integer),
        integer,
        style,
    }
}

/// A number that is written where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expression {
    value: i128,
    integer: Primitive,
    style: Style,
}

impl ToTokens for Expression {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match written(self.value, self.integer, self.style) {
            Written::Decimal(value) if value < 0 => {
                let magnitude = value.unsigned_abs();
                if signed(self.integer) {
                    let magnitude = Literal::u128_unsuffixed(magnitude);
                    tokens.extend(quote!(-#magnitude));
                } else {
                    // Only `usize` comes here: the other unsigned integers are wrapped.
                    let magnitude = literal(&format!("{magnitude}_isize"));
                    tokens.extend(quote!(-#magnitude as usize));
                }
            }
            Written::Decimal(value) => Literal::i128_unsuffixed(value).to_tokens(tokens),
            Written::Bits(bits) if self.value >= 0 => hexadecimal(bits, "").to_tokens(tokens),
            Written::Bits(bits) => {
                hexadecimal(bits, primitive(unsigned(self.integer))).to_tokens(tokens);
                let integer = ident(primitive(self.integer));
                tokens.extend(quote!(as #integer));
            }
        }
    }
}

/// The number as a document writes it.
pub(super) fn text(value: i128, integer: Primitive, style: Style) -> String {
    match written(wrap(value, integer), integer, style) {
        Written::Decimal(value) => value.to_string(),
        Written::Bits(bits) => format!("0x{bits:X}"),
    }
}

/// A literal in hexadecimal: `0xD80000C9_u32`.
pub(super) fn hexadecimal(bits: u128, suffix: &str) -> Literal {
    let mark = if suffix.is_empty() { "" } else { "_" };
    literal(&format!("0x{bits:X}{mark}{suffix}"))
}

/// A number's token.
pub(super) fn literal(text: &str) -> Literal {
    text.parse().unwrap_or_else(|_| Literal::u8_unsuffixed(0))
}

/// The shortest number with a fraction that is the same in this type.
///
/// `check` has seen that a finite `f64` holds it; what is too large for `f32` is cut there.
pub(super) fn decimal(digits: &str, of: Primitive) -> Literal {
    match of {
        Primitive::F32 => {
            let narrow: f32 = digits.parse().unwrap_or_default();
            Literal::f32_unsuffixed(narrow.clamp(f32::MIN, f32::MAX))
        }
        _ => {
            let wide: f64 = digits.parse().unwrap_or_default();
            Literal::f64_unsuffixed(wide.clamp(f64::MIN, f64::MAX))
        }
    }
}
