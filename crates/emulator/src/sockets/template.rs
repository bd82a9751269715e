//! The template of a query, checked.

use std::mem::offset_of;
use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_PROTOCOL_IPSEC,
    SOCKET_SECURITY_PROTOCOL_IPSEC2, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2,
    SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, WSA_ERROR, WSAEFAULT,
    WSAEINVAL, WSAEMSGSIZE,
};

use super::{address, fitting, is_blank};
use crate::memory::Input;
use crate::scenario::{SecureSockets, SocketSpec};

/// Which of the two forms template and answer have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// `SOCKET_SECURITY_QUERY_INFO`.
    First,
    /// `SOCKET_SECURITY_QUERY_INFO_IPSEC2`.
    Second,
}

impl Version {
    /// How many bytes the answer has.
    pub(super) const fn answer_size(self) -> usize {
        match self {
            Self::First => size_of::<SOCKET_SECURITY_QUERY_INFO>(),
            Self::Second => size_of::<SOCKET_SECURITY_QUERY_INFO_IPSEC2>(),
        }
    }
}

/// A template that has been checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Template {
    pub(super) version: Version,
    /// Whether nothing but the default is asked for: then only the flags are told.
    pub(super) default: bool,
    pub(super) mask: u32,
    pub(super) peer: Option<SocketAddr>,
    pub(super) flags: u32,
    pub(super) fields: u32,
}

impl Template {
    const DEFAULT: Self = Self {
        version: Version::First,
        default: true,
        mask: 0,
        peer: None,
        flags: 0,
        fields: 0,
    };
}

/// The number at a place of some bytes; zero if they are too short.
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(at..).and_then(|rest| rest.first_chunk());
    found.copied().map_or(0, u32::from_ne_bytes)
}

/// Checks a template for a socket of this description.
pub(super) fn template(
    input: Input,
    spec: &SocketSpec,
    windows: SecureSockets,
) -> Result<Template, WSA_ERROR> {
    let size = size_of::<SOCKET_SECURITY_QUERY_TEMPLATE>();
    if input.is_null() {
        return match (spec.is_tcp(), input.len()) {
            (true, 0) => Ok(Template::DEFAULT),
            (false, given) if given < size => Err(WSAEMSGSIZE),
            _ => Err(WSAEFAULT),
        };
    }
    let bytes = input.bytes();
    if bytes.len() < size {
        return Err(WSAEMSGSIZE);
    }
    let protocol = word(
        bytes,
        offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE, SecurityProtocol),
    );
    let version = match SOCKET_SECURITY_PROTOCOL(protocol as i32) {
        SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC => Version::First,
        SOCKET_SECURITY_PROTOCOL_IPSEC2 if windows == SecureSockets::Windows7 => Version::Second,
        _ => return Err(WSAEINVAL),
    };
    let second = version == Version::Second;
    if second && bytes.len() < size_of::<SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2>() {
        return Err(WSAEMSGSIZE);
    }
    let peer = if spec.is_tcp() {
        None
    } else {
        let at = offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE, PeerAddress);
        let end = offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE, PeerTokenAccessMask);
        let peer = fitting(spec, address::parse(&bytes[at..end]))?;
        if is_blank(peer) {
            return Err(WSAEINVAL);
        }
        Some(peer)
    };
    let only_second = |at: usize| if second { word(bytes, at) } else { 0 };
    Ok(Template {
        version,
        default: bytes[..size].iter().all(|byte| *byte == 0),
        mask: word(
            bytes,
            offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE, PeerTokenAccessMask),
        ),
        peer,
        flags: only_second(offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, Flags)),
        fields: only_second(offset_of!(SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, FieldMask)),
    })
}
