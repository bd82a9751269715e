//! Off Windows, without the emulator: every operation says so, and none makes a call.
#![cfg(not(windows))]

use winsec_wininet_diag::{BorrowedRequest, Call, Error, ErrorKind, Session, Url};

#[track_caller]
fn refused<T>(result: Result<T, Error>, call: Call) {
    let error = result.err().expect("it is refused");
    assert_eq!(error.kind(), ErrorKind::PlatformNotSupported);
    assert_eq!((error.call(), error.code()), (call, None));
    let text = error.to_string();
    assert!(text.starts_with(call.name()), "{text}");
    assert!(text.contains("Windows only"), "{text}");
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::Unsupported);
}

#[test]
fn every_operation_that_begins_anything_is_refused() {
    refused(Session::options().open(), Call::OpenSession);
    // SAFETY: nothing is called, so nothing uses the handle.
    let request = unsafe { BorrowedRequest::borrow_raw(std::ptr::null_mut()) };
    refused(request.socket_info(), Call::QueryOption);
}

#[test]
fn what_cannot_be_passed_stays_refused_for_that() {
    let session = Session::options().user_agent("a\0").open();
    assert!(matches!(session.err().unwrap().kind(), ErrorKind::InvalidText(_)));
}

#[test]
fn urls_are_taken_apart_everywhere() {
    let url: Url = "http://localhost:8080/a?b".parse().unwrap();
    assert_eq!((url.host(), url.port(), url.resource()), ("localhost", 8080, "/a?b"));
}

#[test]
fn the_errors_say_where_to_go() {
    let text = Session::options().open().unwrap_err().advice();
    assert!(text.contains("Wine") && text.contains("emulator"), "{text}");
}
