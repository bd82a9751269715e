//! The error of this crate: which call failed, with which code, for which cause, and the way out.

mod call;
mod explain;
mod kind;

use core::fmt;
use std::io;

use winsec_ffi::{
    ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY, WIN32_ERROR, WSA_ERROR,
};

pub use call::Call;
pub use kind::{ErrorKind, SocketStage, TextFault};

use crate::backend::{Backend, backend};

/// What every fallible function of this crate returns.
pub type Result<T> = core::result::Result<T, Error>;

/// Why an operation failed.
///
/// It names the call, keeps the system's code, tells the cause as a [kind](Error::kind) and in
/// words, and says the way out. It converts into [`io::Error`].
///
/// ```
/// use winsec_core::{ErrorKind, PeerTargetName};
///
/// let error = PeerTargetName::for_stream("").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::InvalidText(_)));
/// assert!(error.to_string().starts_with("WSASetSocketPeerTargetName: the name is empty;"));
///
/// let error: std::io::Error = error.into();
/// assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Error {
    call: Call,
    kind: ErrorKind,
    code: Option<i32>,
}

impl Error {
    /// An error that this crate finds by itself.
    pub(crate) const fn own(call: Call, kind: ErrorKind) -> Self {
        Self {
            call,
            kind,
            code: None,
        }
    }

    /// An error that a Winsock function reported.
    pub(crate) fn winsock(call: Call, code: WSA_ERROR) -> Self {
        Self::system(call, ErrorKind::of_winsock(code), code.0)
    }

    /// An error that another Windows function reported.
    pub(crate) fn windows(call: Call, code: WIN32_ERROR) -> Self {
        let kind = match code {
            ERROR_ACCESS_DENIED => ErrorKind::AccessDenied,
            ERROR_INVALID_HANDLE => ErrorKind::InvalidHandle,
            ERROR_NOT_ENOUGH_MEMORY => ErrorKind::OutOfMemory,
            _ => ErrorKind::Other,
        };
        Self::system(call, kind, code.0 as i32)
    }

    fn system(call: Call, kind: ErrorKind, code: i32) -> Self {
        if backend() == Backend::Unsupported {
            return Self::own(call, ErrorKind::PlatformNotSupported);
        }
        Self {
            call,
            kind,
            code: Some(code),
        }
    }

    /// The call that failed, or that was about to be made.
    #[must_use]
    pub const fn call(&self) -> Call {
        self.call
    }

    /// The cause.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The system's code, such as 10054 for `WSAECONNRESET`; `None` when this crate found the
    /// error without the system.
    #[must_use]
    pub const fn code(&self) -> Option<i32> {
        self.code
    }

    /// The cause in words.
    #[must_use]
    pub const fn explanation(&self) -> &'static str {
        explain::explain(self.call, self.kind).cause
    }

    /// What to do about it.
    #[must_use]
    pub const fn way_out(&self) -> &'static str {
        explain::explain(self.call, self.kind).way_out
    }

    /// Who reported it.
    #[must_use]
    pub fn backend(&self) -> Backend {
        backend()
    }

    fn io_kind(self) -> io::ErrorKind {
        match self.kind {
            ErrorKind::ConnectionReset => io::ErrorKind::ConnectionReset,
            ErrorKind::NotConnected => io::ErrorKind::NotConnected,
            ErrorKind::NotSupportedBySystem | ErrorKind::PlatformNotSupported => {
                io::ErrorKind::Unsupported
            }
            ErrorKind::AddressFamilyNotSupported
            | ErrorKind::InvalidInput
            | ErrorKind::InvalidText(_)
            | ErrorKind::NotASocket => io::ErrorKind::InvalidInput,
            ErrorKind::AccessDenied => io::ErrorKind::PermissionDenied,
            ErrorKind::OutOfMemory => io::ErrorKind::OutOfMemory,
            ErrorKind::WouldBlock => io::ErrorKind::WouldBlock,
            ErrorKind::NetworkDown => io::ErrorKind::NetworkDown,
            ErrorKind::TimedOut => io::ErrorKind::TimedOut,
            ErrorKind::ShortAnswer { .. }
            | ErrorKind::OverlongAnswer { .. }
            | ErrorKind::HugeAnswer { .. }
            | ErrorKind::UnsettledSize { .. }
            | ErrorKind::SharedToken => io::ErrorKind::InvalidData,
            _ => io::ErrorKind::Other,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.call)?;
        match self.code {
            Some(code) if self.call.is_winsock() => {
                write!(f, " failed with {:?} ({code})", WSA_ERROR(code))?;
            }
            Some(code) => {
                write!(f, " failed with {:?} ({code})", WIN32_ERROR(code as u32))?;
            }
            None => {}
        }
        write!(f, ": {}", self.explanation())?;
        match self.kind {
            ErrorKind::ShortAnswer { received, needed } => {
                write!(f, " ({received} bytes, {needed} needed)")?;
            }
            ErrorKind::OverlongAnswer { claimed, given } => {
                write!(f, " ({claimed} bytes claimed, {given} given)")?;
            }
            ErrorKind::HugeAnswer { needed, limit } => {
                write!(f, " ({needed} bytes, at most {limit} are given)")?;
            }
            ErrorKind::UnsettledSize { needed, tries } => {
                write!(f, " ({tries} tries, {needed} bytes wanted in the end)")?;
            }
            _ => {}
        }
        write!(f, "; {}{}", self.way_out(), self.backend().mark())
    }
}

impl core::error::Error for Error {}

impl From<Error> for io::Error {
    /// On Windows an error with a system code becomes the [`io::Error`] of that code, so that
    /// `raw_os_error` tells it. Any other, and any off Windows, where the code would be taken for
    /// another system's, is wrapped.
    fn from(error: Error) -> Self {
        match error.code {
            Some(code) if cfg!(windows) => Self::from_raw_os_error(code),
            _ => Self::new(error.io_kind(), error),
        }
    }
}
