//! The boundary: every call that leaves this crate is made through here.
//!
//! One of three modules is compiled in, and each offers the same functions with the raw signatures
//! of `winsec-ffi`: the system on Windows, the emulator elsewhere when its feature is on, and
//! otherwise functions that make no call and fail. Everything above is written once.

#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as system;

#[cfg(all(not(windows), feature = "emulator"))]
mod emulator;
#[cfg(all(not(windows), feature = "emulator"))]
use emulator as system;

#[cfg(not(any(windows, feature = "emulator")))]
mod unsupported;
#[cfg(not(any(windows, feature = "emulator")))]
use unsupported as system;

mod address;
mod aligned;
mod bounded;
mod stage;
mod submit;

// On Windows std's own types close handles and sockets.
pub(crate) use system::{
    CancelIoEx, CloseThreadpoolWait, CreateEventW, CreateThreadpoolWait, GetLastError,
    GetTokenInformation, LookupAccountSidW, SetThreadpoolWait, SleepEx, WSAGetLastError,
    WSAGetOverlappedResult, WSAImpersonateSocketPeer, WSARevertImpersonation, WaitForSingleObject,
    backend, has_functions,
};
// On Windows std's own types close handles and sockets.
#[cfg(not(windows))]
pub(crate) use system::{CloseHandle, closesocket};

pub(crate) use address::{Address, lay_out};
pub(crate) use aligned::{bytes, bytes_mut, zeroed};
pub(crate) use bounded::{Failure, query, set};
pub(crate) use stage::stage;
pub(crate) use submit::{Buffers, Target, submit};

/// The code that the thread's latest call outside Winsock failed with.
pub(crate) fn last_error() -> winsec_ffi::WIN32_ERROR {
    // SAFETY: it reads the thread's last code and touches nothing else.
    unsafe { GetLastError() }
}
