//! The answer: how a connection's traffic is secured, and by whom; and the same as plain data.

mod answer;

use core::fmt;

pub(crate) use answer::{Answer, Expected};

use crate::backend::{Backend, backend};
use crate::error::{Call, Error, ErrorKind, Result};
use crate::flags::ConnectionFlags;
use crate::guid::Guid;
use crate::protocol::ReportedProtocol;
use crate::token::AccessToken;

/// How a connection's traffic is secured, and by whom.
///
/// This is about IPsec, with which the system secures traffic below the program. What a program does
/// itself, such as TLS, the system does not know of: a connection that is not secured here may well
/// be encrypted by its ends.
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
    const fn known(
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

    #[cold]
    #[inline(never)]
    fn unknown(protocol: ReportedProtocol, answer: &[u8]) -> Result<Self> {
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

    /// Whether a security protocol is known to secure the traffic below the program.
    #[must_use]
    #[inline]
    pub fn is_secured(&self) -> bool {
        self.has(ConnectionFlags::SECURED)
    }

    /// Whether the traffic is known to be encrypted below the program.
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
        debug.field("protocol", &self.protocol);
        match &self.content {
            Content::Known(known) => debug
                .field("flags", &known.flags)
                .field("peer_application_token", &known.application)
                .field("peer_machine_token", &known.machine)
                .field("ipsec2", &known.ipsec2),
            Content::Unknown(bytes) => debug.field("unknown_answer", bytes),
        };
        debug.finish()?;
        f.write_str(self.backend().mark())
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

/// What an IPsec query tells beyond flags and tokens.
///
/// The headers name these members; no page documents them. A member that the query did not ask for
/// with [`Ipsec2Fields`](crate::Ipsec2Fields) need not be filled.
///
/// Source: the header `mstcpip.h`.
#[doc(alias = "SOCKET_SECURITY_QUERY_INFO_IPSEC2")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Ipsec2Details {
    /// The identifier of the main mode's security association.
    #[doc(alias = "MmSaId")]
    pub main_mode_sa: u64,
    /// The identifier of the quick mode's security association.
    #[doc(alias = "QmSaId")]
    pub quick_mode_sa: u64,
    /// The Windows error code with which the negotiation ended; zero for none.
    #[doc(alias = "NegotiationWinerr")]
    pub negotiation_error: u32,
    /// With which context the filtering platform finds the security association.
    #[doc(alias = "SaLookupContext")]
    pub lookup_context: Guid,
}

/// A [`ConnectionSecurity`] as plain data, without the tokens.
///
/// With the feature `serde` it can be serialised and read back. It always says which backend the
/// answer came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SecurityReport {
    /// Who answered.
    pub backend: Backend,
    /// The protocol that secures the traffic.
    pub protocol: ReportedProtocol,
    /// All flags of the answer; `None` for an unknown protocol.
    pub flags: Option<ConnectionFlags>,
    /// Whether the answer held a token of the peer's program.
    pub has_peer_application_token: bool,
    /// Whether the answer held a token of the peer's computer.
    pub has_peer_machine_token: bool,
    /// What an IPsec query adds.
    pub ipsec2: Option<Ipsec2Details>,
    /// The bytes of an answer of an unknown protocol.
    pub unknown_answer: Option<Vec<u8>>,
}

impl SecurityReport {
    /// Whether a security protocol is known to secure the traffic.
    #[must_use]
    pub fn is_secured(&self) -> bool {
        self.flags
            .is_some_and(|flags| flags.contains(ConnectionFlags::SECURED))
    }

    /// Whether the traffic is known to be encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.flags
            .is_some_and(|flags| flags.contains(ConnectionFlags::ENCRYPTED))
    }
}

impl fmt::Display for SecurityReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unread = self.unknown_answer.as_ref().map_or(0, Vec::len);
        describe(f, self.protocol, self.flags, unread, self.backend)
    }
}

/// Says in a line what an answer says, and whether it is emulated.
fn describe(
    f: &mut fmt::Formatter<'_>,
    protocol: ReportedProtocol,
    flags: Option<ConnectionFlags>,
    unread: usize,
    backend: Backend,
) -> fmt::Result {
    let Some(flags) = flags else {
        return write!(
            f,
            "{protocol}, {unread} bytes that are not understood{}",
            backend.mark()
        );
    };
    let secured = flags.contains(ConnectionFlags::SECURED);
    let encrypted = flags.contains(ConnectionFlags::ENCRYPTED);
    match (secured, encrypted) {
        (true, true) => write!(f, "secured and encrypted by {protocol}")?,
        (true, false) => write!(f, "secured by {protocol}, not encrypted")?,
        (false, true) => write!(f, "encrypted by {protocol}, not secured")?,
        (false, false) => f.write_str("not secured by IPsec")?,
    }
    f.write_str(backend.mark())
}
