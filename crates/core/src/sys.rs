//! The boundary: every call that leaves this crate is made through here.
//!
//! On Windows the system answers, elsewhere the emulator when its feature is on, and otherwise
//! nothing is called and everything fails. Everything above is written once.

mod call;
mod memory;

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    BOOL, ERROR_NOT_SUPPORTED, FALSE, FILETIME, HANDLE, LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    OVERLAPPED, PCWSTR, PSID, PTP_WAIT, PTP_WAIT_CALLBACK, PWSTR, SECURITY_ATTRIBUTES,
    SID_NAME_USE, SOCKADDR, SOCKET, SOCKET_ERROR, SOCKET_PEER_TARGET_NAME,
    SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_SETTINGS,
    TOKEN_INFORMATION_CLASS, TP_CALLBACK_ENVIRON_V3, WAIT_EVENT, WAIT_FAILED, WAIT_OBJECT_0,
    WIN32_ERROR, WSA_ERROR, WSAEOPNOTSUPP,
};

pub(crate) use call::{Buffers, Failure, Target, Way, query, set, stage, submit};
pub use call::{Route, automatic_route};
pub(crate) use memory::{Address, bytes, bytes_mut, lay_out, zeroed};

#[cfg(windows)]
use crate::backend::fwpuclnt;
use crate::error::{Call, Error};

crate::__functions! {
    found by fwpuclnt, winsec_emulator::fwpuclnt;
    fn WSAQuerySocketSecurity(
        socket: SOCKET,
        template: *const SOCKET_SECURITY_QUERY_TEMPLATE,
        template_len: u32,
        info: *mut SOCKET_SECURITY_QUERY_INFO,
        info_len: *mut u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = refuse();
    fn WSASetSocketSecurity(
        socket: SOCKET,
        settings: *const SOCKET_SECURITY_SETTINGS,
        settings_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = refuse();
    fn WSASetSocketPeerTargetName(
        socket: SOCKET,
        name: *const SOCKET_PEER_TARGET_NAME,
        name_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = refuse();
    fn WSADeleteSocketPeerTargetName(
        socket: SOCKET,
        address: *const SOCKADDR,
        address_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = refuse();
    fn WSAImpersonateSocketPeer(
        socket: SOCKET, address: *const SOCKADDR, address_len: u32
    ) -> i32 = refuse();
    fn WSARevertImpersonation() -> i32 = refuse();
}

crate::__functions! {
    linked, winsec_emulator::ws2_32;
    fn WSAIoctl(
        socket: SOCKET,
        code: u32,
        input: *const c_void,
        input_len: u32,
        output: *mut c_void,
        output_len: u32,
        returned: *mut u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    fn WSAGetLastError() -> WSA_ERROR = WSAEOPNOTSUPP;
    fn WSAGetOverlappedResult(
        socket: SOCKET,
        overlapped: *mut OVERLAPPED,
        transferred: *mut u32,
        wait: BOOL,
        flags: *mut u32
    ) -> BOOL = FALSE;
    fn getsockopt(
        socket: SOCKET, level: i32, name: i32, value: *mut i8, len: *mut i32
    ) -> i32 = SOCKET_ERROR;
    fn getpeername(socket: SOCKET, address: *mut SOCKADDR, len: *mut i32) -> i32 = SOCKET_ERROR;
    fn getsockname(socket: SOCKET, address: *mut SOCKADDR, len: *mut i32) -> i32 = SOCKET_ERROR;
}

crate::__functions! {
    linked, winsec_emulator::kernel32;
    fn CancelIoEx(file: HANDLE, overlapped: *mut OVERLAPPED) -> BOOL = FALSE;
    fn CreateEventW(
        attributes: *const SECURITY_ATTRIBUTES, manual: BOOL, signalled: BOOL, name: PCWSTR
    ) -> HANDLE = ptr::null_mut();
    fn SetEvent(event: HANDLE) -> BOOL = FALSE;
    fn ResetEvent(event: HANDLE) -> BOOL = FALSE;
    fn WaitForSingleObject(handle: HANDLE, milliseconds: u32) -> WAIT_EVENT = WAIT_FAILED;
    fn SleepEx(milliseconds: u32, alertable: BOOL) -> WAIT_EVENT = WAIT_OBJECT_0;
    fn CreateThreadpoolWait(
        callback: PTP_WAIT_CALLBACK, context: *mut c_void, environment: *const TP_CALLBACK_ENVIRON_V3
    ) -> PTP_WAIT = ptr::null_mut();
    fn SetThreadpoolWait(wait: PTP_WAIT, handle: HANDLE, timeout: *const FILETIME) -> () = ();
    fn CloseThreadpoolWait(wait: PTP_WAIT) -> () = ();
    fn GetLastError() -> WIN32_ERROR = ERROR_NOT_SUPPORTED;
}

crate::__functions! {
    linked, winsec_emulator::advapi32;
    fn GetTokenInformation(
        token: HANDLE,
        class: TOKEN_INFORMATION_CLASS,
        information: *mut c_void,
        len: u32,
        needed: *mut u32
    ) -> BOOL = FALSE;
    fn LookupAccountSidW(
        system: PCWSTR,
        sid: PSID,
        name: PWSTR,
        name_len: *mut u32,
        domain: PWSTR,
        domain_len: *mut u32,
        usage: *mut SID_NAME_USE
    ) -> BOOL = FALSE;
}

// On Windows std's own types close handles and sockets.
#[cfg(not(windows))]
crate::__functions! {
    linked, winsec_emulator::kernel32;
    fn CloseHandle(handle: HANDLE) -> BOOL = FALSE;
}
#[cfg(not(windows))]
crate::__functions! {
    linked, winsec_emulator::ws2_32;
    fn closesocket(socket: SOCKET) -> i32 = SOCKET_ERROR;
}

/// What a function of fwpuclnt.dll answers where the system lacks it.
fn refuse() -> i32 {
    // SAFETY: it sets this thread's last code and touches nothing else.
    #[cfg(windows)]
    unsafe {
        winsec_ffi::WSASetLastError(WSAEOPNOTSUPP);
    }
    SOCKET_ERROR
}

/// Whether fwpuclnt.dll has functions that can be called.
#[inline]
fn has_functions() -> bool {
    #[cfg(windows)]
    let has = found::WSAQuerySocketSecurity().is_some();
    #[cfg(not(windows))]
    let has = cfg!(feature = "emulator");
    has
}

/// The error of a function of Winsock's that has just failed on this thread.
#[cold]
pub(crate) fn winsock_error(call: Call) -> Error {
    Error::winsock(call, winsock_code())
}

/// The code that this thread's latest call of Winsock failed with.
#[cold]
pub(crate) fn winsock_code() -> WSA_ERROR {
    // SAFETY: it takes nothing and reads this thread's last code.
    unsafe { WSAGetLastError() }
}

/// The error of a function of Windows proper that has just failed on this thread.
#[cold]
pub(crate) fn windows_error(call: Call) -> Error {
    Error::windows(call, windows_code())
}

/// The code that this thread's latest call outside Winsock failed with.
#[cold]
pub(crate) fn windows_code() -> WIN32_ERROR {
    // SAFETY: it takes nothing and reads this thread's last code.
    unsafe { GetLastError() }
}
