//! C's own types, by their size and encoding.

use gimli::constants;
use winsec_codegen::model::Primitive;

use super::tree::Entry;
use crate::fact::Ty;

/// C's own type.
pub(super) fn base(entry: &Entry<'_>) -> Ty {
    if entry.name == Some("char") {
        return Ty::Char;
    }
    let size = entry.size(constants::DW_AT_byte_size).unwrap_or(0);
    let encoding = entry
        .number(constants::DW_AT_encoding)
        .and_then(|encoding| u8::try_from(encoding).ok())
        .map(gimli::DwAte);
    let primitive = match encoding {
        Some(constants::DW_ATE_boolean) => Some(Primitive::Bool),
        Some(constants::DW_ATE_float) if size == 4 => Some(Primitive::F32),
        Some(constants::DW_ATE_float) => Some(Primitive::F64),
        Some(constants::DW_ATE_signed | constants::DW_ATE_signed_char) => integer(size, true),
        _ => integer(size, false),
    };
    primitive.map_or(Ty::Void, Ty::Primitive)
}

/// The integer of so many bytes.
pub(super) fn integer(size: u64, signed: bool) -> Option<Primitive> {
    Some(match (size, signed) {
        (1, true) => Primitive::I8,
        (1, false) => Primitive::U8,
        (2, true) => Primitive::I16,
        (2, false) => Primitive::U16,
        (4, true) => Primitive::I32,
        (4, false) => Primitive::U32,
        (8, true) => Primitive::I64,
        (8, false) => Primitive::U64,
        _ => return None,
    })
}
