//! Sockets and handles under the names of `std::os::windows::io`, on every platform.
//!
//! On Windows these are std's own types and traits, so that everything that lends a socket to std
//! code (`TcpStream`, `UdpSocket`, socket2's and tokio's sockets) lends it to this crate. Elsewhere
//! they are small types of the same names and shapes, so that the text of a program that uses this
//! crate is the same everywhere. There the descriptor of a socket stands for the socket, and means
//! something to the emulator alone: that of a socket of std, of socket2 with the feature `socket2`, and
//! of tokio with the feature `tokio`. The emulator answers for it once its world has been told of it, by
//! `World::adopt` or `World::attach`.
//!
//! ```no_run
//! # #[cfg(any(windows, feature = "tokio"))]
//! async fn is_encrypted(stream: &tokio::net::TcpStream) -> winsec_core::Result<bool> {
//!     Ok(winsec_core::query(stream)?.is_encrypted())
//! }
//! ```

#[cfg(windows)]
pub use std::os::windows::io::{
    AsHandle, AsRawHandle, AsRawSocket, AsSocket, BorrowedHandle, BorrowedSocket, FromRawHandle,
    FromRawSocket, IntoRawHandle, IntoRawSocket, OwnedHandle, OwnedSocket, RawHandle, RawSocket,
};

#[cfg(not(windows))]
mod handle;
#[cfg(not(windows))]
mod socket;

#[cfg(not(windows))]
pub use handle::{
    AsHandle, AsRawHandle, BorrowedHandle, FromRawHandle, IntoRawHandle, OwnedHandle, RawHandle,
};
#[cfg(not(windows))]
pub use socket::{
    AsRawSocket, AsSocket, BorrowedSocket, FromRawSocket, IntoRawSocket, OwnedSocket, RawSocket,
};

/// The number of a socket that is lent for as long as `socket` is borrowed.
#[inline]
pub(crate) fn raw(socket: &(impl AsSocket + ?Sized)) -> winsec_ffi::SOCKET {
    // `RawSocket` and `SOCKET` are both as wide as a pointer.
    socket.as_socket().as_raw_socket() as winsec_ffi::SOCKET
}
