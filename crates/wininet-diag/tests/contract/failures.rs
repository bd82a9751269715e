//! Servers that do not do what a client hopes for.

use std::time::Duration;

use winsec_wininet_diag::{Call, CertificateChecks, Error, ErrorKind};

use crate::common::{Lab, Manner, Setup};
use crate::wine::Difference;

/// Sends a request, and reads the answer to its end.
fn exchange(setup: Setup, timeout: Duration, checks: CertificateChecks) -> Result<u64, Error> {
    let lab = Lab::new(setup);
    let session = lab.session_within(timeout);
    let mut request = session.get(&lab.url())?;
    if !checks.is_empty() {
        request.skip_certificate_checks(checks)?;
    }
    request.send()?;
    request.drain()
}

fn failure(setup: Setup) -> Error {
    let result = exchange(setup, Duration::from_secs(30), CertificateChecks::empty());
    result.expect_err("it cannot succeed")
}

/// The kind of failure, if it is one.
fn outcome(setup: Setup) -> Option<ErrorKind> {
    let result = exchange(setup, Duration::from_secs(30), CertificateChecks::empty());
    result.err().map(|error| error.kind())
}

#[test]
fn a_port_at_which_nobody_listens() {
    let error = failure(Setup::http(Manner::Refuses));
    assert_eq!(error.kind(), ErrorKind::CannotConnect);
    assert_eq!((error.call(), error.code()), (Call::Send, Some(12029)));
    let text = error.to_string();
    assert!(text.starts_with("HttpSendRequestW: "), "{text}");
    assert!(text.contains("ERROR_INTERNET_CANNOT_CONNECT"), "{text}");
    assert!(!text.contains(error.advice()), "{text}");
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::ConnectionRefused);
}

#[test]
fn a_server_that_closes_early() {
    let seen = outcome(Setup::http(Manner::ClosesEarly));
    Difference::ClosesEarly.check(seen);
}

#[test]
fn a_server_that_closes_in_the_midst_of_the_body() {
    let seen = outcome(Setup::http(Manner::ClosesInBody));
    Difference::ClosesInBody.check(seen);
}

#[test]
fn a_server_that_never_answers() {
    let setup = Setup::http(Manner::NeverAnswers);
    let result = exchange(
        setup,
        Duration::from_millis(300),
        CertificateChecks::empty(),
    );
    let error = result.unwrap_err();
    assert_eq!(error.call(), Call::Send);
    Difference::NeverAnswers.check(Some(error.kind()));
}

#[test]
fn a_certificate_that_nobody_vouches_for() {
    let error = failure(Setup::https(Manner::Answers));
    assert_eq!(error.call(), Call::Send);
    assert_eq!(error.kind(), ErrorKind::Certificate, "{error}");
}

#[test]
fn a_certificate_is_not_excused_by_skipping_another_check() {
    let setup = Setup::https(Manner::Answers);
    let result = exchange(setup, Duration::from_secs(30), CertificateChecks::DATE);
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Certificate);
}
