//! Each documented cause has its kind, its words and its conversion.

mod common;

use std::io;

use common::{CLEAR, Connection};
use winsec_core::{Call, Error, ErrorKind, Impersonation, PeerTargetName, StreamQuery, query};

/// The error of a query that fails with this code.
fn error_of(code: i32) -> Error {
    let connection = Connection::v4();
    let fault = format!("[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nfail = {code}");
    let _lab = connection.lab_with(CLEAR, &fault);
    query(&connection.client).expect_err("it is made to fail")
}

#[test]
fn codes_have_their_kinds() {
    for (code, name, kind) in [
        (
            10047,
            "WSAEAFNOSUPPORT",
            ErrorKind::AddressFamilyNotSupported,
        ),
        (10054, "WSAECONNRESET", ErrorKind::ConnectionReset),
        (10014, "WSAEFAULT", ErrorKind::BadPointer),
        (10022, "WSAEINVAL", ErrorKind::InvalidInput),
        (87, "WSA_INVALID_PARAMETER", ErrorKind::InvalidInput),
        (10040, "WSAEMSGSIZE", ErrorKind::BufferSize),
        (10038, "WSAENOTSOCK", ErrorKind::NotASocket),
        (10056, "WSAEISCONN", ErrorKind::AlreadyConnected),
        (10057, "WSAENOTCONN", ErrorKind::NotConnected),
        (10045, "WSAEOPNOTSUPP", ErrorKind::NotSupportedBySystem),
        (10042, "WSAENOPROTOOPT", ErrorKind::NotSupportedBySystem),
        (10093, "WSANOTINITIALISED", ErrorKind::NotInitialised),
        (10050, "WSAENETDOWN", ErrorKind::NetworkDown),
        (10013, "WSAEACCES", ErrorKind::AccessDenied),
        (8, "WSA_NOT_ENOUGH_MEMORY", ErrorKind::OutOfMemory),
        (10055, "WSAENOBUFS", ErrorKind::OutOfMemory),
        (6, "WSA_INVALID_HANDLE", ErrorKind::InvalidHandle),
        (10035, "WSAEWOULDBLOCK", ErrorKind::WouldBlock),
        (10036, "WSAEINPROGRESS", ErrorKind::InProgress),
        (995, "WSA_OPERATION_ABORTED", ErrorKind::Aborted),
        (10107, "WSASYSCALLFAILURE", ErrorKind::SystemCallFailed),
        (10060, "WSAETIMEDOUT", ErrorKind::Other),
        (12345, "12345", ErrorKind::Other),
        (-1, "-1", ErrorKind::Other),
    ] {
        let error = error_of(code);
        assert_eq!(error.kind(), kind);
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.call(), Call::QuerySecurity);
        let text = error.to_string();
        assert!(
            text.starts_with("WSAQuerySocketSecurity failed with "),
            "{text}"
        );
        assert!(text.contains(name), "{text}");
        assert!(text.contains(error.explanation()), "{text}");
        assert!(
            text.ends_with(&format!("{} (emulated)", error.way_out())),
            "{text}"
        );
    }
}

#[test]
fn a_message_names_call_code_cause_and_way_out() {
    assert_eq!(
        error_of(10054).to_string(),
        "WSAQuerySocketSecurity failed with WSAECONNRESET (10054): the peer reset the connection, \
         or, on a datagram socket, nobody listened where an earlier datagram went; close a stream \
         socket, it is of no further use; on a datagram socket go on with other peers (emulated)"
    );
}

#[test]
fn the_same_code_means_different_things_in_different_calls() {
    let connection = Connection::v4();
    let faults = "[[fault]]\ncall = \"WSAImpersonateSocketPeer\"\nfail = 10014\n\
                  [[fault]]\ncall = \"WSASetSocketPeerTargetName\"\nfail = 10040";
    let _lab = connection.lab_with(CLEAR, faults);
    let error = Impersonation::of_stream(&connection.client).unwrap_err();
    assert_eq!(
        (error.kind(), error.call()),
        (ErrorKind::BadPointer, Call::Impersonate)
    );
    assert!(error.way_out().contains("of_peer"));
    let name = PeerTargetName::for_stream("host/server").unwrap();
    let error = name.set(&connection.client).unwrap_err();
    assert_eq!(
        (error.kind(), error.call()),
        (ErrorKind::BufferSize, Call::SetPeerTargetName)
    );
    assert!(error.way_out().contains("LengthUnit"));
}

#[test]
fn errors_become_those_of_std() {
    let reset = io::Error::from(error_of(10054));
    if cfg!(windows) {
        assert_eq!(reset.raw_os_error(), Some(10054));
    } else {
        // There the number belongs to another system's errors, so it is not passed off as one.
        assert_eq!(reset.raw_os_error(), None);
        let inner = reset
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Error>());
        assert_eq!(inner.map(Error::kind), Some(ErrorKind::ConnectionReset));
    }
    assert_eq!(reset.kind(), io::ErrorKind::ConnectionReset);

    let own = PeerTargetName::for_stream("a\0b").unwrap_err();
    assert_eq!(own.code(), None);
    let own = io::Error::from(own);
    assert_eq!(own.kind(), io::ErrorKind::InvalidInput);
    assert!(own.to_string().contains("NUL"));
}

#[test]
fn a_failure_without_a_code_is_a_failure() {
    let error = error_of(0);
    assert_eq!((error.kind(), error.code()), (ErrorKind::Other, Some(0)));
}

#[test]
fn a_failed_size_query_is_an_error() {
    let connection = Connection::v4();
    let fault = "[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nfail = 10014";
    let _lab = connection.lab_with(CLEAR, fault);
    let error = StreamQuery::new()
        .answer_size(&connection.client)
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadPointer);
}
