//! The answer: how a connection's traffic is secured, and by whom.

use core::fmt;

use super::ipsec2::Ipsec2Details;
use super::report::{SecurityReport, describe};
use crate::backend::{Backend, backend};
use crate::error::{Call, Error, ErrorKind, Result};
use crate::flags::ConnectionFlags;
use crate::protocol::ReportedProtocol;
use crate::token::AccessToken;

/// How a connection's traffic is secured, and by whom.
///
/// Everything is reported as the system tells it, contradictions included. An answer of a protocol
/// that this crate does not know is kept as bytes and not interpreted: it has neither flags nor
/// tokens, and counts as not known to be secured.
///
/// Source: [`SOCKET_SECURITY_QUERY_INFO`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_query_info).
#[doc(alias = "SOCKET_SECURITY_QUERY_INFO")]
pub struct ConnectionSecurity {
    protocol: ReportedProtocol,
    content: Content,
}

enum Content {
    Known(Known),
    Unknown(Box<[u8]>),
}

struct Known {
    flags: ConnectionFlags,
    application: Option<AccessToken>,
    machine: Option<AccessToken>,
    ipsec2: Option<Ipsec2Details>,
}

impl ConnectionSecurity {
    #[inline]
    pub(super) const fn known(
        protocol: ReportedProtocol,
        flags: ConnectionFlags,
        application: Option<AccessToken>,
        machine: Option<AccessToken>,
        ipsec2: Option<Ipsec2Details>,
    ) -> Self {
        Self {
            protocol,
            content: Content::Known(Known {
                flags,
                application,
                machine,
                ipsec2,
            }),
        }
    }

    pub(super) fn unknown(protocol: ReportedProtocol, answer: &[u8]) -> Result<Self> {
        let mut bytes = Vec::new();
        bytes
            .try_reserve_exact(answer.len())
            .map_err(|_| Error::own(Call::QuerySecurity, ErrorKind::OutOfMemory))?;
        bytes.extend_from_slice(answer);
        Ok(Self {
            protocol,
            content: Content::Unknown(bytes.into_boxed_slice()),
        })
    }

    #[inline]
    const fn as_known(&self) -> Option<&Known> {
        match &self.content {
            Content::Known(known) => Some(known),
            Content::Unknown(_) => None,
        }
    }

    const fn as_known_mut(&mut self) -> Option<&mut Known> {
        match &mut self.content {
            Content::Known(known) => Some(known),
            Content::Unknown(_) => None,
        }
    }

    /// Whether a security protocol is known to secure the traffic. Without one it flows in the
    /// clear.
    #[must_use]
    #[inline]
    pub fn is_secured(&self) -> bool {
        self.has(ConnectionFlags::SECURED)
    }

    /// Whether the traffic is known to be encrypted.
    #[must_use]
    #[inline]
    pub fn is_encrypted(&self) -> bool {
        self.has(ConnectionFlags::ENCRYPTED)
    }

    #[inline]
    fn has(&self, flag: ConnectionFlags) -> bool {
        self.flags().is_some_and(|flags| flags.contains(flag))
    }

    /// The protocol that secures the traffic. A default query promises the flags alone, so
    /// [`ReportedProtocol::DEFAULT`] may also mean that the system left it out.
    #[doc(alias = "SecurityProtocol")]
    #[must_use]
    pub const fn protocol(&self) -> ReportedProtocol {
        self.protocol
    }

    /// All flags of the answer, those without a name included; `None` for a protocol that this
    /// crate does not know.
    #[doc(alias = "Flags")]
    #[must_use]
    #[inline]
    pub fn flags(&self) -> Option<ConnectionFlags> {
        self.as_known().map(|known| known.flags)
    }

    /// The token of the account under which the peer's program runs; `None` unless the query asked
    /// for tokens and the system has one.
    #[doc(alias = "PeerApplicationAccessTokenHandle")]
    #[must_use]
    pub fn peer_application_token(&self) -> Option<&AccessToken> {
        self.as_known()?.application.as_ref()
    }

    /// The token of the peer computer's account; `None` unless the query asked for tokens and the
    /// system has one.
    #[doc(alias = "PeerMachineAccessTokenHandle")]
    #[must_use]
    pub fn peer_machine_token(&self) -> Option<&AccessToken> {
        self.as_known()?.machine.as_ref()
    }

    /// Takes the token of [`peer_application_token`](Self::peer_application_token) out.
    pub fn take_peer_application_token(&mut self) -> Option<AccessToken> {
        self.as_known_mut()?.application.take()
    }

    /// Takes the token of [`peer_machine_token`](Self::peer_machine_token) out.
    pub fn take_peer_machine_token(&mut self) -> Option<AccessToken> {
        self.as_known_mut()?.machine.take()
    }

    /// What an IPsec query adds; `None` unless the answer is one of
    /// [`ReportedProtocol::IPSEC2`] and long enough to hold it.
    #[must_use]
    pub fn ipsec2(&self) -> Option<&Ipsec2Details> {
        self.as_known()?.ipsec2.as_ref()
    }

    /// The bytes of an answer of a protocol that this crate does not know.
    #[must_use]
    pub const fn unknown_answer(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Known(_) => None,
            Content::Unknown(bytes) => Some(bytes),
        }
    }

    /// Who answered.
    #[must_use]
    pub fn backend(&self) -> Backend {
        backend()
    }

    /// The answer as plain data, without the tokens: to keep, to compare, to serialise.
    #[must_use]
    pub fn report(&self) -> SecurityReport {
        SecurityReport {
            backend: self.backend(),
            protocol: self.protocol,
            flags: self.flags(),
            has_peer_application_token: self.peer_application_token().is_some(),
            has_peer_machine_token: self.peer_machine_token().is_some(),
            ipsec2: self.ipsec2().copied(),
            unknown_answer: self.unknown_answer().map(<[u8]>::to_vec),
        }
    }
}

impl fmt::Display for ConnectionSecurity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unread = self.unknown_answer().map_or(0, <[u8]>::len);
        describe(f, self.protocol, self.flags(), unread, self.backend())
    }
}

impl fmt::Debug for ConnectionSecurity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("ConnectionSecurity");
        if self.backend().is_emulated() {
            debug.field("emulated", &true);
        }
        debug.field("protocol", &self.protocol);
        match &self.content {
            Content::Known(known) => debug
                .field("flags", &known.flags)
                .field("peer_application_token", &known.application)
                .field("peer_machine_token", &known.machine)
                .field("ipsec2", &known.ipsec2),
            Content::Unknown(bytes) => debug.field("unknown_answer", bytes),
        };
        debug.finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ConnectionSecurity {
    /// Serialises the [report](Self::report).
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> core::result::Result<S::Ok, S::Error> {
        self.report().serialize(serializer)
    }
}
