//! What is behind a request: the socket, its ports, and how the connection is made.

use core::fmt;
use core::marker::PhantomData;

use winsec_core::os::{AsRawSocket, BorrowedSocket, RawSocket};
use winsec_core::{Backend, ConnectionSecurity, StreamQuery};
use winsec_ffi::{HINTERNET, INTERNET_DIAGNOSTIC_SOCKET_INFO, INVALID_SOCKET, SOCKET};

use crate::sys::calls::Address;
use crate::{Port, Result, SocketFlags, SocketReport, sys};

/// A request's handle that somebody else owns and keeps open for `'a`.
///
/// Reference: [HINTERNET handles][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/appendix-a-hinternet-handles
#[derive(Debug, Clone, Copy)]
pub struct BorrowedRequest<'a> {
    raw: HINTERNET,
    owner: PhantomData<&'a ()>,
}

impl<'a> BorrowedRequest<'a> {
    /// Borrows the handle of somebody else's request.
    ///
    /// # Safety
    ///
    /// For all of `'a`, the handle is not closed, and no other thread uses it while this one does.
    /// That it is a request's is checked by the system, which refuses any other.
    #[must_use]
    pub const unsafe fn borrow_raw(raw: HINTERNET) -> Self {
        Self {
            raw,
            owner: PhantomData,
        }
    }

    /// What is behind the request now.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::WrongHandleType`](crate::ErrorKind::WrongHandleType) for the handle of a session
    /// or a connection, [`ErrorKind::InvalidHandle`](crate::ErrorKind::InvalidHandle) for a closed
    /// one, [`ErrorKind::OptionNotSupported`](crate::ErrorKind::OptionNotSupported) on the many
    /// systems that no longer tell, [`ErrorKind::BufferSize`](crate::ErrorKind::BufferSize) where the
    /// structure has another size.
    ///
    /// Reference: [InternetQueryOptionW][reference], `INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO`.
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetqueryoptionw
    #[doc(alias = "InternetQueryOption")]
    #[doc(alias = "InternetQueryOptionW")]
    #[doc(alias = "INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO")]
    #[inline]
    pub fn socket_info(self) -> Result<SocketInfo<'a>> {
        // SAFETY: `borrow_raw`'s caller vouched for the handle, for all of `'a`.
        let raw = unsafe { sys::calls::diagnose(self.raw) }?;
        Ok(SocketInfo {
            raw,
            request: PhantomData,
        })
    }
}

/// What is behind a request, as the system told it at one moment.
///
/// Reference: [INTERNET_DIAGNOSTIC_SOCKET_INFO][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/ns-wininet-internet_diagnostic_socket_info
#[derive(Clone, Copy)]
#[doc(alias = "INTERNET_DIAGNOSTIC_SOCKET_INFO")]
pub struct SocketInfo<'a> {
    raw: INTERNET_DIAGNOSTIC_SOCKET_INFO,
    request: PhantomData<BorrowedRequest<'a>>,
}

/// The system told a port that cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PortOutOfRange {
    /// What it told.
    pub value: u32,
}

impl fmt::Display for PortOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value } = self;
        write!(
            f,
            "the system told the port {value}, and 65535 is the highest"
        )
    }
}

impl std::error::Error for PortOutOfRange {}

impl<'a> SocketInfo<'a> {
    /// How the connection is made.
    #[must_use]
    #[doc(alias = "IDSI_FLAG_KEEP_ALIVE")]
    pub const fn flags(self) -> SocketFlags {
        SocketFlags::from_bits_retain(self.raw.Flags.bits())
    }

    /// The port on this machine; `None` where the system tells none (0).
    ///
    /// # Errors
    ///
    /// What it told is above 65535.
    #[doc(alias = "SourcePort")]
    pub fn source_port(self) -> core::result::Result<Option<Port>, PortOutOfRange> {
        port(self.raw.SourcePort)
    }

    /// The server's port; `None` where the system tells none (0).
    ///
    /// # Errors
    ///
    /// What it told is above 65535.
    #[doc(alias = "DestPort")]
    pub fn destination_port(self) -> core::result::Result<Option<Port>, PortOutOfRange> {
        port(self.raw.DestPort)
    }

    /// The socket, lent for as long as the request is borrowed; `None` where the system gives none
    /// (0, or the invalid socket).
    ///
    /// It is WinINet's: look, and leave data and state alone. [`SocketInfo::security`] asks for its
    /// security at once, and needs no promise.
    ///
    /// # Safety
    ///
    /// WinINet does not close the socket while it is used. It may when the connection ends: when the
    /// server closes it, or when another request of the session takes it over once this one's body
    /// is read.
    #[must_use]
    #[doc(alias = "Socket")]
    pub const unsafe fn socket(self) -> Option<BorrowedSocket<'a>> {
        if !self.has_socket() {
            return None;
        }
        // SAFETY: it is not the invalid socket, and stays open, as the caller vouches.
        Some(unsafe { BorrowedSocket::borrow_raw(self.raw.Socket as RawSocket) })
    }

    /// Whether the system gives the socket.
    #[must_use]
    pub const fn has_socket(self) -> bool {
        !matches!(self.raw.Socket, 0 | INVALID_SOCKET)
    }

    /// Whether IPsec secures the request's connection: the socket's security, in one step. `None`
    /// where that is unknown: the system gives no socket, or one that is not, or no longer, the
    /// connection between the ports that it told, before the query or after.
    ///
    /// # Errors
    ///
    /// As for [`StreamQuery::run`].
    pub fn security(self) -> Option<winsec_core::Result<ConnectionSecurity>> {
        // SAFETY: addresses are read and one query is made, at once, and neither data nor state is
        // touched. What is told counts only if the socket was the request's own before and after.
        let socket = unsafe { self.socket() }?;
        let before = self.ends(socket)?;
        let security = StreamQuery::new().run(&socket);
        (self.ends(socket)? == before).then_some(security)
    }

    /// The two ends of a socket's connection, if it is the one between the ports that were told.
    fn ends(self, socket: BorrowedSocket<'_>) -> Option<[Address; 2]> {
        let ends = sys::calls::ends(socket.as_raw_socket() as SOCKET)?;
        let told = [self.source_port(), self.destination_port()].map(|port| port.ok().flatten());
        (ends.map(|end| Port::new(end.port())) == told).then_some(ends)
    }

    /// A plain copy, without the socket, to keep.
    #[must_use]
    pub fn report(self) -> SocketReport {
        SocketReport {
            backend: self.backend(),
            has_socket: self.has_socket(),
            source_port: self.raw.SourcePort,
            destination_port: self.raw.DestPort,
            flags: self.flags(),
        }
    }

    /// Who answered: the system, or a test's scenario.
    #[must_use]
    pub fn backend(self) -> Backend {
        winsec_core::backend()
    }
}

fn port(value: u32) -> core::result::Result<Option<Port>, PortOutOfRange> {
    u16::try_from(value)
        .map(Port::new)
        .map_err(|_| PortOutOfRange { value })
}

impl fmt::Debug for SocketInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report().fmt(f)
    }
}

impl fmt::Display for SocketInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.report(), f)
    }
}
