//! The system itself, without the emulator's DLL: Windows, Wine, or the emulator where there is
//! neither. Wine's differences are those of `common/wine.rs`, no more and no fewer.

mod common;
#[path = "common/wine.rs"]
mod wine;

use std::cell::RefCell;
use std::rc::Rc;

use common::{Connection, Datagrams, SOON};
use wine::{DIFFERENCES, Outcome, Probe};
use winsec_core::os::AsSocket;
use winsec_core::{
    Backend, Call, DatagramQuery, Error, Impersonation, PeerTargetName, PeerTargetNameRemoval,
    Route, Settings, StreamQuery, automatic_route, backend,
};

/// The sockets that the probes use.
struct Sockets {
    connection: Connection,
    datagrams: Datagrams,
}

impl Sockets {
    fn new() -> Self {
        Self {
            connection: Connection::v4(),
            datagrams: Datagrams::v4(),
        }
    }

    /// What becomes of a probe; `fresh` is neither bound nor connected.
    fn probe<S: AsSocket>(&self, probe: Probe, fresh: &S) -> Outcome {
        match probe {
            Probe::Plain(call) => self.call(call, Route::Automatic, fresh),
            Probe::Function(call) => self.call(call, Route::Function, fresh),
            Probe::ControlCode(call) => self.call(call, Route::ControlCode, fresh),
            Probe::Overlapped(call) => self.overlapped(call, fresh, false),
            Probe::Awaited(call) => self.overlapped(call, fresh, true),
            Probe::Routine(_) => self.routine(),
            Probe::Size => outcome(StreamQuery::new().answer_size(&self.connection.client)),
        }
    }

    fn call<S: AsSocket>(&self, call: Call, route: Route, fresh: &S) -> Outcome {
        let Self {
            connection,
            datagrams: Datagrams { socket, peer },
        } = self;
        match call {
            Call::SetSecurity => outcome(Settings::new().route(route).apply(fresh)),
            Call::SetPeerTargetName => outcome(self.name().route(route).set(socket)),
            Call::DeletePeerTargetName => {
                outcome(PeerTargetNameRemoval::new(*peer).route(route).run(socket))
            }
            Call::Impersonate => outcome(Impersonation::of_stream(&connection.client)),
            _ => {
                let stream = outcome(StreamQuery::new().route(route).run(&connection.client));
                let datagrams = outcome(DatagramQuery::new(*peer).route(route).run(socket));
                assert_eq!(stream, datagrams);
                stream
            }
        }
    }

    fn name(&self) -> PeerTargetName {
        PeerTargetName::for_peer(self.datagrams.peer, "host/server").unwrap()
    }

    fn overlapped<S: AsSocket>(&self, call: Call, fresh: &S, awaited: bool) -> Outcome {
        let Self {
            connection,
            datagrams: Datagrams { socket, peer },
        } = self;
        macro_rules! ended {
            ($operation:expr) => {
                outcome($operation.and_then(|operation| {
                    if awaited {
                        pollster::block_on(operation)
                    } else {
                        operation.finish_within(SOON)
                    }
                }))
            };
        }
        match call {
            Call::SetSecurity => ended!(Settings::new().start(fresh)),
            Call::SetPeerTargetName => ended!(self.name().start(socket)),
            Call::DeletePeerTargetName => ended!(PeerTargetNameRemoval::new(*peer).start(socket)),
            _ => ended!(StreamQuery::new().start(&connection.client)),
        }
    }

    fn routine(&self) -> Outcome {
        let called = Rc::new(RefCell::new(None));
        let place = Rc::clone(&called);
        let asked = StreamQuery::new().start_with_routine(&self.connection.client, move |result| {
            place.replace(Some(outcome(result)));
        });
        match asked {
            Ok(operation) => {
                assert!(operation.wait(SOON), "the routine has been called");
                called.take().expect("with a result")
            }
            Err(error) => Outcome::Refused(error.kind()),
        }
    }
}

fn outcome<T>(result: Result<T, Error>) -> Outcome {
    match result {
        Ok(_) => Outcome::Done,
        Err(error) => Outcome::Refused(error.kind()),
    }
}

/// Runs the probes with a new socket for each, where `fresh` makes it.
fn run<S: AsSocket>(sockets: &Sockets, fresh: impl Fn() -> S, check: impl Fn(Probe, Outcome)) {
    for difference in DIFFERENCES {
        check(difference.what, sockets.probe(difference.what, &fresh()));
    }
}

#[cfg(not(windows))]
#[test]
fn the_documented_side_of_the_table() {
    let sockets = Sockets::new();
    let lab = common::Lab::new(
        "[[socket]]\nname = \"fresh\"\nstate = \"created\"\nfamily = \"inet\"\nkind = \"stream\"\n[[socket]]\n",
    );
    lab.adopt(&sockets.connection.client);
    lab.adopt(&sockets.datagrams.socket);
    run(
        &sockets,
        || lab.fresh("fresh"),
        |probe, outcome| {
            let line = DIFFERENCES.iter().find(|line| line.what == probe).unwrap();
            assert_eq!(outcome, line.documented, "{probe:?}");
        },
    );
    lab.settle();
}

#[cfg(windows)]
#[test]
fn the_side_of_the_table_that_this_system_is_on() {
    let sockets = Sockets::new();
    let fresh =
        || socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    match backend() {
        Backend::Wine => {
            assert_eq!(automatic_route(), Route::ControlCode);
            run(&sockets, fresh, |probe, outcome| {
                let line = DIFFERENCES.iter().find(|line| line.what == probe).unwrap();
                assert_eq!(outcome, line.wine, "{probe:?}");
            });
        }
        // What a real system says depends on its policy; that both ways say the same does not.
        Backend::Windows => {
            assert_eq!(automatic_route(), Route::Function);
            for call in [
                Call::QuerySecurity,
                Call::SetPeerTargetName,
                Call::DeletePeerTargetName,
            ] {
                let by_function = sockets.probe(Probe::Function(call), &fresh());
                let by_code = sockets.probe(Probe::ControlCode(call), &fresh());
                println!("{call}: {by_function:?}");
                assert_eq!(by_function, by_code, "{call}");
                assert_ne!(by_function, wine::NO);
            }
        }
        other => panic!("no emulator is loaded here, but the backend is {other}"),
    }
}

#[test]
fn the_sides_of_each_line_differ() {
    for line in DIFFERENCES {
        assert_ne!(
            line.documented, line.wine,
            "{:?} is no difference",
            line.what
        );
    }
}

#[test]
fn the_table_covers_every_call_that_asks_or_sets() {
    for call in [
        Call::QuerySecurity,
        Call::SetSecurity,
        Call::SetPeerTargetName,
        Call::DeletePeerTargetName,
        Call::Impersonate,
    ] {
        assert!(
            DIFFERENCES
                .iter()
                .any(|line| line.what == Probe::Plain(call)),
            "{call}"
        );
    }
    if backend() == Backend::Emulator {
        assert_eq!(automatic_route(), Route::Function);
    }
}
