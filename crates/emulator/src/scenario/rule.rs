//! Sockets as a scenario file describes them: a description to make one from, and a rule that
//! finds its match among the sockets of the machine.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, IPPROTO, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM,
    SOCKET_TYPE, WSA_ERROR,
};

use super::security::Security;
use super::socket::{Peer, SocketSpec, SocketState, family_of};
use super::timing::{Cancel, Completion};

/// What is seen of a socket that somebody else made.
#[derive(Clone, Copy, Debug)]
pub struct SocketFacts {
    /// The address family.
    pub family: ADDRESS_FAMILY,
    /// The type.
    pub kind: SOCKET_TYPE,
    /// The protocol.
    pub protocol: IPPROTO,
    /// How far it has come.
    pub state: SocketState,
    /// The local address, if it has one.
    pub local: Option<SocketAddr>,
    /// The peer's address, if it is connected.
    pub remote: Option<SocketAddr>,
}

/// An address of which parts may be left open: `10.0.0.5:445`, `*:445`, `[::1]:*`, `*`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Endpoint {
    /// The address, if it matters.
    pub ip: Option<IpAddr>,
    /// The port, if it matters.
    pub port: Option<u16>,
}

impl Endpoint {
    fn matches(self, address: Option<SocketAddr>) -> bool {
        address.is_some_and(|address| {
            self.ip.is_none_or(|ip| ip == address.ip())
                && self.port.is_none_or(|port| port == address.port())
        })
    }

    fn address(self) -> Option<SocketAddr> {
        Some(SocketAddr::new(self.ip?, self.port?))
    }
}

impl From<SocketAddr> for Endpoint {
    fn from(address: SocketAddr) -> Self {
        Self {
            ip: Some(address.ip()),
            port: Some(address.port()),
        }
    }
}

impl FromStr for Endpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fail =
            || format!("`{text}` is not an address such as 10.0.0.5:445, *:445, [::1]:* or *");
        if text == "*" {
            return Ok(Self::default());
        }
        let (ip, port) = text.rsplit_once(':').ok_or_else(fail)?;
        let bare = ip.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let parsed = match (ip, bare) {
            ("*", _) => None,
            (_, Some(six)) => Some(IpAddr::V6(six.parse().map_err(|_| fail())?)),
            (four, None) => Some(IpAddr::V4(four.parse().map_err(|_| fail())?)),
        };
        let port = match port {
            "*" => None,
            number => Some(number.parse().map_err(|_| fail())?),
        };
        Ok(Self { ip: parsed, port })
    }
}

impl<'de> Deserialize<'de> for Endpoint {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        String::deserialize(de)?.parse().map_err(de::Error::custom)
    }
}

/// An address family by name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Family {
    Inet,
    Inet6,
    Other(u16),
}

/// A socket type by name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Stream,
    Datagram,
    Other(i32),
}

/// A protocol by name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Protocol {
    Tcp,
    Udp,
    Other(i32),
}

/// One `[[socket]]` of a scenario.
///
/// As a rule it matches a socket that agrees with every field of `family`, `kind`, `protocol`,
/// `state`, `local` and `remote` that is given. As a description these fields say what to make; what
/// is not given follows from the rest: the family from the addresses, the protocol from the type.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SocketRule {
    name: Option<String>,
    family: Option<Family>,
    kind: Option<Kind>,
    protocol: Option<Protocol>,
    state: Option<SocketState>,
    local: Option<Endpoint>,
    remote: Option<Endpoint>,
    not_overlapped: bool,
    nonblocking: bool,
    error: Option<i32>,
    security: Security,
    principal: Option<String>,
    peers: Vec<Peer>,
    completion: Completion,
    cancel: Cancel,
}

impl SocketRule {
    /// A rule that matches every socket, and has this to say of it.
    #[must_use]
    pub fn new(security: Security) -> Self {
        Self {
            security,
            ..Self::default()
        }
    }

    /// The name by which it is found.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// It matches sockets with this local address alone.
    #[must_use]
    pub fn local(mut self, end: Endpoint) -> Self {
        self.local = Some(end);
        self
    }

    /// It matches sockets with this peer alone.
    #[must_use]
    pub fn remote(mut self, end: Endpoint) -> Self {
        self.remote = Some(end);
        self
    }

    /// A peer of a datagram socket, beside those that are there.
    #[must_use]
    pub fn peer(mut self, peer: Peer) -> Self {
        self.peers.push(peer);
        self
    }

    /// When overlapped operations complete.
    #[must_use]
    pub fn completion(mut self, completion: Completion) -> Self {
        self.completion = completion;
        self
    }

    /// The name by which [`World::named_socket`](crate::World::named_socket) finds it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What protects its traffic, and that with each peer.
    pub(crate) fn securities(&self) -> impl Iterator<Item = &Security> {
        let peers = self.peers.iter().map(|peer| &peer.security);
        std::iter::once(&self.security).chain(peers)
    }

    /// A socket as it is described.
    #[must_use]
    pub fn spec(&self) -> SocketSpec {
        let local = self.local.and_then(Endpoint::address);
        let remote = self.remote.and_then(Endpoint::address);
        let ip = self
            .remote
            .and_then(|end| end.ip)
            .or(self.local.and_then(|end| end.ip));
        let family = self
            .family
            .map(family)
            .or(ip.map(family_of))
            .unwrap_or(AF_INET);
        let kind = self.kind.map_or(SOCK_STREAM, kind);
        let protocol = self.protocol.map_or_else(|| usual_protocol(kind), protocol);
        let implied = match (remote, local) {
            (Some(_), _) => SocketState::Connected,
            (None, Some(_)) => SocketState::Bound,
            (None, None) => SocketState::Created,
        };
        self.complete(&SocketFacts {
            family,
            kind,
            protocol,
            state: self.state.unwrap_or(implied),
            local,
            remote,
        })
    }

    /// Whether it speaks of this socket.
    #[must_use]
    pub fn matches(&self, facts: &SocketFacts) -> bool {
        self.family
            .is_none_or(|given| family(given) == facts.family)
            && self.kind.is_none_or(|given| kind(given) == facts.kind)
            && self
                .protocol
                .is_none_or(|given| protocol(given) == facts.protocol)
            && self.state.is_none_or(|given| given == facts.state)
            && self.local.is_none_or(|given| given.matches(facts.local))
            && self.remote.is_none_or(|given| given.matches(facts.remote))
    }

    /// The facts as they are, and the rest as this rule has it.
    #[must_use]
    pub fn complete(&self, facts: &SocketFacts) -> SocketSpec {
        SocketSpec {
            state: facts.state,
            local: facts.local,
            remote: facts.remote,
            overlapped: !self.not_overlapped,
            nonblocking: self.nonblocking,
            error: self.error.map(WSA_ERROR),
            security: self.security.clone(),
            principal: self.principal.clone(),
            peers: self.peers.clone(),
            completion: self.completion,
            cancel: self.cancel,
            ..SocketSpec::new(facts.family, facts.kind, facts.protocol)
        }
    }
}

fn family(given: Family) -> ADDRESS_FAMILY {
    match given {
        Family::Inet => AF_INET,
        Family::Inet6 => AF_INET6,
        Family::Other(number) => ADDRESS_FAMILY(number),
    }
}

fn kind(given: Kind) -> SOCKET_TYPE {
    match given {
        Kind::Stream => SOCK_STREAM,
        Kind::Datagram => SOCK_DGRAM,
        Kind::Other(number) => SOCKET_TYPE(number),
    }
}

fn protocol(given: Protocol) -> IPPROTO {
    match given {
        Protocol::Tcp => IPPROTO_TCP,
        Protocol::Udp => IPPROTO_UDP,
        Protocol::Other(number) => IPPROTO(number),
    }
}

fn usual_protocol(kind: SOCKET_TYPE) -> IPPROTO {
    match kind {
        SOCK_STREAM => IPPROTO_TCP,
        SOCK_DGRAM => IPPROTO_UDP,
        _ => IPPROTO(0),
    }
}
