//! Socket addresses and other fields of C structures, in bytes that may be too few and need not be aligned.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};

use winsec_ffi::{ADDRESS_FAMILY, AF_INET, AF_INET6, GUID};

/// The size of `SOCKADDR_IN`.
pub(crate) const INET_SIZE: usize = 16;

/// The size of `SOCKADDR_IN6`.
pub(crate) const INET6_SIZE: usize = 28;

/// What a `sockaddr` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parsed {
    /// An address of one of the two families that the functions know.
    Address(SocketAddr),
    /// Another family, or none.
    Other,
    /// Fewer bytes than its family needs.
    Short,
}

/// Reads a `sockaddr` of at least this many bytes.
pub(crate) fn parse(bytes: &[u8]) -> Parsed {
    let Some(family) = array(bytes, 0).map(u16::from_ne_bytes) else {
        return Parsed::Short;
    };
    let address = match ADDRESS_FAMILY(family) {
        AF_INET if bytes.len() >= INET_SIZE => inet(bytes),
        AF_INET6 if bytes.len() >= INET6_SIZE => inet6(bytes),
        AF_INET | AF_INET6 => None,
        _ => return Parsed::Other,
    };
    address.map_or(Parsed::Short, Parsed::Address)
}

/// Reads a `sockaddr` of one of the two families that the secure-socket functions know, for a
/// [`Host`](crate::Host) that sees one.
#[must_use]
pub fn parse_address(bytes: &[u8]) -> Option<SocketAddr> {
    match parse(bytes) {
        Parsed::Address(address) => Some(address),
        Parsed::Other | Parsed::Short => None,
    }
}

fn inet(bytes: &[u8]) -> Option<SocketAddr> {
    let ip = Ipv4Addr::from(array::<4>(bytes, 4)?);
    Some(SocketAddr::new(
        IpAddr::V4(ip),
        u16::from_be_bytes(array(bytes, 2)?),
    ))
}

/// The flow information says nothing about who the peer is and is left out.
fn inet6(bytes: &[u8]) -> Option<SocketAddr> {
    let ip = Ipv6Addr::from(array::<16>(bytes, 8)?);
    let port = u16::from_be_bytes(array(bytes, 2)?);
    let scope = u32::from_ne_bytes(array(bytes, 24)?);
    Some(SocketAddr::V6(SocketAddrV6::new(ip, port, 0, scope)))
}

/// Writes an address as a `sockaddr`; what is there is as long as its family's structure.
pub(crate) fn encode(address: SocketAddr) -> ([u8; INET6_SIZE], usize) {
    let mut bytes = [0; INET6_SIZE];
    let mut put = |at: usize, part: &[u8]| bytes[at..at + part.len()].copy_from_slice(part);
    put(2, &address.port().to_be_bytes());
    let size = match address {
        SocketAddr::V4(four) => {
            put(0, &AF_INET.0.to_ne_bytes());
            put(4, &four.ip().octets());
            INET_SIZE
        }
        SocketAddr::V6(six) => {
            put(0, &AF_INET6.0.to_ne_bytes());
            put(4, &six.flowinfo().to_ne_bytes());
            put(8, &six.ip().octets());
            put(24, &six.scope_id().to_ne_bytes());
            INET6_SIZE
        }
    };
    (bytes, size)
}

/// So many bytes from a place on; `None` if they are not all there.
fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

/// A number of 32 bits.
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_ne_bytes)
}

/// A GUID.
pub(super) fn guid(bytes: &[u8], at: usize) -> Option<GUID> {
    Some(GUID {
        Data1: word(bytes, at)?,
        Data2: array(bytes, at + 4).map(u16::from_ne_bytes)?,
        Data3: array(bytes, at + 6).map(u16::from_ne_bytes)?,
        Data4: array(bytes, at + 8)?,
    })
}
