//! Asking about a connection again and again, and saying what changes.

use std::time::{Duration, Instant};

use serde::Serialize;

use super::Probe;
use super::view::{OTHERS, SocketView, show};
use crate::net::Connection;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::screen::Page;
use crate::screen::style::{FAINT, HEADING, paint};
use crate::wait::{self, seconds};

/// What to watch, how often, and for how many times.
#[derive(Debug)]
pub(super) struct Watch {
    pub(super) probe: Probe,
    pub(super) every: Duration,
    pub(super) count: Option<u64>,
}

/// Something that is told while watching.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum Event {
    /// What the connection is like at first, and whenever that changes.
    State {
        after_ms: u128,
        #[serde(flatten)]
        socket: Box<SocketView>,
        /// What has changed, for people.
        #[serde(skip)]
        changes: Vec<String>,
    },
    /// The connection is lost, or a new one cannot be made.
    Lost { after_ms: u128, error: Failure },
    /// The end.
    Summary(Summary),
}

/// What a watch has seen.
#[derive(Debug, Default, Serialize)]
struct Summary {
    after_ms: u128,
    queries: u64,
    changes: u64,
    lost: u64,
    /// How often a requirement was not met, or not known to be.
    unmet: u64,
}

impl Watch {
    /// Watches until Ctrl-C, until nobody reads, or for so many times.
    pub(super) fn run(self, place: &Place, output: &Output, connection: Connection) -> Outcome {
        let start = Instant::now();
        let mut summary = Summary::default();
        let mut connection = Some(connection);
        let mut last: Option<SocketView> = None;
        let mut lost = false;
        let mut status = Status::Fine;
        while !wait::was_interrupted() && !output.is_closed() {
            let after_ms = start.elapsed().as_millis();
            match self.ask(place, connection.take()) {
                Ok((socket, kept)) => {
                    summary.queries += 1;
                    let verdict = socket.status();
                    summary.unmet += u64::from(verdict == Status::Unmet);
                    status = status.max(verdict);
                    let changes = changes(last.as_ref(), &socket);
                    if last.is_none() || lost || !changes.is_empty() {
                        summary.changes += u64::from(last.is_some());
                        last = Some(socket.clone());
                        let event = Event::State {
                            after_ms,
                            socket: Box::new(socket),
                            changes,
                        };
                        output.print(place, &event, show_event)?;
                    }
                    lost = false;
                    connection = kept;
                }
                Err(failure) if failure.status == Status::Interrupted => break,
                Err(error) => {
                    if !lost {
                        summary.lost += 1;
                        let event = Event::Lost { after_ms, error };
                        output.print(place, &event, show_event)?;
                    }
                    lost = true;
                    summary.queries += 1;
                    status = status.max(Status::Refused);
                }
            }
            let enough = self.count.is_some_and(|count| summary.queries >= count);
            if enough || !wait::pause(self.every, output) {
                break;
            }
        }
        summary.after_ms = start.elapsed().as_millis();
        output.print(place, &Event::Summary(summary), show_event)?;
        Ok(status)
    }

    /// Asks about the connection, or about a new one if there is none; a broken one is not kept.
    fn ask(
        &self,
        place: &Place,
        connection: Option<Connection>,
    ) -> Outcome<(SocketView, Option<Connection>)> {
        let connection = match connection {
            Some(connection) => connection,
            None => self.probe.connect(place)?,
        };
        let (view, connection) = self.probe.look(place, connection)?;
        match &view.unknown {
            Some(failure) if failure.status == Status::Refused => Err(failure.clone()),
            _ => Ok((view, Some(connection))),
        }
    }
}

/// What is different now, a line each.
fn changes(before: Option<&SocketView>, now: &SocketView) -> Vec<String> {
    let Some(before) = before else {
        return Vec::new();
    };
    let before = before.pairs();
    let now = now.pairs();
    let find = |pairs: &[(&str, String)], label: &str| {
        let found = pairs.iter().find(|(other, _)| *other == label);
        found.map_or_else(|| "none".to_owned(), |(_, text)| text.clone())
    };
    let mut labels: Vec<&str> = Vec::new();
    for (label, _) in before.iter().chain(&now) {
        // A new connection has another port on this side, and may have been made in another order; that
        // alone is no change.
        if !labels.contains(label) && !["local", OTHERS].contains(label) {
            labels.push(label);
        }
    }
    labels
        .into_iter()
        .map(|label| (label, find(&before, label), find(&now, label)))
        .filter(|(_, before, now)| before != now)
        .map(|(label, before, now)| format!("{label}: {before} -> {now}"))
        .collect()
}

fn show_event(page: &mut Page, event: &Event) {
    match event {
        Event::State {
            socket, changes, ..
        } if changes.is_empty() => show(page, socket),
        Event::State {
            after_ms, changes, ..
        } => {
            for change in changes {
                told(page, *after_ms, change);
            }
        }
        Event::Lost { after_ms, error } => told(page, *after_ms, &error.message),
        Event::Summary(summary) => {
            let text = format!(
                "queries: {} in {}; changes: {}; lost: {}",
                summary.queries,
                rounded(summary.after_ms),
                summary.changes,
                summary.lost
            );
            page.wrapped("", &paint(HEADING, text));
        }
    }
}

fn told(page: &mut Page, after_ms: u128, text: &str) {
    let lead = format!("{} ", paint(FAINT, format!("+{}", rounded(after_ms))));
    page.hanging(&lead, "  ", text);
}

/// Milliseconds as seconds with one digit behind the point.
fn rounded(after_ms: u128) -> String {
    let tenths = u64::try_from(after_ms / 100).unwrap_or(u64::MAX);
    seconds(Duration::from_millis(tenths.saturating_mul(100)))
}
