//! Enumerations, flag sets and constants, and the values that they are given.

use super::{Markers, Name, Primitive, Type};
use crate::diagnostic::Span;

/// An enumeration or a flag set.
#[derive(Debug, Clone, PartialEq)]
pub struct Enum {
    /// The integer that it is.
    pub repr: Primitive,
    /// Whether its members are bits to combine.
    pub flags: bool,
    /// Whether C names the members through the enumeration alone (`enum class`).
    pub scoped: bool,
    /// The members, in order.
    pub members: Vec<Member>,
}

/// A member of an enumeration or a flag set.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its C name.
    pub name: Name,
    /// Its documentation.
    pub docs: String,
    /// Its value as it is written.
    pub value: Value,
    /// Where the value is written.
    pub value_span: Span,
    /// What the spec says of its disagreements.
    pub markers: Markers,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Its type.
    pub ty: Type,
    /// Its value as it is written.
    pub value: Value,
    /// Where the value is written.
    pub value_span: Span,
}

/// A value as a spec writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number, as written: `1`, `-2`, `0xD80000C9`.
    Int(i128),
    /// All bits set, of whatever width the type has: `!0`.
    AllOnes,
    /// Other members of the same enumeration, or constants, or'ed: `A`, `A | B`.
    Names(Vec<Name>),
    /// A number with a fraction, as written.
    Float(String),
    /// A text, without the terminator.
    Text {
        /// The text.
        text: String,
        /// How C encodes it.
        encoding: Encoding,
    },
    /// A GUID: `0xe436ebb1_524f_11ce_9f53_0020af0ba770`.
    Guid(u128),
    /// A property key: `#[guid(0x..)] const NAME: PROPERTYKEY = 100`.
    PropertyKey {
        /// The format's GUID.
        format: u128,
        /// The property's number.
        id: u32,
    },
}

/// The encoding of a string constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// One byte a character.
    Ansi,
    /// UTF-16, two bytes a unit.
    Utf16,
    /// Not said: C's `TEXT` macro, or an unknown one.
    Unspecified,
}
