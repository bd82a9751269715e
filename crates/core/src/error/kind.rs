//! The causes that an error can have, what each means for each call, and what to do about it.

use core::fmt;
use std::io;

use winsec_ffi::{
    WSA_ERROR, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_NOT_ENOUGH_MEMORY,
    WSA_OPERATION_ABORTED, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEFAULT, WSAEINPROGRESS,
    WSAEINVAL, WSAEISCONN, WSAEMSGSIZE, WSAENETDOWN, WSAENOBUFS, WSAENOPROTOOPT, WSAENOTCONN,
    WSAENOTSOCK, WSAEOPNOTSUPP, WSAEWOULDBLOCK, WSANOTINITIALISED, WSASYSCALLFAILURE,
};

use super::Call;
use crate::text::TextError;

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
    /// The emulator answers, and this thread is in none of its worlds.
    NoWorld,
    /// The order of calls that Windows documents is not kept: the socket is too far in its life.
    /// No call was made.
    TooLate(SocketStage),
    /// A name or credential cannot be passed on as it is. No call was made.
    InvalidText(TextError),
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

    /// What went wrong, in words.
    pub(super) const fn cause(self, call: Call) -> &'static str {
        explain(call, self).cause
    }

    /// What to do about it.
    pub(super) const fn advice(self, call: Call) -> &'static str {
        explain(call, self).advice
    }

    /// The numbers, in words that follow the cause.
    pub(super) fn details(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidText(error) => error.details(f),
            Self::ShortAnswer { received, needed } => {
                write!(f, " ({received} bytes, {needed} needed)")
            }
            Self::OverlongAnswer { claimed, given } => {
                write!(f, " ({claimed} bytes claimed, {given} given)")
            }
            Self::HugeAnswer { needed, limit } => {
                write!(f, " ({needed} bytes, at most {limit} are given)")
            }
            Self::UnsettledSize { needed, tries } => {
                write!(f, " ({tries} tries, {needed} bytes wanted in the end)")
            }
            _ => Ok(()),
        }
    }

    /// The kind of std's error.
    pub(super) const fn io(self) -> io::ErrorKind {
        match self {
            Self::ConnectionReset => io::ErrorKind::ConnectionReset,
            Self::NotConnected => io::ErrorKind::NotConnected,
            Self::NotSupportedBySystem | Self::PlatformNotSupported => io::ErrorKind::Unsupported,
            Self::AddressFamilyNotSupported
            | Self::InvalidInput
            | Self::InvalidText(_)
            | Self::NotASocket => io::ErrorKind::InvalidInput,
            Self::AccessDenied => io::ErrorKind::PermissionDenied,
            Self::OutOfMemory => io::ErrorKind::OutOfMemory,
            Self::WouldBlock => io::ErrorKind::WouldBlock,
            Self::NetworkDown => io::ErrorKind::NetworkDown,
            Self::TimedOut => io::ErrorKind::TimedOut,
            Self::ShortAnswer { .. }
            | Self::OverlongAnswer { .. }
            | Self::HugeAnswer { .. }
            | Self::UnsettledSize { .. }
            | Self::SharedToken => io::ErrorKind::InvalidData,
            _ => io::ErrorKind::Other,
        }
    }
}

/// The cause and the advice.
struct Explanation {
    cause: &'static str,
    advice: &'static str,
}

const fn say(cause: &'static str, advice: &'static str) -> Explanation {
    Explanation { cause, advice }
}

/// Explains a cause, with regard to the call where the call makes a difference.
const fn explain(call: Call, kind: ErrorKind) -> Explanation {
    match kind {
        ErrorKind::InvalidInput => invalid_input(call),
        ErrorKind::BadPointer => bad_pointer(call),
        ErrorKind::BufferSize => buffer_size(call),
        ErrorKind::TooLate(stage) => too_late(stage),
        ErrorKind::InvalidText(error) => say(error.cause(), error.advice()),
        ErrorKind::AddressFamilyNotSupported => say(
            "the address family is not supported",
            "use an IPv4 or IPv6 socket, and a peer address of the same family",
        ),
        ErrorKind::ConnectionReset => say(
            "the peer reset the connection, or, on a datagram socket, nobody listened where an earlier datagram went",
            "close a stream socket, it is of no further use; on a datagram socket go on with other peers",
        ),
        ErrorKind::NotASocket => say(
            "the descriptor is not a socket, or it has been closed",
            "pass a socket that is open for the whole of the call",
        ),
        ErrorKind::AlreadyConnected => say(
            "the socket is connected already",
            "make this call on a new socket, before connecting it",
        ),
        ErrorKind::NotConnected => say(
            "the socket is not connected yet",
            "make this call after connect or accept has succeeded",
        ),
        ErrorKind::NotSupportedBySystem => say(
            "this system does not offer the secure socket extensions",
            "treat the connection as not known to be secured; Windows Vista and later offer them, Wine does not",
        ),
        ErrorKind::NotInitialised => say(
            "Winsock has not been started in this process",
            "create sockets through std, which starts it, or call WSAStartup first",
        ),
        ErrorKind::NetworkDown => say("the network is down", "try again when it is up"),
        ErrorKind::AccessDenied => access_denied(call),
        ErrorKind::OutOfMemory => say("memory or buffers have run out", "free some and try again"),
        ErrorKind::InvalidHandle => say(
            "a handle is not open",
            "keep the socket open for as long as the operation runs",
        ),
        ErrorKind::WouldBlock => say(
            "the socket is non-blocking and the answer is not there yet",
            "try again later, or start the operation overlapped",
        ),
        ErrorKind::InProgress => say(
            "another Winsock call is in progress on this thread",
            "wait until it has ended",
        ),
        ErrorKind::Aborted => say(
            "the operation was cancelled: by request, because its socket was closed, or because the thread that started it ended",
            "start it again if its result is still wanted",
        ),
        ErrorKind::SystemCallFailed => say(
            "a system call failed that never should",
            "do not go on with this thread's identity unknown: end the process",
        ),
        ErrorKind::Other => say(
            "the system gave a code that is not documented for this call",
            "look the code up in Windows' documentation",
        ),
        ErrorKind::PlatformNotSupported => say(
            "this platform is not Windows",
            "run the program on Windows; in tests, turn the feature `emulator` on",
        ),
        ErrorKind::NoWorld => say(
            "the emulator answers, and this thread is in none of its worlds",
            "call `World::enter` on this thread, or `World::enter_everywhere` once for all threads",
        ),
        ErrorKind::AlreadyImpersonating => say(
            "this thread impersonates a peer already",
            "revert the earlier impersonation first",
        ),
        ErrorKind::ShortAnswer { .. }
        | ErrorKind::OverlongAnswer { .. }
        | ErrorKind::HugeAnswer { .. }
        | ErrorKind::UnsettledSize { .. }
        | ErrorKind::SharedToken => malformed(kind),
        ErrorKind::TimedOut => say(
            "the operation did not end in the time given",
            "give it more time, or go on without its result",
        ),
        ErrorKind::AlreadyTaken => say(
            "the result of this operation has been handed out before",
            "keep the first result, or start a new operation",
        ),
    }
}

const fn access_denied(call: Call) -> Explanation {
    match call {
        Call::TokenInformation => say(
            "the token was opened without the right to read it",
            "ask for the peer's tokens with `TokenAccess::QUERY`",
        ),
        _ => say(
            "the caller lacks a right that this takes",
            "ask for fewer token rights, or run under an account that has them",
        ),
    }
}

const fn invalid_input(call: Call) -> Explanation {
    match call {
        Call::SetSecurity => say(
            "the socket is not an IPv4 or IPv6 socket for streams or datagrams, or a value in the settings is wrong",
            "check the kind of socket, the flags, and that each policy key exists",
        ),
        Call::SetPeerTargetName => say(
            "the socket is not an IPv4 or IPv6 socket for streams or datagrams, or a connectionless one without a peer address",
            "check the kind of socket; for datagrams name the peer with `PeerTargetName::for_peer`",
        ),
        _ => say(
            "the socket is not an IPv4 or IPv6 socket for streams or datagrams, or it is in the wrong state",
            "use a TCP socket that is connected, or a UDP socket",
        ),
    }
}

const fn bad_pointer(call: Call) -> Explanation {
    match call {
        Call::Impersonate => say(
            "a connectionless socket takes a peer address",
            "use `Impersonation::of_peer` with the address that the datagram came from",
        ),
        _ => say(
            "the system could not use a buffer that it was given",
            "report it: this crate passes valid buffers only",
        ),
    }
}

const fn buffer_size(call: Call) -> Explanation {
    match call {
        Call::QuerySecurity => say(
            "a buffer is too small; so says a socket that is not TCP, too, when no peer is named",
            "use `DatagramQuery` for a socket that is not TCP",
        ),
        Call::SetPeerTargetName => say(
            "the system takes the name to be longer than its buffer",
            "report it with the version of Windows: it counts names otherwise than documented",
        ),
        _ => say(
            "a buffer is too small in the system's view",
            "check that address and socket are of the same family",
        ),
    }
}

const fn too_late(stage: SocketStage) -> Explanation {
    const ADVICE: &str =
        "make this call right after creating the socket: before bind, connect and listen";
    match stage {
        SocketStage::Bound => say("the socket has a local address already", ADVICE),
        SocketStage::Listening => say("the socket listens already", ADVICE),
        SocketStage::Connected => say("the socket is connected already", ADVICE),
    }
}

const fn malformed(kind: ErrorKind) -> Explanation {
    const ADVICE: &str = "treat the connection as not known to be secured";
    match kind {
        ErrorKind::ShortAnswer { .. } => say("the answer is too short for its protocol", ADVICE),
        ErrorKind::OverlongAnswer { .. } => say(
            "the system claims to have written more than there was room for",
            ADVICE,
        ),
        ErrorKind::HugeAnswer { .. } => say(
            "the system asks for a larger buffer than any answer can need",
            ADVICE,
        ),
        ErrorKind::UnsettledSize { .. } => say(
            "the answer's size changed at every try",
            "try again when the connection has settled",
        ),
        _ => say("both tokens of the answer are the same handle", ADVICE),
    }
}
