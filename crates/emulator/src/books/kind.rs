//! The kinds of things that are handed out.

/// What can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A block of package information; freed with `FreeContextBuffer`.
    PackageBuffer,
    /// The token of the peer's application; closed with `CloseHandle`.
    ApplicationToken,
    /// The token of the peer's computer; closed with `CloseHandle`.
    MachineToken,
    /// An event; closed with `CloseHandle` or `WSACloseEvent`.
    Event,
    /// A wait of the thread pool; closed with `CloseThreadpoolWait`.
    ThreadpoolWait,
    /// A socket of the emulator's own; closed with `closesocket` or by its owner.
    Socket,
    /// The socket of one of WinINet's connections, which nobody else closes.
    LentSocket,
    /// A WinINet session; closed with `InternetCloseHandle`.
    Session,
    /// A WinINet connection; closed with `InternetCloseHandle`.
    Connection,
    /// A WinINet request; closed with `InternetCloseHandle`.
    Request,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::PackageBuffer => "package buffer",
            Self::ApplicationToken => "peer application token",
            Self::MachineToken => "peer machine token",
            Self::Event => "event",
            Self::ThreadpoolWait => "thread-pool wait",
            Self::Socket => "socket",
            Self::LentSocket => "socket of WinINet's",
            Self::Session => "internet session",
            Self::Connection => "internet connection",
            Self::Request => "internet request",
        }
    }

    /// How its end is called.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::PackageBuffer => "freed",
            _ => "closed",
        }
    }

    /// Memory and handles are numbered apart: a block may lie where a handle's number points.
    pub(super) const fn is_memory(self) -> bool {
        matches!(self, Self::PackageBuffer)
    }

    /// Whether it is an access token.
    pub(crate) const fn is_token(self) -> bool {
        matches!(self, Self::ApplicationToken | Self::MachineToken)
    }

    /// Whether it is a socket, whoever closes it.
    pub(crate) const fn is_socket(self) -> bool {
        matches!(self, Self::Socket | Self::LentSocket)
    }

    /// Whether it is a handle of WinINet's.
    pub(crate) const fn is_internet(self) -> bool {
        matches!(self, Self::Session | Self::Connection | Self::Request)
    }
}
