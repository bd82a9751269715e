//! The handles in the emulator's books: each is closed once, and before the one that it came from.

use std::io::Read;

use winsec_emulator::scenario::{Fault, RandomFaults, Scenario};
use winsec_emulator::{Call, Kind};
use winsec_ffi::{
    ERROR_INTERNET_OPERATION_CANCELLED, ERROR_INTERNET_OUT_OF_HANDLES, ERROR_INVALID_HANDLE,
};
use winsec_wininet_diag::{Error, ErrorKind, Request, Session};

use crate::common::{Lab, Manner, Setup, kind};

const PLAIN: Setup = Setup::http(Manner::Answers);

#[test]
fn each_handle_is_closed_once_in_whatever_order_they_are_dropped() {
    let lab = Lab::new(PLAIN);
    let open = |kind| lab.world.outstanding(kind);
    let session = lab.session();
    let first = session.get(&lab.url()).unwrap();
    let mut second = session.get(&lab.url()).unwrap();
    second.send().unwrap();
    assert_eq!(open(Kind::Session), 1);
    assert_eq!((open(Kind::Connection), open(Kind::Request)), (2, 2));
    drop(second);
    drop(first);
    assert_eq!((open(Kind::Connection), open(Kind::Request)), (0, 0));
    assert_eq!(open(Kind::Session), 1);
    drop(session);
    assert_eq!(lab.world.calls(Call::InternetCloseHandle), 5);
    lab.audit();
}

#[test]
fn locals_are_closed_children_first() {
    let lab = Lab::new(PLAIN);
    {
        let session = lab.session();
        let mut request = session.get(&lab.url()).unwrap();
        request.send().unwrap();
        request.drain().unwrap();
    }
    assert_eq!(lab.world.calls(Call::InternetCloseHandle), 3);
    lab.audit();
}

#[test]
fn a_session_is_closed_after_its_requests_whatever_goes_first() {
    let lab = Lab::new(PLAIN);
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    drop(session);
    assert_eq!(lab.world.outstanding(Kind::Session), 1);
    request.send().unwrap();
    drop(request);
    assert_eq!(lab.world.calls(Call::InternetCloseHandle), 3);
    lab.audit();
}

#[test]
fn one_struct_holds_a_session_and_its_request_and_moves_to_another_thread() {
    struct Client {
        session: Session,
        request: Request,
    }
    let lab = Lab::new(PLAIN);
    let session = lab.session();
    let request = session.get(&lab.url()).unwrap();
    let client = Client { session, request };
    let (world, url) = (lab.world.clone(), lab.url());
    let used = std::thread::spawn(move || {
        let _entered = world.enter();
        // Gone before this thread leaves the world.
        let mut client = client;
        client.request.send().unwrap();
        client.request = client.session.get(&url).unwrap();
        client.request.send().unwrap();
        client.request.drain().unwrap()
    });
    assert!(used.join().unwrap() > 0);
    lab.audit();
}

#[test]
fn what_could_not_be_opened_is_not_closed() {
    for call in [
        Call::InternetOpenW,
        Call::InternetConnectW,
        Call::HttpOpenRequestW,
    ] {
        let fault = Fault::fail(call, ERROR_INTERNET_OUT_OF_HANDLES);
        let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
        let outcome = (|| {
            let session = Session::options().open()?;
            session.get(&lab.url()).map(|_| ())
        })();
        let error = outcome.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutOfResources);
        assert_eq!(error.call().name(), call.name());
        lab.audit();
    }
}

#[test]
fn a_session_whose_options_are_refused_is_closed() {
    let fault = Fault::fail(Call::InternetSetOptionW, ERROR_INVALID_HANDLE).nth(2);
    let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
    let refused = Session::options().open().map(|_| ());
    assert_eq!(kind(refused), ErrorKind::InvalidHandle);
    assert_eq!(lab.world.calls(Call::InternetCloseHandle), 1);
    lab.audit();
}

#[test]
fn a_close_that_fails_is_not_tried_again() {
    let fault = Fault::fail(Call::InternetCloseHandle, ERROR_INVALID_HANDLE);
    let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
    drop(lab.session());
    assert_eq!(lab.world.calls(Call::InternetCloseHandle), 1);
    lab.audit();
}

#[test]
fn a_cancelled_read_is_not_tried_again() {
    let fault = Fault::fail(Call::InternetReadFile, ERROR_INTERNET_OPERATION_CANCELLED);
    let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    let error = request.read_to_end(&mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionAborted);
}

/// Sends a request, looks at it and reads its answer, unless a call fails.
fn exchange(lab: &Lab) -> Result<u64, Error> {
    let session = Session::options().open()?;
    let mut request = session.get(&lab.url())?;
    request.send()?;
    let _ = request.socket_info()?.security();
    request.status()?;
    request.drain()
}

#[test]
fn whatever_fails_and_whenever_nothing_is_left_open() {
    let calls = [
        Call::InternetOpenW,
        Call::InternetConnectW,
        Call::HttpOpenRequestW,
        Call::HttpSendRequestW,
        Call::HttpQueryInfoW,
        Call::InternetReadFile,
        Call::InternetQueryOptionW,
        Call::InternetSetOptionW,
        Call::WSAQuerySocketSecurity,
    ];
    let faults = RandomFaults::new(67, 10).only(&calls).with_garbage();
    let lab = Lab::on(Scenario::new().random_faults(faults), PLAIN);
    let outcomes = (0..10_000).map(|_| exchange(&lab).is_ok());
    let succeeded = outcomes.filter(|succeeded| *succeeded).count();
    assert!((1..10_000).contains(&succeeded), "{succeeded}");
    lab.audit();
}
