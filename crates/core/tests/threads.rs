//! Eight threads that query, hand over and drop, with one system that goes wrong under all of them.

mod common;
#[path = "common/dice.rs"]
mod dice;

use std::sync::mpsc;
use std::thread;

use common::{Connection, WITH_TOKENS};
use dice::{Dice, queries, seed};
use winsec_core::{ConnectionSecurity, StreamQuery, TokenAccess};

const THREADS: u64 = 8;

#[test]
fn eight_threads_query_and_drop() {
    let all = queries(1_000_000, if cfg!(windows) { 10_000 } else { 100_000 });
    let seed = seed();
    let connection = Connection::v4();
    let lab = connection.lab_with(
        &format!("{WITH_TOKENS}\ncompletion = {{ after = 0 }}"),
        &format!(
            "[random-faults]\nseed = {seed}\none-in = 7\ngarbage = true\n\
             calls = [\"WSAQuerySocketSecurity\"]"
        ),
    );
    thread::scope(|scope| {
        // Each thread drops what the one before it was answered.
        let (senders, receivers): (Vec<_>, Vec<_>) = (0..THREADS)
            .map(|_| mpsc::sync_channel::<ConnectionSecurity>(64))
            .unzip();
        let mut receivers: Vec<_> = receivers.into_iter().map(Some).collect();
        for (at, sender) in senders.into_iter().enumerate() {
            let received = receivers[(at + 1) % THREADS as usize].take().unwrap();
            let (enter, socket) = (lab.let_in(), &connection.client);
            scope.spawn(move || {
                enter();
                let mut dice = Dice::new(seed + at as u64);
                let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
                for _ in 0..all / THREADS {
                    let result = if dice.below(50) == 0 {
                        asked.start(socket).and_then(pollster::block_on)
                    } else {
                        asked.run(socket)
                    };
                    if let Ok(security) = result {
                        // A full queue gives the answer back, and it is dropped here.
                        let _ = sender.try_send(security);
                    }
                    if dice.below(2) == 0 {
                        drop(received.try_recv());
                    }
                }
            });
        }
    });
    lab.settle();
    assert!(lab.calls("WSAQuerySocketSecurity") >= all / THREADS * THREADS);
}
