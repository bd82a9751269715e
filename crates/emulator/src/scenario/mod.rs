//! What a world is made of, in code or in a file.
#![doc = include_str!("../../SCENARIO.md")]

mod address;
mod fault;
mod fault_form;
mod flags;
mod http;
mod package;
mod page;
mod read;
mod rule;
mod security;
mod socket;
mod system;
mod timing;

use serde::Deserialize;

pub use self::address::{Endpoint, Host};
pub use self::fault::{Action, Answer, Code, Fault, RandomFaults, When};
pub use self::http::{Certificate, Connect, Diagnostic, Proxy, Server};
pub use self::package::{Claim, Package};
pub use self::page::{Behaviour, Page};
pub use self::read::ScenarioError;
pub use self::rule::{SocketFacts, SocketRule};
pub use self::security::{Ipsec2, Security, Token};
pub use self::socket::{Peer, SocketSpec, SocketState};
pub use self::system::{AbsentSocket, DiagnosticSupport, SecureSockets, StringLengths, System};
pub use self::timing::{Cancel, Completion};

pub(crate) use self::address::same_host;
pub(crate) use self::socket::family_of;

/// Everything that a world is made of.
///
/// An empty one knows no socket, no package and no server, and nothing goes wrong in it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Scenario {
    /// What it is about, for people.
    pub title: Option<String>,
    /// What kind of Windows it is.
    pub system: System,
    /// The security packages.
    #[serde(rename = "package")]
    pub packages: Vec<Package>,
    /// The sockets, by name or by what is seen of them.
    #[serde(rename = "socket")]
    pub sockets: Vec<SocketRule>,
    /// The web servers.
    #[serde(rename = "server")]
    pub servers: Vec<Server>,
    /// The proxies.
    #[serde(rename = "proxy")]
    pub proxies: Vec<Proxy>,
    /// What goes wrong.
    #[serde(rename = "fault")]
    pub faults: Vec<Fault>,
    /// What goes wrong by chance.
    pub random_faults: Option<RandomFaults>,
}

impl Scenario {
    /// An empty scenario.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What kind of Windows it is.
    #[must_use]
    pub fn system(mut self, system: System) -> Self {
        self.system = system;
        self
    }

    /// Which secure-socket interface there is.
    #[must_use]
    pub fn secure_sockets(mut self, version: SecureSockets) -> Self {
        self.system.secure_sockets = version;
        self
    }

    /// What string lengths count.
    #[must_use]
    pub fn string_lengths(mut self, unit: StringLengths) -> Self {
        self.system.string_lengths = unit;
        self
    }

    /// Whether the diagnostic option of WinINet answers.
    #[must_use]
    pub fn diagnostic_socket_info(mut self, support: DiagnosticSupport) -> Self {
        self.system.diagnostic_socket_info = support;
        self
    }

    /// What the diagnostic option gives as the descriptor while there is no connection.
    #[must_use]
    pub fn absent_socket(mut self, value: AbsentSocket) -> Self {
        self.system.absent_socket = value;
        self
    }

    /// A further security package.
    #[must_use]
    pub fn package(mut self, package: Package) -> Self {
        self.packages.push(package);
        self
    }

    /// A further socket, or rule for sockets, after those that are there.
    #[must_use]
    pub fn socket(mut self, rule: SocketRule) -> Self {
        self.sockets.push(rule);
        self
    }

    /// A further web server.
    #[must_use]
    pub fn server(mut self, server: Server) -> Self {
        self.servers.push(server);
        self
    }

    /// A further proxy.
    #[must_use]
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxies.push(proxy);
        self
    }

    /// A further fault.
    #[must_use]
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// Faults by chance.
    #[must_use]
    pub fn random_faults(mut self, faults: RandomFaults) -> Self {
        self.random_faults = Some(faults);
        self
    }

    /// The first rule that speaks of this socket.
    #[must_use]
    pub fn rule_for(&self, facts: &SocketFacts) -> Option<&SocketRule> {
        self.sockets.iter().find(|rule| rule.matches(facts))
    }

    /// The description of this name.
    #[must_use]
    pub fn socket_named(&self, name: &str) -> Option<&SocketRule> {
        self.sockets.iter().find(|rule| rule.name() == Some(name))
    }
}
