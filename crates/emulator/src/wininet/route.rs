//! Which way a request goes: the place, the proxy, the server, and what stands in the way.

use std::net::SocketAddr;

use winsec_ffi::{
    ERROR_INTERNET_CANNOT_CONNECT, ERROR_INTERNET_INVALID_CA, ERROR_INTERNET_NAME_NOT_RESOLVED,
    ERROR_INTERNET_SEC_CERT_CN_INVALID, ERROR_INTERNET_SEC_CERT_DATE_INVALID,
    ERROR_INTERNET_SEC_CERT_REVOKED, ERROR_INTERNET_SECURITY_CHANNEL_ERROR, ERROR_INTERNET_TIMEOUT,
    INTERNET_DEFAULT_HTTP_PORT, INTERNET_DEFAULT_HTTPS_PORT, SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
    SECURITY_FLAG_IGNORE_CERT_DATE_INVALID, SECURITY_FLAG_IGNORE_REVOCATION,
    SECURITY_FLAG_IGNORE_UNKNOWN_CA, WIN32_ERROR,
};

use crate::scenario::{Certificate, Connect, Scenario, Server, same_host};
use crate::state::State;
use crate::state::internet::{Place, Request, Session};

/// Where a request goes.
pub(super) fn place(state: &State, request: &Request) -> Option<Place> {
    let internet = &state.internet;
    let connection = internet.connection(request.connection)?;
    let session = internet.session(connection.session)?;
    let protocol = if request.secure { "https" } else { "http" };
    let of = |protocol: Option<&str>| {
        let mut proxies = session.proxies.iter();
        proxies.find(|(of, _)| of.as_deref() == protocol)
    };
    let proxy = of(Some(protocol))
        .or_else(|| of(None))
        .filter(|_| !goes_past(session, &connection.host));
    Some(Place {
        host: connection.host.to_ascii_lowercase(),
        port: port(connection.port, request.secure),
        secure: request.secure,
        proxy: proxy.map(|(_, (host, port))| (host.to_ascii_lowercase(), *port)),
    })
}

/// The port that was given, or the service's own.
pub(super) const fn port(given: u16, secure: bool) -> u16 {
    match (given, secure) {
        (0, false) => INTERNET_DEFAULT_HTTP_PORT,
        (0, true) => INTERNET_DEFAULT_HTTPS_PORT,
        _ => given,
    }
}

/// Whether a host is reached without the session's proxies: what the bypass list says, and the
/// computer itself unless the list has `<-loopback>`.
fn goes_past(session: &Session, host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let own = matches!(
        &*host,
        "localhost" | "loopback" | "127.0.0.1" | "[::1]" | "::1"
    );
    if own && !session.bypass.iter().any(|entry| entry == "<-loopback>") {
        return true;
    }
    session
        .bypass
        .iter()
        .any(|entry| match &*entry.to_ascii_lowercase() {
            "<local>" => !host.contains('.'),
            pattern => matches(pattern, &host),
        })
}

/// Whether a host is what a pattern with asterisks says.
fn matches(pattern: &str, host: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else {
        return pattern == host;
    };
    let Some(rest) = host.strip_prefix(before) else {
        return false;
    };
    (0..=rest.len())
        .filter_map(|skip| rest.get(skip..))
        .any(|rest| matches(after, rest))
}

/// Why there is no connection.
const fn unreachable(connect: Connect) -> Option<WIN32_ERROR> {
    match connect {
        Connect::Accepts => None,
        Connect::Refuses => Some(ERROR_INTERNET_CANNOT_CONNECT),
        Connect::NotResolved => Some(ERROR_INTERNET_NAME_NOT_RESOLVED),
        Connect::TimesOut => Some(ERROR_INTERNET_TIMEOUT),
    }
}

/// The server at a place.
pub(super) fn server<'s>(scenario: &'s Scenario, place: &Place) -> Option<&'s Server> {
    scenario
        .servers
        .iter()
        .find(|server| same_host(&server.host, &place.host) && server.port == place.port)
}

/// The address that a connection to a place goes to, if there can be one.
pub(super) fn reach(scenario: &Scenario, place: &Place) -> Result<SocketAddr, WIN32_ERROR> {
    let proxy = match &place.proxy {
        None => None,
        Some((host, port)) => {
            let named = |host: &str, port: u16| {
                let mut proxies = scenario.proxies.iter();
                proxies.find(|proxy| same_host(&proxy.host, host) && proxy.port == port)
            };
            let proxy = named(host, *port).ok_or(ERROR_INTERNET_NAME_NOT_RESOLVED)?;
            if let Some(code) = unreachable(proxy.connect) {
                return Err(code);
            }
            if place.secure && !proxy.tunnels {
                return Err(ERROR_INTERNET_CANNOT_CONNECT);
            }
            Some(proxy.place())
        }
    };
    let Some(server) = server(scenario, place) else {
        let same = |server: &Server| same_host(&server.host, &place.host);
        let known = scenario.servers.iter().any(same);
        return Err(if known {
            ERROR_INTERNET_CANNOT_CONNECT
        } else {
            ERROR_INTERNET_NAME_NOT_RESOLVED
        });
    };
    match unreachable(server.connect) {
        Some(code) => Err(code),
        None => Ok(proxy.unwrap_or_else(|| server.place())),
    }
}

/// Whether TLS comes about, given what is to be ignored about the certificate.
pub(super) fn handshake(server: &Server, secure: bool, ignored: u32) -> Result<(), WIN32_ERROR> {
    if !secure {
        return Ok(());
    }
    if !server.secure {
        return Err(ERROR_INTERNET_SECURITY_CHANNEL_ERROR);
    }
    let (flag, code) = match server.certificate {
        Certificate::Trusted => return Ok(()),
        Certificate::UnknownIssuer => (SECURITY_FLAG_IGNORE_UNKNOWN_CA, ERROR_INTERNET_INVALID_CA),
        Certificate::WrongName => (
            SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
            ERROR_INTERNET_SEC_CERT_CN_INVALID,
        ),
        Certificate::WrongDate => (
            SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
            ERROR_INTERNET_SEC_CERT_DATE_INVALID,
        ),
        Certificate::Revoked => (
            SECURITY_FLAG_IGNORE_REVOCATION,
            ERROR_INTERNET_SEC_CERT_REVOKED,
        ),
    };
    if ignored & flag.bits() != 0 {
        Ok(())
    } else {
        Err(code)
    }
}
