//! Numbers, as a reader wants them: decimal up to 65,535, hexadecimal above, flags always
//! hexadecimal.

use core::fmt::Display;

use proc_macro2::Literal;

use crate::model::Primitive;
use crate::tokens::{ToTokens, Tokens, fixed};

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
    fn to_tokens(&self, tokens: &mut Tokens) {
        match written(self.value, self.integer, self.style) {
            Written::Decimal(value) if value < 0 => {
                let magnitude = value.unsigned_abs();
                tokens.operator("-");
                if signed(self.integer) {
                    tokens.literal(magnitude);
                } else {
                    // Only `usize` comes here: the other unsigned integers are wrapped.
                    tokens.literal(format_args!("{magnitude}_isize"));
                    cast(Primitive::Usize, tokens);
                }
            }
            Written::Decimal(value) => tokens.literal(value),
            Written::Bits(bits) if self.is_wide(bits) => self.wide(bits, tokens),
            Written::Bits(bits) if self.value >= 0 => hexadecimal(bits).to_tokens(tokens),
            Written::Bits(bits) => {
                suffixed(bits, unsigned(self.integer), tokens);
                cast(self.integer, tokens);
            }
        }
    }
}

impl Expression {
    /// Whether bits are those of an integer as wide as a pointer, and not all pointers have as many.
    fn is_wide(&self, bits: u128) -> bool {
        let most = match self.integer {
            Primitive::Usize => u128::from(u32::MAX),
            Primitive::Isize => i32::MAX.unsigned_abs().into(),
            _ => return false,
        };
        bits > most
    }

    /// Writes such bits: as C's headers do, which extend the sign of 32 bits where that is enough.
    fn wide(&self, bits: u128, tokens: &mut Tokens) {
        // What is kept of them is what an integer of 64 bits has.
        let bits = bits as u64;
        match i32::try_from(bits.cast_signed()) {
            Ok(-1) => return fixed!(!0).to_tokens(tokens),
            Ok(narrow) => {
                suffixed(narrow.cast_unsigned().into(), Primitive::U32, tokens);
                cast(Primitive::I32, tokens);
            }
            Err(_) => suffixed(bits.into(), Primitive::U64, tokens),
        }
        cast(self.integer, tokens);
    }
}

/// Writes a literal in hexadecimal: `0xD80000C9_u32`.
fn suffixed(bits: u128, integer: Primitive, tokens: &mut Tokens) {
    tokens.literal(format_args!("0x{bits:X}_{}", primitive(integer)));
}

/// Writes `as` and an integer.
fn cast(integer: Primitive, tokens: &mut Tokens) {
    tokens.word("as");
    tokens.word(primitive(integer));
}

/// The number as a document writes it.
pub(super) fn text(value: i128, integer: Primitive, style: Style) -> String {
    match written(wrap(value, integer), integer, style) {
        Written::Decimal(value) => value.to_string(),
        Written::Bits(bits) => format!("0x{bits:X}"),
    }
}

/// A literal in hexadecimal.
pub(super) fn hexadecimal(bits: u128) -> Number<impl Display> {
    Number(core::fmt::from_fn(move |f| write!(f, "0x{bits:X}")))
}

/// A number as it is.
pub(super) fn plain<T: Display>(number: T) -> Number<T> {
    Number(number)
}

/// A literal that is written where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number<T>(T);

impl<T: Display> ToTokens for Number<T> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        tokens.literal(&self.0);
    }
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
