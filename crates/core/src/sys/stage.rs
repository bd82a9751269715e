//! How far a socket is in its life.

use core::ptr;

use winsec_ffi::{SO_ACCEPTCONN, SOCKET, SOL_SOCKET};

use super::system;
use crate::error::SocketStage;
use crate::os::{AsRawSocket, BorrowedSocket};

/// Room for the address of any family.
type Storage = [u64; 16];

/// How far the socket is in its life; `None` when it is new, and when the system does not tell.
#[inline]
pub(crate) fn stage(socket: BorrowedSocket<'_>) -> Option<SocketStage> {
    let socket = socket.as_raw_socket() as SOCKET;
    let mut storage: Storage = [0; 16];
    if has_peer(socket, &mut storage) {
        Some(SocketStage::Connected)
    } else if listens(socket) {
        Some(SocketStage::Listening)
    } else if has_port(socket, &mut storage) {
        Some(SocketStage::Bound)
    } else {
        None
    }
}

#[inline]
fn has_peer(socket: SOCKET, storage: &mut Storage) -> bool {
    let mut len = size_of_val(storage) as i32;
    // SAFETY: the storage is as large as the length says and aligned for every address.
    let result = unsafe { system::getpeername(socket, storage.as_mut_ptr().cast(), &raw mut len) };
    result == 0
}

#[inline]
fn has_port(socket: SOCKET, storage: &mut Storage) -> bool {
    // Where the system writes less than a port, there is none.
    storage[0] = 0;
    let mut len = size_of_val(storage) as i32;
    // SAFETY: the storage is as large as the length says and aligned for every address.
    let result = unsafe { system::getsockname(socket, storage.as_mut_ptr().cast(), &raw mut len) };
    // The port stands at the same place, in network order, for both families.
    let port = &super::bytes(storage)[2..4];
    result == 0 && port != [0, 0]
}

#[inline]
fn listens(socket: SOCKET) -> bool {
    let mut value = 0_u32;
    let mut len = size_of_val(&value) as i32;
    // SAFETY: the value is as large as the length says.
    let result = unsafe {
        system::getsockopt(
            socket,
            SOL_SOCKET,
            SO_ACCEPTCONN,
            ptr::from_mut(&mut value).cast(),
            &raw mut len,
        )
    };
    result == 0 && value != 0
}
