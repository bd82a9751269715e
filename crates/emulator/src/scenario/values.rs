//! Single values as a scenario file writes them: addresses and patterns of them, flag sets, GUIDs.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::str::FromStr;

use serde::de::{Error, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, de};
use winsec_ffi::{GUID, SECPKG_FLAGS, SOCKET_INFO_FLAGS};

/// An address without a port: `10.0.0.7`, `::1` or `[::1]`, `fe80::1%3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "an address has no further part")]
pub struct Host {
    /// The address.
    pub ip: IpAddr,
    /// The interface that an IPv6 address of one link is valid on; zero for any.
    pub scope: u32,
}

impl Host {
    /// The address with a port.
    #[must_use]
    pub fn at(self, port: u16) -> SocketAddr {
        match self.ip {
            IpAddr::V4(_) => SocketAddr::new(self.ip, port),
            IpAddr::V6(ip) => SocketAddrV6::new(ip, port, 0, self.scope).into(),
        }
    }

    /// Whether it is the host of an address that was seen; without a scope it is so on any interface.
    #[must_use]
    pub fn is_of(self, seen: SocketAddr) -> bool {
        let seen = Self::from(seen);
        self.ip == seen.ip && (self.scope == 0 || self.scope == seen.scope)
    }
}

impl From<SocketAddr> for Host {
    fn from(address: SocketAddr) -> Self {
        let scope = match address {
            SocketAddr::V4(_) => 0,
            SocketAddr::V6(six) => six.scope_id(),
        };
        Self {
            ip: address.ip(),
            scope,
        }
    }
}

impl FromStr for Host {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fail =
            || format!("`{text}` is not an address such as 10.0.0.7, ::1, [::1] or fe80::1%3");
        let inside = text.strip_prefix('[').map(|rest| rest.strip_suffix(']'));
        let (ip, scope) = match inside {
            None => scoped(text),
            Some(inside) => scoped(inside.ok_or_else(fail)?),
        };
        let ip: IpAddr = ip.parse().map_err(|_| fail())?;
        if ip.is_ipv4() && (inside.is_some() || scope.is_some()) {
            return Err(fail());
        }
        let scope = scope.map_or(Ok(0), str::parse).map_err(|_| {
            format!("the scope of `{text}` is not the number of an interface, as in fe80::1%3")
        })?;
        Ok(Self { ip, scope })
    }
}

/// An address, and what stands behind its `%`.
fn scoped(text: &str) -> (&str, Option<&str>) {
    match text.split_once('%') {
        Some((ip, scope)) => (ip, Some(scope)),
        None => (text, None),
    }
}

/// Whether two names are of one host: the same address, or the same letters but for their case.
pub(crate) fn same_host(one: &str, other: &str) -> bool {
    match (one.parse::<Host>(), other.parse::<Host>()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.eq_ignore_ascii_case(other),
    }
}

/// An address of which parts may be left open: `10.0.0.5:445`, `*:445`, `[::1]:*`, `::1`, `*`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an address and a port are all there is"
)]
pub struct Endpoint {
    /// The address, if it matters.
    pub host: Option<Host>,
    /// The port, if it matters.
    pub port: Option<u16>,
}

impl Endpoint {
    /// Whether an address is one of those that it stands for; no address is none of them.
    #[must_use]
    pub fn matches(self, address: Option<SocketAddr>) -> bool {
        address.is_some_and(|address| {
            self.host.is_none_or(|host| host.is_of(address))
                && self.port.is_none_or(|port| port == address.port())
        })
    }

    /// The one address that it stands for; none if a part is left open.
    #[must_use]
    pub fn address(self) -> Option<SocketAddr> {
        Some(self.host?.at(self.port?))
    }
}

impl From<SocketAddr> for Endpoint {
    fn from(address: SocketAddr) -> Self {
        Self {
            host: Some(address.into()),
            port: Some(address.port()),
        }
    }
}

impl FromStr for Endpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fail =
            || format!("`{text}` is not an address such as 10.0.0.5:445, *:445, [::1]:*, ::1 or *");
        if text == "*" {
            return Ok(Self::default());
        }
        let split = text.rsplit_once(':');
        if let Ok(host) = text.parse::<Host>() {
            // `::1:445` is an address, and yet somebody may have meant port 445 of `::1`.
            let both = |(ip, port): &(&str, &str)| {
                ip.parse::<Ipv6Addr>().is_ok() && port.parse::<u16>().is_ok()
            };
            if let Some((ip, port)) = split.filter(both) {
                return Err(format!(
                    "`{text}` can be read in two ways: write [{ip}]:{port} or [{text}]"
                ));
            }
            return Ok(Self {
                host: Some(host),
                port: None,
            });
        }
        let (host, port) = split.ok_or_else(fail)?;
        let host = match host {
            "*" => None,
            host if host.contains(':') != host.starts_with('[') => return Err(fail()),
            host => Some(host.parse()?),
        };
        let port = match port {
            "*" => None,
            number => Some(number.parse().map_err(|_| fail())?),
        };
        Ok(Self { host, port })
    }
}

/// Has a type read from a text, as [`FromStr`] reads it.
macro_rules! from_text {
    ($($type:ty),+) => {
        $(impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
                String::deserialize(de)?.parse().map_err(de::Error::custom)
            }
        })+
    };
}

from_text!(Host, Endpoint);

/// Reads `["mutual-auth", "delegation"]`, or a number for what has no name.
struct Flags {
    prefix: &'static str,
    lookup: fn(&str) -> Option<u32>,
}

impl Flags {
    fn named<E: Error>(&self, name: &str) -> Result<u32, E> {
        let full = format!(
            "{}{}",
            self.prefix,
            name.replace('-', "_").to_ascii_uppercase()
        );
        (self.lookup)(&full)
            .ok_or_else(|| E::custom(format_args!("there is no flag `{name}` ({full})")))
    }
}

impl<'de> Visitor<'de> for Flags {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a list of names of {}* flags, or a number of 32 bits",
            self.prefix
        )
    }

    fn visit_i64<E: Error>(self, bits: i64) -> Result<u32, E> {
        u32::try_from(bits).map_err(|_| E::custom(format_args!("{bits} does not fit into 32 bits")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<u32, A::Error> {
        let mut bits = 0;
        while let Some(name) = names.next_element::<String>()? {
            bits |= self.named::<A::Error>(&name)?;
        }
        Ok(bits)
    }
}

/// The flags of a connection: `["secured", "encrypted"]`.
pub(super) fn connection<'de, D: Deserializer<'de>>(de: D) -> Result<SOCKET_INFO_FLAGS, D::Error> {
    let flags = Flags {
        prefix: "SOCKET_INFO_CONNECTION_",
        lookup: |name| Some(SOCKET_INFO_FLAGS::from_name(name)?.bits()),
    };
    de.deserialize_any(flags)
        .map(SOCKET_INFO_FLAGS::from_bits_retain)
}

/// The capabilities of a package: `["mutual-auth", "delegation"]`.
pub(super) fn capabilities<'de, D: Deserializer<'de>>(de: D) -> Result<SECPKG_FLAGS, D::Error> {
    let flags = Flags {
        prefix: "SECPKG_FLAG_",
        lookup: |name| Some(SECPKG_FLAGS::from_name(name)?.bits()),
    };
    de.deserialize_any(flags)
        .map(SECPKG_FLAGS::from_bits_retain)
}

struct GuidText;

impl Visitor<'_> for GuidText {
    type Value = GUID;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GUID such as \"aec2ef9c-3a4d-4d3e-8842-239942e39a47\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<GUID, E> {
        parse_guid(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
fn parse_guid(text: &str) -> Option<GUID> {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    let digits = groups.iter().flat_map(|group| group.bytes());
    if !lengths.eq([8, 4, 4, 4, 12]) || !digits.into_iter().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let tail = u64::from_str_radix(&[groups[3], groups[4]].concat(), 16).ok()?;
    Some(GUID {
        Data1: u32::from_str_radix(groups[0], 16).ok()?,
        Data2: u16::from_str_radix(groups[1], 16).ok()?,
        Data3: u16::from_str_radix(groups[2], 16).ok()?,
        Data4: tail.to_be_bytes(),
    })
}

/// A GUID in its text form.
pub(super) fn guid<'de, D: Deserializer<'de>>(de: D) -> Result<GUID, D::Error> {
    de.deserialize_str(GuidText)
}

/// What a switch is that the file does not mention and that is usually on.
pub(super) const fn yes() -> bool {
    true
}
