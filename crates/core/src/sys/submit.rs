//! Making one of the four calls that exist as a function and as a control code.

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SIO_DELETE_PEER_TARGET_NAME,
    SIO_QUERY_SECURITY, SIO_SET_PEER_TARGET_NAME, SIO_SET_SECURITY, SOCKET, WSA_ERROR,
};

use super::system;
use crate::error::Call;
use crate::os::{AsRawSocket, BorrowedSocket};
use crate::route::Way;

/// What is called, for which socket, in which way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target {
    pub(crate) call: Call,
    pub(crate) way: Way,
    pub(crate) socket: SOCKET,
}

impl Target {
    #[inline]
    pub(crate) fn new(call: Call, way: Way, socket: BorrowedSocket<'_>) -> Self {
        // `RawSocket` and `SOCKET` are both as wide as a pointer.
        Self {
            call,
            way,
            socket: socket.as_raw_socket() as SOCKET,
        }
    }
}

/// The memory that a call reads and writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Buffers {
    /// What the system reads; null for none.
    pub(crate) input: *const c_void,
    /// How many bytes that are.
    pub(crate) input_len: u32,
    /// Where the answer goes; null to ask for its size, and for calls without an answer.
    pub(crate) output: *mut c_void,
    /// How much room there is at `output`; receives how much was used or is needed.
    pub(crate) output_len: *mut u32,
    /// Where an overlapped operation keeps its state; null for a synchronous call.
    pub(crate) overlapped: *mut OVERLAPPED,
    /// What to call at the end of an overlapped operation.
    pub(crate) routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
}

/// Makes the call.
///
/// # Errors
///
/// The code that the system reports; `WSA_IO_PENDING` for an overlapped operation that has begun.
///
/// # Safety
///
/// `input` is null or readable for `input_len` bytes, `output_len` is writable, `output` is null or
/// writable for `*output_len` bytes, and both buffers are aligned to eight bytes. With `overlapped`
/// all of them, and `overlapped` itself, stay valid and in place until the operation has completed.
#[inline(always)]
pub(crate) unsafe fn submit(target: Target, buffers: Buffers) -> Result<(), WSA_ERROR> {
    let result = match target.way {
        // SAFETY: the caller's promises are what the function asks for.
        Way::Function => unsafe { by_function(target, buffers) },
        // SAFETY: the caller's promises are what the control code asks for.
        Way::ControlCode => unsafe { by_control_code(target, buffers) },
    };
    if result == 0 {
        Ok(())
    } else {
        Err(last_error())
    }
}

/// Why the last call failed.
#[cold]
fn last_error() -> WSA_ERROR {
    // SAFETY: it takes nothing and reads this thread's last code.
    unsafe { system::WSAGetLastError() }
}

/// # Safety
///
/// As for [`submit`].
#[inline(always)]
unsafe fn by_function(target: Target, b: Buffers) -> i32 {
    let Target { call, socket, .. } = target;
    match call {
        // SAFETY: the caller's promises.
        Call::SetSecurity => unsafe {
            system::WSASetSocketSecurity(
                socket,
                b.input.cast(),
                b.input_len,
                b.overlapped,
                b.routine,
            )
        },
        // SAFETY: the caller's promises.
        Call::SetPeerTargetName => unsafe {
            system::WSASetSocketPeerTargetName(
                socket,
                b.input.cast(),
                b.input_len,
                b.overlapped,
                b.routine,
            )
        },
        // SAFETY: the caller's promises.
        Call::DeletePeerTargetName => unsafe {
            system::WSADeleteSocketPeerTargetName(
                socket,
                b.input.cast(),
                b.input_len,
                b.overlapped,
                b.routine,
            )
        },
        // SAFETY: the caller's promises.
        _ => unsafe {
            system::WSAQuerySocketSecurity(
                socket,
                b.input.cast(),
                b.input_len,
                b.output.cast(),
                b.output_len,
                b.overlapped,
                b.routine,
            )
        },
    }
}

/// # Safety
///
/// As for [`submit`].
#[inline]
unsafe fn by_control_code(target: Target, b: Buffers) -> i32 {
    let code = match target.call {
        Call::SetSecurity => SIO_SET_SECURITY,
        Call::SetPeerTargetName => SIO_SET_PEER_TARGET_NAME,
        Call::DeletePeerTargetName => SIO_DELETE_PEER_TARGET_NAME,
        _ => SIO_QUERY_SECURITY,
    };
    // SAFETY: the caller keeps `output_len` valid; nothing writes to it before the call.
    let room = unsafe { ptr::read(b.output_len) };
    // SAFETY: the caller's promises; the returned length has a place of its own.
    unsafe {
        system::WSAIoctl(
            target.socket,
            code,
            b.input,
            b.input_len,
            b.output,
            room,
            b.output_len,
            b.overlapped,
            b.routine,
        )
    }
}
