//! What a world is made of, in code or in a file.
#![doc = include_str!("../SCENARIO.md")]

mod fault;
mod http;
mod package;
mod security;
mod socket;
mod values;

use std::fmt;
use std::path::Path;

use serde::Deserialize;
use winsec_ffi::{ERROR_INTERNET_INVALID_OPTION, WIN32_ERROR};

pub use self::fault::{Action, Answer, Code, Fault, RandomFaults, When};
pub use self::http::{Behaviour, Certificate, Connect, Diagnostic, Page, Proxy, Server};
pub use self::package::{Claim, Package};
pub use self::security::{Ipsec2, Security, Token};
pub use self::socket::{
    Cancel, Completion, Peer, SocketFacts, SocketRule, SocketSpec, SocketState,
};
pub use self::values::{Endpoint, Host};

pub(crate) use self::socket::family_of;
pub(crate) use self::values::same_host;

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

/// Why a scenario could not be read: where, the line itself, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError {
    source: String,
    message: String,
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.source, self.message.trim_end())
    }
}

impl std::error::Error for ScenarioError {}

impl Scenario {
    /// The demonstration scenario: made-up data that shows every part once. Nothing uses it unless
    /// it is asked for.
    #[must_use]
    pub fn demo() -> Self {
        const TEXT: &str = include_str!("scenario/demo.toml");
        // A test holds the text to be valid; an empty scenario claims nothing.
        Self::read("demo.toml", TEXT).unwrap_or_default()
    }

    /// Reads TOML; `source` is how errors call it, a file name for example.
    ///
    /// # Errors
    ///
    /// The text is no TOML, names something that scenarios do not have, or has a value that is not
    /// possible there.
    pub fn read(source: &str, text: &str) -> Result<Self, ScenarioError> {
        let scenario: Self = toml::from_str(text).map_err(|error| ScenarioError {
            source: source.to_owned(),
            message: error.to_string(),
        })?;
        scenario.check().map_err(|message| ScenarioError {
            source: source.to_owned(),
            message,
        })?;
        Ok(scenario)
    }

    /// Reads a file of TOML.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or as for [`Scenario::read`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, ScenarioError> {
        let path = path.as_ref();
        let source = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => Self::read(&source, &text),
            Err(error) => Err(ScenarioError {
                source,
                message: format!("cannot be read: {error}"),
            }),
        }
    }

    /// What no single value shows: two of the same name.
    fn check(&self) -> Result<(), String> {
        let mut names: Vec<&str> = self.sockets.iter().filter_map(|rule| rule.name()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("two sockets are named `{}`", pair[0]));
        }
        let twice = self.packages.iter().enumerate().find(|(index, package)| {
            let before = &self.packages[..*index];
            before.iter().any(|other| other.is_named(&package.name))
        });
        if let Some((_, package)) = twice {
            let name = String::from_utf16_lossy(&package.name);
            return Err(format!("two packages are named `{name}`"));
        }
        Ok(())
    }
}

/// What kind of Windows it is.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct System {
    /// Which secure-socket interface there is.
    pub secure_sockets: SecureSockets,
    /// What the string lengths of target names and IPsec settings count.
    pub string_lengths: StringLengths,
    /// Whether the diagnostic option of WinINet answers.
    pub diagnostic_socket_info: DiagnosticSupport,
    /// What the diagnostic option gives as the descriptor while there is no connection.
    pub absent_socket: AbsentSocket,
}

/// Which secure-socket interface there is.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecureSockets {
    /// The functions are there and every call is refused with `WSAEOPNOTSUPP`, as Wine's ioctl does.
    Unsupported,
    /// The first version: the protocol value 2 is not legal.
    Vista,
    /// Both versions.
    #[default]
    #[serde(rename = "windows-7")]
    Windows7,
}

/// What a string's length counts: the documents say bytes, Microsoft's samples store characters.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum StringLengths {
    /// Bytes; an odd number is refused.
    #[default]
    Bytes,
    /// UTF-16 units.
    Characters,
}

/// Whether `INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO` answers: since Windows 7 it need not.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiagnosticSupport {
    /// It answers.
    #[default]
    Answered,
    /// It is refused as an unknown option.
    Unsupported,
    /// It is refused with this code.
    Refused(u32),
}

impl DiagnosticSupport {
    pub(crate) const fn refusal(self) -> Option<WIN32_ERROR> {
        match self {
            Self::Answered => None,
            Self::Unsupported => Some(ERROR_INTERNET_INVALID_OPTION),
            Self::Refused(code) => Some(WIN32_ERROR(code)),
        }
    }
}

/// The descriptor of a request that has no connection.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AbsentSocket {
    /// `INVALID_SOCKET`.
    #[default]
    Invalid,
    /// Zero, as under Wine.
    Zero,
}
