//! The error of this crate, and the design that it shares with the crates above: which call failed,
//! with which code, and for which cause.

mod kind;

use core::fmt;

use winsec_ffi::{
    ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY, SECURITY_STATUS,
    WIN32_ERROR, WSA_ERROR,
};

pub use kind::{ErrorKind, SocketStage};

/// A code of the system's, and to which family of codes it belongs.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// Of Winsock: `WSAECONNRESET`, 10054.
    Winsock(WSA_ERROR),
    /// Of Windows proper and of WinINet: `ERROR_ACCESS_DENIED`, 5.
    Win32(WIN32_ERROR),
    /// Of SSPI, which is shown in hexadecimal: `SEC_E_SECPKG_NOT_FOUND`, 0x80090305.
    Status(SECURITY_STATUS),
}

impl Code {
    /// The number.
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            Self::Winsock(code) => code.0,
            Self::Win32(code) => code.0 as i32,
            Self::Status(code) => code.0,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = match *self {
            Self::Winsock(code) => code.0.to_string(),
            Self::Win32(code) => code.0.to_string(),
            Self::Status(code) => format!("0x{:08X}", code.0),
        };
        let name = match self {
            Self::Winsock(code) => format!("{code:?}"),
            Self::Win32(code) => format!("{code:?}"),
            Self::Status(code) => format!("{code:?}"),
        };
        // A code without a name prints as its type and its number.
        if !name.contains('(') {
            write!(f, "{name}, ")?;
        }
        f.write_str(&number)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether this thread lacks a world of the emulator, where the emulator answers.
#[doc(hidden)]
#[must_use]
pub fn lacks_world() -> bool {
    #[cfg(all(not(windows), feature = "emulator"))]
    let lacks = !winsec_emulator::World::is_entered();
    #[cfg(not(all(not(windows), feature = "emulator")))]
    let lacks = false;
    lacks
}

/// Declares a crate's `Error` and `Result`. The crate has a `Call` with a `name`, and an `ErrorKind`
/// with `cause`, `details`, `advice` and `io`, of which `PlatformNotSupported`,
/// `NoWorld` and `InvalidText` are three.
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($(#[$attribute:meta])*) => {
        /// What every fallible function of this crate returns.
        pub type Result<T, E = Error> = core::result::Result<T, E>;

        $(#[$attribute])*
        ///
        /// An error owns all that it tells: it can be kept, copied, sent to another thread and wrapped. In
        /// a [`std::io::Error`] it is found again:
        /// `io.get_ref().and_then(|inner| inner.downcast_ref::<Error>())`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct Error {
            call: Call,
            kind: ErrorKind,
            code: Option<$crate::__private::Code>,
        }

        impl Error {
            /// An error that this crate finds by itself.
            pub(crate) const fn own(call: Call, kind: ErrorKind) -> Self {
                Self { call, kind, code: None }
            }

            /// A text that cannot be passed to the system.
            pub(crate) const fn text(call: Call, error: $crate::TextError) -> Self {
                Self::own(call, ErrorKind::InvalidText(error))
            }

            /// An error that the system reported, unless there is no system.
            pub(crate) fn system(call: Call, kind: ErrorKind, code: $crate::__private::Code) -> Self {
                if !cfg!(any(windows, feature = "emulator")) {
                    return Self::own(call, ErrorKind::PlatformNotSupported);
                }
                if $crate::__private::lacks_world() {
                    return Self::own(call, ErrorKind::NoWorld);
                }
                Self { call, kind, code: Some(code) }
            }

            /// The call that failed, or that was about to be made.
            #[must_use]
            pub const fn call(&self) -> Call {
                self.call
            }

            /// What the failure means, for decisions.
            #[must_use]
            pub const fn kind(&self) -> ErrorKind {
                self.kind
            }

            /// The system's code, for logs; `None` when this crate found the error without the system.
            #[must_use]
            pub const fn code(&self) -> Option<i32> {
                match self.code {
                    Some(code) => Some(code.number()),
                    None => None,
                }
            }

            /// The cause in words, which `Display` shows with its numbers.
            #[must_use]
            pub const fn explanation(&self) -> &'static str {
                self.kind.cause(self.call)
            }

            /// What to do about it. `Display` leaves it out.
            #[must_use]
            pub const fn advice(&self) -> &'static str {
                self.kind.advice(self.call)
            }

            /// Who reported it.
            #[must_use]
            pub fn backend(&self) -> $crate::Backend {
                $crate::backend()
            }
        }

        /// The call, the cause, and the system's code: in hexadecimal where its family is written so.
        impl core::fmt::Display for Error {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}: {}", self.call.name(), self.explanation())?;
                self.kind.details(f)?;
                if let Some(code) = self.code {
                    write!(f, " ({code})")?;
                }
                f.write_str(self.backend().mark())
            }
        }

        /// The cause stands in `Display`, so there is no source.
        impl core::error::Error for Error {}

        /// The error is wrapped, on every system: its kind, its text and, by downcasting, its code are
        /// kept.
        impl From<Error> for std::io::Error {
            fn from(error: Error) -> Self {
                Self::new(error.kind.io(), error)
            }
        }
    };
}

/// Declares a crate's `Call`: its functions, under names that say what they are called for.
#[doc(hidden)]
#[macro_export]
macro_rules! __calls {
    ($($(#[$attribute:meta])* $call:ident = $name:literal,)+) => {
        /// The call that an [`Error`] comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Call {
            $(
                $(#[$attribute])*
                #[doc = concat!("\n\n`", $name, "`")]
                #[doc(alias = $name)]
                $call,
            )+
        }

        impl Call {
            /// The function's name as Windows documents it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$call => $name,)+
                }
            }
        }

        impl core::fmt::Display for Call {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

__calls! {
    /// Asking how a socket's traffic is secured.
    QuerySecurity = "WSAQuerySocketSecurity",
    /// Turning security on for a socket.
    SetSecurity = "WSASetSocketSecurity",
    /// Naming the principal that a peer must prove to be.
    SetPeerTargetName = "WSASetSocketPeerTargetName",
    /// Taking that name back.
    DeletePeerTargetName = "WSADeleteSocketPeerTargetName",
    /// Acting as the peer.
    Impersonate = "WSAImpersonateSocketPeer",
    /// Acting as oneself again.
    Revert = "WSARevertImpersonation",
    /// Cancelling an overlapped operation.
    Cancel = "CancelIoEx",
    /// Making the event that an overlapped operation signals.
    CreateEvent = "CreateEventW",
    /// Waiting for that event.
    Wait = "WaitForSingleObject",
    /// Reading whose a token is.
    TokenInformation = "GetTokenInformation",
    /// Finding the account of a security identifier.
    LookupAccount = "LookupAccountSidW",
    /// Making the object with which the system's thread pool waits for that event.
    CreatePoolWait = "CreateThreadpoolWait",
}

__error! {
    /// Why an operation failed: the call, the system's code, and the cause.
    ///
    /// The crates above have errors of the same shape. [`Error::kind`] is for decisions,
    /// [`Error::code`] for logs, [`Error::advice`] for people.
    ///
    /// ```
    /// use winsec_core::{ErrorKind, PeerTargetName};
    ///
    /// let error = PeerTargetName::for_stream("").unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::InvalidText(_)));
    /// assert!(error.to_string().starts_with("WSASetSocketPeerTargetName: the text is empty"));
    ///
    /// let error: std::io::Error = error.into();
    /// assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    /// ```
}

impl Error {
    /// An error that a Winsock function reported.
    pub(crate) fn winsock(call: Call, code: WSA_ERROR) -> Self {
        Self::system(call, ErrorKind::of_winsock(code), Code::Winsock(code))
    }

    /// An error that another Windows function reported.
    pub(crate) fn windows(call: Call, code: WIN32_ERROR) -> Self {
        let kind = match code {
            ERROR_ACCESS_DENIED => ErrorKind::AccessDenied,
            ERROR_INVALID_HANDLE => ErrorKind::InvalidHandle,
            ERROR_NOT_ENOUGH_MEMORY => ErrorKind::OutOfMemory,
            _ => ErrorKind::Other,
        };
        Self::system(call, kind, Code::Win32(code))
    }
}
