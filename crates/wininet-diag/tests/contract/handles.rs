//! Whose handle it is: somebody else's request, or no request at all.

use std::ptr;

use winsec_wininet_diag::ErrorKind;

use crate::common::{Lab, Manner, Setup, ask, refused};

#[test]
fn somebody_elses_request_is_asked_about_like_ones_own() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let request = session.get(&lab.url()).unwrap();
    let own = request.socket_info().map(|info| info.report());
    assert_eq!(ask(request.as_raw()), own);
    let lent = request.as_borrowed().socket_info();
    assert_eq!(lent.map(|info| info.report()), own);
}

#[test]
fn a_session_is_no_request() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    for raw in [session.as_raw(), ptr::null_mut()] {
        refused(raw, ErrorKind::WrongHandleType, 12018);
    }
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
