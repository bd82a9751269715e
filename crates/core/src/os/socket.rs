//! Sockets off Windows, shaped like std's on Windows.

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use std::rc::Rc;
use std::sync::Arc;

use winsec_ffi::SOCKET;

use crate::sys;

/// A socket as the system passes it.
#[cfg(target_pointer_width = "64")]
pub type RawSocket = u64;
/// A socket as the system passes it.
#[cfg(not(target_pointer_width = "64"))]
pub type RawSocket = u32;

/// A socket that somebody else owns and keeps open for `'a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct BorrowedSocket<'a> {
    raw: RawSocket,
    owner: PhantomData<&'a OwnedSocket>,
}

impl BorrowedSocket<'_> {
    /// Lends a socket.
    ///
    /// # Safety
    ///
    /// The socket must stay open for the whole of the lifetime.
    #[must_use]
    pub const unsafe fn borrow_raw(socket: RawSocket) -> Self {
        Self {
            raw: socket,
            owner: PhantomData,
        }
    }
}

/// A socket that is closed when this value goes.
#[derive(Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct OwnedSocket(RawSocket);

impl Drop for OwnedSocket {
    fn drop(&mut self) {
        // SAFETY: this value owns the socket, and nobody can use it after this.
        unsafe { sys::closesocket(self.0 as SOCKET) };
    }
}

/// Tells the raw socket.
pub trait AsRawSocket {
    /// The socket; it stays with its owner.
    fn as_raw_socket(&self) -> RawSocket;
}

/// Takes ownership of a raw socket.
pub trait FromRawSocket {
    /// Takes the socket over.
    ///
    /// # Safety
    ///
    /// The socket must be open and nobody else may close it.
    unsafe fn from_raw_socket(socket: RawSocket) -> Self;
}

/// Gives up ownership of a socket.
pub trait IntoRawSocket {
    /// The socket, for the caller to close.
    fn into_raw_socket(self) -> RawSocket;
}

/// Lends a socket.
#[diagnostic::on_unimplemented(
    message = "`{Self}` lends no socket",
    note = "tokio's and socket2's sockets do off Windows with the feature `tokio` or `socket2` of winsec-core"
)]
pub trait AsSocket {
    /// The socket, for as long as `self` is borrowed.
    fn as_socket(&self) -> BorrowedSocket<'_>;
}

impl AsRawSocket for BorrowedSocket<'_> {
    #[inline]
    fn as_raw_socket(&self) -> RawSocket {
        self.raw
    }
}

impl AsRawSocket for OwnedSocket {
    #[inline]
    fn as_raw_socket(&self) -> RawSocket {
        self.0
    }
}

impl FromRawSocket for OwnedSocket {
    unsafe fn from_raw_socket(socket: RawSocket) -> Self {
        Self(socket)
    }
}

impl IntoRawSocket for OwnedSocket {
    fn into_raw_socket(self) -> RawSocket {
        ManuallyDrop::new(self).0
    }
}

impl AsSocket for BorrowedSocket<'_> {
    #[inline]
    fn as_socket(&self) -> BorrowedSocket<'_> {
        *self
    }
}

impl AsSocket for OwnedSocket {
    #[inline]
    fn as_socket(&self) -> BorrowedSocket<'_> {
        BorrowedSocket {
            raw: self.0,
            owner: PhantomData,
        }
    }
}

macro_rules! pointers {
    ($($pointer:ty),+) => {$(
        impl<T: AsSocket + ?Sized> AsSocket for $pointer {
            #[inline]
            fn as_socket(&self) -> BorrowedSocket<'_> {
                (**self).as_socket()
            }
        }
    )+};
}

pointers!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

/// Descriptors, which stand for sockets of the emulator.
#[cfg(unix)]
macro_rules! descriptors {
    ($($socket:ty),+) => {$(
        impl AsRawSocket for $socket {
            #[inline]
            fn as_raw_socket(&self) -> RawSocket {
                // A descriptor of an open socket is not negative, so the widening keeps its value.
                std::os::fd::AsRawFd::as_raw_fd(self) as RawSocket
            }
        }

        impl AsSocket for $socket {
            #[inline]
            fn as_socket(&self) -> BorrowedSocket<'_> {
                // SAFETY: the descriptor stays open for as long as its owner is borrowed.
                unsafe { BorrowedSocket::borrow_raw(self.as_raw_socket()) }
            }
        }
    )+};
}

#[cfg(unix)]
descriptors!(
    std::net::TcpStream,
    std::net::TcpListener,
    std::net::UdpSocket
);

#[cfg(all(unix, feature = "socket2"))]
descriptors!(socket2::Socket);

#[cfg(all(unix, feature = "tokio"))]
descriptors!(
    tokio::net::TcpListener,
    tokio::net::TcpSocket,
    tokio::net::TcpStream,
    tokio::net::UdpSocket
);

#[cfg(all(not(windows), feature = "emulator"))]
impl AsRawSocket for winsec_emulator::EmulatedSocket {
    fn as_raw_socket(&self) -> RawSocket {
        // `SOCKET` is as wide as `RawSocket`.
        self.raw() as RawSocket
    }
}

#[cfg(all(not(windows), feature = "emulator"))]
impl AsSocket for winsec_emulator::EmulatedSocket {
    #[inline]
    fn as_socket(&self) -> BorrowedSocket<'_> {
        // SAFETY: the emulator keeps the socket open for as long as this value lives.
        unsafe { BorrowedSocket::borrow_raw(self.as_raw_socket()) }
    }
}
