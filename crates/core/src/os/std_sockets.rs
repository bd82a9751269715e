//! std's sockets, lent by their descriptor where that stands for a socket of the emulator.

use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::{AsRawFd, RawFd};

use super::socket::{AsRawSocket, AsSocket, BorrowedSocket, RawSocket};

#[inline]
fn raw(descriptor: RawFd) -> RawSocket {
    // A descriptor of an open socket is not negative, so the widening keeps its value.
    descriptor as RawSocket
}

macro_rules! lend {
    ($($socket:ty),+) => {$(
        impl AsRawSocket for $socket {
            #[inline]
            fn as_raw_socket(&self) -> RawSocket {
                raw(self.as_raw_fd())
            }
        }

        impl AsSocket for $socket {
            #[inline]
            fn as_socket(&self) -> BorrowedSocket<'_> {
                // SAFETY: the descriptor stays open for as long as its owner is borrowed.
                unsafe { BorrowedSocket::borrow_raw(raw(self.as_raw_fd())) }
            }
        }
    )+};
}

lend!(TcpStream, TcpListener, UdpSocket);
