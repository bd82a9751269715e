//! The sockets of a world, and the secure-socket functions' work on them.

pub(crate) mod address;
mod change;
mod fields;
pub(crate) mod impersonation;
pub(crate) mod options;
pub(crate) mod query;
pub(crate) mod settings;
pub(crate) mod target_name;
mod template;

use std::collections::HashMap;
use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET, WSA_ERROR, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEINVAL, WSAENOTCONN, WSAENOTSOCK,
    WSAEOPNOTSUPP,
};

pub use self::address::parse_address;
pub(crate) use self::change::{close, connect, set_security};
pub use self::impersonation::Impersonated;
pub(crate) use self::impersonation::Impersonations;
pub use self::settings::{IpsecSettings, Settings};

use crate::books::Kind;
use crate::calls::Entry;
use crate::host::Host;
use crate::scenario::{SecureSockets, SocketSpec, SocketState};
use crate::world::State;

/// A token that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenToken {
    /// The account.
    pub account: String,
    /// The access that it was opened with.
    pub access: u32,
}

/// One socket, with what was done to it.
#[derive(Debug)]
pub(crate) struct Socket {
    pub(crate) spec: SocketSpec,
    /// Whether the host made it, and knows it better than we do.
    hosted: bool,
    pub(crate) settings: Option<Settings>,
    /// The target names, by peer; `None` is the peer that it will be connected to.
    pub(crate) names: Vec<(Option<SocketAddr>, Vec<u16>)>,
    /// Whether the connection is to end if its security associations change.
    abort_on_change: bool,
    pub(crate) exclusive: bool,
}

impl Socket {
    fn new(spec: SocketSpec, hosted: bool) -> Self {
        Self {
            spec,
            hosted,
            settings: None,
            names: Vec::new(),
            abort_on_change: false,
            exclusive: false,
        }
    }

    /// The name that a peer must prove.
    fn name_for(&self, peer: Option<SocketAddr>) -> Option<&[u16]> {
        let of = |wanted: Option<SocketAddr>| {
            self.names
                .iter()
                .find(move |(address, _)| *address == wanted)
        };
        of(peer).or_else(|| of(None)).map(|(_, name)| &**name)
    }
}

/// The sockets of a world, by descriptor.
#[derive(Debug, Default)]
pub(crate) struct Sockets {
    sockets: HashMap<SOCKET, Socket>,
}

impl Sockets {
    pub(crate) fn get(&self, socket: SOCKET) -> Option<&Socket> {
        self.sockets.get(&socket)
    }

    pub(crate) fn get_mut(&mut self, socket: SOCKET) -> Option<&mut Socket> {
        self.sockets.get_mut(&socket)
    }

    pub(crate) fn insert(&mut self, socket: SOCKET, spec: SocketSpec) {
        self.sockets.insert(socket, Socket::new(spec, false));
    }

    pub(crate) fn remove(&mut self, socket: SOCKET) -> Option<Socket> {
        self.sockets.remove(&socket)
    }
}

/// Finds the socket behind a descriptor that `by` was given.
pub(crate) fn find<'s>(
    state: &'s mut State,
    host: &dyn Host,
    socket: SOCKET,
    by: Entry,
) -> Result<&'s mut Socket, WSA_ERROR> {
    let known = state.sockets.get(socket).map(|known| known.hosted);
    if known != Some(false) {
        match host.observe(socket) {
            Some(facts) => refresh(state, host, socket, &facts)?,
            None => {
                state.sockets.remove(socket);
                // A descriptor of ours that is closed by now is used after its end.
                let _ = state.books.check(socket, by, Kind::is_socket);
            }
        }
    }
    state.sockets.get_mut(socket).ok_or(WSAENOTSOCK)
}

/// Brings a socket of the host's up to what the host sees.
fn refresh(
    state: &mut State,
    host: &dyn Host,
    socket: SOCKET,
    facts: &crate::scenario::SocketFacts,
) -> Result<(), WSA_ERROR> {
    let Some(rule) = state.scenario.rule_for(facts) else {
        state.sockets.remove(socket);
        return Err(WSAEOPNOTSUPP);
    };
    let spec = rule.complete(facts);
    // The host numbers sockets anew: one without the claim is not the one that made it.
    let another = host.has_claimed_address(socket) == Some(false);
    match state.sockets.get_mut(socket) {
        Some(known) if !(known.exclusive && another) => known.spec = spec,
        _ => {
            state
                .sockets
                .sockets
                .insert(socket, Socket::new(spec, true));
        }
    }
    Ok(())
}

/// Finds the socket of a call of the six functions: it must exist, and be of a family and type that
/// they are for.
fn find_securable<'s>(
    state: &'s mut State,
    host: &dyn Host,
    socket: SOCKET,
    by: Entry,
) -> Result<&'s mut Socket, WSA_ERROR> {
    if state.scenario.system.secure_sockets == SecureSockets::Unsupported {
        return Err(WSAEOPNOTSUPP);
    }
    let found = find(state, host, socket, by)?;
    if found.spec.has_security() {
        Ok(found)
    } else {
        Err(WSAEINVAL)
    }
}

/// The peer that a call speaks of: the connected one of a stream socket, else the one that is given.
fn peer_of(
    spec: &mut SocketSpec,
    given: Option<SocketAddr>,
) -> Result<Option<SocketAddr>, WSA_ERROR> {
    if let Some(error) = spec.error.take() {
        return Err(error);
    }
    match (spec.is_stream(), spec.state) {
        (_, SocketState::Reset) => Err(WSAECONNRESET),
        (true, SocketState::Connected) => Ok(spec.remote),
        (true, _) => Err(WSAENOTCONN),
        (false, _) => Ok(given),
    }
}

/// A peer's address that a call was given, for a socket of this family.
fn fitting(spec: &SocketSpec, given: address::Parsed) -> Result<SocketAddr, WSA_ERROR> {
    match given {
        address::Parsed::Address(peer) if crate::scenario::family_of(peer.ip()) == spec.family => {
            Ok(peer)
        }
        _ => Err(WSAEAFNOSUPPORT),
    }
}

/// Whether neither address nor port is given.
fn is_blank(peer: SocketAddr) -> bool {
    peer.ip().is_unspecified() && peer.port() == 0
}
