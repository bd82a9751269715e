//! The work of setting and deleting a peer's target name, and of the ioctls of the same meaning.

use std::mem::offset_of;

use winsec_ffi::{
    SOCKET_PEER_TARGET_NAME, SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT,
    SOCKET_SECURITY_PROTOCOL_IPSEC, WSA_ERROR, WSAEFAULT, WSAEINVAL, WSAEISCONN, WSAEMSGSIZE,
};

use super::fields::word;
use super::settings::Strings;
use super::{address, find_securable, fitting, is_blank};
use crate::boundary::Visit;
use crate::overlapped::{Request, run};
use crate::scenario::SocketState;

type Given = SOCKET_PEER_TARGET_NAME;

/// Sets the name that a peer must prove: `request.input` is the structure with its string.
pub(crate) fn set(mut visit: Visit<'_>, request: Request) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let socket = request.socket;
    let unit = visit.state.scenario.system.string_lengths;
    let found = find_securable(&mut visit.state, world.host(), socket, by)?;
    if request.input.is_null() {
        return Err(WSAEFAULT);
    }
    let bytes = request.input.bytes();
    let length = word(bytes, offset_of!(Given, PeerTargetNameStringLen)).ok_or(WSAEMSGSIZE)?;
    let protocol = word(bytes, offset_of!(Given, SecurityProtocol)).ok_or(WSAEMSGSIZE)?;
    let (SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC) =
        SOCKET_SECURITY_PROTOCOL(protocol as i32)
    else {
        return Err(WSAEINVAL);
    };
    let place = offset_of!(Given, PeerAddress)..offset_of!(Given, PeerTargetNameStringLen);
    let place = &bytes[place];
    let peer = if place.iter().all(|byte| *byte == 0) {
        None
    } else {
        Some(fitting(&found.spec, address::parse(place))?)
    };
    if !found.spec.is_stream() && peer.is_none_or(is_blank) {
        return Err(WSAEINVAL);
    }
    let name = Strings::new(bytes, offset_of!(Given, AllStrings), unit).next(length)?;
    if matches!(
        found.spec.state,
        SocketState::Connected | SocketState::Reset
    ) {
        return Err(WSAEISCONN);
    }
    let peer = peer.filter(|peer| !is_blank(*peer));
    run(visit, request, move |state, host| {
        let found = find_securable(state, host, socket, by)?;
        found.names.retain(|(known, _)| *known != peer);
        found.names.push((peer, name));
        Ok(0)
    })
}

/// Deletes the name for a peer: `request.input` is its address.
pub(crate) fn delete(mut visit: Visit<'_>, request: Request) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let socket = request.socket;
    let found = find_securable(&mut visit.state, world.host(), socket, by)?;
    if request.input.is_null() {
        return Err(WSAEFAULT);
    }
    let peer = match address::parse(request.input.bytes()) {
        address::Parsed::Short => return Err(WSAEMSGSIZE),
        given => fitting(&found.spec, given)?,
    };
    let peer = Some(peer).filter(|peer| !is_blank(*peer));
    run(visit, request, move |state, host| {
        let found = find_securable(state, host, socket, by)?;
        found.names.retain(|(known, _)| *known != peer);
        Ok(0)
    })
}
