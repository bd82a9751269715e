//! The error of this crate: which call failed, with which code, for which cause, and the way out.

mod call;
mod kind;

use core::fmt;
use std::io;

use winsec_ffi::WIN32_ERROR;

pub use call::Call;
pub use kind::ErrorKind;

use crate::{TextError, sys};

/// The result of an operation of this crate.
pub type Result<T> = core::result::Result<T, Error>;

/// An operation failed: which call, with which code, what that means, and the way out.
///
/// Its message says all of it. [`Error::kind`] is for decisions, [`Error::code`] for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Error {
    call: Call,
    kind: ErrorKind,
    code: Option<WIN32_ERROR>,
}

impl Error {
    /// An error that the system reported.
    pub(crate) const fn system(call: Call, code: WIN32_ERROR) -> Self {
        Self {
            call,
            kind: ErrorKind::of(call, code),
            code: Some(code),
        }
    }

    /// Fails where nobody could answer.
    pub(crate) const fn check_platform(call: Call) -> Result<()> {
        if sys::SUPPORTED {
            Ok(())
        } else {
            Err(Self::own(call, ErrorKind::PlatformNotSupported))
        }
    }

    pub(crate) const fn invalid_answer(call: Call) -> Self {
        Self::own(call, ErrorKind::InvalidAnswer)
    }

    /// There is no status, because there is no answer.
    pub(crate) const fn no_answer_yet() -> Self {
        Self::own(Call::QueryHeaders, ErrorKind::WrongHandleState)
    }

    /// A URL that is well-formed, and not of an HTTP server.
    pub(crate) const fn not_http() -> Self {
        Self::own(Call::CrackUrl, ErrorKind::InvalidUrl)
    }

    pub(crate) const fn text(call: Call, error: TextError) -> Self {
        Self::own(call, ErrorKind::InvalidText(error))
    }

    /// The same call and code, of which more is known.
    pub(crate) const fn meaning(self, kind: ErrorKind) -> Self {
        Self { kind, ..self }
    }

    const fn own(call: Call, kind: ErrorKind) -> Self {
        Self {
            call,
            kind,
            code: None,
        }
    }

    /// The function that failed, or that was not called because it could only fail.
    #[must_use]
    pub const fn call(&self) -> Call {
        self.call
    }

    /// What it means.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The system's code, such as 12018; `None` when this crate found the error by itself.
    #[must_use]
    pub const fn code(&self) -> Option<u32> {
        match self.code {
            Some(WIN32_ERROR(code)) => Some(code),
            None => None,
        }
    }

    /// The cause in words.
    #[must_use]
    pub const fn explanation(&self) -> &'static str {
        self.kind.explanation()
    }

    /// What to do about it.
    #[must_use]
    pub const fn way_out(&self) -> &'static str {
        self.kind.way_out()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.call.name(), self.explanation())?;
        if let ErrorKind::InvalidText(error) = self.kind {
            write!(f, " ({error})")?;
        }
        if let Some(code) = self.code {
            write!(f, " ({code:?}, {})", code.0)?;
        }
        write!(f, "; {}", self.way_out())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::InvalidText(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.kind {
            ErrorKind::WrongHandleType
            | ErrorKind::InvalidHandle
            | ErrorKind::WrongHandleState
            | ErrorKind::InvalidUrl
            | ErrorKind::InvalidText(_) => io::ErrorKind::InvalidInput,
            ErrorKind::OptionNotSupported | ErrorKind::PlatformNotSupported => {
                io::ErrorKind::Unsupported
            }
            ErrorKind::BufferSize | ErrorKind::InvalidResponse | ErrorKind::InvalidAnswer => {
                io::ErrorKind::InvalidData
            }
            ErrorKind::NameNotResolved => io::ErrorKind::NotFound,
            ErrorKind::CannotConnect => io::ErrorKind::ConnectionRefused,
            ErrorKind::ConnectionBroken => io::ErrorKind::ConnectionReset,
            ErrorKind::TimedOut => io::ErrorKind::TimedOut,
            ErrorKind::Certificate
            | ErrorKind::SecureChannel
            | ErrorKind::ClientCertificateNeeded => io::ErrorKind::PermissionDenied,
            ErrorKind::OutOfResources => io::ErrorKind::OutOfMemory,
            // Not `Interrupted`: the standard library would read again.
            ErrorKind::Cancelled => io::ErrorKind::ConnectionAborted,
            ErrorKind::Other => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}
