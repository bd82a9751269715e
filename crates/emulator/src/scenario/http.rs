//! The web as WinINet sees it: servers, proxies, and what they answer.

use std::net::{Ipv4Addr, SocketAddr};

use serde::Deserialize;
use winsec_ffi::IDSI_FLAGS;

use super::security::Security;
use super::values::{Host, yes};

/// A server, reached by a host name and a port.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Server {
    /// The host, as URLs name it; the case does not matter, nor do the brackets of an address.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Whether it speaks TLS.
    #[serde(default)]
    pub secure: bool,
    /// What its certificate is worth.
    #[serde(default)]
    pub certificate: Certificate,
    /// Where it is; see [`Self::place`] for what stands in for none.
    #[serde(default)]
    pub address: Option<Host>,
    /// What becomes of an attempt to connect.
    #[serde(default)]
    pub connect: Connect,
    /// Whether a connection stays open for the next request.
    #[serde(default = "yes")]
    pub keep_alive: bool,
    /// Whether it wants to know who asks: a request that may not log on is answered with status 401.
    #[serde(default)]
    pub logon: bool,
    /// What protects the connection's traffic, as a query of the socket finds out.
    #[serde(default)]
    pub security: Security,
    /// What is there to be had.
    #[serde(default)]
    pub pages: Vec<Page>,
    /// What the diagnostic option tells of a request to this server, in place of the truth.
    #[serde(default)]
    pub diagnostic: Option<Diagnostic>,
}

impl Server {
    /// A server without TLS.
    #[must_use]
    pub fn http(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
            secure: false,
            certificate: Certificate::Trusted,
            address: None,
            connect: Connect::Accepts,
            keep_alive: true,
            logon: false,
            security: Security::clear(),
            pages: Vec::new(),
            diagnostic: None,
        }
    }

    /// A server with TLS.
    #[must_use]
    pub fn https(host: impl Into<String>, port: u16) -> Self {
        Self {
            secure: true,
            ..Self::http(host, port)
        }
    }

    /// Where it is: at its address, else at the one that its name is, else on the loopback.
    #[must_use]
    pub fn place(&self) -> SocketAddr {
        place(self.address, &self.host, self.port)
    }

    /// What its certificate is worth.
    #[must_use]
    pub fn certificate(mut self, certificate: Certificate) -> Self {
        self.certificate = certificate;
        self
    }

    /// What becomes of an attempt to connect.
    #[must_use]
    pub fn connect(mut self, connect: Connect) -> Self {
        self.connect = connect;
        self
    }

    /// It closes the connection after each answer.
    #[must_use]
    pub fn closing(mut self) -> Self {
        self.keep_alive = false;
        self
    }

    /// It wants to know who asks.
    #[must_use]
    pub fn asks_for_logon(mut self) -> Self {
        self.logon = true;
        self
    }

    /// What protects the connection's traffic.
    #[must_use]
    pub fn security(mut self, security: Security) -> Self {
        self.security = security;
        self
    }

    /// Something to be had there, beside what is there.
    #[must_use]
    pub fn page(mut self, page: Page) -> Self {
        self.pages.push(page);
        self
    }

    /// What the diagnostic option tells, in place of the truth.
    #[must_use]
    pub fn diagnostic(mut self, diagnostic: Diagnostic) -> Self {
        self.diagnostic = Some(diagnostic);
        self
    }
}

/// What a certificate is worth, and so which error WinINet gives and which flag ignores it.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Certificate {
    /// Nothing is wrong with it.
    #[default]
    Trusted,
    /// Nobody knows its issuer; a self-signed one.
    UnknownIssuer,
    /// It is for another name.
    WrongName,
    /// It is too old, or too new.
    WrongDate,
    /// It was revoked.
    Revoked,
}

/// What becomes of an attempt to connect.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Connect {
    /// There is a connection.
    #[default]
    Accepts,
    /// The port is closed.
    Refuses,
    /// The name has no address.
    NotResolved,
    /// Nobody answers.
    TimesOut,
}

/// A proxy, which a session can be told to use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Proxy {
    /// The host, as the session names it.
    pub host: String,
    /// The port.
    pub port: u16,
    /// Where it is; see [`Self::place`] for what stands in for none.
    #[serde(default)]
    pub address: Option<Host>,
    /// What becomes of an attempt to connect to it.
    #[serde(default)]
    pub connect: Connect,
    /// Whether it lets connections through to servers with TLS.
    #[serde(default = "yes")]
    pub tunnels: bool,
}

impl Proxy {
    /// A proxy that works.
    #[must_use]
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
            address: None,
            connect: Connect::Accepts,
            tunnels: true,
        }
    }

    /// Where it is: at its address, else at the one that its name is, else on the loopback.
    #[must_use]
    pub fn place(&self) -> SocketAddr {
        place(self.address, &self.host, self.port)
    }

    /// What becomes of an attempt to connect to it.
    #[must_use]
    pub fn connect(mut self, connect: Connect) -> Self {
        self.connect = connect;
        self
    }

    /// It refuses to let TLS through.
    #[must_use]
    pub fn without_tunnels(mut self) -> Self {
        self.tunnels = false;
        self
    }
}

/// What `INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO` tells in place of the truth; what is `None` stays true.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Diagnostic {
    /// The descriptor.
    pub socket: Option<usize>,
    /// The local port, also beyond what a port can be.
    pub source_port: Option<u32>,
    /// The destination's port, also beyond what a port can be.
    pub destination_port: Option<u32>,
    /// The flags, also such as nobody knows.
    #[serde(deserialize_with = "flags")]
    pub flags: Option<IDSI_FLAGS>,
}

impl Diagnostic {
    /// Tells the truth in everything.
    #[must_use]
    pub fn truth() -> Self {
        Self::default()
    }

    /// Another descriptor.
    #[must_use]
    pub fn socket(mut self, socket: usize) -> Self {
        self.socket = Some(socket);
        self
    }

    /// Other ports.
    #[must_use]
    pub fn ports(mut self, source: u32, destination: u32) -> Self {
        self.source_port = Some(source);
        self.destination_port = Some(destination);
        self
    }

    /// Other flags.
    #[must_use]
    pub fn flags(mut self, flags: IDSI_FLAGS) -> Self {
        self.flags = Some(flags);
        self
    }
}

fn flags<'de, D: serde::Deserializer<'de>>(de: D) -> Result<Option<IDSI_FLAGS>, D::Error> {
    Ok(Some(IDSI_FLAGS::from_bits_retain(u32::deserialize(de)?)))
}

/// Where something is: at its address, else at the one that its name is, else on the loopback.
fn place(address: Option<Host>, name: &str, port: u16) -> SocketAddr {
    let named = || name.parse::<Host>().ok();
    address
        .or_else(named)
        .map_or_else(|| (Ipv4Addr::LOCALHOST, port).into(), |host| host.at(port))
}

/// Something that a server has, under a path.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Page {
    /// The path, with its query.
    pub path: String,
    /// The status.
    #[serde(default = "success")]
    pub status: u16,
    /// The words beside the status.
    #[serde(default = "ok")]
    pub reason: String,
    /// Further headers; the length and the connection header are made up from the rest.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(default)]
    pub body: String,
    /// How well the server behaves.
    #[serde(default)]
    pub behaviour: Behaviour,
}

impl Page {
    /// A page with this body.
    #[must_use]
    pub fn new(path: impl Into<String>, body: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            status: success(),
            reason: ok(),
            headers: Vec::new(),
            body: body.into(),
            behaviour: Behaviour::Answers,
        }
    }

    /// Another status than 200.
    #[must_use]
    pub fn status(mut self, status: u16, reason: impl Into<String>) -> Self {
        self.status = status;
        self.reason = reason.into();
        self
    }

    /// A further header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How well the server behaves.
    #[must_use]
    pub fn behaviour(mut self, behaviour: Behaviour) -> Self {
        self.behaviour = behaviour;
        self
    }
}

/// How well a server behaves when asked for a page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Behaviour {
    /// It answers, completely.
    #[default]
    Answers,
    /// It takes the request and says nothing: the request times out.
    NeverAnswers,
    /// It takes the request and closes the connection.
    ClosesAtOnce,
    /// It says something that is not HTTP.
    Nonsense,
    /// It closes the connection after so many bytes of the body.
    ClosesAfter(usize),
    /// It says nothing more after so many bytes of the body: the next read times out.
    StallsAfter(usize),
}

const fn success() -> u16 {
    200
}

fn ok() -> String {
    "OK".to_owned()
}
