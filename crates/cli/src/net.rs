//! Connections to look at: made for real on Windows, in a scenario elsewhere.

#[cfg(not(windows))]
mod emulated;
mod race;
#[cfg(windows)]
mod real;
mod target;

use std::net::SocketAddr;

use winsec_core::os::{AsSocket, BorrowedSocket};

#[cfg(not(windows))]
use self::emulated as backend;
#[cfg(windows)]
use self::real as backend;

pub(crate) use self::backend::{connect, listen, probe};
pub(crate) use self::race::Other;
pub(crate) use self::target::Target;

/// A socket to look at, and its addresses.
#[derive(Debug)]
pub(crate) struct Connection {
    socket: backend::Socket,
    /// This side's address, where it is known.
    pub(crate) local: Option<SocketAddr>,
    /// The other side's address.
    pub(crate) peer: SocketAddr,
    /// The other addresses of the host that was to be connected to.
    pub(crate) others: Vec<Other>,
}

impl AsSocket for Connection {
    fn as_socket(&self) -> BorrowedSocket<'_> {
        self.socket.as_socket()
    }
}
