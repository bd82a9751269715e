//! Off Windows, without the emulator: every operation says so, and none makes a call.
#![cfg(not(windows))]

use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::time::Duration;

use winsec_core::__private::{Route, automatic_route};
use winsec_core::{Backend, Call, Credentials, DatagramQuery, Error, ErrorKind, Impersonation, IpsecSettings, PeerTargetName, PeerTargetNameRemoval, Settings, StreamQuery, TokenAccess, backend, query};

fn sockets() -> (TcpStream, UdpSocket) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (stream, UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap())
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PlatformNotSupported);
    assert_eq!(error.code(), None);
    assert!(error.to_string().contains("this platform is not Windows"), "{error}");
    assert_eq!(std::io::Error::from(error).kind(), std::io::ErrorKind::Unsupported);
}

#[test]
fn the_backend_says_so() {
    assert_eq!(backend(), Backend::Unsupported);
    assert_eq!(automatic_route(), Route::ControlCode);
}

#[test]
fn every_operation_is_refused() {
    let (stream, datagrams) = sockets();
    let peer = datagrams.local_addr().unwrap();
    let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
    refused(asked.run(&stream));
    refused(asked.answer_size(&stream));
    refused(asked.start(&stream));
    refused(asked.start_with_routine(&stream, |_| unreachable!("nothing has begun")));
    refused(DatagramQuery::new(peer).run(&datagrams));
    refused(Settings::new().apply(&stream));
    refused(Settings::inherited().start(&stream));
    refused(PeerTargetName::for_stream("host/a").unwrap().set(&stream));
    refused(PeerTargetNameRemoval::new(peer).run(&datagrams));
    let credentials = Credentials::new("user", "domain", "password").unwrap();
    refused(IpsecSettings::new().credentials(credentials).apply(&stream));
    refused(Impersonation::of_stream(&stream));
    refused(Impersonation::of_peer(&datagrams, peer));
    refused(query(&stream));
}

/// Methods that these types would have of their own, were the tests' knobs in the interface: then the
/// calls below would mean those, and not compile.
trait Knobs: Sized {
    fn route(self) {}
    fn length_unit(self) {}
}

macro_rules! without_knobs {
    ($($value:expr),+) => {$(
        $value.route();
        $value.length_unit();
    )+};
}

impl Knobs for StreamQuery {}
impl Knobs for DatagramQuery {}
impl Knobs for Settings {}
impl Knobs for IpsecSettings {}
impl Knobs for PeerTargetName {}
impl Knobs for PeerTargetNameRemoval {}

#[test]
fn the_knobs_of_tests_are_not_in_the_interface() {
    let (_, datagrams) = sockets();
    let peer = datagrams.local_addr().unwrap();
    without_knobs!(
        StreamQuery::new(),
        DatagramQuery::new(peer),
        Settings::new(),
        IpsecSettings::new(),
        PeerTargetName::for_stream("host/a").unwrap(),
        PeerTargetNameRemoval::new(peer)
    );
}

#[test]
fn errors_name_the_call() {
    let (stream, _) = sockets();
    assert_eq!(query(&stream).unwrap_err().call(), Call::QuerySecurity);
    let text = Impersonation::of_stream(&stream).unwrap_err().to_string();
    assert!(text.starts_with("WSAImpersonateSocketPeer: "), "{text}");
}

#[test]
fn what_this_crate_refuses_by_itself_stays_so() {
    let error = PeerTargetName::for_stream("a\0b").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidText(_)));
}

#[test]
fn routines_never_run() {
    assert!(!winsec_core::overlapped::run_routines(Duration::ZERO));
}
