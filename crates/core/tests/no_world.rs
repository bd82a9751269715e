//! Threads that are in no world of the emulator, and one call that has all of them be in one.
#![cfg(not(windows))]

mod common;

use common::{Connection, ENCRYPTED};
use winsec_core::{ErrorKind, Impersonation, Settings, StreamQuery, query};
use winsec_emulator::World;
use winsec_emulator::scenario::Scenario;

// One test: `enter_everywhere` is about every thread of the process.
#[test]
fn what_is_missing_is_said_and_one_call_gives_it() {
    let connection = Connection::v4();
    let client = &connection.client;
    let fresh = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    for error in [
        query(client).unwrap_err(),
        StreamQuery::new().start(client).unwrap_err(),
        StreamQuery::new().answer_size(client).unwrap_err(),
        Settings::new().apply(&fresh).unwrap_err(),
        Impersonation::of_stream(client).unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.code()), (ErrorKind::NoWorld, None));
        assert!(
            error.to_string().contains("in none of its worlds"),
            "{error}"
        );
        assert!(error.advice().contains("World::enter_everywhere"));
    }

    let scenario = Scenario::read("test", &connection.scenario(ENCRYPTED)).unwrap();
    let world = World::new(scenario);
    assert!(world.adopt(client));
    let everywhere = world.enter_everywhere();
    // The threads of a runtime need no call of their own.
    let tokio = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .unwrap();
    let socket = client.try_clone().unwrap();
    assert!(world.adopt(&socket));
    let answer = tokio.block_on(async {
        tokio
            .spawn(async move { StreamQuery::new().start(socket)?.await })
            .await
            .unwrap()
    });
    assert!(answer.unwrap().is_encrypted());
    drop(tokio);
    drop(everywhere);
    assert_eq!(query(client).unwrap_err().kind(), ErrorKind::NoWorld);
}
