//! The switches of a system: where Windows versions differ, and where the documents leave it open.

use serde::Deserialize;
use winsec_ffi::{ERROR_INTERNET_INVALID_OPTION, WIN32_ERROR};

/// What kind of Windows it is.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct System {
    /// Which secure-socket interface there is.
    pub secure_sockets: SecureSockets,
    /// What the string lengths of target names and IPsec settings count.
    pub string_lengths: StringLengths,
    /// Whether the diagnostic option of WinINet answers.
    pub diagnostic_socket_info: DiagnosticSupport,
    /// What the diagnostic option gives as the descriptor while there is no connection.
    pub absent_socket: AbsentSocket,
}

/// Which secure-socket interface there is.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecureSockets {
    /// The functions are there and every call is refused with `WSAEOPNOTSUPP`, as Wine's ioctl does.
    Unsupported,
    /// The first version: the protocol value 2 is not legal.
    Vista,
    /// Both versions.
    #[default]
    #[serde(rename = "windows-7")]
    Windows7,
}

/// What a string's length counts: the documents say bytes, Microsoft's samples store characters.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum StringLengths {
    /// Bytes; an odd number is refused.
    #[default]
    Bytes,
    /// UTF-16 units.
    Characters,
}

/// Whether `INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO` answers: since Windows 7 it need not.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiagnosticSupport {
    /// It answers.
    #[default]
    Answered,
    /// It is refused as an unknown option.
    Unsupported,
    /// It is refused with this code.
    Refused(u32),
}

impl DiagnosticSupport {
    pub(crate) const fn refusal(self) -> Option<WIN32_ERROR> {
        match self {
            Self::Answered => None,
            Self::Unsupported => Some(ERROR_INTERNET_INVALID_OPTION),
            Self::Refused(code) => Some(WIN32_ERROR(code)),
        }
    }
}

/// The descriptor of a request that has no connection.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AbsentSocket {
    /// `INVALID_SOCKET`.
    #[default]
    Invalid,
    /// Zero, as under Wine.
    Zero,
}
