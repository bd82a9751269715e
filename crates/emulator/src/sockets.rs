//! What is done with a world's sockets: connecting and closing them, and impersonating their peers.

pub(crate) mod address;
pub(crate) mod options;
pub(crate) mod query;
pub(crate) mod settings;

use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET, WSA_ERROR, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEFAULT, WSAEISCONN,
    WSAEMSGSIZE, WSAENOTCONN, WSAENOTSOCK, WSAEOPNOTSUPP, WSAETIMEDOUT,
};

use crate::boundary::Visit;
use crate::host::{Host, thread_number};
use crate::memory::Input;
use crate::overlapped;
use crate::scenario::{SecureSockets, Security, SocketSpec, SocketState, family_of};
use crate::state::State;
use crate::state::sockets::{Impersonated, find};

/// Connects a socket, if its settings and target names allow it.
pub(crate) fn connect(state: &mut State, socket: SOCKET, to: SocketAddr) -> Result<(), WSA_ERROR> {
    let found = state.sockets.get_mut(socket).ok_or(WSAENOTSOCK)?;
    if family_of(to.ip()) != found.spec.family {
        return Err(WSAEAFNOSUPPORT);
    }
    if matches!(
        found.spec.state,
        SocketState::Connected | SocketState::Reset
    ) {
        return Err(WSAEISCONN);
    }
    let (security, principal) = found.spec.towards(Some(to));
    let guaranteed = found
        .settings
        .as_ref()
        .is_some_and(|set| set.guarantee_encryption());
    let proved = match (found.name_for(Some(to)), principal) {
        (Some(wanted), Some(proved)) => proved.encode_utf16().eq(wanted.iter().copied()),
        _ => true,
    };
    if (guaranteed && !security.is_encrypted()) || !proved {
        return Err(WSAETIMEDOUT);
    }
    found.spec.remote = Some(to);
    found.spec.state = SocketState::Connected;
    Ok(())
}

/// Changes what protects a socket's traffic with its connected or unlisted peers.
pub(crate) fn set_security(state: &mut State, socket: SOCKET, security: Security) -> bool {
    let Some(found) = state.sockets.get_mut(socket) else {
        return false;
    };
    let of = |security: &Security| (security.ipsec2.main_mode_sa, security.ipsec2.quick_mode_sa);
    if found.abort_on_change && of(&found.spec.security) != of(&security) {
        found.spec.state = SocketState::Reset;
    }
    found.spec.security = security;
    true
}

/// Closes a socket: what runs on it is aborted first.
pub(crate) fn close(state: &mut State, host: &dyn Host, socket: SOCKET) -> bool {
    overlapped::abort_of_socket(state, host, socket);
    state.sockets.remove(socket).is_some()
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
        address::Parsed::Address(peer) if family_of(peer.ip()) == spec.family => Ok(peer),
        _ => Err(WSAEAFNOSUPPORT),
    }
}

/// Whether neither address nor port is given.
fn is_blank(peer: SocketAddr) -> bool {
    peer.ip().is_unspecified() && peer.port() == 0
}

/// Makes the calling thread impersonate a socket's peer.
pub(crate) fn impersonate(
    mut visit: Visit<'_>,
    socket: SOCKET,
    given: Input,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let state = &mut *visit.state;
    if state.scenario.system.secure_sockets == SecureSockets::Unsupported {
        return Err(WSAEOPNOTSUPP);
    }
    let found = find(state, world.host(), socket, visit.entry)?;
    if !found.spec.has_security() {
        return Err(WSAEAFNOSUPPORT);
    }
    if found.spec.nonblocking {
        return Err(WSAEOPNOTSUPP);
    }
    let peer = match (found.spec.is_stream(), given.is_null()) {
        (true, _) => None,
        (false, true) => return Err(WSAEFAULT),
        (false, false) => match address::parse(given.bytes()) {
            address::Parsed::Short => return Err(WSAEMSGSIZE),
            parsed => Some(fitting(&found.spec, parsed)?),
        },
    };
    let peer = peer_of(&mut found.spec, peer)?;
    let (security, _) = found.spec.towards(peer);
    let token = security.application.as_ref().or(security.machine.as_ref());
    let account = token.ok_or(WSAEACCES)?.account.clone();
    world.host().impersonate()?;
    let whom = Impersonated {
        socket,
        peer,
        account,
    };
    state
        .impersonations
        .begin(thread_number(), visit.entry, whom);
    Ok(())
}

/// Ends the calling thread's impersonation; without one it does nothing.
pub(crate) fn revert(mut visit: Visit<'_>) -> Result<(), WSA_ERROR> {
    let thread = thread_number();
    // Who acts as somebody else than a peer goes on doing so.
    if visit.state.impersonations.of(thread).is_some() {
        visit.world.host().revert()?;
    }
    visit.state.impersonations.end(thread);
    Ok(())
}
