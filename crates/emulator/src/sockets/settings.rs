//! The work of setting a socket's security and its peers' target names, and of the ioctls of the same
//! meanings.

use std::mem::offset_of;

use winsec_ffi::{
    SOCKET_PEER_TARGET_NAME, SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT,
    SOCKET_SECURITY_PROTOCOL_IPSEC, SOCKET_SECURITY_SETTINGS, SOCKET_SECURITY_SETTINGS_IPSEC,
    SOCKET_SETTINGS_ALLOW_INSECURE, SOCKET_SETTINGS_FLAGS, SOCKET_SETTINGS_GUARANTEE_ENCRYPTION,
    SOCKET_SETTINGS_IPSEC_FLAGS, WSA_ERROR, WSAEFAULT, WSAEINVAL, WSAEISCONN, WSAEMSGSIZE,
};

use super::address::{self, guid, word};
use super::{fitting, is_blank};
use crate::boundary::Visit;
use crate::memory::Input;
use crate::overlapped::{Request, run};
use crate::scenario::{SocketState, StringLengths};
use crate::state::sockets::{IpsecSettings, Settings, find_securable};

/// The strings that stand one after the other behind a structure.
struct Strings<'b> {
    rest: &'b [u8],
    unit: StringLengths,
}

impl<'b> Strings<'b> {
    fn new(bytes: &'b [u8], at: usize, unit: StringLengths) -> Self {
        Self {
            rest: bytes.get(at..).unwrap_or_default(),
            unit,
        }
    }

    /// The next one, whose length the structure gives.
    fn next(&mut self, length: u32) -> Result<Vec<u16>, WSA_ERROR> {
        let length = length as usize;
        let bytes = match self.unit {
            StringLengths::Bytes if length % 2 != 0 => return Err(WSAEINVAL),
            StringLengths::Bytes => length,
            StringLengths::Characters => length.saturating_mul(2),
        };
        let (text, rest) = self.rest.split_at_checked(bytes).ok_or(WSAEMSGSIZE)?;
        self.rest = rest;
        Ok(text
            .chunks_exact(2)
            .map(|pair| u16::from_ne_bytes([pair[0], pair[1]]))
            .collect())
    }
}

/// Understands the structure that a call was given.
fn parse(input: Input, unit: StringLengths) -> Result<Settings, WSA_ERROR> {
    if input.is_null() {
        return if input.len() == 0 {
            Ok(Settings::DEFAULT)
        } else {
            Err(WSAEFAULT)
        };
    }
    let bytes = input.bytes();
    let protocol = word(
        bytes,
        offset_of!(SOCKET_SECURITY_SETTINGS, SecurityProtocol),
    )
    .ok_or(WSAEMSGSIZE)?;
    let protocol = SOCKET_SECURITY_PROTOCOL(protocol as i32);
    let flags =
        word(bytes, offset_of!(SOCKET_SECURITY_SETTINGS, SecurityFlags)).ok_or(WSAEMSGSIZE)?;
    let flags = SOCKET_SETTINGS_FLAGS::from_bits_retain(flags);
    let both = SOCKET_SETTINGS_GUARANTEE_ENCRYPTION | SOCKET_SETTINGS_ALLOW_INSECURE;
    if both.bits() | flags.bits() != both.bits() || flags == both {
        return Err(WSAEINVAL);
    }
    let ipsec = match protocol {
        SOCKET_SECURITY_PROTOCOL_DEFAULT => None,
        SOCKET_SECURITY_PROTOCOL_IPSEC => Some(parse_ipsec(bytes, unit)?),
        _ => return Err(WSAEINVAL),
    };
    Ok(Settings {
        protocol,
        flags,
        ipsec,
    })
}

fn parse_ipsec(bytes: &[u8], unit: StringLengths) -> Result<IpsecSettings, WSA_ERROR> {
    type Given = SOCKET_SECURITY_SETTINGS_IPSEC;
    let mut strings = Strings::new(bytes, offset_of!(Given, AllStrings), unit);
    let user = word(bytes, offset_of!(Given, UserNameStringLen)).ok_or(WSAEMSGSIZE)?;
    let domain = word(bytes, offset_of!(Given, DomainNameStringLen)).ok_or(WSAEMSGSIZE)?;
    let password = word(bytes, offset_of!(Given, PasswordStringLen)).ok_or(WSAEMSGSIZE)?;
    let mut text = |length| {
        strings
            .next(length)
            .map(|units| String::from_utf16_lossy(&units))
    };
    Ok(IpsecSettings {
        flags: SOCKET_SETTINGS_IPSEC_FLAGS::from_bits_retain(
            word(bytes, offset_of!(Given, IpsecFlags)).ok_or(WSAEMSGSIZE)?,
        ),
        main_mode_policy: guid(bytes, offset_of!(Given, AuthipMMPolicyKey)).ok_or(WSAEMSGSIZE)?,
        quick_mode_policy: guid(bytes, offset_of!(Given, AuthipQMPolicyKey)).ok_or(WSAEMSGSIZE)?,
        user_name: text(user)?,
        domain_name: text(domain)?,
        password: text(password)?,
    })
}

/// Sets a socket's security: `request.input` is the structure.
pub(crate) fn set(mut visit: Visit<'_>, request: Request) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let socket = request.socket;
    let unit = visit.state.scenario.system.string_lengths;
    let found = find_securable(&mut visit.state, world.host(), socket, by)?;
    let settings = parse(request.input, unit)?;
    match found.spec.state {
        SocketState::Connected | SocketState::Reset => return Err(WSAEISCONN),
        SocketState::Bound | SocketState::Listening => return Err(WSAEINVAL),
        SocketState::Created if found.settings.is_some() => return Err(WSAEINVAL),
        SocketState::Created => {}
    }
    run(visit, request, move |state, host| {
        let found = find_securable(state, host, socket, by)?;
        found.settings = Some(settings);
        found.exclusive = true;
        host.claim_address(socket);
        Ok(0)
    })
}

type TargetName = SOCKET_PEER_TARGET_NAME;

/// Sets the name that a peer must prove: `request.input` is the structure with its string.
pub(crate) fn set_target_name(mut visit: Visit<'_>, request: Request) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let socket = request.socket;
    let unit = visit.state.scenario.system.string_lengths;
    let found = find_securable(&mut visit.state, world.host(), socket, by)?;
    if request.input.is_null() {
        return Err(WSAEFAULT);
    }
    let bytes = request.input.bytes();
    let length = word(bytes, offset_of!(TargetName, PeerTargetNameStringLen)).ok_or(WSAEMSGSIZE)?;
    let protocol = word(bytes, offset_of!(TargetName, SecurityProtocol)).ok_or(WSAEMSGSIZE)?;
    let (SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC) =
        SOCKET_SECURITY_PROTOCOL(protocol as i32)
    else {
        return Err(WSAEINVAL);
    };
    let place =
        offset_of!(TargetName, PeerAddress)..offset_of!(TargetName, PeerTargetNameStringLen);
    let place = &bytes[place];
    let peer = if place.iter().all(|byte| *byte == 0) {
        None
    } else {
        Some(fitting(&found.spec, address::parse(place))?)
    };
    if !found.spec.is_stream() && peer.is_none_or(is_blank) {
        return Err(WSAEINVAL);
    }
    let name = Strings::new(bytes, offset_of!(TargetName, AllStrings), unit).next(length)?;
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
pub(crate) fn delete_target_name(mut visit: Visit<'_>, request: Request) -> Result<(), WSA_ERROR> {
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
