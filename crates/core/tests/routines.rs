//! Queries that call a function back in an alertable wait.

mod common;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use common::{Connection, Datagrams, ROUTES, SOON, WITH_TOKENS, kind};
use winsec_core::__private::Route;
use winsec_core::overlapped::run_routines;
use winsec_core::{ConnectionSecurity, DatagramQuery, Error, ErrorKind, StreamQuery, TokenAccess};

/// What the function was called with.
type Called = Rc<RefCell<Option<Result<ConnectionSecurity, Error>>>>;

/// A place for the result, and a function that puts it there.
fn place() -> (
    Called,
    impl FnOnce(Result<ConnectionSecurity, Error>) + 'static,
) {
    let called = Called::default();
    let place = Rc::clone(&called);
    (called, move |result| {
        assert!(place.replace(Some(result)).is_none(), "called once");
    })
}

fn tokens(route: Route) -> StreamQuery {
    StreamQuery::new()
        .route(route)
        .peer_tokens(TokenAccess::QUERY)
}

fn properties(more: &str) -> String {
    format!("{WITH_TOKENS}\n{more}")
}

#[test]
fn called_in_an_alertable_wait_and_not_before() {
    let connection = Connection::v4();
    for &route in ROUTES {
        for completion in ["completion = \"immediate\"", "completion = { after = 30 }"] {
            let lab = connection.lab(&properties(completion));
            let (called, done) = place();
            let operation = tokens(route)
                .start_with_routine(&connection.client, done)
                .unwrap();
            assert!(called.borrow().is_none() && !operation.is_finished());
            assert!(operation.wait(SOON));
            assert!(operation.is_finished());
            let security = called.take().unwrap().unwrap();
            assert!(security.is_secured() && security.peer_machine_token().is_some());
            drop((operation, security));
            lab.audit();
        }
    }
}

#[test]
fn any_alertable_wait_of_the_thread_will_do() {
    let connection = Connection::v4();
    let lab = connection.lab(&properties("completion = \"immediate\""));
    let (called, done) = place();
    let operation = tokens(Route::Automatic)
        .start_with_routine(&connection.client, done)
        .unwrap();
    assert!(run_routines(SOON));
    assert!(!run_routines(Duration::ZERO), "nothing is left to run");
    assert!(called.take().unwrap().is_ok());
    assert!(operation.wait(Duration::ZERO), "it has been called already");
    drop(operation);
    lab.audit();
}

#[test]
fn a_wait_has_a_limit() {
    let connection = Connection::v4();
    let lab = connection.lab(&properties("completion = \"on-advance\""));
    let (called, done) = place();
    let operation = tokens(Route::Automatic)
        .start_with_routine(&connection.client, done)
        .unwrap();
    assert!(!operation.wait(Duration::from_millis(20)));
    lab.advance();
    assert!(operation.wait(SOON));
    assert!(called.take().unwrap().is_ok());
    drop(operation);
    lab.audit();
}

#[test]
fn a_refused_query_calls_nothing() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nfail = 10054";
    let lab = connection.lab_with("", fault);
    let (called, done) = place();
    let refused = StreamQuery::new().start_with_routine(&connection.client, done);
    assert_eq!(kind(refused), ErrorKind::ConnectionReset);
    run_routines(Duration::ZERO);
    assert!(called.take().is_none());
    assert_eq!(Rc::strong_count(&called), 1, "the function is gone");
    lab.audit();
}

#[test]
fn a_failure_that_comes_later_is_passed_on() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nfinish-with = 10054";
    let lab = connection.lab_with("completion = { after = 5 }", fault);
    let (called, done) = place();
    let operation = StreamQuery::new()
        .start_with_routine(&connection.client, done)
        .unwrap();
    assert!(operation.wait(SOON));
    assert_eq!(kind(called.take().unwrap()), ErrorKind::ConnectionReset);
    drop(operation);
    lab.audit();
}

#[cfg_attr(windows, ignore = "CancelIoEx cannot end what the DLL pretends")]
#[test]
fn cancelled_and_dropped_queries_call_back_all_the_same() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let lab = connection.lab(&properties("completion = \"never\""));
        let (called, done) = place();
        let operation = tokens(route)
            .start_with_routine(&connection.client, done)
            .unwrap();
        operation.cancel().unwrap();
        assert!(operation.wait(SOON));
        assert_eq!(kind(called.take().unwrap()), ErrorKind::Aborted);
        operation.cancel().unwrap();
        drop(operation);

        let (called, done) = place();
        drop(
            tokens(route)
                .start_with_routine(&connection.client, done)
                .unwrap(),
        );
        assert!(called.borrow().is_none(), "only an alertable wait calls");
        while called.borrow().is_none() {
            run_routines(SOON);
        }
        assert_eq!(kind(called.take().unwrap()), ErrorKind::Aborted);
        lab.audit();
    }
}

#[test]
fn an_answer_after_the_drop_keeps_its_tokens_in_order() {
    let connection = Connection::v4();
    let lab = connection.lab(&properties(
        "completion = \"on-advance\"\ncancel = \"too-late\"",
    ));
    let (called, done) = place();
    drop(
        tokens(Route::Automatic)
            .start_with_routine(&connection.client, done)
            .unwrap(),
    );
    lab.advance();
    while called.borrow().is_none() {
        run_routines(SOON);
    }
    assert!(called.take().unwrap().unwrap().is_secured());
    lab.audit();
}

#[test]
fn on_a_socket_without_overlapped_operations_it_is_called_at_once() {
    let connection = Connection::v4();
    let lab = connection.lab(&properties("not-overlapped = true"));
    let (called, done) = place();
    let operation = tokens(Route::Automatic)
        .start_with_routine(&connection.client, done)
        .unwrap();
    assert!(operation.is_finished());
    assert!(called.take().unwrap().unwrap().is_secured());
    assert!(operation.wait(Duration::ZERO));
    drop(operation);
    lab.audit();
}

#[test]
fn more_room_is_made_where_the_system_asks_at_once() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nnth = 1\ntoo-small = 1000";
    let lab = connection.lab_with(&properties("completion = { after = 5 }"), fault);
    let (called, done) = place();
    let operation = tokens(Route::Function)
        .start_with_routine(&connection.client, done)
        .unwrap();
    assert!(operation.wait(SOON));
    assert!(called.take().unwrap().unwrap().is_secured());
    drop(operation);
    lab.audit();
}

#[test]
fn datagrams_too() {
    let datagrams = Datagrams::v4();
    let lab = datagrams.lab(&properties("completion = { after = 5 }"));
    let (called, done) = place();
    let asked = DatagramQuery::new(datagrams.peer);
    let operation = asked.start_with_routine(&datagrams.socket, done).unwrap();
    assert!(operation.wait(SOON));
    assert!(called.take().unwrap().unwrap().is_secured());
    assert!(format!("{operation:?}").contains("finished: true"));
    drop(operation);
    lab.audit();
}

#[test]
fn a_routine_may_start_the_next_query() {
    let connection = Connection::v4();
    let lab = connection.lab(&properties("completion = \"immediate\""));
    let client = Rc::new(connection.client);
    let (called, done) = place();
    let next = Rc::clone(&client);
    let first = StreamQuery::new()
        .start_with_routine(Rc::clone(&client), move |result| {
            assert!(result.is_ok());
            drop(StreamQuery::new().start_with_routine(next, done).unwrap());
        })
        .unwrap();
    while called.borrow().is_none() {
        run_routines(SOON);
    }
    assert!(called.take().unwrap().is_ok());
    drop(first);
    lab.audit();
}
