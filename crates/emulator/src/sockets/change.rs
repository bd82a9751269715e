//! What happens to a socket apart from the secure-socket functions: connecting, changing, closing.

use std::net::SocketAddr;

use winsec_ffi::{SOCKET, WSA_ERROR, WSAEAFNOSUPPORT, WSAEISCONN, WSAENOTSOCK, WSAETIMEDOUT};

use crate::host::Host;
use crate::overlapped;
use crate::scenario::{Security, SocketState, family_of};
use crate::world::State;

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
