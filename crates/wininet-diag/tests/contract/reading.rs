//! An answer's status and body.

use std::io::Read;

use winsec_core::backend;
use winsec_wininet_diag::{Call, ErrorKind, Proxy, Session, TextError};

use crate::common::{BODY, ELSEWHERE, Lab, Manner, Setup, kind};

#[test]
fn a_body_is_read_piece_by_piece_to_its_end() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    let mut piece = [0; 100];
    let first = request.read(&mut piece).unwrap();
    assert!((1..=100).contains(&first));
    assert!(piece[..first].iter().all(|byte| *byte == b'x'));
    assert_eq!(request.drain(), Ok((BODY - first) as u64));
    assert_eq!(request.read(&mut piece), Ok(0));
    assert_eq!(request.drain(), Ok(0));
}

#[test]
fn the_standard_trait_reads_it_too() {
    let lab = Lab::new(Setup::http(Manner::AnswersOnce));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    let mut body = String::new();
    request.read_to_string(&mut body).unwrap();
    assert_eq!(body, "x".repeat(BODY));
}

#[test]
fn there_is_no_status_before_the_answer() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let request = session.get(&lab.url()).unwrap();
    let error = request.status().unwrap_err();
    assert_eq!(error.call(), Call::QueryHeaders);
    let kinds = [ErrorKind::WrongHandleState, ErrorKind::InvalidResponse];
    assert!(kinds.contains(&error.kind()), "{error}");
}

#[test]
fn a_text_with_a_nul_reaches_nobody() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let invalid = |position| ErrorKind::InvalidText(TextError::InteriorNul { position });
    let agent = Session::options().user_agent("a\0b").open();
    assert_eq!(kind(agent.map(|_| ())), invalid(1));
    let agent = Session::options().user_agent("agent\0").open();
    assert_eq!(kind(agent.map(|_| ())), invalid(5));
    let named = |servers: &str, bypass: &str| {
        let proxy = Proxy::Named {
            servers: servers.to_owned(),
            bypass: bypass.to_owned(),
        };
        kind(Session::options().proxy(proxy).open().map(|_| ()))
    };
    assert_eq!(named("p\0", ""), invalid(1));
    assert_eq!(named("p", "\0"), invalid(0));
    let empty = ErrorKind::InvalidText(TextError::Empty);
    assert_eq!(named("", ""), empty);
    lab.nothing_was_called();
}

#[test]
fn each_way_to_the_servers_can_be_opened() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    for proxy in [Proxy::None, Proxy::Configured] {
        let session = Session::options().proxy(proxy).user_agent("").open();
        assert!(session.is_ok());
    }
}

#[test]
fn a_redirect_is_told_and_not_followed() {
    let lab = Lab::new(Setup::http(Manner::Redirects));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    assert_eq!(request.status(), Ok(302));
    let location = request.location().unwrap().unwrap();
    assert_eq!(location, ELSEWHERE);
    let there = lab.url().join(&location).unwrap();
    assert_eq!(
        (there.port(), there.resource()),
        (lab.port(), "/elsewhere?x")
    );
    assert_eq!(request.drain(), Ok(BODY as u64));
    lab.made_one_connection();
}

#[test]
fn the_words_beside_the_status_are_told() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    assert_eq!(request.reason(), Ok(Some("OK".to_owned())));
    assert_eq!(request.location(), Ok(None));
}

#[test]
fn a_server_that_asks_who_is_there_learns_nothing_unless_that_is_allowed() {
    let status = |allowed| {
        let lab = Lab::new(Setup::http(Manner::AsksForLogon));
        let session = Session::options().automatic_logon(allowed).open().unwrap();
        let mut request = session.get(&lab.url()).unwrap();
        request.send().unwrap();
        request.status().unwrap()
    };
    assert_eq!(status(false), 401);
    // A system on which nobody is logged on has nothing to tell: Wine under Linux is one.
    if backend().is_emulated() {
        assert_eq!(status(true), 200);
    }
}

#[test]
fn what_is_not_http_is_no_answer() {
    for words in [
        "HTTP/1.1 abc def\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 99 def\r\n\r\n",
        "HTTP/1.1 -5 def\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "220 mail.example ESMTP\r\n",
        "no line",
    ] {
        let lab = Lab::new(Setup::http(Manner::Says(words)));
        let session = lab.session();
        let mut request = session.get(&lab.url()).unwrap();
        let error = request.send().expect_err(words);
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{words}: {error}");
        assert_eq!(error.call(), Call::Send);
    }
}
