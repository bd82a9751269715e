//! Sockets as a scenario file describes them: a description to make one from, and a rule that
//! finds its match among the sockets of the machine.

use std::net::SocketAddr;

use serde::Deserialize;
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, IPPROTO, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM,
    SOCKET_TYPE, WSA_ERROR,
};

use super::address::Endpoint;
use super::security::Security;
use super::socket::{Peer, SocketSpec, SocketState, family_of};
use super::timing::{Cancel, Completion};

/// What is seen of a socket that somebody else made.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "whoever observes a socket writes all of it"
)]
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
        let ends = [self.remote, self.local].into_iter().flatten();
        let ip = ends.filter_map(|end| end.host).map(|host| host.ip).next();
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
        self.local.is_none_or(|given| given.matches(facts.local)) && self.may_become(facts)
    }

    /// Whether it speaks of this socket, whose local address is not chosen yet.
    fn may_become(&self, facts: &SocketFacts) -> bool {
        self.family
            .is_none_or(|given| family(given) == facts.family)
            && self.kind.is_none_or(|given| kind(given) == facts.kind)
            && self
                .protocol
                .is_none_or(|given| protocol(given) == facts.protocol)
            && self.state.is_none_or(|given| given == facts.state)
            && self.remote.is_none_or(|given| given.matches(facts.remote))
    }

    /// The socket that comes of it when it is to be connected to this peer, if it speaks of such a one;
    /// its local address is the one that the rule names.
    #[must_use]
    pub fn connecting(&self, blank: &SocketSpec, peer: SocketAddr) -> Option<SocketSpec> {
        let facts = SocketFacts {
            family: blank.family,
            kind: blank.kind,
            protocol: blank.protocol,
            state: SocketState::Connected,
            local: self.local.and_then(Endpoint::address),
            remote: Some(peer),
        };
        self.may_become(&facts).then(|| SocketSpec {
            state: SocketState::Created,
            remote: None,
            ..self.complete(&facts)
        })
    }

    /// The connection that it has a peer make to this local address, which may be that of all
    /// interfaces: if it is of a stream socket, and names the local address and the peer's. `port` is
    /// the peer's where it names none.
    #[must_use]
    pub fn accepted(&self, at: SocketAddr, port: u16) -> Option<SocketSpec> {
        let (local, remote) = (self.local?, self.remote?);
        let peer = remote.host?.at(remote.port.unwrap_or(port));
        let mut own = at;
        if let Some(host) = local.host.filter(|_| at.ip().is_unspecified()) {
            own = host.at(at.port());
        }
        let facts = SocketFacts {
            family: family_of(peer.ip()),
            kind: SOCK_STREAM,
            protocol: IPPROTO_TCP,
            state: match self.state {
                Some(SocketState::Reset) => SocketState::Reset,
                _ => SocketState::Connected,
            },
            local: Some(own),
            remote: Some(peer),
        };
        let same_family = at.is_ipv4() == peer.is_ipv4() && at.is_ipv4() == own.is_ipv4();
        (same_family && self.matches(&facts)).then(|| self.complete(&facts))
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
