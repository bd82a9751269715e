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
    for (code, shown, kind) in [
        (
            10047,
            "WSAEAFNOSUPPORT, 10047",
            ErrorKind::AddressFamilyNotSupported,
        ),
        (10054, "WSAECONNRESET, 10054", ErrorKind::ConnectionReset),
        (10014, "WSAEFAULT, 10014", ErrorKind::BadPointer),
        (10022, "WSAEINVAL, 10022", ErrorKind::InvalidInput),
        (87, "WSA_INVALID_PARAMETER, 87", ErrorKind::InvalidInput),
        (10040, "WSAEMSGSIZE, 10040", ErrorKind::BufferSize),
        (10038, "WSAENOTSOCK, 10038", ErrorKind::NotASocket),
        (10056, "WSAEISCONN, 10056", ErrorKind::AlreadyConnected),
        (10057, "WSAENOTCONN, 10057", ErrorKind::NotConnected),
        (
            10045,
            "WSAEOPNOTSUPP, 10045",
            ErrorKind::NotSupportedBySystem,
        ),
        (
            10042,
            "WSAENOPROTOOPT, 10042",
            ErrorKind::NotSupportedBySystem,
        ),
        (10093, "WSANOTINITIALISED, 10093", ErrorKind::NotInitialised),
        (10050, "WSAENETDOWN, 10050", ErrorKind::NetworkDown),
        (10013, "WSAEACCES, 10013", ErrorKind::AccessDenied),
        (8, "WSA_NOT_ENOUGH_MEMORY, 8", ErrorKind::OutOfMemory),
        (10055, "WSAENOBUFS, 10055", ErrorKind::OutOfMemory),
        (6, "WSA_INVALID_HANDLE, 6", ErrorKind::InvalidHandle),
        (10035, "WSAEWOULDBLOCK, 10035", ErrorKind::WouldBlock),
        (10036, "WSAEINPROGRESS, 10036", ErrorKind::InProgress),
        (995, "WSA_OPERATION_ABORTED, 995", ErrorKind::Aborted),
        (
            10107,
            "WSASYSCALLFAILURE, 10107",
            ErrorKind::SystemCallFailed,
        ),
        (10060, "WSAETIMEDOUT, 10060", ErrorKind::Other),
        (12345, "12345", ErrorKind::Other),
        (-1, "-1", ErrorKind::Other),
    ] {
        let error = error_of(code);
        assert_eq!(error.kind(), kind);
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.call(), Call::QuerySecurity);
        let text = error.to_string();
        let explanation = error.explanation();
        assert_eq!(
            text,
            format!("WSAQuerySocketSecurity: {explanation} ({shown}) (emulated)")
        );
        assert!(!text.contains(error.advice()), "{text}");
        assert!(format!("{error:?}").contains(&format!("code: Some({shown})")));
    }
}

#[test]
fn a_message_names_call_cause_and_code() {
    let error = error_of(10054);
    assert_eq!(
        error.to_string(),
        "WSAQuerySocketSecurity: the peer reset the connection, or, on a datagram socket, nobody \
         listened where an earlier datagram went (WSAECONNRESET, 10054) (emulated)"
    );
    assert!(error.advice().starts_with("close a stream socket"));
    // The cause is told once: in the message, so not as a source.
    assert!(std::error::Error::source(&error).is_none());
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
    assert!(error.advice().contains("of_peer"));
    let name = PeerTargetName::for_stream("host/server").unwrap();
    let error = name.set(&connection.client).unwrap_err();
    assert_eq!(
        (error.kind(), error.call()),
        (ErrorKind::BufferSize, Call::SetPeerTargetName)
    );
}

#[test]
fn errors_become_those_of_std() {
    let reset = error_of(10054);
    let wrapped = io::Error::from(reset);
    assert_eq!(wrapped.kind(), io::ErrorKind::ConnectionReset);
    assert_eq!(wrapped.to_string(), reset.to_string());
    let inner = wrapped
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Error>());
    assert_eq!(inner.and_then(Error::code), Some(10054));

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
