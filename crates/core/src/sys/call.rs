//! Making one of the four calls that exist as a function and as a control code.

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SIO_DELETE_PEER_TARGET_NAME,
    SIO_QUERY_SECURITY, SIO_SET_PEER_TARGET_NAME, SIO_SET_SECURITY, SO_ACCEPTCONN, SOCKET,
    SOL_SOCKET, WSA_ERROR,
};

use crate::error::{Call, SocketStage};
use crate::sys;

/// Which way a request takes to the system: a choice that tests make, to compare the two.
///
/// Queries, settings and target names exist twice in Windows: as functions of fwpuclnt.dll, and as
/// control codes of `WSAIoctl`, with the same results.
///
/// Source: [Winsock control codes](https://learn.microsoft.com/windows/win32/winsock/winsock-ioctls).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Route {
    /// The function where the system has it, otherwise the control code.
    ///
    /// Wine's own fwpuclnt.dll exports functions that end the process when they are called. It is
    /// recognised, and counts as not having them.
    #[default]
    Automatic,
    /// The function. Where the system lacks it, or merely pretends to have it, the request fails
    /// with [`ErrorKind::NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem).
    Function,
    /// The control code.
    ControlCode,
}

impl Route {
    /// The way that a request takes on this system.
    #[inline]
    pub(crate) fn way(self) -> Way {
        match self {
            Self::Function => Way::Function,
            Self::Automatic if sys::has_functions() => Way::Function,
            Self::Automatic | Self::ControlCode => Way::ControlCode,
        }
    }
}

/// A route, decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Function,
    ControlCode,
}

/// The route that [`Route::Automatic`] takes on this system.
#[must_use]
pub fn automatic_route() -> Route {
    match Route::Automatic.way() {
        Way::Function => Route::Function,
        Way::ControlCode => Route::ControlCode,
    }
}

/// What is called, for which socket, in which way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target {
    pub(crate) call: Call,
    pub(crate) way: Way,
    pub(crate) socket: SOCKET,
}

impl Target {
    #[inline]
    pub(crate) const fn new(call: Call, way: Way, socket: SOCKET) -> Self {
        Self { call, way, socket }
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
        Err(sys::winsock_code())
    }
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
            sys::WSASetSocketSecurity(socket, b.input.cast(), b.input_len, b.overlapped, b.routine)
        },
        // SAFETY: the caller's promises.
        Call::SetPeerTargetName => unsafe {
            sys::WSASetSocketPeerTargetName(
                socket,
                b.input.cast(),
                b.input_len,
                b.overlapped,
                b.routine,
            )
        },
        // SAFETY: the caller's promises.
        Call::DeletePeerTargetName => unsafe {
            sys::WSADeleteSocketPeerTargetName(
                socket,
                b.input.cast(),
                b.input_len,
                b.overlapped,
                b.routine,
            )
        },
        // SAFETY: the caller's promises.
        _ => unsafe {
            sys::WSAQuerySocketSecurity(
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
        sys::WSAIoctl(
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
    // The system reads no more than the slice has, whatever the caller says.
    let input_len = input_len.min(size_of_val(input));
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

/// Room for the address of any family.
type Storage = [u64; 16];

/// How far the socket is in its life; `None` when it is new, and when the system does not tell.
#[inline]
pub(crate) fn stage(socket: SOCKET) -> Option<SocketStage> {
    let mut storage: Storage = [0; 16];
    if has_peer(socket, &mut storage) {
        Some(SocketStage::Connected)
    } else if listens(socket) {
        Some(SocketStage::Listening)
    } else if has_port(socket, &mut storage) {
        Some(SocketStage::Bound)
    } else {
        None
    }
}

#[inline]
fn has_peer(socket: SOCKET, storage: &mut Storage) -> bool {
    let mut len = size_of_val(storage) as i32;
    // SAFETY: the storage is as large as the length says and aligned for every address.
    let result = unsafe { sys::getpeername(socket, storage.as_mut_ptr().cast(), &raw mut len) };
    result == 0
}

#[inline]
fn has_port(socket: SOCKET, storage: &mut Storage) -> bool {
    // Where the system writes less than a port, there is none.
    storage[0] = 0;
    let mut len = size_of_val(storage) as i32;
    // SAFETY: the storage is as large as the length says and aligned for every address.
    let result = unsafe { sys::getsockname(socket, storage.as_mut_ptr().cast(), &raw mut len) };
    // The port stands at the same place, in network order, for both families.
    let port = &sys::bytes(storage)[2..4];
    result == 0 && port != [0, 0]
}

#[inline]
fn listens(socket: SOCKET) -> bool {
    let mut value = 0_u32;
    let mut len = size_of_val(&value) as i32;
    // SAFETY: the value is as large as the length says.
    let result = unsafe {
        sys::getsockopt(
            socket,
            SOL_SOCKET,
            SO_ACCEPTCONN,
            ptr::from_mut(&mut value).cast(),
            &raw mut len,
        )
    };
    result == 0 && value != 0
}
