//! Sockets: as code describes them, as the rules of a scenario file do, and when their operations complete.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use serde::{Deserialize, Deserializer};
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, IPPROTO, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM,
    SOCKET_TYPE, WSA_ERROR,
};

use super::security::Security;
use super::values::Endpoint;

/// How far a socket has come.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SocketState {
    /// Made, and nothing else.
    #[default]
    Created,
    /// It has a local address.
    Bound,
    /// It waits for connections.
    Listening,
    /// It has a peer.
    Connected,
    /// The peer broke the connection.
    Reset,
}

/// A socket: what it is, how far it has come, and what a query of it finds out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SocketSpec {
    /// The address family.
    pub family: ADDRESS_FAMILY,
    /// The type.
    pub kind: SOCKET_TYPE,
    /// The protocol.
    pub protocol: IPPROTO,
    /// How far it has come.
    pub state: SocketState,
    /// The local address.
    pub local: Option<SocketAddr>,
    /// The address of the peer that it is connected to.
    pub remote: Option<SocketAddr>,
    /// Whether overlapped operations are possible, as on every socket that `socket` made.
    pub overlapped: bool,
    /// Whether calls return rather than wait.
    pub nonblocking: bool,
    /// The error that waits to be reported, once: by a query or by `SO_ERROR`.
    pub error: Option<WSA_ERROR>,
    /// What protects the traffic with the connected peer, and with every peer that is not in `peers`.
    pub security: Security,
    /// The name that the connected peer can prove. Without one it proves whatever it is asked for.
    pub principal: Option<String>,
    /// The peers of a datagram socket.
    pub peers: Vec<Peer>,
    /// When overlapped operations complete.
    pub completion: Completion,
    /// What cancelling them does.
    pub cancel: Cancel,
}

impl SocketSpec {
    /// A new socket of this family, type and protocol: whatever they are.
    #[must_use]
    pub fn new(family: ADDRESS_FAMILY, kind: SOCKET_TYPE, protocol: IPPROTO) -> Self {
        Self {
            family,
            kind,
            protocol,
            state: SocketState::Created,
            local: None,
            remote: None,
            overlapped: true,
            nonblocking: false,
            error: None,
            security: Security::clear(),
            principal: None,
            peers: Vec::new(),
            completion: Completion::Immediate,
            cancel: Cancel::Abort,
        }
    }

    /// A new TCP socket over IPv4.
    #[must_use]
    pub fn tcp4() -> Self {
        Self::new(AF_INET, SOCK_STREAM, IPPROTO_TCP)
    }

    /// A new TCP socket over IPv6.
    #[must_use]
    pub fn tcp6() -> Self {
        Self::new(AF_INET6, SOCK_STREAM, IPPROTO_TCP)
    }

    /// A new UDP socket over IPv4.
    #[must_use]
    pub fn udp4() -> Self {
        Self::new(AF_INET, SOCK_DGRAM, IPPROTO_UDP)
    }

    /// A new UDP socket over IPv6.
    #[must_use]
    pub fn udp6() -> Self {
        Self::new(AF_INET6, SOCK_DGRAM, IPPROTO_UDP)
    }

    /// It is in this state, whatever that implies.
    #[must_use]
    pub fn state(mut self, state: SocketState) -> Self {
        self.state = state;
        self
    }

    /// It is bound to this address.
    #[must_use]
    pub fn bound(mut self, local: SocketAddr) -> Self {
        self.local = Some(local);
        self.state(SocketState::Bound)
    }

    /// It is bound to this address and listens.
    #[must_use]
    pub fn listening(self, local: SocketAddr) -> Self {
        self.bound(local).state(SocketState::Listening)
    }

    /// It is connected to this peer.
    #[must_use]
    pub fn connected(mut self, remote: SocketAddr) -> Self {
        self.remote = Some(remote);
        self.state(SocketState::Connected)
    }

    /// What protects its traffic.
    #[must_use]
    pub fn security(mut self, security: Security) -> Self {
        self.security = security;
        self
    }

    /// The only name that its peer can prove.
    #[must_use]
    pub fn principal(mut self, name: impl Into<String>) -> Self {
        self.principal = Some(name.into());
        self
    }

    /// A peer of a datagram socket, beside those that are there.
    #[must_use]
    pub fn peer(mut self, peer: Peer) -> Self {
        self.peers.push(peer);
        self
    }

    /// When its overlapped operations complete.
    #[must_use]
    pub fn completion(mut self, completion: Completion) -> Self {
        self.completion = completion;
        self
    }

    /// What cancelling its operations does.
    #[must_use]
    pub fn cancel(mut self, cancel: Cancel) -> Self {
        self.cancel = cancel;
        self
    }

    /// It was made without `WSA_FLAG_OVERLAPPED`.
    #[must_use]
    pub fn not_overlapped(mut self) -> Self {
        self.overlapped = false;
        self
    }

    /// Its calls return rather than wait.
    #[must_use]
    pub fn nonblocking(mut self) -> Self {
        self.nonblocking = true;
        self
    }

    /// An error waits to be reported.
    #[must_use]
    pub fn error(mut self, code: WSA_ERROR) -> Self {
        self.error = Some(code);
        self
    }

    /// Whether it is a stream socket.
    pub(crate) fn is_stream(&self) -> bool {
        self.kind == SOCK_STREAM
    }

    /// Whether the documents allow no template for it.
    pub(crate) fn is_tcp(&self) -> bool {
        self.is_stream() && self.protocol == IPPROTO_TCP
    }

    /// Whether the secure-socket functions accept its family and type.
    pub(crate) fn has_security(&self) -> bool {
        matches!(self.family, AF_INET | AF_INET6) && matches!(self.kind, SOCK_STREAM | SOCK_DGRAM)
    }

    /// What protects the traffic with `peer`, and which name the peer can prove.
    pub(crate) fn towards(&self, peer: Option<SocketAddr>) -> (&Security, Option<&str>) {
        let listed = peer.and_then(|address| {
            let mut peers = self.peers.iter();
            peers.find(|listed| Endpoint::from(listed.address).matches(Some(address)))
        });
        match listed {
            Some(peer) => (&peer.security, peer.principal.as_deref()),
            None => (&self.security, self.principal.as_deref()),
        }
    }
}

/// A peer of a datagram socket.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Peer {
    /// Where it is.
    pub address: SocketAddr,
    /// What protects the traffic with it.
    #[serde(default)]
    pub security: Security,
    /// The name that it can prove. Without one it proves whatever it is asked for.
    #[serde(default)]
    pub principal: Option<String>,
}

impl Peer {
    /// A peer at this address with this protection.
    #[must_use]
    pub fn new(address: SocketAddr, security: Security) -> Self {
        Self {
            address,
            security,
            principal: None,
        }
    }

    /// The only name that it can prove.
    #[must_use]
    pub fn principal(mut self, name: impl Into<String>) -> Self {
        self.principal = Some(name.into());
        self
    }
}

/// The family that an address belongs to.
pub(crate) fn family_of(ip: IpAddr) -> ADDRESS_FAMILY {
    match ip {
        IpAddr::V4(_) => AF_INET,
        IpAddr::V6(_) => AF_INET6,
    }
}

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

/// When an overlapped operation on a socket completes. Synchronous calls know nothing of it.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Completion {
    /// Before the call returns: it returns success, and the event or routine has been served.
    #[default]
    Immediate,
    /// At the next [`World::advance`](crate::World::advance).
    OnAdvance,
    /// After this time, on a thread of the emulator's. A scenario gives milliseconds.
    #[serde(deserialize_with = "milliseconds")]
    After(Duration),
    /// Not until it is cancelled, or the socket closed.
    Never,
}

/// What `CancelIoEx` does to an operation that is running.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cancel {
    /// It completes as aborted before `CancelIoEx` returns.
    #[default]
    Abort,
    /// It completes as aborted at the next [`World::advance`](crate::World::advance): until then the
    /// system may write to the caller's memory.
    AbortOnAdvance,
    /// It completes as aborted after this time, on a thread of the emulator's.
    #[serde(deserialize_with = "milliseconds")]
    AbortAfter(Duration),
    /// The request to cancel is taken, and the operation completes as if nothing had been said.
    TooLate,
}

fn milliseconds<'de, D: Deserializer<'de>>(de: D) -> Result<Duration, D::Error> {
    u64::deserialize(de).map(Duration::from_millis)
}
