//! Whose handle it is: somebody else's request, or no request at all.

use std::ptr;

use winsec_ffi::HINTERNET;
use winsec_wininet_diag::{BorrowedRequest, Call, Error, ErrorKind, SocketReport};

use crate::common::{Lab, Manner, Setup};

/// Asks about a raw handle.
fn ask(raw: HINTERNET) -> Result<SocketReport, Error> {
    // SAFETY: no other thread uses the handle. Those that are not open are what is tested, on
    // systems that check their handles.
    let request = unsafe { BorrowedRequest::borrow_raw(raw) };
    request.socket_info().map(|info| info.report())
}

#[track_caller]
fn refused(raw: HINTERNET, kind: ErrorKind, code: u32) {
    let error = ask(raw).unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    assert_eq!(
        (error.call(), error.code()),
        (Call::QueryOption, Some(code))
    );
    let text = error.to_string();
    assert!(text.starts_with("InternetQueryOptionW: "), "{text}");
    assert!(text.contains(error.explanation()) && text.ends_with(error.way_out()));
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::InvalidInput);
}

#[test]
fn somebody_elses_request_is_asked_about_like_ones_own() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let connection = session.connect(&lab.url()).unwrap();
    let request = connection.get(&lab.url()).unwrap();
    let own = request.socket_info().map(|info| info.report());
    assert_eq!(ask(request.as_raw()), own);
    let lent = request.as_borrowed().socket_info();
    assert_eq!(lent.map(|info| info.report()), own);
}

#[test]
fn a_session_or_a_connection_is_no_request() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let connection = session.connect(&lab.url()).unwrap();
    for raw in [session.as_raw(), connection.as_raw(), ptr::null_mut()] {
        refused(raw, ErrorKind::WrongHandleType, 12018);
    }
}

#[test]
fn a_closed_handle_is_refused() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let connection = session.connect(&lab.url()).unwrap();
    let raw = connection.get(&lab.url()).unwrap().as_raw();
    refused(raw, ErrorKind::InvalidHandle, 6);
    lab.finds_misuse("used by InternetQueryOptionW");
}

#[test]
fn what_was_never_a_handle_is_refused() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    refused(
        ptr::without_provenance_mut(0xDEAD),
        ErrorKind::InvalidHandle,
        6,
    );
    lab.audit();
}
