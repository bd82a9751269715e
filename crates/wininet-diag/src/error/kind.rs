//! What an error means: the documented causes, by code.

use core::fmt;
use std::io;

use winsec_ffi as ffi;
use winsec_ffi::{WIN32_ERROR, WSA_ERROR};

use super::Call;
use crate::{TextError, UrlError};

/// What an error means.
///
/// Reference: [WinINet error messages][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/wininet-errors
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The handle is a session's or a connection's, and the option is a request's
    /// (`ERROR_INTERNET_INCORRECT_HANDLE_TYPE`, 12018, or `ERROR_INVALID_PARAMETER`, 87, as
    /// documented for an option that does not suit the handle: then the system was asked for the
    /// handle's type).
    WrongHandleType,
    /// The handle is closed, or was never one (`ERROR_INVALID_HANDLE`, 6).
    InvalidHandle,
    /// The handle is not in the state that the call needs, such as a request that was not sent
    /// (`ERROR_INTERNET_INCORRECT_HANDLE_STATE`, 12019).
    WrongHandleState,
    /// The system does not know the option, although the handle is of the right type
    /// (`ERROR_INTERNET_INVALID_OPTION`, 12009; `ERROR_INVALID_PARAMETER`, 87; also 12018 where the
    /// system says that the handle is a request's). Microsoft documents the diagnostic option as no
    /// longer supported since Windows 7.
    OptionNotSupported,
    /// The system's structure has another size (`ERROR_INSUFFICIENT_BUFFER`, 122;
    /// `ERROR_INTERNET_BAD_OPTION_LENGTH`, 12010).
    BufferSize,
    /// The text is not a URL of an HTTP server; nothing was called. Or the system says so
    /// (`ERROR_INTERNET_INVALID_URL`, 12005; `ERROR_INTERNET_UNRECOGNIZED_SCHEME`, 12006).
    InvalidUrl(UrlError),
    /// A text that the system cannot be passed; nothing was called.
    InvalidText(TextError),
    /// The server's name was not found (`ERROR_INTERNET_NAME_NOT_RESOLVED`, 12007, or Winsock's
    /// 11001 to 11004).
    NameNotResolved,
    /// The server or the proxy does not accept connections (`ERROR_INTERNET_CANNOT_CONNECT`, 12029,
    /// and the like, or Winsock's 10061 and the like).
    CannotConnect,
    /// The connection broke (`ERROR_INTERNET_CONNECTION_ABORTED`, 12030;
    /// `ERROR_INTERNET_CONNECTION_RESET`, 12031; Winsock's 10053, 10054 and the like).
    ConnectionBroken,
    /// Nothing came within the time allowed (`ERROR_INTERNET_TIMEOUT`, 12002; Winsock's
    /// 10060).
    TimedOut,
    /// The server's certificate did not pass a check (12037, 12038, 12045, 12055 to 12057, 12169,
    /// 12170).
    Certificate,
    /// TLS failed in another way (`ERROR_INTERNET_SECURITY_CHANNEL_ERROR`, 12157).
    SecureChannel,
    /// The server wants a certificate of the client's (12044).
    ClientCertificateNeeded,
    /// What came is not HTTP (`ERROR_HTTP_INVALID_SERVER_RESPONSE`, 12152; under Wine without a
    /// code), or lacks the header that was asked for (12150, 12151).
    InvalidResponse,
    /// The server redirects to where WinINet does not go (12005 and 12006 once a request is sent,
    /// 12039, 12040, 12048, 12060, 12156, 12160, 12168). This crate's own requests do not follow
    /// redirects: see [`Request::location`](crate::Request::location).
    Redirect,
    /// Memory or handles ran out (`ERROR_NOT_ENOUGH_MEMORY`, 8; `ERROR_INTERNET_OUT_OF_HANDLES`,
    /// 12001; Winsock's 10024 and 10055).
    OutOfResources,
    /// The handle was closed while the call ran (`ERROR_INTERNET_OPERATION_CANCELLED`, 12017).
    Cancelled,
    /// This is not Windows, and no emulator was asked for; nothing was called.
    PlatformNotSupported,
    /// The emulator answers, and this thread is in none of its worlds.
    NoWorld,
    /// The call reported success, and what it gave cannot be.
    InvalidAnswer,
    /// Any other code.
    Other,
}

impl ErrorKind {
    /// What a code means after a call.
    pub(super) const fn of(call: Call, code: WIN32_ERROR) -> Self {
        match code {
            ffi::ERROR_INTERNET_INCORRECT_HANDLE_TYPE => Self::WrongHandleType,
            ffi::ERROR_INVALID_HANDLE => Self::InvalidHandle,
            ffi::ERROR_INTERNET_INCORRECT_HANDLE_STATE => Self::WrongHandleState,
            ffi::ERROR_INTERNET_INVALID_OPTION
            | ffi::ERROR_INTERNET_OPTION_NOT_SETTABLE
            | ffi::ERROR_INVALID_PARAMETER
                if matches!(call, Call::QueryOption | Call::SetOption) =>
            {
                Self::OptionNotSupported
            }
            ffi::ERROR_INSUFFICIENT_BUFFER | ffi::ERROR_INTERNET_BAD_OPTION_LENGTH => {
                Self::BufferSize
            }
            ffi::ERROR_INTERNET_INVALID_URL | ffi::ERROR_INTERNET_UNRECOGNIZED_SCHEME
                if !matches!(call, Call::Send | Call::QueryHeaders | Call::Read) =>
            {
                Self::InvalidUrl(UrlError::RefusedBySystem)
            }
            ffi::ERROR_INTERNET_INVALID_URL
            | ffi::ERROR_INTERNET_UNRECOGNIZED_SCHEME
            | ffi::ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR
            | ffi::ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR
            | ffi::ERROR_INTERNET_REDIRECT_SCHEME_CHANGE
            | ffi::ERROR_HTTP_HSTS_REDIRECT_REQUIRED
            | ffi::ERROR_HTTP_REDIRECT_FAILED
            | ffi::ERROR_HTTP_NOT_REDIRECTED
            | ffi::ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION => Self::Redirect,
            ffi::ERROR_INTERNET_NAME_NOT_RESOLVED => Self::NameNotResolved,
            ffi::ERROR_INTERNET_CANNOT_CONNECT
            | ffi::ERROR_INTERNET_DISCONNECTED
            | ffi::ERROR_INTERNET_SERVER_UNREACHABLE
            | ffi::ERROR_INTERNET_PROXY_SERVER_UNREACHABLE => Self::CannotConnect,
            ffi::ERROR_INTERNET_CONNECTION_ABORTED | ffi::ERROR_INTERNET_CONNECTION_RESET => {
                Self::ConnectionBroken
            }
            ffi::ERROR_INTERNET_TIMEOUT => Self::TimedOut,
            ffi::ERROR_INTERNET_SEC_CERT_DATE_INVALID
            | ffi::ERROR_INTERNET_SEC_CERT_CN_INVALID
            | ffi::ERROR_INTERNET_INVALID_CA
            | ffi::ERROR_INTERNET_SEC_CERT_ERRORS
            | ffi::ERROR_INTERNET_SEC_CERT_NO_REV
            | ffi::ERROR_INTERNET_SEC_CERT_REV_FAILED
            | ffi::ERROR_INTERNET_SEC_INVALID_CERT
            | ffi::ERROR_INTERNET_SEC_CERT_REVOKED => Self::Certificate,
            ffi::ERROR_INTERNET_SECURITY_CHANNEL_ERROR
            | ffi::ERROR_INTERNET_SECURE_FAILURE_PROXY => Self::SecureChannel,
            ffi::ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED
            | ffi::ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY => Self::ClientCertificateNeeded,
            ffi::ERROR_HTTP_INVALID_SERVER_RESPONSE
            | ffi::ERROR_HTTP_HEADER_NOT_FOUND
            | ffi::ERROR_HTTP_DOWNLEVEL_SERVER => Self::InvalidResponse,
            ffi::ERROR_NOT_ENOUGH_MEMORY | ffi::ERROR_INTERNET_OUT_OF_HANDLES => {
                Self::OutOfResources
            }
            ffi::ERROR_INTERNET_OPERATION_CANCELLED => Self::Cancelled,
            WIN32_ERROR(code) => Self::of_winsock(WSA_ERROR(code as i32)),
        }
    }

    /// What a code of Winsock's means, which WinINet hands on where it has none of its own.
    const fn of_winsock(code: WSA_ERROR) -> Self {
        match code {
            ffi::WSAHOST_NOT_FOUND | ffi::WSATRY_AGAIN | ffi::WSANO_RECOVERY | ffi::WSANO_DATA => {
                Self::NameNotResolved
            }
            ffi::WSAECONNREFUSED
            | ffi::WSAENETDOWN
            | ffi::WSAENETUNREACH
            | ffi::WSAEHOSTDOWN
            | ffi::WSAEHOSTUNREACH => Self::CannotConnect,
            ffi::WSAECONNRESET
            | ffi::WSAECONNABORTED
            | ffi::WSAENETRESET
            | ffi::WSAENOTCONN
            | ffi::WSAESHUTDOWN => Self::ConnectionBroken,
            ffi::WSAETIMEDOUT => Self::TimedOut,
            ffi::WSAEMFILE | ffi::WSAENOBUFS => Self::OutOfResources,
            _ => Self::Other,
        }
    }

    /// The cause in words.
    pub(super) const fn cause(self, _: Call) -> &'static str {
        match self {
            Self::WrongHandleType => {
                "the handle is a session's or a connection's, and only a request has this"
            }
            Self::InvalidHandle => "the handle is closed, or was never one",
            Self::WrongHandleState => "the handle is not in the state that the call needs",
            Self::OptionNotSupported => "the system does not support the option for this handle",
            Self::BufferSize => "the system's structure has another size than the documented one",
            Self::InvalidUrl(_) => "the text is not a URL of a web server",
            Self::InvalidText(error) => error.cause(),
            Self::NameNotResolved => "the server's name was not found",
            Self::CannotConnect => "the server or the proxy does not accept the connection",
            Self::ConnectionBroken => "the connection was broken",
            Self::TimedOut => "nothing came within the time allowed",
            Self::Certificate => "the server's certificate did not pass a check",
            Self::SecureChannel => "TLS could not be set up",
            Self::ClientCertificateNeeded => "the server wants a certificate of the client's",
            Self::InvalidResponse => "what the server sent is not the HTTP that was expected",
            Self::Redirect => "the server redirects to where the system does not go",
            Self::OutOfResources => "memory or handles ran out",
            Self::Cancelled => "the handle was closed while the call ran",
            Self::PlatformNotSupported => "WinINet exists on Windows only",
            Self::NoWorld => "the emulator answers, and this thread is in none of its worlds",
            Self::InvalidAnswer => "the call reported success and gave what cannot be",
            Self::Other => "the system gave a code that is not documented for this call",
        }
    }

    /// What to do about it.
    pub(super) const fn advice(self, _: Call) -> &'static str {
        match self {
            Self::WrongHandleType => "pass the handle of HttpOpenRequest",
            Self::InvalidHandle => "keep the request open for as long as it is asked about",
            Self::WrongHandleState => "send the request first, and read a response to its end",
            Self::OptionNotSupported => {
                "Microsoft ended the support of the diagnostic option with Windows 7: \
                 treat it as not available"
            }
            Self::BufferSize => "treat it as not available on this system",
            Self::InvalidUrl(_) => "write it as http://host/ or https://host/",
            Self::InvalidText(error) => error.advice(),
            Self::NameNotResolved => "check the name and the name service",
            Self::CannotConnect => "check address, port and proxy, and that the server runs",
            Self::ConnectionBroken => "send the request again",
            Self::TimedOut => "allow more time, or look for what holds the answer up",
            Self::Certificate => "mend the certificate, or leave the check out for a test",
            Self::SecureChannel => "check which versions of TLS both sides allow",
            Self::ClientCertificateNeeded => "this crate does not present one",
            Self::InvalidResponse => "check that an HTTP server listens on that port",
            Self::Redirect => "ask for the place that the server names",
            Self::OutOfResources => "close handles that are not needed",
            Self::Cancelled => "keep the handle until the call returns",
            Self::PlatformNotSupported => {
                "run there or under Wine, or turn the feature `emulator` on for tests"
            }
            Self::NoWorld => {
                "call `World::enter` on this thread, or `World::enter_everywhere` once for all threads"
            }
            Self::InvalidAnswer => "treat it as not available on this system",
            Self::Other => "look the code up",
        }
    }

    /// The numbers, in words that follow the cause.
    pub(super) fn details(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidText(error) => error.details(f),
            Self::InvalidUrl(error) => write!(f, ": {error}"),
            _ => Ok(()),
        }
    }

    /// The kind of std's error.
    pub(super) const fn io(self) -> io::ErrorKind {
        match self {
            Self::WrongHandleType
            | Self::InvalidHandle
            | Self::WrongHandleState
            | Self::InvalidUrl(_)
            | Self::InvalidText(_) => io::ErrorKind::InvalidInput,
            Self::OptionNotSupported | Self::PlatformNotSupported => io::ErrorKind::Unsupported,
            Self::BufferSize | Self::InvalidResponse | Self::Redirect | Self::InvalidAnswer => {
                io::ErrorKind::InvalidData
            }
            Self::NameNotResolved => io::ErrorKind::NotFound,
            Self::CannotConnect => io::ErrorKind::ConnectionRefused,
            Self::ConnectionBroken => io::ErrorKind::ConnectionReset,
            Self::TimedOut => io::ErrorKind::TimedOut,
            Self::Certificate | Self::SecureChannel | Self::ClientCertificateNeeded => {
                io::ErrorKind::PermissionDenied
            }
            Self::OutOfResources => io::ErrorKind::OutOfMemory,
            // Not `Interrupted`: the standard library would read again.
            Self::Cancelled => io::ErrorKind::ConnectionAborted,
            Self::NoWorld | Self::Other => io::ErrorKind::Other,
        }
    }
}
