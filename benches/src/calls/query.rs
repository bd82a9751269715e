//! How is a connection secured?

use std::ptr;

use winsec_core::__private::{Route, automatic_route};
use winsec_core::os::AsRawSocket;
use winsec_ffi::{SIO_QUERY_SECURITY, SOCKET, SOCKET_SECURITY_QUERY_INFO};

use super::{machine, system};

/// The flags, or the error's code.
pub type Answer = Result<u32, i32>;

/// By the safe layer.
pub fn ours() -> impl FnMut() -> Answer + 'static {
    machine::enter();
    let socket = machine::connected();
    move || match winsec_core::query(&socket) {
        Ok(security) => Ok(security.flags().map_or(0, |flags| flags.bits())),
        Err(error) => Err(error.code().unwrap_or_default()),
    }
}

/// By the function, or, where there is none behind it, by the control code.
pub fn by_hand() -> impl FnMut() -> Answer + 'static {
    machine::enter();
    let owner = machine::connected();
    let socket = owner.as_raw_socket() as SOCKET;
    let function = automatic_route() == Route::Function;
    move || {
        // The socket is open as long as this closure lives.
        let _ = &owner;
        if function {
            ask(socket)
        } else {
            ask_by_control_code(socket)
        }
    }
}

fn ask(socket: SOCKET) -> Answer {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    // SAFETY: the answer is as long as `len` says; a stream socket needs no template.
    let result = unsafe {
        system::WSAQuerySocketSecurity(
            socket,
            ptr::null(),
            0,
            &raw mut info,
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    answer(result, &info)
}

fn ask_by_control_code(socket: SOCKET) -> Answer {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    // SAFETY: the answer is as long as its length says; a stream socket needs no template.
    let result = unsafe {
        system::WSAIoctl(
            socket,
            SIO_QUERY_SECURITY,
            ptr::null(),
            0,
            (&raw mut info).cast(),
            size_of_val(&info) as u32,
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    answer(result, &info)
}

fn answer(result: i32, info: &SOCKET_SECURITY_QUERY_INFO) -> Answer {
    if result == 0 {
        return Ok(info.Flags.bits());
    }
    // SAFETY: it takes nothing and reads this thread's last code.
    Err(unsafe { system::WSAGetLastError() }.0)
}
