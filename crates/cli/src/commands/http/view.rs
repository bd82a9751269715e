//! Requests and the sockets behind them, as plain data.

use serde::Serialize;
use winsec_wininet_diag::{SocketFlags, SocketReport};

use crate::commands::socket::SecurityView;
use crate::flags::{Flags, REQUEST};
use crate::outcome::{Failure, Status};

/// The requests for one URL.
#[derive(Debug, Serialize)]
pub(crate) struct HttpView {
    pub(crate) url: String,
    pub(crate) requests: Vec<RequestView>,
}

/// One request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RequestView {
    pub(crate) number: u32,
    /// The last answer's status, such as 200.
    pub(crate) status: Option<u32>,
    /// Where the server sent it on to, one after the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) redirects: Vec<Redirect>,
    /// How many bytes of the body came; unless the request failed, all.
    pub(crate) bytes: Option<u64>,
    /// How long it took; none where no time passed but the emulator's.
    pub(crate) duration_ms: Option<u128>,
    /// The socket behind it; none where the system does not tell.
    pub(crate) socket: Option<SocketInfoView>,
    /// Why the system does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) socket_unknown: Option<Failure>,
    /// How the socket is protected, where the system lends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) security: Option<SecurityView>,
    /// Why that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) security_unknown: Option<Failure>,
    /// Why the request failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Failure>,
}

/// An answer that sent a request on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Redirect {
    /// Its status, such as 302.
    pub(crate) status: u32,
    /// The URL that was asked for next.
    pub(crate) to: String,
}

/// The socket behind a request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SocketInfoView {
    /// Whether the system lends the socket itself.
    pub(crate) lent: bool,
    /// As the system tells it, even where that is no port; none for 0.
    pub(crate) source_port: Option<u32>,
    /// As the system tells it, even where that is no port; none for 0.
    pub(crate) destination_port: Option<u32>,
    pub(crate) keep_alive: bool,
    pub(crate) secure: bool,
    pub(crate) proxied: bool,
    pub(crate) tunnelled: bool,
    pub(crate) flags: Flags,
}

impl RequestView {
    /// A request of which nothing is known yet.
    pub(super) const fn new(number: u32) -> Self {
        Self {
            number,
            status: None,
            redirects: Vec::new(),
            bytes: None,
            duration_ms: None,
            socket: None,
            socket_unknown: None,
            security: None,
            security_unknown: None,
            error: None,
        }
    }
}

/// A request's row in a table for people.
#[derive(Debug)]
pub(crate) struct Cells {
    /// Number, status, bytes, milliseconds, source port, destination port.
    pub(crate) numbers: [String; 6],
    /// How the connection is made.
    pub(crate) connection: String,
}

impl RequestView {
    /// The row of a request in a table for people.
    pub(crate) fn cells(&self) -> Cells {
        let number = |number: Option<String>| number.unwrap_or_else(|| "-".to_owned());
        let socket = self.socket.as_ref();
        let port = |of: fn(&SocketInfoView) -> Option<u32>| {
            number(socket.and_then(of).map(|port| {
                let impossible = port > u32::from(u16::MAX);
                format!("{port}{}", if impossible { " (not a port)" } else { "" })
            }))
        };
        Cells {
            numbers: [
                self.number.to_string(),
                number(self.status.map(|status| status.to_string())),
                number(self.bytes.map(|bytes| bytes.to_string())),
                number(self.duration_ms.map(|ms| ms.to_string())),
                port(|socket| socket.source_port),
                port(|socket| socket.destination_port),
            ],
            connection: socket.map_or_else(|| "not told".to_owned(), SocketInfoView::words),
        }
    }
}

impl SocketInfoView {
    /// How the connection is made, in words.
    fn words(&self) -> String {
        let known = [
            (self.keep_alive, "kept alive"),
            (self.secure, "TLS"),
            (self.proxied, "through a proxy"),
            (self.tunnelled, "tunnelled"),
        ];
        let words = known.iter().filter(|(is, _)| *is).map(|(_, word)| *word);
        let words: Vec<&str> = words.chain(self.flags.unnamed.as_deref()).collect();
        if words.is_empty() {
            return "plain".to_owned();
        }
        words.join(", ")
    }

    pub(super) fn new(report: SocketReport) -> Self {
        let has = |flag| report.flags.contains(flag);
        let port = |port| (port != 0).then_some(port);
        Self {
            lent: report.has_socket,
            source_port: port(report.source_port),
            destination_port: port(report.destination_port),
            keep_alive: has(SocketFlags::KEEP_ALIVE),
            secure: has(SocketFlags::SECURE),
            proxied: has(SocketFlags::PROXY),
            tunnelled: has(SocketFlags::TUNNEL),
            flags: REQUEST.name(report.flags.bits()),
        }
    }
}

impl HttpView {
    /// How a command ends that found this: a request that failed, then a socket that the system
    /// does not tell of.
    pub(crate) fn status(&self) -> Status {
        let failures = self
            .requests
            .iter()
            .filter_map(|request| request.error.as_ref());
        let unknown = self
            .requests
            .iter()
            .filter_map(|request| request.socket_unknown.as_ref());
        failures
            .chain(unknown)
            .map(|failure| failure.status)
            .next()
            .unwrap_or(Status::Fine)
    }
}
