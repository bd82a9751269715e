//! A million queries of a system that goes wrong at random: nothing leaks, nothing is closed twice,
//! nothing panics.
#![cfg(not(windows))]

mod common;
#[path = "common/dice.rs"]
mod dice;

use std::collections::BTreeMap;

use common::{Lab, SOON};
use dice::{Dice, queries, seed};
use winsec_core::os::AsSocket;
use winsec_core::{
    ConnectionSecurity, DatagramQuery, Error, ErrorKind, Ipsec2Fields, Route, StreamQuery,
    TokenAccess,
};
use winsec_emulator::EmulatedSocket;

/// How the sockets' overlapped operations end.
const ENDINGS: [&str; 4] = [
    "completion = \"immediate\"",
    "completion = { after = 0 }",
    "completion = \"on-advance\"",
    "completion = \"never\"",
];

fn lab(seed: u64) -> Lab {
    let security = "security = { protocol = 1, flags = [\"secured\"], application = { account = 'A' }, \
                    machine = { account = 'M' } }";
    let mut scenario = format!(
        "random-faults = {{ seed = {seed}, one-in = 3, garbage = true, \
         calls = [\"WSAQuerySocketSecurity\", \"WSAIoctl\", \"CreateEventW\"] }}\n"
    );
    for (at, ending) in ENDINGS.iter().enumerate() {
        scenario += &format!(
            "[[socket]]\nname = \"tcp{at}\"\nremote = \"192.0.2.1:443\"\n{security}\n{ending}\n\
             [[socket]]\nname = \"udp{at}\"\nkind = \"datagram\"\nlocal = \"0.0.0.0:5000\"\n{security}\n{ending}\n"
        );
    }
    Lab::new(&scenario)
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
    if dice.below(3) == 0 {
        Route::ControlCode
    } else {
        Route::Function
    }
}

/// An overlapped query, taken to one of its ends.
fn overlapped(
    lab: &Lab,
    query: StreamQuery,
    socket: &EmulatedSocket,
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
    let all = queries(1_000_000, 100_000);
    let seed = seed();
    let lab = lab(seed);
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    let tcp: Vec<_> = (0..ENDINGS.len())
        .map(|at| lab.fresh(&format!("tcp{at}")))
        .collect();
    let udp: Vec<_> = (0..ENDINGS.len())
        .map(|at| lab.fresh(&format!("udp{at}")))
        .collect();
    let peer = "192.0.2.7:5000".parse().unwrap();
    for at in 0..all {
        let which = dice.below(ENDINGS.len() as u64) as usize;
        let result = match dice.below(20) {
            0 => overlapped(&lab, stream_query(&mut dice), &tcp[which], &mut dice),
            1..6 => {
                let asked = DatagramQuery::new(peer).route(route(&mut dice));
                Some(
                    asked
                        .peer_tokens(TokenAccess::QUERY)
                        .run(&udp[which].as_socket()),
                )
            }
            _ => Some(stream_query(&mut dice).run(&tcp[which])),
        };
        if let Some(result) = result {
            tally.count(result, &mut dice);
        }
        if at % 10_000 == 0 {
            lab.advance();
        }
    }
    lab.advance();
    drop((tcp, udp));
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
