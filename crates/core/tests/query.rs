//! Queries of stream and datagram sockets: what a scenario says is what comes out.

mod common;

use common::{
    CLEAR, Connection, Datagrams, ENCRYPTED, Lab, ROUTES, SECURED, WITH_TOKENS, kind,
    not_with_the_dll,
};
use winsec_core::os::AsHandle;
use winsec_core::{
    Backend, ConnectionFlags, DatagramQuery, ErrorKind, Ipsec2Fields, ReportedProtocol,
    StreamQuery, TokenAccess, query,
};

#[test]
fn a_connection_in_the_clear() {
    for connection in [Connection::v4(), Connection::v6()] {
        let _lab = connection.lab(CLEAR);
        let security = query(&connection.client).unwrap();
        assert!(!security.is_secured());
        assert!(!security.is_encrypted());
        assert_eq!(security.flags(), Some(ConnectionFlags::empty()));
        assert_eq!(security.to_string(), "not secured by IPsec (emulated)");
        assert!(security.peer_application_token().is_none());
        assert!(security.ipsec2().is_none());
        assert!(security.unknown_answer().is_none());
    }
}

#[test]
fn secured_and_encrypted_connections() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let lab = connection.lab(SECURED);
        let security = StreamQuery::new()
            .route(route)
            .run(&connection.client)
            .unwrap();
        assert!(security.is_secured() && !security.is_encrypted());
        drop(lab);

        let _lab = connection.lab(ENCRYPTED);
        let security = StreamQuery::new()
            .route(route)
            .run(&connection.client)
            .unwrap();
        assert!(security.is_secured() && security.is_encrypted());
    }
}

#[test]
fn an_accepted_connection_is_asked_about_as_well() {
    let connection = Connection::v4();
    let remote = connection.client.local_addr().unwrap();
    let lab = Lab::new(&format!("[[socket]]\nremote = \"{remote}\"\n{ENCRYPTED}"));
    lab.adopt(&connection.server);
    assert!(query(&connection.server).unwrap().is_encrypted());
}

#[test]
fn anything_that_lends_its_socket_will_do() {
    let connection = Connection::v4();
    let _lab = connection.lab(SECURED);
    let client = std::sync::Arc::new(connection.client);
    assert!(query(&client).unwrap().is_secured());
    assert!(query(&&*client).unwrap().is_secured());
    assert!(
        query(&winsec_core::os::AsSocket::as_socket(&*client))
            .unwrap()
            .is_secured()
    );
}

#[test]
fn no_result_of_the_emulator_passes_for_a_real_one() {
    let connection = Connection::v4();
    let _lab = connection.lab(ENCRYPTED);
    let security = query(&connection.client).unwrap();
    assert_eq!(security.backend(), Backend::Emulator);
    assert_eq!(security.report().backend, Backend::Emulator);
    assert!(format!("{security:?}").ends_with(" (emulated)"));
    assert!(format!("{security}").ends_with("(emulated)"));
    assert!(format!("{}", security.report()).ends_with("(emulated)"));
}

#[test]
fn a_default_query_tells_the_flags_alone() {
    let connection = Connection::v4();
    let _lab = connection.lab(WITH_TOKENS);
    let security = query(&connection.client).unwrap();
    assert_eq!(security.protocol(), ReportedProtocol::DEFAULT);
    assert!(security.peer_application_token().is_none());
    assert!(security.peer_machine_token().is_none());
}

#[test]
fn tokens_come_with_an_access_mask_and_are_closed_once() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let lab = connection.lab(WITH_TOKENS);
        let asked = StreamQuery::new()
            .route(route)
            .peer_tokens(TokenAccess::QUERY);
        let mut security = asked.run(&connection.client).unwrap();
        assert_eq!(security.protocol(), ReportedProtocol::IPSEC);
        assert!(security.report().has_peer_application_token);
        assert!(security.report().has_peer_machine_token);

        let application = security.take_peer_application_token().unwrap();
        assert!(security.take_peer_application_token().is_none());
        assert!(security.peer_application_token().is_none());
        assert!(security.peer_machine_token().is_some());
        drop(security);
        let _ = application.as_handle();
        let handle = application.into_handle();
        drop(handle);
        lab.audit();
    }
}

#[test]
fn a_peer_without_tokens_has_none() {
    let connection = Connection::v4();
    let lab = connection.lab(SECURED);
    let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY | TokenAccess::DUPLICATE);
    let security = asked.run(&connection.client).unwrap();
    assert!(security.peer_application_token().is_none());
    assert!(security.peer_machine_token().is_none());
    drop(security);
    lab.audit();
}

#[test]
fn rights_that_cannot_be_had_are_refused() {
    let connection = Connection::v4();
    let _lab = connection.lab("security = { application = { account = 'A', access = 8 } }");
    let asked = |access| {
        StreamQuery::new()
            .peer_tokens(access)
            .run(&connection.client)
    };
    assert!(asked(TokenAccess::QUERY).is_ok());
    assert_eq!(
        kind(asked(TokenAccess::IMPERSONATE)),
        ErrorKind::AccessDenied
    );
}

#[test]
fn contradictory_and_unknown_flags_are_passed_on() {
    let connection = Connection::v4();
    let lab = connection.lab("security = { protocol = 1, flags = 0x80000002 }");
    let security = query(&connection.client).unwrap();
    assert!(security.is_encrypted() && !security.is_secured());
    assert_eq!(security.flags().unwrap().bits(), 0x8000_0002);
    assert_eq!(
        format!("{:?}", security.flags().unwrap()),
        "ConnectionFlags(ENCRYPTED | 0x80000000)"
    );
    drop(lab);

    let _lab = connection.lab("security = { protocol = 1, flags = [\"impersonated\"] }");
    assert_eq!(
        query(&connection.client).unwrap().flags(),
        Some(ConnectionFlags::IMPERSONATED)
    );
}

#[test]
fn an_ipsec_query_tells_more() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let _lab = connection.lab(
            "security = { protocol = 1, flags = [\"secured\"], ipsec2 = { main-mode-sa = 7, \
             quick-mode-sa = 9, negotiation-error = 13816, \
             lookup-context = \"aec2ef9c-3a4d-4d3e-8842-239942e39a47\" } }",
        );
        let both = Ipsec2Fields::MAIN_MODE_SA | Ipsec2Fields::QUICK_MODE_SA;
        let security = StreamQuery::new()
            .route(route)
            .ipsec2(both)
            .run(&connection.client)
            .unwrap();
        assert_eq!(security.protocol(), ReportedProtocol::IPSEC2);
        let details = *security.ipsec2().unwrap();
        assert_eq!((details.main_mode_sa, details.quick_mode_sa), (7, 9));
        assert_eq!(details.negotiation_error, 13816);
        assert_eq!(
            details.lookup_context.to_string(),
            "aec2ef9c-3a4d-4d3e-8842-239942e39a47"
        );

        let one = StreamQuery::new()
            .route(route)
            .ipsec2(Ipsec2Fields::QUICK_MODE_SA);
        let details = *one.run(&connection.client).unwrap().ipsec2().unwrap();
        assert_eq!((details.main_mode_sa, details.quick_mode_sa), (0, 9));
    }
}

#[test]
fn an_older_system_refuses_an_ipsec_query() {
    let connection = Connection::v4();
    let _lab = connection.lab_with(SECURED, "[system]\nsecure-sockets = \"vista\"");
    let asked = StreamQuery::new().ipsec2(Ipsec2Fields::MAIN_MODE_SA);
    assert_eq!(kind(asked.run(&connection.client)), ErrorKind::InvalidInput);
    assert!(query(&connection.client).is_ok());
}

#[test]
fn datagrams_are_asked_about_peer_by_peer() {
    for datagrams in [Datagrams::v4(), Datagrams::v6()] {
        let peer = datagrams.peer;
        let lab = datagrams.lab(&format!(
            "peers = [{{ address = \"{peer}\", security = {{ protocol = 1, flags = [\"secured\"], \
             machine = {{ account = 'HOST$' }} }} }}]"
        ));
        for &route in ROUTES {
            let asked = DatagramQuery::new(peer).route(route);
            assert_eq!(asked.peer(), peer);
            assert!(asked.run(&datagrams.socket).unwrap().is_secured());
            let with_tokens = asked
                .peer_tokens(TokenAccess::QUERY)
                .run(&datagrams.socket)
                .unwrap();
            assert!(with_tokens.peer_application_token().is_none());
            assert!(with_tokens.peer_machine_token().is_some());

            let mut other = peer;
            other.set_port(1);
            let security = DatagramQuery::new(other)
                .route(route)
                .run(&datagrams.socket)
                .unwrap();
            assert!(!security.is_secured());
        }
        lab.audit();
    }
}

#[test]
fn an_ipsec_query_of_a_datagram_peer() {
    let datagrams = Datagrams::v4();
    let _lab = datagrams.lab("security = { protocol = 1, ipsec2 = { main-mode-sa = 3 } }");
    let asked = DatagramQuery::new(datagrams.peer).ipsec2(Ipsec2Fields::MAIN_MODE_SA);
    let security = asked.run(&datagrams.socket).unwrap();
    assert_eq!(security.ipsec2().unwrap().main_mode_sa, 3);
    assert_eq!(asked.answer_size(&datagrams.socket), Ok(64));
}

#[test]
fn a_stream_query_does_not_suit_a_datagram_socket() {
    let datagrams = Datagrams::v4();
    let _lab = datagrams.lab(CLEAR);
    let error = query(&datagrams.socket).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BufferSize);
    assert!(error.advice().contains("DatagramQuery"));
}

#[test]
fn a_peer_of_another_family_is_refused() {
    let datagrams = Datagrams::v4();
    let _lab = datagrams.lab(CLEAR);
    let asked = DatagramQuery::new(Datagrams::v6().peer).run(&datagrams.socket);
    assert!(matches!(
        kind(asked),
        ErrorKind::InvalidInput | ErrorKind::AddressFamilyNotSupported
    ));
}

#[test]
fn the_size_of_an_answer_can_be_asked_for() {
    let connection = Connection::v4();
    let lab = connection.lab(WITH_TOKENS);
    let plain = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
    for &route in ROUTES {
        assert_eq!(plain.route(route).answer_size(&connection.client), Ok(24));
        assert_eq!(
            plain
                .route(route)
                .abort_on_change()
                .answer_size(&connection.client),
            Ok(64)
        );
    }
    lab.audit();
}

#[test]
fn an_ordinary_query_is_one_call() {
    let connection = Connection::v4();
    let lab = connection.lab(ENCRYPTED);
    for wanted in 1..=3 {
        query(&connection.client).unwrap();
        assert_eq!(lab.calls("WSAQuerySocketSecurity"), wanted);
    }
    assert_eq!(lab.calls("WSAIoctl"), 0);
}

not_with_the_dll!(
    a_connection_can_be_aborted_when_its_security_changes,
    "a scenario that is set does not change"
);
#[cfg(not(windows))]
#[test]
fn a_connection_can_be_aborted_when_its_security_changes() {
    use winsec_core::os::AsRawSocket;
    use winsec_emulator::scenario::{Ipsec2, Security};

    let connection = Connection::v4();
    let lab = connection.lab("security = { protocol = 1, ipsec2 = { main-mode-sa = 1 } }");
    let raw = connection.client.as_raw_socket() as usize;
    let change = |sa| {
        lab.world
            .set_security(raw, Security::secured().ipsec2(Ipsec2::new(sa, 0)))
    };
    assert!(change(2));
    assert!(query(&connection.client).is_ok());
    StreamQuery::new()
        .abort_on_change()
        .run(&connection.client)
        .unwrap();
    assert!(change(3));
    assert_eq!(kind(query(&connection.client)), ErrorKind::ConnectionReset);
}

#[test]
fn nothing_is_made_up_for_a_socket_without_a_scenario() {
    let connection = Connection::v4();
    let _lab = Lab::new("");
    // The emulator has no such socket; its DLL has, and no answer.
    let refusal = if cfg!(windows) {
        ErrorKind::NotSupportedBySystem
    } else {
        ErrorKind::NotASocket
    };
    assert_eq!(kind(query(&connection.client)), refusal);
}
