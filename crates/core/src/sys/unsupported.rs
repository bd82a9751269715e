//! No system: nothing is called, every operation fails.
//!
//! The functions take what the system's take. Their failures come out as
//! [`ErrorKind::PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported), whatever the code.
#![expect(
    non_snake_case,
    clippy::too_many_arguments,
    reason = "the functions have the system's names and parameters"
)]

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

use crate::backend::Backend;

pub(crate) const fn backend() -> Backend {
    Backend::Unsupported
}

pub(crate) const fn has_functions() -> bool {
    false
}

macro_rules! refuse {
    ($($name:ident($($parameter:ty),*) -> $result:ty = $value:expr;)+) => {$(
        pub(crate) unsafe fn $name($(_: $parameter),*) -> $result {
            $value
        }
    )+};
}

refuse! {
    WSAQuerySocketSecurity(
        SOCKET, *const SOCKET_SECURITY_QUERY_TEMPLATE, u32, *mut SOCKET_SECURITY_QUERY_INFO, *mut
        u32, *mut OVERLAPPED, LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    WSASetSocketSecurity(
        SOCKET, *const SOCKET_SECURITY_SETTINGS, u32, *mut OVERLAPPED,
        LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    WSASetSocketPeerTargetName(
        SOCKET, *const SOCKET_PEER_TARGET_NAME, u32, *mut OVERLAPPED,
        LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    WSADeleteSocketPeerTargetName(
        SOCKET, *const SOCKADDR, u32, *mut OVERLAPPED, LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    WSAImpersonateSocketPeer(SOCKET, *const SOCKADDR, u32) -> i32 = SOCKET_ERROR;
    WSARevertImpersonation() -> i32 = SOCKET_ERROR;
    WSAIoctl(
        SOCKET, u32, *const c_void, u32, *mut c_void, u32, *mut u32, *mut OVERLAPPED,
        LPWSAOVERLAPPED_COMPLETION_ROUTINE
    ) -> i32 = SOCKET_ERROR;
    WSAGetLastError() -> WSA_ERROR = WSAEOPNOTSUPP;
    WSAGetOverlappedResult(SOCKET, *mut OVERLAPPED, *mut u32, BOOL, *mut u32) -> BOOL = FALSE;
    getsockopt(SOCKET, i32, i32, *mut i8, *mut i32) -> i32 = SOCKET_ERROR;
    getpeername(SOCKET, *mut SOCKADDR, *mut i32) -> i32 = SOCKET_ERROR;
    getsockname(SOCKET, *mut SOCKADDR, *mut i32) -> i32 = SOCKET_ERROR;
    closesocket(SOCKET) -> i32 = SOCKET_ERROR;
    CloseHandle(HANDLE) -> BOOL = FALSE;
    CancelIoEx(HANDLE, *mut OVERLAPPED) -> BOOL = FALSE;
    GetLastError() -> WIN32_ERROR = ERROR_NOT_SUPPORTED;
    CreateEventW(*const SECURITY_ATTRIBUTES, BOOL, BOOL, PCWSTR) -> HANDLE = ptr::null_mut();
    WaitForSingleObject(HANDLE, u32) -> WAIT_EVENT = WAIT_FAILED;
    SleepEx(u32, BOOL) -> WAIT_EVENT = WAIT_OBJECT_0;
    CreateThreadpoolWait(
        PTP_WAIT_CALLBACK, *mut c_void, *const TP_CALLBACK_ENVIRON_V3
    ) -> PTP_WAIT = ptr::null_mut();
    SetThreadpoolWait(PTP_WAIT, HANDLE, *const FILETIME) -> () = ();
    CloseThreadpoolWait(PTP_WAIT) -> () = ();
    GetTokenInformation(
        HANDLE, TOKEN_INFORMATION_CLASS, *mut c_void, u32, *mut u32
    ) -> BOOL = FALSE;
    LookupAccountSidW(
        PCWSTR, PSID, PWSTR, *mut u32, PWSTR, *mut u32, *mut SID_NAME_USE
    ) -> BOOL = FALSE;
}
