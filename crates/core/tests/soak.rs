//! A million queries of a system that goes wrong at random: nothing leaks, nothing is closed twice,
//! nothing panics.

mod common;
#[path = "common/dice.rs"]
mod dice;

use std::collections::BTreeMap;

use common::{Connection, Datagrams, Lab, ROUTES, SOON};
use dice::{Dice, queries, seed};
use winsec_core::__private::Route;
use winsec_core::{
    ConnectionSecurity, DatagramQuery, Error, ErrorKind, Ipsec2Fields, StreamQuery, TokenAccess,
};

/// How the sockets' overlapped operations end. Those of the DLL cannot be cancelled, so there each
/// comes to an end of its own.
const ENDINGS: &[&str] = if cfg!(windows) {
    &["completion = \"immediate\"", "completion = { after = 0 }"]
} else {
    &[
        "completion = \"immediate\"",
        "completion = { after = 0 }",
        "completion = \"on-advance\"",
        "completion = \"never\"",
    ]
};

/// The functions that go wrong: of the DLL there is one.
const FAULTY: &str = if cfg!(windows) {
    "\"WSAQuerySocketSecurity\""
} else {
    "\"WSAQuerySocketSecurity\", \"WSAIoctl\", \"CreateEventW\""
};

/// Two sockets whose overlapped operations end in the same way.
struct Sockets {
    tcp: Connection,
    udp: Datagrams,
}

fn lab(seed: u64, sockets: &[Sockets]) -> Lab {
    let mut scenario = format!(
        "random-faults = {{ seed = {seed}, one-in = 3, garbage = true, calls = [{FAULTY}] }}\n"
    );
    for (Sockets { tcp, udp }, ending) in sockets.iter().zip(ENDINGS) {
        let properties = format!("{}\n{ending}", common::WITH_TOKENS);
        let local = udp.socket.local_addr().unwrap();
        scenario += &tcp.scenario(&properties);
        scenario +=
            &format!("[[socket]]\nlocal = \"{local}\"\nkind = \"datagram\"\n{properties}\n");
    }
    let lab = Lab::new(&scenario);
    for Sockets { tcp, udp } in sockets {
        lab.adopt(&tcp.client);
        lab.adopt(&udp.socket);
    }
    lab
}

/// What came of the queries, by the name of the cause.
#[derive(Default)]
struct Tally(BTreeMap<String, u64>);

impl Tally {
    fn count(&mut self, result: Result<ConnectionSecurity, Error>, dice: &mut Dice) {
        let name = match result {
            Ok(mut security) => {
                look_at(&mut security, dice);
                if security.unknown_answer().is_some() {
                    "unknown protocol"
                } else {
                    "answer"
                }
                .to_owned()
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                let kind = format!("{:?}", error.kind());
                kind.split(' ').next().unwrap_or_default().to_owned()
            }
        };
        *self.0.entry(name).or_default() += 1;
    }
}

/// Uses the answer in one of the ways that there are.
fn look_at(security: &mut ConnectionSecurity, dice: &mut Dice) {
    match dice.below(4) {
        0 => drop(security.take_peer_application_token()),
        1 => drop(
            security
                .take_peer_machine_token()
                .map(winsec_core::AccessToken::into_handle),
        ),
        2 => assert!(!format!("{security} {security:?}").is_empty()),
        _ => assert_eq!(security.report().is_secured(), security.is_secured()),
    }
}

fn stream_query(dice: &mut Dice) -> StreamQuery {
    let mut query = StreamQuery::new();
    if dice.below(2) == 0 {
        query = query.peer_tokens(TokenAccess::QUERY);
    }
    if dice.below(3) == 0 {
        query = query.ipsec2(Ipsec2Fields::from_bits_retain(dice.below(8) as u32));
    }
    query.route(route(dice))
}

fn route(dice: &mut Dice) -> Route {
    ROUTES[dice.below(ROUTES.len() as u64) as usize]
}

/// An overlapped query, taken to one of its ends.
fn overlapped(
    lab: &Lab,
    query: StreamQuery,
    socket: &std::net::TcpStream,
    dice: &mut Dice,
) -> Option<Result<ConnectionSecurity, Error>> {
    let mut operation = match query.start(socket) {
        Ok(operation) => operation,
        Err(error) => return Some(Err(error)),
    };
    match dice.below(4) {
        0 => {
            drop(operation);
            None
        }
        1 => {
            lab.advance();
            operation.cancel().unwrap();
            operation.wait(SOON).transpose()
        }
        2 => {
            operation.cancel().unwrap();
            Some(pollster::block_on(operation))
        }
        _ => Some(operation.finish_within(std::time::Duration::ZERO)),
    }
}

#[test]
fn a_million_queries_of_a_system_that_goes_wrong() {
    let all = queries(1_000_000, if cfg!(windows) { 10_000 } else { 100_000 });
    let seed = seed();
    let sockets: Vec<_> = (0..ENDINGS.len())
        .map(|_| Sockets {
            tcp: Connection::v4(),
            udp: Datagrams::v4(),
        })
        .collect();
    let lab = lab(seed, &sockets);
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    for at in 0..all {
        let Sockets { tcp, udp } = &sockets[dice.below(ENDINGS.len() as u64) as usize];
        let result = match dice.below(20) {
            0 => overlapped(&lab, stream_query(&mut dice), &tcp.client, &mut dice),
            1..6 => {
                let asked = DatagramQuery::new(udp.peer).route(route(&mut dice));
                Some(asked.peer_tokens(TokenAccess::QUERY).run(&udp.socket))
            }
            _ => Some(stream_query(&mut dice).run(&tcp.client)),
        };
        if let Some(result) = result {
            tally.count(result, &mut dice);
        }
        if at % 10_000 == 0 {
            lab.advance();
        }
    }
    lab.advance();
    lab.settle();
    for (name, count) in &tally.0 {
        println!("{count:>8} {name}");
    }
    // Chance is wide enough that each of these has come up, or the test tests nothing.
    let short = format!(
        "{:?}",
        ErrorKind::ShortAnswer {
            received: 0,
            needed: 0
        }
    );
    let short = short.split(' ').next().unwrap_or_default();
    for name in [
        "answer",
        "unknown protocol",
        "ConnectionReset",
        "OverlongAnswer",
        short,
    ] {
        assert!(tally.0.contains_key(name), "{name} has never come up");
    }
}
