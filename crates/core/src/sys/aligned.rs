//! Memory that is aligned for every structure of the interface, and its bytes.

use crate::error::{Call, Error, ErrorKind, Result};

/// Zeroed words with room for so many bytes.
pub(crate) fn zeroed(call: Call, room: usize) -> Result<Vec<u64>> {
    let count = room.div_ceil(8);
    let mut words = Vec::new();
    words
        .try_reserve_exact(count)
        .map_err(|_| Error::own(call, ErrorKind::OutOfMemory))?;
    words.resize(count, 0);
    Ok(words)
}

/// The bytes of some words.
#[inline]
pub(crate) const fn bytes(words: &[u64]) -> &[u8] {
    // SAFETY: an integer's bytes are all initialised, and the length is that of the slice.
    unsafe { core::slice::from_raw_parts(words.as_ptr().cast(), size_of_val(words)) }
}

/// The bytes of some words, to write to.
#[inline]
pub(crate) const fn bytes_mut(words: &mut [u64]) -> &mut [u8] {
    // SAFETY: as in `bytes`; any byte values make a valid integer, and the borrow is exclusive.
    unsafe { core::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), size_of_val(words)) }
}
