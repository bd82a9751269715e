//! Structs and unions, their fields and bit-fields.

use super::{Markers, Name, Type};
use crate::diagnostic::Span;

/// A struct or a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Which of the two.
    pub kind: RecordKind,
    /// The packing, in bytes: no field is aligned to more.
    pub packed: Option<u16>,
    /// The least alignment, in bytes.
    pub align: Option<u16>,
    /// The fields, in order.
    pub fields: Vec<Field>,
}

/// Whether fields follow each other or share their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// Fields follow each other.
    Struct,
    /// Fields share their place.
    Union,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its C name, or the stand-in (`Anonymous`, `_bitfield`) of one without.
    pub name: Name,
    /// Its documentation.
    pub docs: String,
    /// Its type.
    pub ty: FieldType,
    /// The least alignment of the field itself, in bytes.
    pub align: Option<u16>,
    /// The bit-fields that an integer field is cut into, lowest bit first.
    pub bits: Vec<BitField>,
    /// What the spec says of its disagreements.
    pub markers: Markers,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldType {
    /// A type with a name.
    Type(Type),
    /// A record that is defined in place.
    Record(Box<Record>),
}

/// Some bits of an integer field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitField {
    /// Its name; padding has none.
    pub name: Option<Name>,
    /// Its documentation.
    pub docs: String,
    /// Its width, in bits.
    pub width: u32,
    /// Where it is written.
    pub span: Span,
}
