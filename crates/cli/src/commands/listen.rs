//! `winsec listen`: accepts connections, and says how each is protected.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::{Duration, Instant};

use clap::Args;
use serde::Serialize;
use winsec_core::TokenAccess;

use crate::commands::seconds;
use crate::commands::socket::{Question, SocketView, show};
use crate::flags::TOKEN_ACCESS;
use crate::net;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::screen::Page;
use crate::screen::style::{CARE, FAINT, HEADING, paint};
use crate::wait::{Next, Work};

/// How long the question about one peer may take.
const ANSWER: Duration = Duration::from_secs(5);

/// Accept connections, and say what IPsec does for each
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec listen 8443 --count 1 --tokens query\n  winsec listen 127.0.0.1:8443 --timeout 60"
)]
pub(crate) struct Listen {
    /// The port; with an address in front, that address only
    #[arg(value_name = "[ADDRESS:]PORT", value_parser = At::parse)]
    at: At,
    /// Stop after so many connections
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// Stop after this time
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,
    /// Ask for the peers' tokens: query, or other rights
    #[arg(long, value_name = "MASK", value_delimiter = ',')]
    tokens: Vec<String>,
    /// Ask for the IPsec security associations too
    #[arg(long)]
    ipsec2: bool,
}

/// Something that is told while listening.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum Event {
    /// It has begun.
    Listening {
        addresses: Vec<String>,
        /// What nothing listens on though it was asked for, and why.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        missing: Vec<String>,
    },
    /// Somebody has connected.
    Peer(Box<SocketView>),
    /// A connection failed before it could be looked at.
    Failed { error: Failure },
    /// The end.
    Summary {
        connections: u64,
        /// How many connections failed before they could be looked at.
        failed: u64,
        secured: u64,
        encrypted: u64,
    },
}

/// Where to listen, as people type it.
#[derive(Debug, Clone, Copy)]
enum At {
    /// One address.
    Address(SocketAddr),
    /// A port of every address, of either family.
    Port(u16),
}

impl At {
    fn parse(text: &str) -> Result<Self, String> {
        if let Ok(address) = text.parse() {
            return Ok(Self::Address(address));
        }
        text.parse().map(Self::Port).map_err(|_| {
            "write a port of 0 to 65535, or an address and a port such as 127.0.0.1:8443 or \
             [::1]:8443"
                .to_owned()
        })
    }

    fn addresses(self) -> Vec<SocketAddr> {
        match self {
            Self::Address(address) => vec![address],
            Self::Port(port) => vec![
                SocketAddr::new(Ipv4Addr::UNSPECIFIED.into(), port),
                SocketAddr::new(Ipv6Addr::UNSPECIFIED.into(), port),
            ],
        }
    }
}

impl Listen {
    /// Listens until so many connections, so much time, or Ctrl-C.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        let tokens = TOKEN_ACCESS.parse(&self.tokens)?;
        let question = Question {
            tokens: TokenAccess::from_bits_retain(tokens),
            ipsec2: self.ipsec2,
            ..Question::plain(ANSWER)
        };
        let listeners = net::listen(place, &self.at.addresses())?;
        let addresses = listeners.addresses();
        let listening = Event::Listening {
            addresses: addresses.iter().map(SocketAddr::to_string).collect(),
            missing: listeners.missing.clone(),
        };
        output.print(place, &listening, show_event)?;
        let peers = Work::start(place, move |sender| {
            listeners.accept(|accepted| sender.send(accepted).is_ok());
        })?;
        let (mut connections, mut failed, mut secured, mut encrypted) = (0, 0, 0, 0);
        let mut status = Status::Fine;
        let start = Instant::now();
        while self.count.is_none_or(|count| connections < count) && !output.is_closed() {
            let left = self
                .timeout
                .map(|limit| limit.saturating_sub(start.elapsed()));
            let what = "waiting for a connection";
            let next = peers.next_unless(left, what, || output.is_closed());
            let Next::Result(accepted) = next else {
                break;
            };
            let event = match accepted {
                Ok(connection) => {
                    let view = SocketView::new(&connection, false, question.ask(&connection));
                    connections += 1;
                    let security = view.security.as_ref();
                    secured += u64::from(security.is_some_and(|security| security.secured));
                    encrypted += u64::from(security.is_some_and(|security| security.encrypted));
                    status = status.max(view.status());
                    Event::Peer(Box::new(view))
                }
                Err(error) => {
                    failed += 1;
                    status = status.max(error.status);
                    Event::Failed { error }
                }
            };
            output.print(place, &event, show_event)?;
        }
        let summary = Event::Summary {
            connections,
            failed,
            secured,
            encrypted,
        };
        output.print(place, &summary, show_event)?;
        Ok(status)
    }
}

fn show_event(page: &mut Page, event: &Event) {
    match event {
        Event::Listening { addresses, missing } => {
            let text = format!("listening on {}", addresses.join(" and "));
            page.wrapped("", &paint(FAINT, text));
            for missing in missing {
                page.wrapped("", &paint(CARE, format!("not on {missing}")));
            }
        }
        Event::Peer(view) => {
            page.line("");
            show(page, view);
        }
        Event::Failed { error } => page.wrapped("", &error.message),
        Event::Summary {
            connections,
            failed,
            secured,
            encrypted,
        } => {
            page.line("");
            let failed = match failed {
                0 => String::new(),
                failed => format!("; failed: {failed}"),
            };
            let text = format!(
                "connections: {connections}{failed}; secured by IPsec: {secured}; encrypted: {encrypted}"
            );
            page.wrapped("", &paint(HEADING, text));
        }
    }
}
