//! What protects a socket's traffic, and who is at the other end.

use serde::Deserialize;
use winsec_ffi::{
    GUID, SOCKET_INFO_CONNECTION_ENCRYPTED, SOCKET_INFO_CONNECTION_SECURED, SOCKET_INFO_FLAGS,
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_PROTOCOL_IPSEC,
};

use super::values::{connection, guid};

/// What a query finds out about a connection, or about one peer of a datagram socket.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Security {
    /// The protocol that is reported: IPsec if not said otherwise. Any number can be given, also
    /// one that no Windows knows.
    #[serde(deserialize_with = "protocol")]
    pub protocol: SOCKET_SECURITY_PROTOCOL,
    /// How the traffic is protected. Nothing here means clear text.
    #[serde(deserialize_with = "connection")]
    pub flags: SOCKET_INFO_FLAGS,
    /// The account that the peer's application runs under.
    pub application: Option<Token>,
    /// The account of the peer's computer.
    pub machine: Option<Token>,
    /// What the second version of the interface adds.
    pub ipsec2: Ipsec2,
}

impl Default for Security {
    fn default() -> Self {
        Self {
            protocol: SOCKET_SECURITY_PROTOCOL_DEFAULT,
            flags: SOCKET_INFO_FLAGS::empty(),
            application: None,
            machine: None,
            ipsec2: Ipsec2::default(),
        }
    }
}

impl Security {
    /// Traffic in clear text.
    #[must_use]
    pub fn clear() -> Self {
        Self::default()
    }

    /// Traffic that IPsec secures but does not encrypt.
    #[must_use]
    pub fn secured() -> Self {
        Self::clear()
            .protocol(SOCKET_SECURITY_PROTOCOL_IPSEC)
            .flags(SOCKET_INFO_CONNECTION_SECURED)
    }

    /// Traffic that IPsec secures and encrypts.
    #[must_use]
    pub fn encrypted() -> Self {
        Self::secured().flags(SOCKET_INFO_CONNECTION_SECURED | SOCKET_INFO_CONNECTION_ENCRYPTED)
    }

    /// Reports another protocol.
    #[must_use]
    pub fn protocol(mut self, protocol: SOCKET_SECURITY_PROTOCOL) -> Self {
        self.protocol = protocol;
        self
    }

    /// Reports other flags, consistent or not.
    #[must_use]
    pub fn flags(mut self, flags: SOCKET_INFO_FLAGS) -> Self {
        self.flags = flags;
        self
    }

    /// The peer's application has a token.
    #[must_use]
    pub fn application(mut self, token: Token) -> Self {
        self.application = Some(token);
        self
    }

    /// The peer's computer has a token.
    #[must_use]
    pub fn machine(mut self, token: Token) -> Self {
        self.machine = Some(token);
        self
    }

    /// What the second version of the interface tells.
    #[must_use]
    pub fn ipsec2(mut self, details: Ipsec2) -> Self {
        self.ipsec2 = details;
        self
    }

    /// Whether the traffic is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.flags.contains(SOCKET_INFO_CONNECTION_ENCRYPTED)
    }
}

fn protocol<'de, D: serde::Deserializer<'de>>(de: D) -> Result<SOCKET_SECURITY_PROTOCOL, D::Error> {
    i32::deserialize(de).map(SOCKET_SECURITY_PROTOCOL)
}

/// An access token that the emulator can hand out.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Token {
    /// The account, for example `CONTOSO\alice`.
    pub account: String,
    /// The accesses that can be had. Asking for more is refused; `None` allows everything.
    #[serde(default)]
    pub access: Option<u32>,
}

impl Token {
    /// A token of this account, to which every access can be had.
    #[must_use]
    pub fn new(account: impl Into<String>) -> Self {
        Self {
            account: account.into(),
            access: None,
        }
    }

    /// No access beyond `mask` can be had.
    #[must_use]
    pub fn access(mut self, mask: u32) -> Self {
        self.access = Some(mask);
        self
    }
}

/// The members that `SOCKET_SECURITY_QUERY_INFO_IPSEC2` has beyond the first version's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Ipsec2 {
    /// The main mode's security association, told if the field mask asks for it.
    pub main_mode_sa: u64,
    /// The quick mode's security association, told if the field mask asks for it.
    pub quick_mode_sa: u64,
    /// The Win32 code of the negotiation's failure; zero if there was none.
    pub negotiation_error: u32,
    /// The context by which the associations can be looked up.
    #[serde(deserialize_with = "guid")]
    pub lookup_context: GUID,
}

impl Ipsec2 {
    /// The two security associations, without an error and without a lookup context.
    #[must_use]
    pub fn new(main_mode_sa: u64, quick_mode_sa: u64) -> Self {
        Self {
            main_mode_sa,
            quick_mode_sa,
            ..Self::default()
        }
    }

    /// The negotiation failed with this Win32 code.
    #[must_use]
    pub fn negotiation_error(mut self, code: u32) -> Self {
        self.negotiation_error = code;
        self
    }

    /// The associations can be looked up by this context.
    #[must_use]
    pub fn lookup_context(mut self, context: GUID) -> Self {
        self.lookup_context = context;
        self
    }
}
