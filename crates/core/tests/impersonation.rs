//! Acting as the peer: begun, ended, never twice on a thread, and never left by accident.

mod common;

use common::{Connection, Datagrams, WITH_TOKENS, kind};
use winsec_core::{ErrorKind, Impersonation};

const PEER: &str = "security = { protocol = 1, flags = [\"secured\"], \
     application = { account = 'CONTOSO\\alice' }, machine = { account = 'CONTOSO\\HOST$' } }";

#[test]
fn a_guard_reverts_when_it_is_dropped() {
    let connection = Connection::v4();
    let lab = connection.lab(PEER);
    let guard = Impersonation::of_stream(&connection.client).unwrap();
    #[cfg(not(windows))]
    assert_eq!(lab.world.impersonated().unwrap().account, r"CONTOSO\alice");
    assert_eq!(format!("{guard:?}"), "Impersonation (emulated)");
    drop(guard);
    #[cfg(not(windows))]
    assert!(lab.world.impersonated().is_none());
    assert_eq!(lab.calls("WSARevertImpersonation"), 1);
    lab.audit();
}

#[test]
fn reverting_by_hand_reverts_once() {
    let connection = Connection::v4();
    let lab = connection.lab(PEER);
    for wanted in 1..=3 {
        Impersonation::of_stream(&connection.client)
            .unwrap()
            .revert()
            .unwrap();
        assert_eq!(lab.calls("WSARevertImpersonation"), wanted);
    }
    lab.audit();
}

#[test]
fn a_panic_reverts_too() {
    let connection = Connection::v4();
    let lab = connection.lab(PEER);
    let result = std::panic::catch_unwind(|| {
        let _guard = Impersonation::of_stream(&connection.client).unwrap();
        std::panic::resume_unwind(Box::new("on purpose"));
    });
    assert!(result.is_err());
    assert_eq!(lab.calls("WSARevertImpersonation"), 1);
    drop(Impersonation::of_stream(&connection.client).unwrap());
    lab.audit();
}

#[test]
fn a_datagram_socket_names_its_peer() {
    let datagrams = Datagrams::v4();
    let peer = datagrams.peer;
    let lab = datagrams.lab(&format!("peers = [{{ address = \"{peer}\", {PEER} }}]"));
    let guard = Impersonation::of_peer(&datagrams.socket, peer).unwrap();
    #[cfg(not(windows))]
    assert_eq!(lab.world.impersonated().unwrap().peer, Some(peer));
    drop(guard);

    let error = Impersonation::of_stream(&datagrams.socket).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadPointer);
    lab.audit();
}

#[test]
fn a_thread_acts_as_one_peer_at_a_time() {
    let connection = Connection::v4();
    let lab = connection.lab(PEER);
    let guard = Impersonation::of_stream(&connection.client).unwrap();
    let second = Impersonation::of_stream(&connection.client);
    assert_eq!(kind(second), ErrorKind::AlreadyImpersonating);
    assert_eq!(
        lab.calls("WSAImpersonateSocketPeer"),
        1,
        "no second call was made"
    );
    drop(guard);
    drop(Impersonation::of_stream(&connection.client).unwrap());
    lab.audit();
}

#[test]
fn a_refused_impersonation_leaves_nothing_behind() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"WSAImpersonateSocketPeer\"\nnth = 1\nfail = 10038";
    let lab = connection.lab_with(PEER, fault);
    assert_eq!(
        kind(Impersonation::of_stream(&connection.client)),
        ErrorKind::NotASocket
    );
    assert_eq!(lab.calls("WSARevertImpersonation"), 0);
    drop(Impersonation::of_stream(&connection.client).unwrap());
    lab.audit();
}

#[test]
fn a_failed_revert_gives_the_guard_back() {
    let connection = Connection::v4();
    let fault =
        |nth| format!("[[fault]]\ncall = \"WSARevertImpersonation\"\nnth = {nth}\nfail = 10107\n");
    let faults = [fault(1), fault(2), fault(4)].concat();
    let lab = connection.lab_with(WITH_TOKENS, &faults);

    let guard = Impersonation::of_stream(&connection.client).unwrap();
    let failure = guard.revert().unwrap_err();
    assert_eq!(failure.error().kind(), ErrorKind::SystemCallFailed);
    assert_eq!(failure.to_string(), "this thread still acts as its peer");
    let source = std::error::Error::source(&failure).unwrap();
    assert!(source.to_string().contains("WSASYSCALLFAILURE"));
    let second = Impersonation::of_stream(&connection.client);
    assert_eq!(
        kind(second),
        ErrorKind::AlreadyImpersonating,
        "it is still in force"
    );
    let failure = failure.retry().unwrap_err();
    failure.retry().unwrap();

    // Dropping the failure drops the guard, which tries once more.
    let guard = Impersonation::of_stream(&connection.client).unwrap();
    drop(guard.revert().unwrap_err());
    assert_eq!(lab.calls("WSARevertImpersonation"), 5);
    lab.audit();
}

#[test]
fn a_forgotten_guard_stays_in_force() {
    let connection = Connection::v4();
    let lab = connection.lab(PEER);
    // On a thread of its own, which ends with it.
    let let_in = lab.let_in();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let_in();
            core::mem::forget(Impersonation::of_stream(&connection.client).unwrap());
            let second = Impersonation::of_stream(&connection.client);
            assert_eq!(kind(second), ErrorKind::AlreadyImpersonating);
        });
    });
    assert_eq!(lab.calls("WSARevertImpersonation"), 0);
    assert!(!lab.findings().is_empty(), "the books miss a revert");
}
