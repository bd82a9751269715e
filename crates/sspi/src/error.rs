//! What went wrong with a call: which call, with which status, and what it means.

use core::fmt;
use std::io;

use winsec_core::__private::Code;
use winsec_core::TextError;
use winsec_ffi::{
    SEC_E_BAD_PKGID, SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY, SEC_E_INVALID_HANDLE,
    SEC_E_INVALID_PARAMETER, SEC_E_SECPKG_NOT_FOUND, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_STATUS,
};

/// `E_NOTIMPL`: what a system returns for a function that it has in name alone.
const E_NOTIMPL: SECURITY_STATUS = SECURITY_STATUS(0x8000_4001_u32 as i32);

winsec_core::__calls! {
    /// Listing the packages.
    Enumerate = "EnumerateSecurityPackagesW",
    /// Looking one package up.
    Query = "QuerySecurityPackageInfoW",
    /// Adding a package to the system.
    Add = "AddSecurityPackageW",
    /// Deleting a package from the system.
    Delete = "DeleteSecurityPackageW",
}

winsec_core::__error! {
    /// Why an operation failed: the call, the system's status, and the cause.
    ///
    /// [`Error::kind`] is for decisions, [`Error::code`] for logs, [`Error::advice`] for people. The
    /// error of every crate of winsec has this shape.
}

impl Error {
    /// `Ok` for a status of success.
    pub(crate) fn check(call: Call, status: SECURITY_STATUS) -> Result<()> {
        let kind = match status {
            SECURITY_STATUS(0) => return Ok(()),
            SEC_E_SECPKG_NOT_FOUND | SEC_E_BAD_PKGID => ErrorKind::PackageNotFound,
            SEC_E_INSUFFICIENT_MEMORY => ErrorKind::OutOfMemory,
            SEC_E_INVALID_HANDLE => ErrorKind::InvalidHandle,
            SEC_E_INVALID_PARAMETER => ErrorKind::InvalidInput,
            SEC_E_CANNOT_INSTALL => ErrorKind::CannotInstall,
            SEC_E_UNSUPPORTED_FUNCTION | E_NOTIMPL => ErrorKind::NotSupportedBySystem,
            _ => ErrorKind::Other,
        };
        Err(Self::system(call, kind, Code::Status(status)))
    }

    pub(crate) const fn invalid_answer(call: Call) -> Self {
        Self::own(call, ErrorKind::InvalidAnswer)
    }
}

/// What an error means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No package of that name is known to the system (`SEC_E_SECPKG_NOT_FOUND`,
    /// `SEC_E_BAD_PKGID`).
    PackageNotFound,
    /// The name cannot be the name of a package; nothing was called.
    InvalidText(TextError),
    /// The system could not allocate the answer (`SEC_E_INSUFFICIENT_MEMORY`).
    OutOfMemory,
    /// A handle that the call needs is not valid (`SEC_E_INVALID_HANDLE`).
    InvalidHandle,
    /// The system refused an argument (`SEC_E_INVALID_PARAMETER`).
    InvalidInput,
    /// The package could not be installed or initialised (`SEC_E_CANNOT_INSTALL`).
    CannotInstall,
    /// This system lacks the function, or has it in name alone (`SEC_E_UNSUPPORTED_FUNCTION`,
    /// `E_NOTIMPL`).
    NotSupportedBySystem,
    /// This is not Windows, and no emulator was asked for; nothing was called.
    PlatformNotSupported,
    /// The emulator answers, and this thread is in none of its worlds.
    NoWorld,
    /// The call reported success, and what it gave cannot be a description.
    InvalidAnswer,
    /// Any other status.
    Other,
}

impl ErrorKind {
    /// What went wrong, in words.
    const fn cause(self, _: Call) -> &'static str {
        match self {
            Self::PackageNotFound => "no security package of this name is known to the system",
            Self::InvalidText(error) => error.cause(),
            Self::OutOfMemory => "the system could not allocate the answer",
            Self::InvalidHandle => "a handle that the call needs is not valid",
            Self::InvalidInput => "the system refused an argument",
            Self::CannotInstall => "the package could not be installed or initialised",
            Self::NotSupportedBySystem => "this system lacks the function, or has it in name alone",
            Self::PlatformNotSupported => "security packages exist on Windows only",
            Self::NoWorld => "the emulator answers, and this thread is in none of its worlds",
            Self::InvalidAnswer => {
                "the call reported success and gave no usable description: \
                 a provider on this system breaks the contract of SSPI"
            }
            Self::Other => "the system gave a status that is not documented for this call",
        }
    }

    /// What to do about it.
    const fn advice(self, _: Call) -> &'static str {
        match self {
            Self::PackageNotFound => "list the packages to see which are known",
            Self::InvalidText(error) => error.advice(),
            Self::OutOfMemory => "free some memory and try again",
            Self::InvalidHandle | Self::InvalidInput | Self::Other => {
                "look the status up in Windows' documentation"
            }
            Self::CannotInstall => {
                "check that the package's DLL exists, is signed and exports a package"
            }
            Self::NotSupportedBySystem => "treat it as not available on this system",
            Self::PlatformNotSupported => {
                "run on Windows or under Wine; in tests, turn the feature `emulator` on"
            }
            Self::NoWorld => {
                "call `World::enter` on this thread, or `World::enter_everywhere` once for all threads"
            }
            Self::InvalidAnswer => "find out which packages were added to this system",
        }
    }

    /// The numbers, in words that follow the cause.
    fn details(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidText(error) => error.details(f),
            _ => Ok(()),
        }
    }

    /// The kind of std's error.
    const fn io(self) -> io::ErrorKind {
        match self {
            Self::PackageNotFound => io::ErrorKind::NotFound,
            Self::InvalidText(_) | Self::InvalidInput => io::ErrorKind::InvalidInput,
            Self::OutOfMemory => io::ErrorKind::OutOfMemory,
            Self::NotSupportedBySystem | Self::PlatformNotSupported => io::ErrorKind::Unsupported,
            Self::InvalidAnswer => io::ErrorKind::InvalidData,
            Self::InvalidHandle | Self::CannotInstall | Self::NoWorld | Self::Other => {
                io::ErrorKind::Other
            }
        }
    }
}
