//! Security protocols: the ones to ask for, and the ones that an answer names.

use core::fmt;

use winsec_ffi::{
    SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_PROTOCOL_IPSEC,
    SOCKET_SECURITY_PROTOCOL_IPSEC2,
};

/// The security protocol to ask for.
///
/// Windows has a single one, so both members have the same effect today. The value that Windows
/// calls illegal cannot be written.
///
/// Source: [`SOCKET_SECURITY_PROTOCOL`](https://learn.microsoft.com/windows/win32/api/mstcpip/ne-mstcpip-socket_security_protocol).
#[doc(alias = "SOCKET_SECURITY_PROTOCOL")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Protocol {
    /// What the system uses by default; right for most programs.
    #[doc(alias = "SOCKET_SECURITY_PROTOCOL_DEFAULT")]
    #[default]
    SystemDefault,
    /// IPsec, by name.
    #[doc(alias = "SOCKET_SECURITY_PROTOCOL_IPSEC")]
    Ipsec,
}

impl Protocol {
    /// The number that the system knows it by.
    pub(crate) const fn raw(self) -> i32 {
        match self {
            Self::SystemDefault => SOCKET_SECURITY_PROTOCOL_DEFAULT.0,
            Self::Ipsec => SOCKET_SECURITY_PROTOCOL_IPSEC.0,
        }
    }
}

/// The security protocol that an answer names.
///
/// It decides how the rest of the answer is read, as the address family does for a socket address.
/// A number that this crate does not know survives, and nothing else of such an answer is
/// interpreted.
///
/// Source: [`SOCKET_SECURITY_PROTOCOL`](https://learn.microsoft.com/windows/win32/api/mstcpip/ne-mstcpip-socket_security_protocol).
///
/// ```
/// use winsec_core::ReportedProtocol;
///
/// assert_eq!(ReportedProtocol::IPSEC.to_string(), "IPsec");
/// assert!(!ReportedProtocol::from_raw(7).is_known());
/// assert_eq!(ReportedProtocol::from_raw(7).to_string(), "unknown protocol 7");
/// ```
#[doc(alias = "SOCKET_SECURITY_PROTOCOL")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct ReportedProtocol(i32);

impl ReportedProtocol {
    /// The system's default, or an answer in which the system left the protocol out: a default
    /// query promises the flags alone.
    #[doc(alias = "SOCKET_SECURITY_PROTOCOL_DEFAULT")]
    pub const DEFAULT: Self = Self(SOCKET_SECURITY_PROTOCOL_DEFAULT.0);
    /// IPsec.
    #[doc(alias = "SOCKET_SECURITY_PROTOCOL_IPSEC")]
    pub const IPSEC: Self = Self(SOCKET_SECURITY_PROTOCOL_IPSEC.0);
    /// IPsec, in the second version of the interface, which adds [`Ipsec2Details`](crate::Ipsec2Details).
    #[doc(alias = "SOCKET_SECURITY_PROTOCOL_IPSEC2")]
    pub const IPSEC2: Self = Self(SOCKET_SECURITY_PROTOCOL_IPSEC2.0);

    /// The protocol of this number, known or not.
    #[must_use]
    pub const fn from_raw(number: i32) -> Self {
        Self(number)
    }

    /// The number that the system knows it by.
    #[must_use]
    pub const fn raw(self) -> i32 {
        self.0
    }

    /// Whether this crate knows how an answer of this protocol is laid out.
    #[must_use]
    #[inline]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::DEFAULT | Self::IPSEC | Self::IPSEC2)
    }

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::DEFAULT => Some("default protocol"),
            Self::IPSEC => Some("IPsec"),
            Self::IPSEC2 => Some("IPsec (second version)"),
            _ => None,
        }
    }
}

impl fmt::Display for ReportedProtocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "unknown protocol {}", self.0),
        }
    }
}

impl fmt::Debug for ReportedProtocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReportedProtocol({self})")
    }
}
