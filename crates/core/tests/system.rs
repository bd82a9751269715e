//! The system itself, without the emulator's DLL: Windows, Wine, or the emulator where there is
//! neither. Wine's differences are those of `common/wine.rs`, no more and no fewer.

mod common;
#[path = "common/wine.rs"]
mod wine;

use std::cell::RefCell;
use std::rc::Rc;

use common::{Connection, Datagrams, SOON};
use wine::{AGREEMENTS, DIFFERENCES, Difference, Outcome, Probe};
use winsec_core::__private::Route;
#[cfg(windows)]
use winsec_core::__private::automatic_route;
use winsec_core::os::{AsSocket, BorrowedSocket};
#[cfg(windows)]
use winsec_core::{Backend, backend};
use winsec_core::{
    Call, DatagramQuery, Error, Impersonation, PeerTargetName, PeerTargetNameRemoval, Settings,
    SocketStage, StreamQuery, query,
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
            Probe::StreamQueryOfDatagrams => outcome(query(&self.datagrams.socket)),
            Probe::QueryOfNoSocket => {
                // SAFETY: nobody opens or closes anything under this number: no system gives it out.
                let socket = unsafe { BorrowedSocket::borrow_raw(0x7fff_0000) };
                outcome(query(&socket))
            }
            Probe::SettingsWhen(stage) => outcome(match stage {
                SocketStage::Connected => Settings::new().apply(&self.connection.client),
                SocketStage::Listening => Settings::new().apply(&self.connection.listener),
                _ => Settings::new().apply(&self.datagrams.socket),
            }),
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

/// Makes every probe, with a new socket for each, where `fresh` makes it. Each outcome has to be that of
/// the side which `expected` picks from a line of the table; elsewhere both sides agree.
fn compare<S: AsSocket>(
    sockets: &Sockets,
    fresh: impl Fn() -> S,
    expected: impl Fn(&Difference) -> Outcome,
) {
    let lines = DIFFERENCES.iter().map(|line| (line.what, expected(line)));
    for (probe, expected) in lines.chain(AGREEMENTS.iter().copied()) {
        assert_eq!(sockets.probe(probe, &fresh()), expected, "{probe:?}");
    }
}

#[cfg(not(windows))]
#[test]
fn the_table_is_right() {
    let sockets = Sockets::new();
    let lab = common::Lab::new(
        "[[socket]]\nname = \"fresh\"\nstate = \"created\"\nfamily = \"inet\"\nkind = \"stream\"\n[[socket]]\n",
    );
    lab.adopt(&sockets.connection.client);
    lab.adopt(&sockets.connection.listener);
    lab.adopt(&sockets.datagrams.socket);
    compare(&sockets, || lab.fresh("fresh"), |line| line.documented);
    lab.settle();
}

#[cfg(windows)]
#[test]
fn the_table_is_right() {
    let sockets = Sockets::new();
    let fresh =
        || socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    match backend() {
        Backend::Wine => compare(&sockets, fresh, |line| line.wine),
        // What a real system says depends on its policy; that both ways say the same does not.
        Backend::Windows => {
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
            for &(probe, expected) in AGREEMENTS {
                assert_eq!(sockets.probe(probe, &fresh()), expected, "{probe:?}");
            }
        }
        other => panic!("no emulator is loaded here, but the backend is {other}"),
    }
}

/// Wine's own fwpuclnt.dll has functions of the right names, and it is not for their want that they are
/// not called.
#[cfg(windows)]
#[test]
fn functions_that_would_end_the_process_are_not_called() {
    use winsec_ffi::{GetModuleHandleW, GetProcAddress};

    let _ = query(&Connection::v4().client);
    let name: Vec<u16> = "fwpuclnt.dll\0".encode_utf16().collect();
    // SAFETY: the name ends in a NUL.
    let module = unsafe { GetModuleHandleW(name.as_ptr()) };
    assert!(!module.is_null(), "the query has loaded it");
    // SAFETY: the module stays loaded, and the name ends in a NUL.
    let function = unsafe { GetProcAddress(module, c"WSAQuerySocketSecurity".as_ptr()) };
    assert!(function.is_some());
    let route = match backend() {
        Backend::Wine => Route::ControlCode,
        _ => Route::Function,
    };
    assert_eq!(automatic_route(), route);
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
fn the_readme_counts_them() {
    let count = format!("These are {} differences.", DIFFERENCES.len());
    assert!(include_str!("../README.md").contains(&count), "{count}");
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
}
