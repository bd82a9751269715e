//! An answer as plain data.

use core::fmt;

use super::ipsec2::Ipsec2Details;
use crate::backend::Backend;
use crate::flags::ConnectionFlags;
use crate::protocol::ReportedProtocol;

/// A [`ConnectionSecurity`](super::ConnectionSecurity) as plain data, without the tokens.
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
pub(super) fn describe(
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
        (false, false) => f.write_str("in the clear")?,
    }
    f.write_str(backend.mark())
}
