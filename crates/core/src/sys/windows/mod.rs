//! The system: Windows, or Wine.
#![expect(non_snake_case, reason = "the functions have the system's names")]

mod functions;
mod wine;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKADDR, SOCKET, SOCKET_ERROR,
    SOCKET_PEER_TARGET_NAME, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE,
    SOCKET_SECURITY_SETTINGS, WSAEOPNOTSUPP, WSASetLastError,
};

pub(crate) use winsec_ffi::{
    CancelIoEx, CloseThreadpoolWait, CreateEventW, CreateThreadpoolWait, GetLastError,
    GetTokenInformation, LookupAccountSidW, SetThreadpoolWait, SleepEx, WSAGetLastError,
    WSAGetOverlappedResult, WSAIoctl, WaitForSingleObject, getpeername, getsockname, getsockopt,
};

pub(crate) use functions::{backend, has_functions};

/// What a call answers when the system has no such function.
fn refuse() -> i32 {
    // SAFETY: it sets this thread's last code and touches nothing else.
    unsafe { WSASetLastError(WSAEOPNOTSUPP) };
    SOCKET_ERROR
}

macro_rules! looked_up {
    ($($name:ident as $member:ident($($parameter:ident: $ty:ty),*);)+) => {$(
        /// # Safety
        ///
        /// As for the function of that name in `winsec-ffi`.
        pub(crate) unsafe fn $name($($parameter: $ty),*) -> i32 {
            match functions::functions() {
                // SAFETY: the pointer was found under this name, whose signature this is, and the
                // caller keeps the function's own rules.
                Some(functions) => unsafe { (functions.$member)($($parameter),*) },
                None => refuse(),
            }
        }
    )+};
}

looked_up! {
    WSAQuerySocketSecurity as query(
        socket: SOCKET,
        template: *const SOCKET_SECURITY_QUERY_TEMPLATE,
        template_len: u32,
        info: *mut SOCKET_SECURITY_QUERY_INFO,
        info_len: *mut u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    );
    WSASetSocketSecurity as set(
        socket: SOCKET,
        settings: *const SOCKET_SECURITY_SETTINGS,
        settings_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    );
    WSASetSocketPeerTargetName as set_name(
        socket: SOCKET,
        name: *const SOCKET_PEER_TARGET_NAME,
        name_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    );
    WSADeleteSocketPeerTargetName as delete_name(
        socket: SOCKET,
        address: *const SOCKADDR,
        address_len: u32,
        overlapped: *mut OVERLAPPED,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE
    );
    WSAImpersonateSocketPeer as impersonate(
        socket: SOCKET,
        address: *const SOCKADDR,
        address_len: u32
    );
    WSARevertImpersonation as revert();
}
