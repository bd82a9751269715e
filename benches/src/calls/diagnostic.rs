//! Which socket is behind a request?

use std::ptr;

use winsec_ffi::{
    HINTERNET, INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_FLAGS, INTERNET_OPEN_TYPE_DIRECT,
    INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_SERVICE_HTTP,
};
use winsec_wininet_diag::BorrowedRequest;

use super::machine::HOST;
use super::{machine, system};

/// Flags and the server's port, or the error's code.
pub type Answer = Result<(u32, u32), u32>;

/// By the safe layer.
pub fn ours() -> impl FnMut() -> Answer + 'static {
    let request = request();
    move || {
        // SAFETY: the request is open as long as the process, and this thread alone has it.
        let request = unsafe { BorrowedRequest::borrow_raw(request) };
        match request.socket_info() {
            Ok(info) => {
                let port = info.destination_port().expect("the port is one");
                Ok((
                    info.flags().bits(),
                    port.map_or(0, |port| u32::from(port.get())),
                ))
            }
            Err(error) => Err(error.code().unwrap_or_default() as u32),
        }
    }
}

/// By the function.
pub fn by_hand() -> impl FnMut() -> Answer + 'static {
    let request = request();
    move || {
        let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO::default();
        let mut len = size_of_val(&info) as u32;
        // SAFETY: the request is open; the structure is as long as `len` says.
        let queried = unsafe {
            system::InternetQueryOptionW(
                request,
                INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO,
                (&raw mut info).cast(),
                &raw mut len,
            )
        };
        if queried == 0 {
            // SAFETY: it takes nothing and reads this thread's last code.
            return Err(unsafe { system::GetLastError() }.0);
        }
        Ok((info.Flags.bits(), info.DestPort))
    }
}

/// A request, open as long as the process.
pub fn request() -> HINTERNET {
    machine::enter();
    let wide = |text: &str| -> Vec<u16> { text.encode_utf16().chain([0]).collect() };
    let none = INTERNET_FLAGS::empty();
    // SAFETY: the texts are terminated or null.
    let session = unsafe {
        system::InternetOpenW(
            wide("benches").as_ptr(),
            INTERNET_OPEN_TYPE_DIRECT,
            ptr::null(),
            ptr::null(),
            none,
        )
    };
    assert!(!session.is_null(), "a session can be opened");
    // SAFETY: the session is open, and the texts are terminated or null.
    let connection = unsafe {
        system::InternetConnectW(
            session,
            wide(HOST).as_ptr(),
            80,
            ptr::null(),
            ptr::null(),
            INTERNET_SERVICE_HTTP,
            none,
            0,
        )
    };
    assert!(!connection.is_null(), "a server can be named");
    // SAFETY: the connection is open, and the texts are terminated or null.
    let request = unsafe {
        system::HttpOpenRequestW(
            connection,
            wide("GET").as_ptr(),
            wide("/").as_ptr(),
            ptr::null(),
            ptr::null(),
            ptr::null(),
            none,
            0,
        )
    };
    assert!(!request.is_null(), "a request can be opened");
    send(request);
    request
}

/// Has the emulator's server answer. Where there is a network, nothing is sent.
#[cfg(not(windows))]
fn send(request: HINTERNET) {
    // SAFETY: the request is open, and null stands for no headers and no body.
    let sent = unsafe { system::HttpSendRequestW(request, ptr::null(), 0, ptr::null(), 0) };
    assert!(sent != 0, "the emulated server answers");
}

#[cfg(windows)]
fn send(_: HINTERNET) {}
