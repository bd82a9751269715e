//! The template of a query, checked.

use std::mem::offset_of;
use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_PROTOCOL_IPSEC,
    SOCKET_SECURITY_PROTOCOL_IPSEC2, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2,
    SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, WSA_ERROR, WSAEFAULT,
    WSAEINVAL, WSAEMSGSIZE,
};

use super::fields::word;
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

/// Checks a template for a socket of this description.
pub(super) fn template(
    input: Input,
    spec: &SocketSpec,
    windows: SecureSockets,
) -> Result<Template, WSA_ERROR> {
    type First = SOCKET_SECURITY_QUERY_TEMPLATE;
    type Second = SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2;
    if input.is_null() {
        return match (spec.is_tcp(), input.len()) {
            (true, 0) => Ok(Template::DEFAULT),
            (false, given) if given < size_of::<First>() => Err(WSAEMSGSIZE),
            _ => Err(WSAEFAULT),
        };
    }
    let bytes = input.bytes();
    let first = bytes.get(..size_of::<First>()).ok_or(WSAEMSGSIZE)?;
    let field = |at| word(bytes, at).ok_or(WSAEMSGSIZE);
    let protocol = field(offset_of!(First, SecurityProtocol))?;
    let version = match SOCKET_SECURITY_PROTOCOL(protocol as i32) {
        SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC => Version::First,
        SOCKET_SECURITY_PROTOCOL_IPSEC2 if windows == SecureSockets::Windows7 => Version::Second,
        _ => return Err(WSAEINVAL),
    };
    let (flags, fields) = match version {
        Version::First => (0, 0),
        Version::Second if bytes.len() < size_of::<Second>() => return Err(WSAEMSGSIZE),
        Version::Second => (
            field(offset_of!(Second, Flags))?,
            field(offset_of!(Second, FieldMask))?,
        ),
    };
    let mask = field(offset_of!(First, PeerTokenAccessMask))?;
    let place = offset_of!(First, PeerAddress)..offset_of!(First, PeerTokenAccessMask);
    let address = &first[place];
    let peer = if spec.is_tcp() {
        None
    } else {
        let peer = fitting(spec, address::parse(address))?;
        if is_blank(peer) {
            return Err(WSAEINVAL);
        }
        Some(peer)
    };
    Ok(Template {
        version,
        // Not the bytes between the members: a caller need not set them.
        default: (protocol, mask) == (0, 0) && address.iter().all(|byte| *byte == 0),
        mask,
        peer,
        flags,
        fields,
    })
}
