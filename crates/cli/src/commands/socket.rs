//! `winsec socket`: connects, and says how the connection is protected and who the peer is.

mod security;
mod view;
mod watch;

use std::time::Duration;

use clap::Args;
use winsec_core::TokenAccess;

pub(crate) use self::security::{Question, SecurityView};
use self::view::Requirement;
pub(crate) use self::view::{SocketView, show};
use self::watch::Watch;
use crate::commands::seconds;
use crate::flags::TOKEN_ACCESS;
use crate::net::{self, Connection, Target};
use crate::outcome::Outcome;
use crate::output::Output;
use crate::place::Place;
use crate::wait;

/// Connect, and say what IPsec does for the connection
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec socket fileserver:445 --tokens query --require encrypted\n  winsec socket 10.0.0.5:445 --watch 5"
)]
pub(crate) struct Socket {
    /// Where to connect
    #[arg(value_name = "HOST:PORT")]
    target: Target,
    /// Send an empty datagram instead of connecting
    #[arg(long)]
    udp: bool,
    /// Ask for the IPsec security associations too
    #[arg(long)]
    ipsec2: bool,
    /// Ask for the peer's tokens: query, or other rights
    #[arg(long, value_name = "MASK", value_delimiter = ',')]
    tokens: Vec<String>,
    /// Who the peer must prove to be, such as host/server
    #[arg(long, value_name = "SPN")]
    target_name: Option<String>,
    /// secured, encrypted, application or machine
    #[arg(
        long,
        value_name = "WHAT",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    require: Vec<Requirement>,
    /// Ask again every so often; print what changes
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    watch: Option<Duration>,
    /// With --watch: ask so many times, then stop
    #[arg(long, value_name = "N", requires = "watch")]
    count: Option<u64>,
    /// How long to wait for answers
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    timeout: Duration,
}

impl Socket {
    /// Asks once, or again and again.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        let probe = self.probe()?;
        let connection = probe.connect(place)?;
        match self.watch {
            None => {
                let (view, _) = probe.look(place, connection)?;
                output.print(place, &view, show)?;
                Ok(view.status())
            }
            Some(every) => Watch {
                probe,
                every,
                count: self.count,
            }
            .run(place, output, connection),
        }
    }

    fn probe(&self) -> Outcome<Probe> {
        let tokens = TOKEN_ACCESS.parse(&self.tokens)?;
        let mut tokens = TokenAccess::from_bits_retain(tokens);
        let accounts = [Requirement::Application, Requirement::Machine];
        if accounts
            .iter()
            .any(|account| self.require.contains(account))
        {
            tokens |= TokenAccess::QUERY;
        }
        Ok(Probe {
            target: self.target.clone(),
            principal: self.target_name.clone(),
            require: self.require.clone(),
            question: Question {
                udp: self.udp,
                tokens,
                ipsec2: self.ipsec2,
                limit: self.timeout,
            },
        })
    }
}

/// A connection to make, and what to ask about it.
#[derive(Debug)]
pub(crate) struct Probe {
    pub(crate) target: Target,
    pub(crate) principal: Option<String>,
    pub(crate) require: Vec<Requirement>,
    pub(crate) question: Question,
}

impl Probe {
    /// Connects.
    pub(crate) fn connect(&self, place: &Place) -> Outcome<Connection> {
        let limit = self.question.limit;
        let principal = self.principal.as_deref();
        let connect = if self.question.udp {
            net::probe(place, &self.target, principal, limit)
        } else {
            net::connect(place, &self.target, principal, limit)
        };
        let what = format!("connecting to {}", self.target);
        // The connection has its own limit; this one is for a name service that does not answer.
        wait::within(place, limit + Duration::from_secs(1), &what, connect)
    }

    /// Asks about a connection; gives it back for the next time.
    pub(crate) fn look(
        &self,
        place: &Place,
        connection: Connection,
    ) -> Outcome<(SocketView, Connection)> {
        let question = self.question;
        let what = format!("asking about {}", self.target);
        let limit = question.limit + Duration::from_secs(1);
        let (answer, connection) = wait::within(place, limit, &what, move || {
            Ok((question.ask(&connection), connection))
        })?;
        let mut view = SocketView::new(&connection, question.udp, answer);
        view.target = Some(self.target.to_string());
        view.target_name.clone_from(&self.principal);
        view.require(&self.require);
        Ok((view, connection))
    }
}
