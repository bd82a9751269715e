//! What each cause means for each call, and the way out, in plain words.

use super::call::Call;
use super::kind::{ErrorKind, SocketStage, TextFault};

/// The cause and the way out.
pub(super) struct Explanation {
    /// What went wrong.
    pub(super) cause: &'static str,
    /// What to do about it.
    pub(super) way_out: &'static str,
}

const fn say(cause: &'static str, way_out: &'static str) -> Explanation {
    Explanation { cause, way_out }
}

/// Explains a cause, with regard to the call where the call makes a difference.
pub(super) const fn explain(call: Call, kind: ErrorKind) -> Explanation {
    match kind {
        ErrorKind::InvalidInput => invalid_input(call),
        ErrorKind::BadPointer => bad_pointer(call),
        ErrorKind::BufferSize => buffer_size(call),
        ErrorKind::TooLate(stage) => too_late(stage),
        ErrorKind::InvalidText(fault) => invalid_text(fault),
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
            "choose the other `LengthUnit`: this system counts names in characters",
        ),
        _ => say(
            "a buffer is too small in the system's view",
            "check that address and socket are of the same family",
        ),
    }
}

const fn too_late(stage: SocketStage) -> Explanation {
    const WAY_OUT: &str =
        "make this call right after creating the socket: before bind, connect and listen";
    match stage {
        SocketStage::Bound => say("the socket has a local address already", WAY_OUT),
        SocketStage::Listening => say("the socket listens already", WAY_OUT),
        SocketStage::Connected => say("the socket is connected already", WAY_OUT),
    }
}

const fn invalid_text(fault: TextFault) -> Explanation {
    match fault {
        TextFault::Empty => say(
            "the name is empty",
            "give the principal's name, such as host/server",
        ),
        TextFault::InteriorNul => say("the text contains a NUL character", "remove it"),
        TextFault::TooLong => say(
            "the text is longer than any that Windows takes",
            "shorten it to 32,767 UTF-16 units",
        ),
    }
}

const fn malformed(kind: ErrorKind) -> Explanation {
    const WAY_OUT: &str = "treat the connection as not known to be secured";
    match kind {
        ErrorKind::ShortAnswer { .. } => say("the answer is too short for its protocol", WAY_OUT),
        ErrorKind::OverlongAnswer { .. } => say(
            "the system claims to have written more than there was room for",
            WAY_OUT,
        ),
        ErrorKind::HugeAnswer { .. } => say(
            "the system asks for a larger buffer than any answer can need",
            WAY_OUT,
        ),
        ErrorKind::UnsettledSize { .. } => say(
            "the answer's size changed at every try",
            "try again when the connection has settled",
        ),
        _ => say("both tokens of the answer are the same handle", WAY_OUT),
    }
}
