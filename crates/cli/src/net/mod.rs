//! Connections to look at: made for real on Windows, in a scenario elsewhere.

#[cfg(not(windows))]
mod emulated;
#[cfg(windows)]
mod real;
mod target;

use std::net::SocketAddr;

use winsec_core::os::{AsSocket, BorrowedSocket};

#[cfg(not(windows))]
use self::emulated as backend;
#[cfg(windows)]
use self::real as backend;

pub(crate) use self::backend::{Listener, connect, listen, probe};
pub(crate) use self::target::Target;

/// A socket to look at, and its addresses.
#[derive(Debug)]
pub(crate) struct Connection {
    socket: backend::Socket,
    /// This side's address, where it is known.
    pub(crate) local: Option<SocketAddr>,
    /// The other side's address.
    pub(crate) peer: SocketAddr,
}

impl AsSocket for Connection {
    fn as_socket(&self) -> BorrowedSocket<'_> {
        self.socket.as_socket()
    }
}
