//! Synchronous calls over slices: what the system may read and write is what the caller lends.

use core::ptr;

use winsec_ffi::WSA_ERROR;

use super::aligned::bytes;
use super::submit::{Buffers, Target, submit};

/// A failed query.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failure {
    /// The system's code.
    pub(crate) code: WSA_ERROR,
    /// The length that the system left: what it needs, when it complains about the size.
    pub(crate) len: u32,
}

/// Asks a question, with the answer to be written to `room` bytes of `output`; `None` asks for the
/// size of the answer. Returns the length that the system reports.
#[inline(always)]
pub(crate) fn query(
    target: Target,
    input: &[u64],
    input_len: usize,
    output: Option<&mut [u64]>,
    room: usize,
) -> Result<u32, Failure> {
    debug_assert!(input_len <= bytes(input).len());
    let (output, room) = match output {
        Some(output) => {
            let room = room.min(size_of_val(output));
            (output.as_mut_ptr().cast(), room)
        }
        None => (ptr::null_mut(), 0),
    };
    let mut len = room as u32;
    let buffers = Buffers {
        input: if input_len == 0 {
            ptr::null()
        } else {
            input.as_ptr().cast()
        },
        input_len: input_len as u32,
        output,
        output_len: &raw mut len,
        overlapped: ptr::null_mut(),
        routine: None,
    };
    // SAFETY: both slices are aligned, as large as the lengths say and borrowed for the call,
    // which is synchronous.
    match unsafe { submit(target, buffers) } {
        Ok(()) => Ok(len),
        Err(code) => Err(Failure { code, len }),
    }
}

/// Hands data over; empty stands for the defaults.
#[inline(always)]
pub(crate) fn set(target: Target, input: &[u64], input_len: usize) -> Result<(), WSA_ERROR> {
    query(target, input, input_len, None, 0)
        .map(|_| ())
        .map_err(|failure| failure.code)
}
