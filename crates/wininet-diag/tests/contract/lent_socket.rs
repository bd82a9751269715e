//! From a request to its socket, and to the socket's security, in one step: where the system lends
//! sockets, and they are secured, which is the emulator alone.

use winsec_core::{StreamQuery, TokenAccess};
use winsec_emulator::Call;
use winsec_emulator::scenario::{
    AbsentSocket, Diagnostic, Fault, Scenario, Security, SocketSpec, Token,
};
use winsec_ffi::WSAENOTSOCK;
use winsec_wininet_diag::Request;

use crate::common::{Lab, Manner, Setup};

/// A descriptor that the emulator has not given.
const STRANGER: usize = 0xDEAD;

/// Does something with a request to whose answer the body has begun.
fn during(lab: &Lab, look: impl FnOnce(&Request)) {
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    look(&request);
}

fn secured(security: Security) -> Lab {
    let setup = Setup::http(Manner::Answers);
    Lab::with(Scenario::new(), setup, |server| server.security(security))
}

#[test]
fn secured_traffic_is_told_from_clear_traffic() {
    for (security, expected) in [
        (Security::clear(), (false, false)),
        (Security::secured(), (true, false)),
        (Security::encrypted(), (true, true)),
    ] {
        let lab = secured(security);
        during(&lab, |request| {
            let security = request.socket_info().unwrap().security().unwrap().unwrap();
            assert_eq!((security.is_secured(), security.is_encrypted()), expected);
            assert!(security.backend().is_emulated());
        });
        lab.audit();
    }
}

#[test]
fn the_socket_is_lent_to_any_query() {
    let lab = secured(Security::secured().application(Token::new("CONTOSO\\alice")));
    during(&lab, |request| {
        // SAFETY: nothing else uses the session, and nothing more is read.
        let socket = unsafe { request.socket_info().unwrap().socket() }.unwrap();
        let query = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
        let security = query.run(&socket).unwrap();
        assert!(security.peer_application_token().is_some());
    });
    lab.audit();
}

#[test]
fn without_a_socket_there_is_nothing_to_ask() {
    for absent in [AbsentSocket::Invalid, AbsentSocket::Zero] {
        let scenario = Scenario::new().absent_socket(absent);
        let lab = Lab::on(scenario, Setup::http(Manner::Answers));
        let session = lab.session();
        let request = session.get(&lab.url()).unwrap();
        let info = request.socket_info().unwrap();
        assert!(!info.has_socket() && info.security().is_none());
        assert!(!info.report().has_socket);
    }
}

/// Whether the security of the socket that is told is known.
fn known(request: &Request) -> bool {
    let info = request.socket_info().unwrap();
    assert!(info.has_socket());
    info.security().is_some()
}

#[test]
fn of_a_socket_that_is_not_the_requests_nothing_is_known() {
    let setup = Setup::http(Manner::Answers);
    let stranger = |local: &str, remote: &str| {
        SocketSpec::tcp4()
            .bound(local.parse().unwrap())
            .connected(remote.parse().unwrap())
            .security(Security::encrypted())
    };
    // The emulator's first connection has the port 49152, and the server the port 8080.
    for (spec, same) in [
        (stranger("127.0.0.1:49152", "127.0.0.1:8080"), true),
        (stranger("127.0.0.1:49153", "127.0.0.1:8080"), false),
        (stranger("127.0.0.1:49152", "127.0.0.1:8081"), false),
        (SocketSpec::tcp4(), false),
    ] {
        let lab = Lab::with(Scenario::new(), setup, |server| {
            server.diagnostic(Diagnostic::truth().socket(STRANGER))
        });
        during(&lab, |request| {
            assert!(!known(request), "there is no such socket");
            lab.world.attach(STRANGER, spec);
            assert_eq!(known(request), same);
            lab.world.detach(STRANGER);
        });
        lab.audit();
    }
}

#[test]
fn of_a_socket_that_is_closed_during_the_query_nothing_is_known() {
    for call in [Call::getsockname, Call::getpeername] {
        // Each end is asked for before the query and after.
        for (nth, expected) in [(1, false), (2, false), (3, true)] {
            let fault = Fault::fail(call, WSAENOTSOCK).nth(nth);
            let lab = Lab::on(Scenario::new().fault(fault), Setup::http(Manner::Answers));
            during(&lab, |request| assert_eq!(known(request), expected));
        }
    }
}
