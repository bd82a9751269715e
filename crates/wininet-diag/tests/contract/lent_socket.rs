//! From a request to its socket, and to the socket's security, in one step: where the system lends
//! sockets, and they are secured, which is the emulator alone.

use winsec_core::{StreamQuery, TokenAccess};
use winsec_emulator::scenario::{AbsentSocket, Diagnostic, Scenario, Security, Token};
use winsec_wininet_diag::Request;

use crate::common::{Lab, Manner, Setup};

/// Does something with a request to whose answer the body has begun.
fn during(lab: &Lab, look: impl FnOnce(&Request<'_>)) {
    let session = lab.session();
    let connection = session.connect(&lab.url()).unwrap();
    let mut request = connection.get(&lab.url()).unwrap();
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
        let connection = session.connect(&lab.url()).unwrap();
        let request = connection.get(&lab.url()).unwrap();
        let info = request.socket_info().unwrap();
        assert!(!info.has_socket() && info.security().is_none());
        assert!(!info.report().has_socket);
    }
}

#[test]
fn a_socket_that_is_none_is_an_error_of_the_query() {
    let odd = Diagnostic::truth().socket(0xDEAD);
    let setup = Setup::http(Manner::Answers);
    let lab = Lab::with(Scenario::new(), setup, |server| server.diagnostic(odd));
    during(&lab, |request| {
        let error = request
            .socket_info()
            .unwrap()
            .security()
            .unwrap()
            .unwrap_err();
        assert_eq!(error.kind(), winsec_core::ErrorKind::NotASocket);
    });
}
