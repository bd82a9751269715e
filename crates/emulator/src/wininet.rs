//! The functions of `wininet.dll` that the safe layers call.

mod exchange;
mod handles;
mod options;
mod route;

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    BOOL, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_HANDLE, HINTERNET, HTTP_QUERY,
    INTERNET_ACCESS_TYPE, INTERNET_FLAGS, INTERNET_OPTION, INTERNET_PORT, INTERNET_SERVICE, PCWSTR,
    WIN32_ERROR,
};

use self::exchange::{query_info, read, send};
use self::handles::{close, connect, open, open_request};
use self::options::Target;
use crate::boundary::{Visit, win32, win32_value};
use crate::calls::Call;
use crate::ledger::{Kind, Refusal};
use crate::memory::{Buffer, Input, Out, Text, wide};

fn handle(value: usize) -> HINTERNET {
    ptr::without_provenance_mut(value)
}

/// Opens a session.
///
/// # Safety
///
/// As for the real function: each text is null or ends with a zero.
pub unsafe extern "system" fn InternetOpenW(
    _lpszAgent: PCWSTR,
    dwAccessType: INTERNET_ACCESS_TYPE,
    lpszProxy: PCWSTR,
    lpszProxyBypass: PCWSTR,
    dwFlags: INTERNET_FLAGS,
) -> HINTERNET {
    // SAFETY: as promised to this function.
    let proxy = unsafe { wide(lpszProxy) };
    // SAFETY: as promised to this function.
    let bypass = unsafe { wide(lpszProxyBypass) };
    win32_value(Call::InternetOpenW, ptr::null_mut(), |visit| {
        open(visit, dwAccessType, proxy, bypass, dwFlags).map(handle)
    })
}

/// Opens a connection of a session.
///
/// # Safety
///
/// As for the real function: each text is null or ends with a zero.
pub unsafe extern "system" fn InternetConnectW(
    hInternet: HINTERNET,
    lpszServerName: PCWSTR,
    nServerPort: INTERNET_PORT,
    _lpszUserName: PCWSTR,
    _lpszPassword: PCWSTR,
    dwService: INTERNET_SERVICE,
    _dwFlags: INTERNET_FLAGS,
    _dwContext: usize,
) -> HINTERNET {
    // SAFETY: as promised to this function.
    let server = unsafe { wide(lpszServerName) };
    win32_value(Call::InternetConnectW, ptr::null_mut(), |visit| {
        connect(visit, hInternet, server, nServerPort, dwService).map(handle)
    })
}

/// Opens a request of a connection.
///
/// # Safety
///
/// As for the real function: each text is null or ends with a zero. The accepted types are not read.
pub unsafe extern "system" fn HttpOpenRequestW(
    hConnect: HINTERNET,
    lpszVerb: PCWSTR,
    lpszObjectName: PCWSTR,
    _lpszVersion: PCWSTR,
    _lpszReferrer: PCWSTR,
    _lplpszAcceptTypes: *const PCWSTR,
    dwFlags: INTERNET_FLAGS,
    _dwContext: usize,
) -> HINTERNET {
    // SAFETY: as promised to this function.
    let method = unsafe { wide(lpszVerb) };
    // SAFETY: as promised to this function.
    let path = unsafe { wide(lpszObjectName) };
    win32_value(Call::HttpOpenRequestW, ptr::null_mut(), |visit| {
        open_request(visit, hConnect, method, path, dwFlags).map(handle)
    })
}

/// Sends a request and waits for the head of the answer.
///
/// # Safety
///
/// As for the real function. Neither the headers nor the body are read.
pub unsafe extern "system" fn HttpSendRequestW(
    hRequest: HINTERNET,
    lpszHeaders: PCWSTR,
    dwHeadersLength: u32,
    _lpOptional: *const c_void,
    _dwOptionalLength: u32,
) -> BOOL {
    // SAFETY: only whether it is null and how long it is said to be is looked at.
    let headers = unsafe { Input::new(lpszHeaders, dwHeadersLength as usize) };
    win32(Call::HttpSendRequestW, |visit| {
        send(visit, hRequest, headers)
    })
}

/// Gives a part of the head of an answer.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid, the buffer for writes of its length; for a
/// header of one's own it holds the name, which ends with a zero.
pub unsafe extern "system" fn HttpQueryInfoW(
    hRequest: HINTERNET,
    dwInfoLevel: HTTP_QUERY,
    lpBuffer: *mut c_void,
    lpdwBufferLength: *mut u32,
    lpdwIndex: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(lpdwBufferLength) };
    // SAFETY: as promised to this function.
    let index = unsafe { Out::new(lpdwIndex) };
    // SAFETY: the buffer holds a name when the level asks for one's own header.
    let name = || unsafe { wide(lpBuffer.cast()) };
    // SAFETY: the caller's length counts the bytes of the caller's buffer.
    let buffer = |room| unsafe { Buffer::new(lpBuffer, room) };
    win32(Call::HttpQueryInfoW, |visit| {
        query_info(visit, hRequest, dwInfoLevel, name, buffer, (length, index))
    })
}

/// Reads on in the body of an answer.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid, the buffer for writes of its length.
pub unsafe extern "system" fn InternetReadFile(
    hFile: HINTERNET,
    lpBuffer: *mut c_void,
    dwNumberOfBytesToRead: u32,
    lpdwNumberOfBytesRead: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let buffer = unsafe { Buffer::new(lpBuffer, dwNumberOfBytesToRead as usize) };
    // SAFETY: as promised to this function.
    let count = unsafe { Out::new(lpdwNumberOfBytesRead) };
    win32(Call::InternetReadFile, |visit| {
        read(visit, hFile, buffer, count)
    })
}

/// Closes a handle, and everything that was made from it.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn InternetCloseHandle(hInternet: HINTERNET) -> BOOL {
    win32(Call::InternetCloseHandle, |visit| close(visit, hInternet))
}

/// Gives the value of an option, texts in ANSI.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid, the buffer for writes of its length.
pub unsafe extern "system" fn InternetQueryOptionA(
    hInternet: HINTERNET,
    dwOption: INTERNET_OPTION,
    lpBuffer: *mut c_void,
    lpdwBufferLength: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(lpdwBufferLength) };
    // SAFETY: the caller's length counts the bytes of the caller's buffer.
    let buffer = |room| unsafe { Buffer::new(lpBuffer, room) };
    win32(Call::InternetQueryOptionA, |visit| {
        options::query(
            visit,
            hInternet,
            dwOption,
            Text::Ansi,
            Target { buffer, length },
        )
    })
}

/// Gives the value of an option, texts in UTF-16.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid, the buffer for writes of its length.
pub unsafe extern "system" fn InternetQueryOptionW(
    hInternet: HINTERNET,
    dwOption: INTERNET_OPTION,
    lpBuffer: *mut c_void,
    lpdwBufferLength: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(lpdwBufferLength) };
    // SAFETY: the caller's length counts the bytes of the caller's buffer.
    let buffer = |room| unsafe { Buffer::new(lpBuffer, room) };
    win32(Call::InternetQueryOptionW, |visit| {
        options::query(
            visit,
            hInternet,
            dwOption,
            Text::Wide,
            Target { buffer, length },
        )
    })
}

/// Sets the value of an option.
///
/// # Safety
///
/// As for the real function: the buffer is null or valid for reads of its length.
pub unsafe extern "system" fn InternetSetOptionW(
    hInternet: HINTERNET,
    dwOption: INTERNET_OPTION,
    lpBuffer: *const c_void,
    dwBufferLength: u32,
) -> BOOL {
    // SAFETY: as promised to this function; texts, whose length counts units, cannot be set.
    let value = unsafe { Input::new(lpBuffer, dwBufferLength as usize) };
    win32(Call::InternetSetOptionW, |visit| {
        options::set(visit, hInternet, dwOption, value)
    })
}

/// Checks a handle: it must be open, and of this kind.
fn check(
    visit: &mut Visit<'_>,
    handle: HINTERNET,
    fits: impl Fn(Kind) -> bool,
) -> Result<usize, WIN32_ERROR> {
    let value = handle.addr();
    match visit.check(value, fits) {
        Ok(_) => Ok(value),
        Err(Refusal::OtherKind)
            if visit
                .state
                .ledger
                .open_handle(value)
                .is_some_and(Kind::is_internet) =>
        {
            Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)
        }
        Err(_) => Err(ERROR_INVALID_HANDLE),
    }
}

/// Checks the handle of a request.
fn check_request(visit: &mut Visit<'_>, handle: HINTERNET) -> Result<usize, WIN32_ERROR> {
    check(visit, handle, |kind| kind == Kind::Request)
}
