//! WinINet's functions, with the arguments that a test leaves out.

use std::ptr;

use winsec_emulator::wininet::{
    HttpOpenRequestW, HttpQueryInfoW, HttpSendRequestW, InternetCloseHandle, InternetConnectW,
    InternetOpenW, InternetQueryOptionW, InternetReadFile, InternetSetOptionW,
};
use winsec_ffi::{
    HINTERNET, HTTP_QUERY, INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_FLAGS,
    INTERNET_OPEN_TYPE_DIRECT, INTERNET_OPEN_TYPE_PROXY, INTERNET_OPTION,
    INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_SERVICE_HTTP, WIN32_ERROR,
};

use super::{units, win32};
use winsec_emulator::kernel32::GetLastError;

fn opened(handle: HINTERNET) -> Result<HINTERNET, WIN32_ERROR> {
    if handle.is_null() {
        // SAFETY: it takes nothing.
        return Err(unsafe { GetLastError() });
    }
    Ok(handle)
}

pub fn open_with(flags: INTERNET_FLAGS) -> Result<HINTERNET, WIN32_ERROR> {
    let null = ptr::null();
    // SAFETY: null texts are allowed.
    opened(unsafe { InternetOpenW(null, INTERNET_OPEN_TYPE_DIRECT, null, null, flags) })
}

pub fn open() -> HINTERNET {
    open_with(INTERNET_FLAGS::empty()).expect("a session")
}

pub fn open_proxied(proxy: &str, bypass: &str) -> HINTERNET {
    let (proxy, bypass) = (units(proxy), units(bypass));
    let flags = INTERNET_FLAGS::empty();
    // SAFETY: the texts end with a zero.
    let handle = unsafe {
        InternetOpenW(
            ptr::null(),
            INTERNET_OPEN_TYPE_PROXY,
            proxy.as_ptr(),
            bypass.as_ptr(),
            flags,
        )
    };
    opened(handle).expect("a session")
}

pub fn connect(session: HINTERNET, host: &str, port: u16) -> Result<HINTERNET, WIN32_ERROR> {
    let host = units(host);
    let null = ptr::null();
    let flags = INTERNET_FLAGS::empty();
    // SAFETY: the text ends with a zero.
    opened(unsafe {
        InternetConnectW(
            session,
            host.as_ptr(),
            port,
            null,
            null,
            INTERNET_SERVICE_HTTP,
            flags,
            0,
        )
    })
}

pub fn request(
    connection: HINTERNET,
    path: &str,
    flags: INTERNET_FLAGS,
) -> Result<HINTERNET, WIN32_ERROR> {
    let path = units(path);
    let null = ptr::null();
    // SAFETY: the text ends with a zero.
    opened(unsafe {
        HttpOpenRequestW(
            connection,
            null,
            path.as_ptr(),
            null,
            null,
            ptr::null(),
            flags,
            0,
        )
    })
}

pub fn send(request: HINTERNET) -> Result<(), WIN32_ERROR> {
    // SAFETY: no headers and no body.
    win32(unsafe { HttpSendRequestW(request, ptr::null(), 0, ptr::null(), 0) })
}

pub fn read(request: HINTERNET, room: usize) -> Result<Vec<u8>, WIN32_ERROR> {
    let mut bytes = vec![0; room];
    let mut count = u32::MAX;
    let at = bytes.as_mut_ptr().cast();
    // SAFETY: the buffer has room for that much.
    win32(unsafe { InternetReadFile(request, at, room as u32, &raw mut count) })?;
    bytes.truncate(count as usize);
    Ok(bytes)
}

/// All of a body.
pub fn read_all(request: HINTERNET) -> Result<String, WIN32_ERROR> {
    let mut body = Vec::new();
    loop {
        let part = read(request, 7)?;
        if part.is_empty() {
            return Ok(String::from_utf8(body).expect("text"));
        }
        body.extend(part);
    }
}

pub fn close(handle: HINTERNET) -> Result<(), WIN32_ERROR> {
    // SAFETY: nothing uses the handle any more.
    win32(unsafe { InternetCloseHandle(handle) })
}

pub fn diagnostic(request: HINTERNET) -> Result<INTERNET_DIAGNOSTIC_SOCKET_INFO, WIN32_ERROR> {
    let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO::default();
    let mut len = size_of_val(&info) as u32;
    let option = INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;
    let at = (&raw mut info).cast();
    // SAFETY: the buffer has that length.
    win32(unsafe { InternetQueryOptionW(request, option, at, &raw mut len) })?;
    assert_eq!(len as usize, size_of_val(&info));
    Ok(info)
}

pub fn option_u32(handle: HINTERNET, option: INTERNET_OPTION) -> Result<u32, WIN32_ERROR> {
    let mut value = 0_u32;
    let mut len = 4;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    win32(unsafe { InternetQueryOptionW(handle, option, at, &raw mut len) })?;
    Ok(value)
}

pub fn set_option(
    handle: HINTERNET,
    option: INTERNET_OPTION,
    value: &[u8],
) -> Result<(), WIN32_ERROR> {
    let at = value.as_ptr().cast();
    // SAFETY: the buffer has that length.
    win32(unsafe { InternetSetOptionW(handle, option, at, value.len() as u32) })
}

/// A text of an answer's head.
pub fn info(request: HINTERNET, level: HTTP_QUERY) -> Result<String, WIN32_ERROR> {
    // Without a zero: who reads it as a text reads beyond it.
    let mut buffer = [0xEEEE_u16; 512];
    let mut len = size_of_val(&buffer) as u32;
    let at = buffer.as_mut_ptr().cast();
    // SAFETY: the buffer has that length.
    win32(unsafe { HttpQueryInfoW(request, level, at, &raw mut len, ptr::null_mut()) })?;
    let count = len as usize / 2;
    assert_eq!(buffer[count], 0, "the text ends with a zero");
    Ok(String::from_utf16_lossy(&buffer[..count]))
}
