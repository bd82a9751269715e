//! Connecting to a host with several addresses: attempts overlap as in RFC 8305, and the first
//! connection wins.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::Target;
use crate::outcome::{Failure, Outcome};

/// How long an attempt goes on alone: the Connection Attempt Delay that RFC 8305 recommends.
#[cfg_attr(
    not(windows),
    allow(dead_code, reason = "a scenario's servers take no time")
)]
pub(crate) const ATTEMPT_DELAY: Duration = Duration::from_millis(250);

/// Why an attempt led to no connection.
pub(crate) enum Miss {
    /// Another address may do.
    Failed(io::Error),
    /// Trying another address makes no sense.
    Hopeless(Failure),
}

impl From<io::Error> for Miss {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// An address of the host that is not the one connected to, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Other {
    pub(crate) address: String,
    pub(crate) outcome: Fate,
    /// What the system said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

/// What became of an address that is not the one connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fate {
    /// The connection was refused.
    Refused,
    /// Nothing came within the time limit.
    NoAnswer,
    /// The system could not connect.
    Failed,
    /// Another address was connected to while this one was still being tried.
    Overtaken,
    /// The attempts ended before it was this one's turn.
    Untried,
}

impl Other {
    fn new(address: SocketAddr, outcome: Fate) -> Self {
        Self {
            address: address.to_string(),
            outcome,
            error: None,
        }
    }

    fn failed(address: SocketAddr, error: &io::Error) -> Self {
        let outcome = match error.kind() {
            ErrorKind::ConnectionRefused => Fate::Refused,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Fate::NoAnswer,
            _ => Fate::Failed,
        };
        Self {
            error: (outcome == Fate::Failed).then(|| error.to_string()),
            ..Self::new(address, outcome)
        }
    }

    /// What became of it, in words that follow the address.
    pub(crate) fn words(&self) -> String {
        match (self.outcome, &self.error) {
            (Fate::Refused, _) => "refuses the connection".to_owned(),
            (Fate::NoAnswer, _) => "does not answer in time".to_owned(),
            (Fate::Failed, Some(error)) => format!("cannot be reached: {error}"),
            (Fate::Failed, None) => "cannot be reached".to_owned(),
            (Fate::Overtaken, _) => "had not answered yet".to_owned(),
            (Fate::Untried, _) => "was not tried".to_owned(),
        }
    }
}

/// Tries a host's addresses: each attempt begins when the one before it has failed, or has gone on for
/// `delay`. Gives what came of the first success, and tells of the other addresses.
///
/// `attempt` is given an address and the time that is left. It runs on a thread of its own; one that has
/// been overtaken is left to its own limit.
pub(crate) fn race<T: Send + 'static>(
    target: &Target,
    addresses: Vec<SocketAddr>,
    delay: Duration,
    limit: Duration,
    attempt: impl Fn(SocketAddr, Duration) -> Result<T, Miss> + Send + Sync + 'static,
) -> Outcome<(T, Vec<Other>)> {
    let attempt = Arc::new(attempt);
    let start = Instant::now();
    let (sender, receiver) = mpsc::channel();
    let mut waiting = VecDeque::from(alternating(addresses));
    let mut running: Vec<SocketAddr> = Vec::new();
    let mut others: Vec<Other> = Vec::new();
    let mut next = Duration::ZERO;
    loop {
        let now = start.elapsed();
        if now >= limit {
            others.extend(running.into_iter().map(|at| Other::new(at, Fate::NoAnswer)));
            others.extend(waiting.into_iter().map(|at| Other::new(at, Fate::Untried)));
            return Err(not_connected(target, &others));
        }
        if now >= next || running.is_empty() {
            let Some(address) = waiting.pop_front() else {
                if running.is_empty() {
                    return Err(not_connected(target, &others));
                }
                next = Duration::MAX;
                continue;
            };
            next = now.saturating_add(delay);
            let (attempt, sender) = (Arc::clone(&attempt), sender.clone());
            let begun = thread::Builder::new()
                .name("winsec-connect".to_owned())
                .spawn(move || {
                    // If nobody waits any more, another address was faster.
                    let _ = sender.send((address, attempt(address, limit.saturating_sub(now))));
                });
            match begun {
                Ok(_) => running.push(address),
                Err(error) => others.push(Other::failed(address, &error)),
            }
            continue;
        }
        let patience = next.min(limit).saturating_sub(now);
        let (address, result) = match receiver.recv_timeout(patience) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => continue,
        };
        running.retain(|other| *other != address);
        match result {
            Ok(connection) => {
                others.extend(
                    running
                        .into_iter()
                        .map(|at| Other::new(at, Fate::Overtaken)),
                );
                others.extend(waiting.into_iter().map(|at| Other::new(at, Fate::Untried)));
                return Ok((connection, others));
            }
            Err(Miss::Hopeless(failure)) => return Err(failure),
            Err(Miss::Failed(error)) => {
                others.push(Other::failed(address, &error));
                next = Duration::ZERO;
            }
        }
    }
}

/// The addresses in their order, but those of the two families in turn, each one once.
fn alternating(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_is_four = addresses.first().is_some_and(SocketAddr::is_ipv4);
    let (first, second): (Vec<_>, Vec<_>) = addresses
        .into_iter()
        .partition(|address| address.is_ipv4() == first_is_four);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut all = Vec::new();
    loop {
        let pair = [first.next(), second.next()];
        if pair == [None, None] {
            return all;
        }
        for address in pair.into_iter().flatten() {
            if !all.contains(&address) {
                all.push(address);
            }
        }
    }
}

/// The name of a host has no address.
pub(crate) fn unknown_host(target: &Target, error: Option<&io::Error>) -> Failure {
    let failure = Failure::refused(format!("the host {} was not found", target.host));
    let failure = match error {
        Some(error) => failure.help(format!("the name service said: {error}")),
        None => failure,
    };
    failure.help("check its spelling, or give its address")
}

/// None of a host's addresses was connected to.
fn not_connected(target: &Target, tried: &[Other]) -> Failure {
    let mut failure = match tried {
        [] => return unknown_host(target, None),
        [only] => Failure::refused(format!("{target} {}", only.words())),
        several => {
            let each: Vec<String> = several
                .iter()
                .map(|other| format!("{} {}", other.address, other.words()))
                .collect();
            Failure::refused(format!(
                "{target} cannot be connected to: {}",
                each.join("; ")
            ))
        }
    };
    let any = |outcome| tried.iter().any(|other| other.outcome == outcome);
    if any(Fate::Refused) {
        failure =
            failure.help("check the port, and that the server runs and is not behind a firewall");
    }
    if any(Fate::NoAnswer) {
        failure = failure
            .help("allow more time with --timeout SECONDS, or look for a firewall on the way");
    }
    failure
}

#[cfg(test)]
mod tests {
    use std::sync::{Condvar, Mutex};

    use super::*;

    const FOREVER: Duration = Duration::MAX;

    fn addresses(texts: &[&str]) -> Vec<SocketAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn target() -> Target {
        "server:1".parse().unwrap()
    }

    fn told(others: &[Other]) -> Vec<String> {
        let words = |other: &Other| format!("{} {}", other.address, other.words());
        others.iter().map(words).collect()
    }

    #[test]
    fn families_take_turns_and_the_system_s_first_goes_first() {
        let given = [
            "[::1]:1",
            "[::2]:1",
            "[::1]:1",
            "1.0.0.1:1",
            "[::3]:1",
            "1.0.0.2:1",
        ];
        let order = ["[::1]:1", "1.0.0.1:1", "[::2]:1", "1.0.0.2:1", "[::3]:1"];
        assert_eq!(alternating(addresses(&given)), addresses(&order));
    }

    #[test]
    fn after_a_failure_the_next_address_is_tried_at_once() {
        let all = addresses(&["[::1]:1", "1.0.0.1:1", "1.0.0.2:1"]);
        let raced = race(
            &target(),
            all,
            FOREVER,
            FOREVER,
            |address, _| match address.is_ipv6() {
                true => Err(io::Error::from(ErrorKind::ConnectionRefused).into()),
                false => Ok(address),
            },
        );
        let (winner, others) = raced.unwrap();
        assert_eq!(winner.to_string(), "1.0.0.1:1");
        assert_eq!(
            told(&others),
            ["[::1]:1 refuses the connection", "1.0.0.2:1 was not tried"]
        );
    }

    #[test]
    fn an_address_that_keeps_silent_is_overtaken() {
        // The first attempt ends when the second one has begun: only overlapping ones get there.
        let begun = Arc::new((Mutex::new(false), Condvar::new()));
        let raced = race(
            &target(),
            addresses(&["[::1]:1", "1.0.0.1:1"]),
            Duration::from_millis(1),
            FOREVER,
            move |address, _| {
                let (flag, changed) = &*begun;
                if address.is_ipv4() {
                    *flag.lock().unwrap() = true;
                    changed.notify_all();
                    return Err(io::Error::from(ErrorKind::ConnectionRefused).into());
                }
                let flag = flag.lock().unwrap();
                drop(changed.wait_while(flag, |begun| !*begun).unwrap());
                Ok(address)
            },
        );
        assert_eq!(raced.unwrap().0.to_string(), "[::1]:1");

        let (held, hold) = mpsc::channel::<()>();
        let hold = Mutex::new(hold);
        let raced = race(
            &target(),
            addresses(&["[::1]:1", "1.0.0.1:1"]),
            Duration::from_millis(1),
            FOREVER,
            move |address, _| {
                if address.is_ipv6() {
                    // Until the test has ended.
                    let _ = hold.lock().unwrap().recv();
                }
                Ok(address)
            },
        );
        let (winner, others) = raced.unwrap();
        assert_eq!(winner.to_string(), "1.0.0.1:1");
        assert_eq!(told(&others), ["[::1]:1 had not answered yet"]);
        drop(held);
    }

    #[test]
    fn what_each_address_did_is_told_when_none_answers() {
        let all = addresses(&["[::1]:1", "1.0.0.1:1"]);
        let raced = race(&target(), all, FOREVER, FOREVER, |address, _| {
            let kind = match address.is_ipv6() {
                true => ErrorKind::ConnectionRefused,
                false => ErrorKind::TimedOut,
            };
            Err::<(), _>(io::Error::from(kind).into())
        });
        assert_eq!(
            raced.unwrap_err().message,
            "server:1 cannot be connected to: [::1]:1 refuses the connection; 1.0.0.1:1 does not \
             answer in time"
        );
        let none = race(&target(), Vec::new(), FOREVER, FOREVER, |_, _| Ok(()));
        assert_eq!(none.unwrap_err().message, "the host server was not found");
    }

    #[test]
    fn the_time_limit_is_for_all_attempts_together() {
        let (held, hold) = mpsc::channel::<()>();
        let hold = Mutex::new(hold);
        let all = addresses(&["[::1]:1", "1.0.0.1:1"]);
        let limit = Duration::from_millis(20);
        let raced = race(&target(), all, FOREVER, limit, move |_, _| {
            let _ = hold.lock().unwrap().recv();
            Ok(())
        });
        assert_eq!(
            raced.unwrap_err().message,
            "server:1 cannot be connected to: [::1]:1 does not answer in time; 1.0.0.1:1 was not tried"
        );
        drop(held);
    }
}
