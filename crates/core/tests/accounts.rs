//! Whose a peer's tokens are.
#![cfg(not(windows))]

mod common;

use common::{Connection, WITH_TOKENS};
use winsec_core::{Backend, ErrorKind, StreamQuery, TokenAccess, backend};

#[test]
fn a_token_tells_whose_it_is() {
    let connection = Connection::v4();
    let lab = connection.lab(WITH_TOKENS);
    let security = StreamQuery::new()
        .peer_tokens(TokenAccess::QUERY)
        .run(&connection.client)
        .unwrap();
    let token = security.peer_application_token().unwrap();
    let sid = token.user().unwrap();
    assert!(sid.to_string().starts_with("S-1-5-"), "{sid}");
    assert_eq!(format!("{sid:?}"), format!("Sid({sid})"));
    assert_eq!(token.user().unwrap(), sid, "it stays the same");
    let name = sid.account_name().unwrap().expect("the account exists");
    assert!(!name.name.is_empty());
    drop(security);
    lab.audit();
}

#[cfg(not(windows))]
#[test]
fn accounts_are_the_scenario_s() {
    let connection = Connection::v4();
    let _lab = connection.lab(
        "security = { protocol = 1, flags = [\"secured\"], \
         application = { account = 'CONTOSO\\alice' }, machine = { account = 'LONELY$' } }",
    );
    let security = StreamQuery::new()
        .peer_tokens(TokenAccess::QUERY)
        .run(&connection.client)
        .unwrap();
    let name = |token: Option<&winsec_core::AccessToken>| {
        let sid = token.unwrap().user().unwrap();
        (sid, sid.account_name().unwrap().unwrap())
    };
    let (alice, alice_name) = name(security.peer_application_token());
    let (machine, machine_name) = name(security.peer_machine_token());
    assert_ne!(alice, machine);
    assert_eq!(alice_name.to_string(), "CONTOSO\\alice");
    assert_eq!(
        (&*alice_name.domain, &*alice_name.name),
        ("CONTOSO", "alice")
    );
    assert_eq!(machine_name.to_string(), "LONELY$");
}

#[test]
fn a_token_without_the_right_to_read_it_says_so() {
    if backend() == Backend::Wine {
        return;
    }
    let connection = Connection::v4();
    let _lab = connection.lab(WITH_TOKENS);
    let security = StreamQuery::new()
        .peer_tokens(TokenAccess::DUPLICATE)
        .run(&connection.client)
        .unwrap();
    let error = security
        .peer_application_token()
        .unwrap()
        .user()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AccessDenied);
    let text = error.to_string();
    assert!(
        text.starts_with("GetTokenInformation: ") && text.contains("(ERROR_ACCESS_DENIED, 5)"),
        "{text}"
    );
    assert!(error.advice().contains("TokenAccess::QUERY"));
}

#[cfg(not(windows))]
#[test]
fn failures_of_the_system_are_told() {
    use winsec_emulator::Call;
    use winsec_emulator::scenario::Fault;
    use winsec_ffi::{ERROR_NONE_MAPPED, ERROR_NOT_ENOUGH_MEMORY, ERROR_TRUSTED_DOMAIN_FAILURE};

    let connection = Connection::v4();
    let lab = connection.lab(WITH_TOKENS);
    let security = StreamQuery::new()
        .peer_tokens(TokenAccess::QUERY)
        .run(&connection.client)
        .unwrap();
    let token = security.peer_application_token().unwrap();
    let sid = token.user().unwrap();
    let fail = |call, code| {
        lab.world
            .add_fault(Fault::fail(call, code).nth(lab.world.calls(call) + 1));
    };

    fail(Call::LookupAccountSidW, ERROR_NONE_MAPPED);
    assert_eq!(sid.account_name().unwrap(), None, "no account has it");
    fail(Call::LookupAccountSidW, ERROR_TRUSTED_DOMAIN_FAILURE);
    let error = sid.account_name().unwrap_err();
    assert_eq!(error.code(), Some(1788));
    assert!(error.to_string().starts_with("LookupAccountSidW: "));
    fail(Call::GetTokenInformation, ERROR_NOT_ENOUGH_MEMORY);
    assert_eq!(token.user().unwrap_err().kind(), ErrorKind::OutOfMemory);
}

#[cfg(not(windows))]
#[test]
fn names_get_the_room_that_the_system_asks_for() {
    let connection = Connection::v4();
    for (domain, name) in [(300, 5), (5, 300), (256, 256), (257, 1), (9000, 9000)] {
        let (domain, name) = ("D".repeat(domain), "n".repeat(name));
        let lab = connection.lab(&format!(
            "security = {{ protocol = 1, flags = [\"secured\"], \
             application = {{ account = '{domain}\\{name}' }} }}"
        ));
        let security = StreamQuery::new()
            .peer_tokens(TokenAccess::QUERY)
            .run(&connection.client)
            .unwrap();
        let sid = security.peer_application_token().unwrap().user().unwrap();
        let account = sid.account_name().unwrap().expect("the account exists");
        assert_eq!((account.domain, account.name), (domain, name));
        drop(security);
        lab.audit();
    }
}
