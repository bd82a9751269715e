//! Encryption is demanded of a new socket.

use std::ptr;

use winsec_core::Settings;
use winsec_emulator::EmulatedSocket;
use winsec_ffi::{
    SO_ACCEPTCONN, SOCKET, SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_SETTINGS,
    SOCKET_SETTINGS_FLAGS, SOL_SOCKET,
};

use super::{CALLS, machine, system};

/// Nothing, or the error's code.
type Answer = Result<(), i32>;

/// By the safe layer.
pub(super) fn ours() -> impl FnMut() -> Answer + 'static {
    each(|socket| {
        Settings::new()
            .guarantee_encryption()
            .apply(socket)
            .map_err(|error| error.code().unwrap_or_default())
    })
}

/// By the functions: whether the socket is new, then the settings.
pub(super) fn by_hand() -> impl FnMut() -> Answer + 'static {
    each(|socket| {
        let socket = socket.raw();
        if !is_new(socket) {
            return Err(-1);
        }
        let settings = SOCKET_SECURITY_SETTINGS {
            SecurityProtocol: SOCKET_SECURITY_PROTOCOL_DEFAULT,
            SecurityFlags: SOCKET_SETTINGS_FLAGS::SOCKET_SETTINGS_GUARANTEE_ENCRYPTION,
        };
        // SAFETY: the settings are as long as the length says.
        let result = unsafe {
            system::WSASetSocketSecurity(
                socket,
                &raw const settings,
                size_of_val(&settings) as u32,
                ptr::null_mut(),
                None,
            )
        };
        if result == 0 {
            return Ok(());
        }
        // SAFETY: it takes nothing and reads this thread's last code.
        Err(unsafe { system::WSAGetLastError() }.0)
    })
}

/// Does something with a socket that nothing has been done with. Settings can be made but once, so
/// there are enough of them for the calls that are counted; more are made when they are used up.
fn each(mut work: impl FnMut(&EmulatedSocket) -> Answer + 'static) -> impl FnMut() -> Answer {
    machine::enter();
    let mut new: Vec<_> = (0..CALLS * 2).map(|_| machine::new_socket()).collect();
    let mut used = Vec::with_capacity(new.len());
    move || {
        if new.is_empty() {
            used.clear();
            new.extend((0..CALLS * 2).map(|_| machine::new_socket()));
        }
        let socket = new.pop().expect("there are some, or some were made");
        let answer = work(&socket);
        used.push(socket);
        answer
    }
}

/// Whether a socket is neither connected, nor listening, nor bound.
fn is_new(socket: SOCKET) -> bool {
    let mut address = [0_u64; 16];
    let mut len = size_of_val(&address) as i32;
    // SAFETY: the memory is as long as `len` says, and aligned for every address.
    if unsafe { system::getpeername(socket, address.as_mut_ptr().cast(), &raw mut len) } == 0 {
        return false;
    }
    let mut listens = 0_u32;
    let mut len = size_of_val(&listens) as i32;
    // SAFETY: the value is as long as `len` says.
    let result = unsafe {
        system::getsockopt(
            socket,
            SOL_SOCKET,
            SO_ACCEPTCONN,
            (&raw mut listens).cast(),
            &raw mut len,
        )
    };
    if result == 0 && listens != 0 {
        return false;
    }
    let mut len = size_of_val(&address) as i32;
    // SAFETY: as for the other end's address.
    let result = unsafe { system::getsockname(socket, address.as_mut_ptr().cast(), &raw mut len) };
    let [_, _, high, low, ..] = address[0].to_ne_bytes();
    result != 0 || (high, low) == (0, 0)
}
