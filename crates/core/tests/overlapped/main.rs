//! Operations that run while the caller goes on: as futures, waited for, cancelled, dropped.

#[path = "../common/mod.rs"]
mod common;
mod endings;

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use common::{Connection, Datagrams, ENCRYPTED, ROUTES, SOON, WITH_TOKENS, kind};
use winsec_core::__private::Route;
use winsec_core::overlapped::Operation;
use winsec_core::{
    ConnectionSecurity, DatagramQuery, ErrorKind, Ipsec2Fields, PeerTargetName,
    PeerTargetNameRemoval, StreamQuery, TokenAccess,
};

const AT_ONCE: &str = "completion = \"immediate\"";
const LATER: &str = "completion = { after = 30 }";
const ON_ADVANCE: &str = "completion = \"on-advance\"";
const NEVER: &str = "completion = \"never\"";

fn with(properties: &[&str]) -> String {
    properties.join("\n")
}

fn tokens(route: Route) -> StreamQuery {
    StreamQuery::new()
        .route(route)
        .peer_tokens(TokenAccess::QUERY)
}

/// Counts how often it is woken.
#[derive(Default)]
struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn waited_for() {
    let connection = Connection::v4();
    for &route in ROUTES {
        for completion in [AT_ONCE, LATER] {
            let lab = connection.lab(&with(&[WITH_TOKENS, completion]));
            let mut operation = tokens(route).start(&connection.client).unwrap();
            let security = operation.wait(SOON).unwrap().expect("it ends soon");
            assert!(security.is_secured());
            assert!(security.peer_application_token().is_some());
            assert!(operation.is_finished());
            assert_eq!(kind(operation.wait(SOON)), ErrorKind::AlreadyTaken);
            drop((security, operation));
            lab.settle();
        }
    }
}

#[test]
fn awaited_under_different_executors() {
    let connection = Connection::v4();
    for &route in ROUTES {
        for completion in [AT_ONCE, LATER] {
            let lab = connection.lab(&with(&[WITH_TOKENS, completion]));
            let start = || tokens(route).start(&connection.client).unwrap();
            assert!(pollster::block_on(start()).unwrap().is_secured());
            let tokio = tokio::runtime::Builder::new_current_thread()
                .build()
                .unwrap();
            assert!(tokio.block_on(start()).unwrap().is_secured());
            assert!(futures_executor::block_on(start()).unwrap().is_secured());
            lab.settle();
        }
    }
}

#[test]
fn awaited_on_another_thread_with_a_socket_of_its_own() {
    let connection = Connection::v4();
    let lab = connection.lab(&with(&[WITH_TOKENS, LATER]));
    let client = Arc::new(connection.client);
    let operation: Operation<Arc<std::net::TcpStream>> =
        tokens(Route::Automatic).start(Arc::clone(&client)).unwrap();
    assert!(Arc::ptr_eq(operation.socket(), &client));
    let tokio = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .on_thread_start(lab.let_in())
        .build()
        .unwrap();
    let security = tokio
        .block_on(async { tokio.spawn(operation).await.unwrap() })
        .unwrap();
    assert!(security.is_secured());
    // The tokens are closed on this thread, which is the one that the lab knows.
    drop(security);
    drop(tokio);
    lab.settle();
}

#[test]
fn a_task_is_woken_when_the_operation_has_ended() {
    let connection = Connection::v4();
    let lab = connection.lab(&with(&[ENCRYPTED, ON_ADVANCE]));
    let first = Arc::new(Count::default());
    let second = Arc::new(Count::default());
    let mut operation = pin!(StreamQuery::new().start(&connection.client).unwrap());
    let waker = Waker::from(Arc::clone(&first));
    assert!(
        operation
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_pending()
    );
    let waker = Waker::from(Arc::clone(&second));
    assert!(
        operation
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_pending()
    );
    assert!(!operation.is_finished());
    assert_eq!(lab.advance(), 1);
    while second.0.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(first.0.load(Ordering::SeqCst), 0, "the last waker counts");
    assert!(operation.is_finished());
    let Poll::Ready(result) = operation.as_mut().poll(&mut Context::from_waker(&waker)) else {
        panic!("it has ended");
    };
    assert!(result.unwrap().is_encrypted());
    let again = operation.as_mut().poll(&mut Context::from_waker(&waker));
    let Poll::Ready(Err(error)) = again else {
        panic!("the result is gone: {again:?}")
    };
    assert_eq!(error.kind(), ErrorKind::AlreadyTaken);
}

#[test]
fn a_wait_has_a_limit() {
    let connection = Connection::v4();
    let lab = connection.lab(&with(&[ENCRYPTED, ON_ADVANCE]));
    let mut operation = StreamQuery::new().start(&connection.client).unwrap();
    assert!(operation.wait(Duration::ZERO).unwrap().is_none());
    assert!(operation.wait(Duration::from_millis(20)).unwrap().is_none());
    lab.advance();
    assert!(
        operation
            .wait(Duration::ZERO)
            .unwrap()
            .unwrap()
            .is_encrypted()
    );

    let operation = StreamQuery::new().start(&connection.client).unwrap();
    let result = operation.finish_within(Duration::from_millis(20));
    assert_eq!(kind(result), ErrorKind::TimedOut);
}

#[cfg_attr(windows, ignore = "CancelIoEx cannot end what the DLL pretends")]
#[test]
fn cancelled() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let lab = connection.lab(&with(&[WITH_TOKENS, NEVER]));
        let mut operation = tokens(route).start(&connection.client).unwrap();
        operation.cancel().unwrap();
        let error = operation.wait(SOON).unwrap_err();
        assert_eq!(
            (error.kind(), error.code()),
            (ErrorKind::Aborted, Some(995))
        );
        operation.cancel().unwrap();
        drop(operation);
        lab.settle();
    }
}

#[test]
fn cancelled_too_late() {
    let connection = Connection::v4();
    let lab = connection.lab(&with(&[WITH_TOKENS, ON_ADVANCE, "cancel = \"too-late\""]));
    let mut operation = tokens(Route::Automatic).start(&connection.client).unwrap();
    operation.cancel().unwrap();
    assert!(operation.wait(Duration::ZERO).unwrap().is_none());
    lab.advance();
    assert!(operation.wait(SOON).unwrap().unwrap().is_secured());
    drop(operation);
    lab.settle();
}
