//! The causes that an error can have.

use winsec_ffi::{
    WSA_ERROR, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_NOT_ENOUGH_MEMORY,
    WSA_OPERATION_ABORTED, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEFAULT, WSAEINPROGRESS,
    WSAEINVAL, WSAEISCONN, WSAEMSGSIZE, WSAENETDOWN, WSAENOBUFS, WSAENOPROTOOPT, WSAENOTCONN,
    WSAENOTSOCK, WSAEOPNOTSUPP, WSAEWOULDBLOCK, WSANOTINITIALISED, WSASYSCALLFAILURE,
};

/// The cause of an [`Error`](super::Error).
///
/// The first group are verdicts of the system, told from its code; the second are checks of this
/// crate, made before a call or on an answer.
///
/// Source: [Windows Sockets error codes](https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2), and the page of
/// each function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `WSAEAFNOSUPPORT`: the address family is not supported.
    AddressFamilyNotSupported,
    /// `WSAECONNRESET`: the peer reset the connection; on a datagram socket, an earlier datagram
    /// found nobody at the port.
    ConnectionReset,
    /// `WSAEFAULT`: the system could not use a pointer, or a buffer behind one.
    BadPointer,
    /// `WSAEINVAL` (also `WSA_INVALID_PARAMETER`): not a socket of IPv4 or IPv6 with streams or
    /// datagrams, or a value that the system refuses.
    InvalidInput,
    /// `WSAEMSGSIZE`: a buffer is too small, and the system did not say what would be enough.
    BufferSize,
    /// `WSAENOTSOCK`: the descriptor is not a socket, or no longer.
    NotASocket,
    /// `WSAEISCONN`: the socket is connected already.
    AlreadyConnected,
    /// `WSAENOTCONN`: the socket is not connected yet.
    NotConnected,
    /// `WSAEOPNOTSUPP` or `WSAENOPROTOOPT`: this system has no secure socket extensions. Wine
    /// answers so.
    NotSupportedBySystem,
    /// `WSANOTINITIALISED`: nobody in this process has started Winsock.
    NotInitialised,
    /// `WSAENETDOWN`: the network is down.
    NetworkDown,
    /// `WSAEACCES` (also `ERROR_ACCESS_DENIED`): the caller lacks a right.
    AccessDenied,
    /// `WSA_NOT_ENOUGH_MEMORY` or `WSAENOBUFS`, or this process could not allocate.
    OutOfMemory,
    /// `WSA_INVALID_HANDLE`: a handle is not open.
    InvalidHandle,
    /// `WSAEWOULDBLOCK`: the socket is non-blocking and the answer is not there yet.
    WouldBlock,
    /// `WSAEINPROGRESS`: another call is in progress on this thread.
    InProgress,
    /// `WSA_OPERATION_ABORTED`: the operation was cancelled, the socket was closed, or the thread
    /// that started it has ended.
    Aborted,
    /// `WSASYSCALLFAILURE`: a system call failed that never should.
    SystemCallFailed,
    /// Any other code; [`Error::code`](super::Error::code) tells which.
    Other,

    /// This is not Windows, and the feature `emulator` is off. No call was made.
    PlatformNotSupported,
    /// The order of calls that Windows documents is not kept: the socket is too far in its life.
    /// No call was made.
    TooLate(SocketStage),
    /// A name or credential cannot be passed on as it is. No call was made.
    InvalidText(TextFault),
    /// This thread impersonates a peer already. No call was made.
    AlreadyImpersonating,
    /// The answer is shorter than what its protocol needs.
    ShortAnswer {
        /// How many bytes the system says it wrote.
        received: u32,
        /// How many an answer of this protocol has.
        needed: u32,
    },
    /// The system says that it wrote more than there was room for.
    OverlongAnswer {
        /// How many bytes the system says it wrote.
        claimed: u32,
        /// How many there was room for.
        given: u32,
    },
    /// The system asks for a buffer that is larger than any answer can reasonably be.
    HugeAnswer {
        /// How many bytes it asks for.
        needed: u32,
        /// How many this crate is ready to give.
        limit: u32,
    },
    /// The size that the system asks for kept growing; this crate gave up.
    UnsettledSize {
        /// How many bytes it asked for in the end.
        needed: u32,
        /// How often this crate tried.
        tries: u32,
    },
    /// Both tokens of an answer are one and the same handle, which two owners would close twice.
    SharedToken,
    /// The time given for a wait is over; the operation has been asked to stop.
    TimedOut,
    /// The result of this overlapped operation has been handed out before.
    AlreadyTaken,
}

/// How far a socket is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SocketStage {
    /// It has a local address.
    Bound,
    /// It listens for connections.
    Listening,
    /// It has a peer.
    Connected,
}

/// Why a name or credential cannot be passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextFault {
    /// There is nothing in it.
    Empty,
    /// It contains a NUL character, behind which the system might not look.
    InteriorNul,
    /// It is longer than [`MAX_TEXT_UNITS`](crate::MAX_TEXT_UNITS) UTF-16 units.
    TooLong,
}

impl ErrorKind {
    /// The cause that a Winsock code stands for.
    pub(crate) const fn of_winsock(code: WSA_ERROR) -> Self {
        match code {
            WSAEAFNOSUPPORT => Self::AddressFamilyNotSupported,
            WSAECONNRESET => Self::ConnectionReset,
            WSAEFAULT => Self::BadPointer,
            WSAEINVAL | WSA_INVALID_PARAMETER => Self::InvalidInput,
            WSAEMSGSIZE => Self::BufferSize,
            WSAENOTSOCK => Self::NotASocket,
            WSAEISCONN => Self::AlreadyConnected,
            WSAENOTCONN => Self::NotConnected,
            WSAEOPNOTSUPP | WSAENOPROTOOPT => Self::NotSupportedBySystem,
            WSANOTINITIALISED => Self::NotInitialised,
            WSAENETDOWN => Self::NetworkDown,
            WSAEACCES => Self::AccessDenied,
            WSA_NOT_ENOUGH_MEMORY | WSAENOBUFS => Self::OutOfMemory,
            WSA_INVALID_HANDLE => Self::InvalidHandle,
            WSAEWOULDBLOCK => Self::WouldBlock,
            WSAEINPROGRESS => Self::InProgress,
            WSA_OPERATION_ABORTED => Self::Aborted,
            WSASYSCALLFAILURE => Self::SystemCallFailed,
            _ => Self::Other,
        }
    }
}
