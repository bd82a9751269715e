//! The calls where nobody answers: each refuses, touching nothing.
#![allow(
    non_snake_case,
    reason = "the names are those of the functions that are missing"
)]

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    BOOL, ERROR_NOT_SUPPORTED, HINTERNET, HTTP_QUERY, ICU_FLAGS, INTERNET_ACCESS_TYPE,
    INTERNET_FLAGS, INTERNET_OPTION, INTERNET_PORT, INTERNET_SERVICE, PCWSTR, URL_COMPONENTSW,
    WIN32_ERROR,
};

pub(super) unsafe extern "system" fn GetLastError() -> WIN32_ERROR {
    ERROR_NOT_SUPPORTED
}

pub(super) unsafe extern "system" fn InternetOpenW(
    _: PCWSTR,
    _: INTERNET_ACCESS_TYPE,
    _: PCWSTR,
    _: PCWSTR,
    _: INTERNET_FLAGS,
) -> HINTERNET {
    ptr::null_mut()
}

pub(super) unsafe extern "system" fn InternetConnectW(
    _: HINTERNET,
    _: PCWSTR,
    _: INTERNET_PORT,
    _: PCWSTR,
    _: PCWSTR,
    _: INTERNET_SERVICE,
    _: INTERNET_FLAGS,
    _: usize,
) -> HINTERNET {
    ptr::null_mut()
}

pub(super) unsafe extern "system" fn HttpOpenRequestW(
    _: HINTERNET,
    _: PCWSTR,
    _: PCWSTR,
    _: PCWSTR,
    _: PCWSTR,
    _: *const PCWSTR,
    _: INTERNET_FLAGS,
    _: usize,
) -> HINTERNET {
    ptr::null_mut()
}

pub(super) unsafe extern "system" fn HttpSendRequestW(
    _: HINTERNET,
    _: PCWSTR,
    _: u32,
    _: *const c_void,
    _: u32,
) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn HttpQueryInfoW(
    _: HINTERNET,
    _: HTTP_QUERY,
    _: *mut c_void,
    _: *mut u32,
    _: *mut u32,
) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn InternetReadFile(
    _: HINTERNET,
    _: *mut c_void,
    _: u32,
    _: *mut u32,
) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn InternetCloseHandle(_: HINTERNET) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn InternetQueryOptionW(
    _: HINTERNET,
    _: INTERNET_OPTION,
    _: *mut c_void,
    _: *mut u32,
) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn InternetSetOptionW(
    _: HINTERNET,
    _: INTERNET_OPTION,
    _: *const c_void,
    _: u32,
) -> BOOL {
    0
}

pub(super) unsafe extern "system" fn InternetCrackUrlW(
    _: PCWSTR,
    _: u32,
    _: ICU_FLAGS,
    _: *mut URL_COMPONENTSW,
) -> BOOL {
    0
}
