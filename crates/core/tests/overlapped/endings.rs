//! Operations that end otherwise than by being waited for, and what they answer.

use super::*;
use common::not_with_the_dll;

not_with_the_dll!(
    dropped_while_it_runs,
    "CancelIoEx cannot end what the DLL pretends"
);
#[cfg(not(windows))]
#[test]
fn dropped_while_it_runs() {
    // `abort-on-advance` writes to the operation's memory long after the drop.
    let endings = [
        "cancel = \"abort\"",
        "cancel = { abort-after = 30 }",
        "cancel = \"abort-on-advance\"",
    ];
    let connection = Connection::v4();
    for &route in ROUTES {
        for ending in endings {
            for polled in [false, true] {
                let lab = connection.lab(&with(&[WITH_TOKENS, NEVER, ending]));
                let mut operation = tokens(route).start(&connection.client).unwrap();
                if polled {
                    poll_once(&mut operation);
                }
                drop(operation);
                lab.advance();
                lab.settle();
            }
        }
    }
}

#[cfg(not(windows))]
fn poll_once<S: winsec_core::os::AsSocket>(operation: &mut Operation<S>) {
    let waker = Waker::from(Arc::new(Count::default()));
    let polled = std::pin::Pin::new(operation).poll(&mut Context::from_waker(&waker));
    assert!(polled.is_pending());
}

#[test]
fn the_answer_of_a_dropped_operation_is_closed() {
    // The answer arrives after the drop, or before it and nobody takes it.
    let connection = Connection::v4();
    for &route in ROUTES {
        for ended_before in [false, true] {
            let lab = connection.lab(&with(&[WITH_TOKENS, ON_ADVANCE, "cancel = \"too-late\""]));
            let operation = tokens(route).start(&connection.client).unwrap();
            if ended_before {
                lab.advance();
            }
            drop(operation);
            lab.advance();
            lab.settle();
        }
        let lab = connection.lab(&with(&[WITH_TOKENS, AT_ONCE]));
        drop(tokens(route).start(&connection.client).unwrap());
        lab.settle();
    }
}

not_with_the_dll!(
    dropped_together_with_its_socket,
    "the DLL does not hear of a socket that is closed"
);
#[cfg(not(windows))]
#[test]
fn dropped_together_with_its_socket() {
    let lab = common::Lab::new(&format!(
        "[[socket]]\nname = \"own\"\nremote = \"192.0.2.1:443\"\n{WITH_TOKENS}\n{NEVER}"
    ));
    let operation = tokens(Route::Automatic).start(lab.fresh("own")).unwrap();
    drop(operation);
    lab.settle();
}

not_with_the_dll!(
    a_closed_socket_ends_it,
    "the DLL does not hear of a socket that is closed"
);
#[cfg(not(windows))]
#[test]
fn a_closed_socket_ends_it() {
    let lab = common::Lab::new(&format!(
        "[[socket]]\nname = \"own\"\nremote = \"192.0.2.1:443\"\n{WITH_TOKENS}\n{NEVER}"
    ));
    let socket = Arc::new(lab.fresh("own"));
    let mut operation = tokens(Route::Automatic).start(Arc::clone(&socket)).unwrap();
    assert!(lab.world.detach(socket.raw()));
    let ended = operation.wait(SOON);
    assert!(matches!(
        kind(ended),
        ErrorKind::Aborted | ErrorKind::NotASocket
    ));
    drop((operation, socket));
}

not_with_the_dll!(
    the_end_of_the_thread_that_started_it_ends_it,
    "the DLL does not hear of a thread that ends"
);
#[cfg(not(windows))]
#[test]
fn the_end_of_the_thread_that_started_it_ends_it() {
    let connection = Connection::v4();
    let lab = connection.lab(&with(&[WITH_TOKENS, NEVER]));
    let world = lab.world.clone();
    let client = Arc::new(connection.client);
    let theirs = Arc::clone(&client);
    let started = std::thread::spawn(move || {
        let _entered = world.enter();
        tokens(Route::Automatic).start(theirs).unwrap()
    });
    let mut operation = started.join().unwrap();
    assert_eq!(kind(operation.wait(SOON)), ErrorKind::Aborted);
    drop(operation);
    lab.settle();
}

#[test]
fn a_failure_at_once_and_a_failure_later() {
    let connection = Connection::v4();
    let fault = |what: &str| format!("[[fault]]\ncall = \"WSAQuerySocketSecurity\"\n{what}");
    let lab = connection.lab_with(LATER, &fault("fail = 10054"));
    assert_eq!(
        kind(StreamQuery::new().start(&connection.client)),
        ErrorKind::ConnectionReset
    );
    lab.settle();
    drop(lab);

    let lab = connection.lab_with(LATER, &fault("finish-with = 10054"));
    let mut operation = StreamQuery::new().start(&connection.client).unwrap();
    assert_eq!(kind(operation.wait(SOON)), ErrorKind::ConnectionReset);
    let operation = StreamQuery::new().start(&connection.client).unwrap();
    assert_eq!(
        kind(pollster::block_on(operation)),
        ErrorKind::ConnectionReset
    );
    lab.settle();
}

#[test]
fn more_room_at_once_and_more_room_later() {
    let connection = Connection::v4();
    let call = "WSAQuerySocketSecurity";
    let fault =
        |nth: u32, what: &str| format!("[[fault]]\ncall = \"{call}\"\nnth = {nth}\n{what}\n");
    for completion in [AT_ONCE, LATER] {
        let faults = [fault(1, "too-small = 1000"), fault(2, "too-small = 5000")].concat();
        let lab = connection.lab_with(&with(&[WITH_TOKENS, completion]), &faults);
        let operation = tokens(Route::Function).start(&connection.client).unwrap();
        assert!(operation.finish_within(SOON).unwrap().is_secured());
        assert_eq!(lab.calls(call), 3);
        lab.settle();
    }
    // A failure that comes later does not say how much it takes: all there is, once.
    for code in [10014, 10040] {
        let lab = connection.lab_with(
            &with(&[WITH_TOKENS, LATER]),
            &fault(1, &format!("finish-with = {code}")),
        );
        let operation = tokens(Route::Function).start(&connection.client).unwrap();
        assert!(pollster::block_on(operation).unwrap().is_secured());
        assert_eq!(lab.calls(call), 2);
        lab.settle();
        drop(lab);

        let always = format!("[[fault]]\ncall = \"{call}\"\nfinish-with = {code}");
        let lab = connection.lab_with(&with(&[WITH_TOKENS, LATER]), &always);
        let error = pollster::block_on(tokens(Route::Function).start(&connection.client).unwrap());
        assert_eq!(error.unwrap_err().code(), Some(code));
        assert_eq!(lab.calls(call), 2);
        lab.settle();
    }
}

#[test]
fn datagrams_and_ipsec_details() {
    let datagrams = Datagrams::v4();
    let lab = datagrams.lab(&with(&[
        "security = { protocol = 1, ipsec2 = { quick-mode-sa = 5 } }",
        LATER,
    ]));
    let asked = DatagramQuery::new(datagrams.peer).ipsec2(Ipsec2Fields::QUICK_MODE_SA);
    let operation: Operation<_> = asked.start(&datagrams.socket).unwrap();
    let security: ConnectionSecurity = pollster::block_on(operation).unwrap();
    assert_eq!(security.ipsec2().unwrap().quick_mode_sa, 5);
    drop(security);
    lab.settle();
}

#[test]
fn target_names_are_set_and_taken_back() {
    let datagrams = Datagrams::v4();
    for &route in ROUTES {
        for completion in [AT_ONCE, LATER] {
            let lab = datagrams.lab(completion);
            let name = PeerTargetName::for_peer(datagrams.peer, "host/server").unwrap();
            let mut set = name.route(route).start(&datagrams.socket).unwrap();
            assert_eq!(set.wait(SOON), Ok(Some(())));
            let removal = PeerTargetNameRemoval::new(datagrams.peer).route(route);
            assert_eq!(
                pollster::block_on(removal.start(&datagrams.socket).unwrap()),
                Ok(())
            );
            drop(set);
            lab.settle();
        }
    }
}

#[test]
fn an_operation_says_what_it_is() {
    let connection = Connection::v4();
    let _lab = connection.lab(AT_ONCE);
    let operation = StreamQuery::new().start(&connection.client).unwrap();
    let text = format!("{operation:?}");
    assert!(
        text.contains("QuerySecurity") && text.ends_with(" (emulated)"),
        "{text}"
    );
}

not_with_the_dll!(
    want_of_events_and_of_pool_waits_is_an_error,
    "the DLL has no say in events and pool waits"
);
#[cfg(not(windows))]
#[test]
fn want_of_events_and_of_pool_waits_is_an_error() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"CreateEventW\"\nfail = 8";
    let lab = connection.lab_with(&with(&[WITH_TOKENS, ON_ADVANCE]), fault);
    assert_eq!(
        kind(StreamQuery::new().start(&connection.client)),
        ErrorKind::OutOfMemory
    );
    lab.settle();
    drop(lab);

    let fault = "[[fault]]\ncall = \"CreateThreadpoolWait\"\nnth = 1\nfail = 8";
    let lab = connection.lab_with(&with(&[WITH_TOKENS, ON_ADVANCE]), fault);
    let mut operation = tokens(Route::Automatic).start(&connection.client).unwrap();
    let waker = Waker::from(Arc::new(Count::default()));
    let polled = std::pin::Pin::new(&mut operation).poll(&mut Context::from_waker(&waker));
    let Poll::Ready(Err(error)) = polled else {
        panic!("there is no pool wait")
    };
    assert_eq!(error.kind(), ErrorKind::OutOfMemory);
    // That is its result: there is no second one.
    let again = std::pin::Pin::new(&mut operation).poll(&mut Context::from_waker(&waker));
    let Poll::Ready(Err(error)) = again else {
        panic!("the result has been given: {again:?}")
    };
    assert_eq!(error.kind(), ErrorKind::AlreadyTaken);
    assert_eq!(kind(operation.wait(SOON)), ErrorKind::AlreadyTaken);
    drop(operation);
    lab.settle();
}
