//! What went wrong with a call: which call, which status, what it means, what to do.

use core::fmt;
use std::io;

use winsec_ffi::{
    SEC_E_BAD_PKGID, SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY, SEC_E_INVALID_HANDLE,
    SEC_E_INVALID_PARAMETER, SEC_E_SECPKG_NOT_FOUND, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_STATUS,
};

use crate::{NameError, sys};

/// The result of an operation of this crate.
pub type Result<T> = core::result::Result<T, Error>;

/// `E_NOTIMPL`: what a system returns for a function that it has in name alone.
const E_NOTIMPL: SECURITY_STATUS = SECURITY_STATUS(0x8000_4001_u32 as i32);

/// The function that an error came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// `EnumerateSecurityPackagesW`
    Enumerate,
    /// `QuerySecurityPackageInfoW`
    Query,
    /// `AddSecurityPackageW`
    Add,
    /// `DeleteSecurityPackageW`
    Delete,
}

impl Call {
    /// The function's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enumerate => "EnumerateSecurityPackagesW",
            Self::Query => "QuerySecurityPackageInfoW",
            Self::Add => "AddSecurityPackageW",
            Self::Delete => "DeleteSecurityPackageW",
        }
    }
}

/// What an error means.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No package of that name is known to the system (`SEC_E_SECPKG_NOT_FOUND`,
    /// `SEC_E_BAD_PKGID`).
    PackageNotFound,
    /// The name cannot be the name of a package; nothing was called.
    InvalidName(NameError),
    /// The system could not allocate the answer (`SEC_E_INSUFFICIENT_MEMORY`).
    InsufficientMemory,
    /// A handle that the call needs is not valid (`SEC_E_INVALID_HANDLE`).
    InvalidHandle,
    /// The system refused an argument (`SEC_E_INVALID_PARAMETER`).
    InvalidParameter,
    /// The package could not be installed or initialised (`SEC_E_CANNOT_INSTALL`).
    CannotInstall,
    /// This system has the function in name alone (`SEC_E_UNSUPPORTED_FUNCTION`, `E_NOTIMPL`).
    NotSupportedBySystem,
    /// This is not Windows, and no emulator was asked for; nothing was called.
    PlatformNotSupported,
    /// The call reported success, and what it gave cannot be a description.
    InvalidAnswer,
    /// Any other status.
    Other,
}

/// An operation failed: which call, with which status, and what that means.
///
/// Its message names all three and the way out. [`Error::kind`] is for decisions,
/// [`Error::code`] for logs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    call: Call,
    status: Option<SECURITY_STATUS>,
    kind: ErrorKind,
}

impl Error {
    /// Fails where nobody could answer `call`.
    pub(crate) const fn check_platform(call: Call) -> Result<()> {
        if sys::SUPPORTED {
            Ok(())
        } else {
            Err(Self {
                call,
                status: None,
                kind: ErrorKind::PlatformNotSupported,
            })
        }
    }

    /// `Ok` for a status of success.
    pub(crate) fn check(call: Call, status: SECURITY_STATUS) -> Result<()> {
        let kind = match status {
            SECURITY_STATUS(0) => return Ok(()),
            SEC_E_SECPKG_NOT_FOUND | SEC_E_BAD_PKGID => ErrorKind::PackageNotFound,
            SEC_E_INSUFFICIENT_MEMORY => ErrorKind::InsufficientMemory,
            SEC_E_INVALID_HANDLE => ErrorKind::InvalidHandle,
            SEC_E_INVALID_PARAMETER => ErrorKind::InvalidParameter,
            SEC_E_CANNOT_INSTALL => ErrorKind::CannotInstall,
            SEC_E_UNSUPPORTED_FUNCTION | E_NOTIMPL => ErrorKind::NotSupportedBySystem,
            _ => ErrorKind::Other,
        };
        Err(Self {
            call,
            status: Some(status),
            kind,
        })
    }

    pub(crate) const fn name(call: Call, error: NameError) -> Self {
        Self {
            call,
            status: None,
            kind: ErrorKind::InvalidName(error),
        }
    }

    pub(crate) const fn invalid_answer(call: Call) -> Self {
        Self {
            call,
            status: None,
            kind: ErrorKind::InvalidAnswer,
        }
    }

    /// The function that failed, or that was not called because it could only fail.
    #[must_use]
    pub const fn call(&self) -> Call {
        self.call
    }

    /// What it means.
    #[must_use]
    pub const fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The status as the system returned it (`0x80090305` for a package that is not known, say);
    /// `None` if nothing was called or the call reported success.
    #[must_use]
    pub const fn code(&self) -> Option<i32> {
        match self.status {
            Some(SECURITY_STATUS(code)) => Some(code),
            None => None,
        }
    }

    /// What it means and what to do about it, in a sentence or two.
    #[must_use]
    pub const fn explanation(&self) -> &'static str {
        match self.kind {
            ErrorKind::PackageNotFound => {
                "no security package of this name is known to the system; \
                 list the packages to see which are"
            }
            ErrorKind::InvalidName(_) => {
                "the name cannot be the name of a package, so the system was not asked"
            }
            ErrorKind::InsufficientMemory => "the system could not allocate the answer",
            ErrorKind::InvalidHandle => "a handle that the call needs is not valid",
            ErrorKind::InvalidParameter => "the system refused an argument",
            ErrorKind::CannotInstall => {
                "the package could not be installed or initialised; \
                 check that its DLL exists, is signed and exports a package"
            }
            ErrorKind::NotSupportedBySystem => {
                "this system has the function in name alone; \
                 packages cannot be managed through it here"
            }
            ErrorKind::PlatformNotSupported => {
                "security packages exist on Windows alone; \
                 run there or under Wine, or turn the feature `emulator` on for tests"
            }
            ErrorKind::InvalidAnswer => {
                "the call reported success and gave no usable description; \
                 a provider on this system breaks the contract of SSPI"
            }
            ErrorKind::Other => "the system gave a status that is not documented for this call",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.call.name(), self.explanation())?;
        if let ErrorKind::InvalidName(error) = &self.kind {
            write!(f, " ({error})")?;
        }
        match self.status {
            Some(status) => write!(f, " [{status:?}, 0x{:08X}]", status.0),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::InvalidName(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.kind {
            ErrorKind::PackageNotFound => io::ErrorKind::NotFound,
            ErrorKind::InvalidName(_) | ErrorKind::InvalidParameter => io::ErrorKind::InvalidInput,
            ErrorKind::InsufficientMemory => io::ErrorKind::OutOfMemory,
            ErrorKind::NotSupportedBySystem | ErrorKind::PlatformNotSupported => {
                io::ErrorKind::Unsupported
            }
            ErrorKind::InvalidAnswer => io::ErrorKind::InvalidData,
            ErrorKind::InvalidHandle | ErrorKind::CannotInstall | ErrorKind::Other => {
                io::ErrorKind::Other
            }
        };
        Self::new(kind, error)
    }
}
