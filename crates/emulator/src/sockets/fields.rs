//! The fields of C structures in bytes that may be too few, and need not be aligned.

use winsec_ffi::GUID;

/// So many bytes from a place on; `None` if they are not all there.
pub(super) fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

/// A number of 32 bits.
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_ne_bytes)
}

/// A GUID.
pub(super) fn guid(bytes: &[u8], at: usize) -> Option<GUID> {
    Some(GUID {
        Data1: word(bytes, at)?,
        Data2: array(bytes, at + 4).map(u16::from_ne_bytes)?,
        Data3: array(bytes, at + 6).map(u16::from_ne_bytes)?,
        Data4: array(bytes, at + 8)?,
    })
}
