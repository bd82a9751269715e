//! Sockets as code describes them.

use std::net::{IpAddr, SocketAddr};

use serde::Deserialize;
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, IPPROTO, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM,
    SOCKET_TYPE, WSA_ERROR,
};

use super::address::Endpoint;
use super::security::Security;
use super::timing::{Cancel, Completion};

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
