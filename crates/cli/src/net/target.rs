//! Where to connect: a host and a port, as people type them.

use std::fmt;
use std::net::{Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// A host and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// A name or an address.
    pub(crate) host: String,
    /// The port, never 0.
    pub(crate) port: u16,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (host, port) = match text.strip_prefix('[') {
            Some(rest) => rest
                .split_once("]:")
                .ok_or("write an IPv6 address with its port as [::1]:443")?,
            None => text
                .rsplit_once(':')
                .ok_or_else(|| format!("the port is missing; write {text}:443, for example"))?,
        };
        if host.is_empty() {
            return Err("the host is missing; write server:443, for example".to_owned());
        }
        if text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '/' | '@')) {
            return Err("a host is a name or an address, without http://, a user or a path".into());
        }
        let bracketed = text.starts_with('[');
        // What stands behind a % is the interface of an address that is valid on one link alone.
        let address = host.split('%').next().unwrap_or(host);
        if bracketed != host.contains(':') || (bracketed && address.parse::<Ipv6Addr>().is_err()) {
            return Err("write an IPv6 address with its port as [::1]:443".to_owned());
        }
        match port.parse() {
            Ok(port @ 1..) => Ok(Self {
                host: host.to_owned(),
                port,
            }),
            _ => Err(format!("{port:?} is not a port: ports are 1 to 65535")),
        }
    }
}

impl From<SocketAddr> for Target {
    fn from(address: SocketAddr) -> Self {
        let host = match address {
            SocketAddr::V4(four) => four.ip().to_string(),
            SocketAddr::V6(six) if six.scope_id() == 0 => six.ip().to_string(),
            SocketAddr::V6(six) => format!("{}%{}", six.ip(), six.scope_id()),
        };
        Self {
            host,
            port: address.port(),
        }
    }
}

impl Target {
    /// The address, if the host is one and no name.
    pub(crate) fn address(&self) -> Option<SocketAddr> {
        self.to_string().parse().ok()
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        for (text, host, port) in [
            ("server:443", "server", 443),
            ("10.0.0.5:1", "10.0.0.5", 1),
            ("[::1]:65535", "::1", 65535),
            ("[fe80::1%3]:445", "fe80::1%3", 445),
        ] {
            let target: Target = text.parse().unwrap();
            assert_eq!((target.host.as_str(), target.port), (host, port));
            assert_eq!(target.to_string(), text);
            let is_name = host == "server";
            let address = target.address();
            assert_eq!(address.is_none(), is_name, "{text}");
            assert!(address.is_none_or(|address| Target::from(address) == target));
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_the_way_out() {
        for (text, part) in [
            ("server", "the port is missing"),
            (":443", "the host is missing"),
            ("server:0", "1 to 65535"),
            ("server:65536", "1 to 65535"),
            ("server:", "1 to 65535"),
            ("server:http", "1 to 65535"),
            ("::1:443", "[::1]:443"),
            ("[::1]", "[::1]:443"),
            ("[::1]", "[::1]:443"),
            ("[server]:443", "[::1]:443"),
            ("[::g]:443", "[::1]:443"),
            ("http://server:80", "without http://"),
            ("http://server:80/", "without http://"),
            ("a b:80", "without http://"),
            ("alice:secret@server:80", "without http://, a user"),
        ] {
            let error = text.parse::<Target>().unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
