//! `winsec listen`: accepts connections, and says how each is protected.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use serde::Serialize;
use winsec_core::TokenAccess;

use crate::commands::seconds;
use crate::commands::socket::{Question, SocketView, show};
use crate::flags::TOKEN_ACCESS;
use crate::net::{self, Connection, Listener};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::screen::Page;
use crate::screen::style::{FAINT, HEADING, paint};
use crate::wait::{Next, Work};

/// How long the question about one peer may take.
const ANSWER: Duration = Duration::from_secs(5);

/// Accept connections, and say how each is protected
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec listen 8443 --count 1 --tokens query\n  winsec listen 127.0.0.1:8443 --timeout 60"
)]
pub(crate) struct Listen {
    /// The port; with an address in front, that address only
    #[arg(value_name = "[ADDRESS:]PORT", value_parser = address)]
    address: SocketAddr,
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
    Listening { address: String },
    /// Somebody has connected.
    Peer(Box<SocketView>),
    /// A connection failed before it could be looked at.
    Failed { error: Failure },
    /// The end.
    Summary {
        connections: u64,
        secured: u64,
        encrypted: u64,
    },
}

fn address(text: &str) -> Result<SocketAddr, String> {
    if let Ok(address) = text.parse::<SocketAddr>() {
        return Ok(address);
    }
    let port = text.parse::<u16>().map_err(|_| {
        "write a port of 0 to 65535, or an address and a port such as 127.0.0.1:8443".to_owned()
    })?;
    Ok(SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port))
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
        let listener = net::listen(place, self.address)?;
        let address = listener.address().unwrap_or(self.address).to_string();
        output.print(place, &Event::Listening { address }, show_event)?;
        let peers = accept(place, listener)?;
        let (mut connections, mut secured, mut encrypted) = (0, 0, 0);
        let mut status = Status::Fine;
        let start = Instant::now();
        while self.count.is_none_or(|count| connections < count) && !output.is_closed() {
            let left = self
                .timeout
                .map(|limit| limit.saturating_sub(start.elapsed()));
            let Next::Result(accepted) = peers.next(left, "waiting for a connection") else {
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
                Err(error) => Event::Failed { error },
            };
            output.print(place, &event, show_event)?;
        }
        let summary = Event::Summary {
            connections,
            secured,
            encrypted,
        };
        output.print(place, &summary, show_event)?;
        Ok(status)
    }
}

/// Accepts connections on a thread of its own.
fn accept(place: &Place, listener: Listener) -> Outcome<Work<Outcome<Connection>>> {
    Work::start(place, move |sender| {
        for accepted in listener.incoming() {
            let failed = accepted.is_err();
            if sender.send(accepted).is_err() {
                break;
            }
            if failed {
                // Whatever makes accepting fail, it need not fail in a hurry.
                thread::sleep(Duration::from_millis(50));
            }
        }
    })
}

fn show_event(page: &mut Page, event: &Event) {
    match event {
        Event::Listening { address } => {
            page.wrapped("", &paint(FAINT, format!("listening on {address}")));
        }
        Event::Peer(view) => {
            page.line("");
            show(page, view);
        }
        Event::Failed { error } => page.wrapped("", &error.message),
        Event::Summary {
            connections,
            secured,
            encrypted,
        } => {
            page.line("");
            let text =
                format!("connections: {connections}; secured: {secured}; encrypted: {encrypted}");
            page.wrapped("", &paint(HEADING, text));
        }
    }
}
