//! One request: sent, looked at, sent on where the server redirects it, read to its end.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use winsec_wininet_diag::{CertificateChecks, Error, ErrorKind, Request, Scheme, Session, Url};

use super::view::{Redirect, RequestView, SocketInfoView};
use crate::commands::socket::SecurityView;
use crate::outcome::{Failure, Outcome};
use crate::wait::seconds;

/// How often a request is sent on before it counts as sent in a circle.
const MOST_REDIRECTS: usize = 10;

/// A request under way: whoever waits for it can ask at any time what is known.
#[derive(Debug, Clone)]
pub(super) struct UnderWay(Arc<Mutex<Known>>);

#[derive(Debug)]
struct Known {
    view: RequestView,
    start: Instant,
    /// What has not come yet.
    missing: &'static str,
}

impl UnderWay {
    pub(super) fn new(number: u32) -> Self {
        Self(Arc::new(Mutex::new(Known {
            view: RequestView::new(number),
            start: Instant::now(),
            missing: "no answer",
        })))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // Each change is whole, also where a panic followed it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known now, and why it is all.
    pub(super) fn ended(&self, error: Option<Failure>) -> RequestView {
        let mut known = self.known();
        let timed = !winsec_core::backend().is_emulated();
        known.view.duration_ms = timed.then(|| known.start.elapsed().as_millis());
        known.view.error = error;
        known.view.clone()
    }

    /// What is known when the time is up.
    pub(super) fn timed_out(&self, what: &str, limit: Duration) -> RequestView {
        let missing = self.known().missing;
        let message = format!("{what}: {missing} within {}", seconds(limit));
        self.ended(Some(
            Failure::refused(message).help("allow more time with --timeout SECONDS"),
        ))
    }

    /// Sends the request and tells everything about it.
    pub(super) fn send(&self, session: &Session, url: &Url, insecure: bool) -> RequestView {
        let outcome = self.go(session, url.clone(), insecure);
        self.ended(outcome.err())
    }

    fn go(&self, session: &Session, mut url: Url, insecure: bool) -> Outcome<()> {
        loop {
            let mut request = session.get(&url)?;
            if insecure {
                request.skip_certificate_checks(CertificateChecks::all())?;
            }
            request
                .send()
                .map_err(|error| not_sent(error, &request, &url))?;
            let status = request.status()?;
            // Before the body is read: afterwards the connection may be somebody else's.
            self.look(&request, status);
            self.read(&mut request)?;
            let next = match status {
                301 | 302 | 303 | 307 | 308 => request.location()?,
                _ => None,
            };
            let Some(location) = next else {
                return Ok(());
            };
            url = self.follow(&url, status, &location)?;
        }
    }

    /// Notes the status and the socket of an answer.
    fn look(&self, request: &Request, status: u32) {
        let mut view = RequestView::new(0);
        match request.socket_info() {
            Ok(info) => {
                view.socket = Some(SocketInfoView::new(info.report()));
                match info.security() {
                    Some(Ok(security)) => view.security = Some(SecurityView::new(&security)),
                    Some(Err(error)) => view.security_unknown = Some(error.into()),
                    None if info.has_socket() => {
                        let cause = "the socket that the system tells is not, or no longer, the \
                             request's connection";
                        view.security_unknown = Some(Failure::refused(cause));
                    }
                    None => {}
                }
            }
            Err(error) => view.socket_unknown = Some(error.into()),
        }
        let mut known = self.known();
        known.missing = "no end of the body";
        known.view = RequestView {
            number: known.view.number,
            status: Some(status),
            bytes: Some(0),
            redirects: std::mem::take(&mut known.view.redirects),
            ..view
        };
    }

    /// Reads the body to its end, and counts.
    fn read(&self, request: &mut Request) -> Outcome<()> {
        let mut buffer = [0; 4096];
        loop {
            let read = request.read(&mut buffer)? as u64;
            if read == 0 {
                return Ok(());
            }
            let mut known = self.known();
            known.view.bytes = known.view.bytes.map(|bytes| bytes + read);
        }
    }

    /// Where a redirect leads.
    fn follow(&self, url: &Url, status: u32, location: &str) -> Outcome<Url> {
        let next = url.join(location).map_err(|error| {
            let place = winsec_wininet_diag::redact(location);
            let cause = match error.kind() {
                ErrorKind::InvalidUrl(fault) => fault.to_string(),
                _ => error.to_string(),
            };
            Failure::refused(format!(
                "the server redirects to {place:?}, which is not a URL of a web server: {cause}"
            ))
            .help("the mistake is the server's: look at its answer's Location header")
        })?;
        let mut known = self.known();
        if known.view.redirects.len() == MOST_REDIRECTS {
            return Err(Failure::refused(format!(
                "the server redirects again and again: {MOST_REDIRECTS} times, and then to {next}"
            ))
            .help(
                "the mistake is the server's: it may expect a cookie, which winsec never sends",
            ));
        }
        known.missing = "no answer to the last redirect";
        let to = next.to_string();
        known.view.redirects.push(Redirect { status, to });
        Ok(next)
    }
}

/// Why there is no answer.
fn not_sent(error: Error, request: &Request, url: &Url) -> Failure {
    let kind = error.kind();
    let mut failure = Failure::from(error);
    match kind {
        ErrorKind::Certificate => {
            failure.help =
                vec!["mend the certificate; for a test, --insecure accepts any".to_owned()];
        }
        ErrorKind::InvalidResponse => {
            let came = match (request.status(), request.reason()) {
                // The system's code is all that is known.
                _ if error.code().is_some() => None,
                (Ok(200), _) => Some("its first line is not a status line".to_owned()),
                (Ok(status), _) => Some(format!("{status} is not a status")),
                (Err(_), Ok(Some(reason))) => {
                    Some(format!("its status is not a number, and means {reason:?}"))
                }
                (Err(_), _) => Some("the connection was closed before a status came".to_owned()),
            };
            if let Some(came) = came {
                failure.message = format!("the server's answer is not one of HTTP: {came}");
            }
            if url.scheme() == Scheme::Http {
                let secure = url.to_string().replacen("http", "https", 1);
                failure = failure.help(format!("if it speaks TLS there, ask for {secure}"));
            }
        }
        _ => {}
    }
    failure
}
