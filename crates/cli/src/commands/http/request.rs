//! One request: sent, looked at, read to its end.

use std::time::Instant;

use winsec_wininet_diag::{CertificateChecks, ErrorKind, Request, Session, Url};

use super::view::{RequestView, SocketInfoView};
use crate::commands::socket::SecurityView;
use crate::outcome::{Failure, Outcome};

/// Sends a request and tells everything about it.
pub(super) fn send(session: &Session, url: &Url, number: u32, insecure: bool) -> RequestView {
    let start = Instant::now();
    let mut view = RequestView::new(number);
    if let Err(failure) = go(session, url, insecure, &mut view) {
        view.error = Some(failure);
    }
    let timed = !winsec_core::backend().is_emulated();
    view.duration_ms = timed.then(|| start.elapsed().as_millis());
    view
}

fn go(session: &Session, url: &Url, insecure: bool, view: &mut RequestView) -> Outcome<()> {
    let connection = session.connect(url)?;
    let mut request = connection.get(url)?;
    if insecure {
        request.skip_certificate_checks(CertificateChecks::all())?;
    }
    request.send().map_err(|error| {
        let certificate = error.kind() == ErrorKind::Certificate;
        let mut failure = Failure::from(error);
        if certificate {
            failure.help =
                vec!["mend the certificate; for a test, --insecure accepts any".to_owned()];
        }
        failure
    })?;
    let status = request.status()?;
    if status == 0 {
        // Wine takes a connection that is closed at once for a request that has succeeded.
        return Err(
            Failure::refused("the server closed the connection without an answer")
                .help("look whether a web server listens on that port"),
        );
    }
    view.status = Some(status);
    // Before the body is read: afterwards the connection may be somebody else's.
    look(&request, view);
    view.bytes = Some(request.drain()?);
    Ok(())
}

/// Looks at the socket behind a request.
fn look(request: &Request<'_>, view: &mut RequestView) {
    match request.socket_info() {
        Ok(info) => {
            view.socket = Some(SocketInfoView::new(info.report()));
            match info.security() {
                Some(Ok(security)) => view.security = Some(SecurityView::new(&security)),
                Some(Err(error)) => view.security_unknown = Some(error.into()),
                None => {}
            }
        }
        Err(error) => view.socket_unknown = Some(error.into()),
    }
}
