//! Where calls leave this crate: to the operating system, to the emulator, or nowhere.
//!
//! [`calls`] is the only module that makes them; the rest of the crate is safe code.

pub(crate) mod calls;

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    BOOL, ERROR_NOT_SUPPORTED, FALSE, HINTERNET, HTTP_QUERY, INTERNET_ACCESS_TYPE, INTERNET_FLAGS,
    INTERNET_OPTION, INTERNET_PORT, INTERNET_SERVICE, PCWSTR, SOCKADDR, SOCKET, SOCKET_ERROR,
    WIN32_ERROR,
};

winsec_core::__functions! {
    linked, winsec_emulator::kernel32;
    fn GetLastError() -> WIN32_ERROR = ERROR_NOT_SUPPORTED;
}

winsec_core::__functions! {
    linked, winsec_emulator::wininet;
    fn InternetOpenW(
        agent: PCWSTR,
        access: INTERNET_ACCESS_TYPE,
        proxy: PCWSTR,
        bypass: PCWSTR,
        flags: INTERNET_FLAGS
    ) -> HINTERNET = ptr::null_mut();
    fn InternetConnectW(
        session: HINTERNET,
        host: PCWSTR,
        port: INTERNET_PORT,
        user: PCWSTR,
        password: PCWSTR,
        service: INTERNET_SERVICE,
        flags: INTERNET_FLAGS,
        context: usize
    ) -> HINTERNET = ptr::null_mut();
    fn HttpOpenRequestW(
        connection: HINTERNET,
        verb: PCWSTR,
        object: PCWSTR,
        version: PCWSTR,
        referrer: PCWSTR,
        types: *const PCWSTR,
        flags: INTERNET_FLAGS,
        context: usize
    ) -> HINTERNET = ptr::null_mut();
    fn HttpSendRequestW(
        request: HINTERNET, headers: PCWSTR, headers_len: u32, body: *const c_void, body_len: u32
    ) -> BOOL = FALSE;
    fn HttpQueryInfoW(
        request: HINTERNET, level: HTTP_QUERY, buffer: *mut c_void, len: *mut u32, index: *mut u32
    ) -> BOOL = FALSE;
    fn InternetReadFile(
        request: HINTERNET, buffer: *mut c_void, room: u32, read: *mut u32
    ) -> BOOL = FALSE;
    fn InternetCloseHandle(handle: HINTERNET) -> BOOL = FALSE;
    fn InternetQueryOptionW(
        handle: HINTERNET, option: INTERNET_OPTION, buffer: *mut c_void, len: *mut u32
    ) -> BOOL = FALSE;
    fn InternetSetOptionW(
        handle: HINTERNET, option: INTERNET_OPTION, buffer: *const c_void, len: u32
    ) -> BOOL = FALSE;
}

winsec_core::__functions! {
    linked, winsec_emulator::ws2_32;
    fn getsockname(socket: SOCKET, name: *mut SOCKADDR, len: *mut i32) -> i32 = SOCKET_ERROR;
    fn getpeername(socket: SOCKET, name: *mut SOCKADDR, len: *mut i32) -> i32 = SOCKET_ERROR;
}
