//! Requests and the sockets behind them as text.

use super::view::{HttpView, Redirect};
use crate::outcome::Failure;
use crate::screen::style::{BAD, CARE, FAINT, paint, safe};
use crate::screen::{Align, Page, Table};

/// Shows the requests for one URL.
pub(crate) fn show(page: &mut Page, view: &HttpView) {
    page.title(&safe(&view.url), "");
    show_requests(page, view);
}

/// Shows the requests, without what they are for.
pub(crate) fn show_requests(page: &mut Page, view: &HttpView) {
    let mut table = Table::new(&[
        ("request", Align::Right),
        ("status", Align::Right),
        ("bytes", Align::Right),
        ("ms", Align::Right),
        ("from port", Align::Right),
        ("to port", Align::Right),
        ("connection", Align::Left),
    ]);
    for request in view
        .requests
        .iter()
        .filter(|request| request.status.is_some())
    {
        let cells = request.cells();
        table.row(
            cells
                .numbers
                .into_iter()
                .chain([cells.connection])
                .collect(),
        );
    }
    if !table.is_empty() {
        page.table(0, &table);
    }
    redirects(page, view);
    securities(page, view);
    let errors = view
        .requests
        .iter()
        .filter_map(|request| request.error.as_ref());
    for error in errors {
        page.part();
        page.hanging(&format!("{} ", paint(BAD, "failed:")), "  ", &error.message);
        help(page, error);
    }
    let unknown = view
        .requests
        .iter()
        .find_map(|request| request.socket_unknown.as_ref());
    if let Some(failure) = unknown {
        page.part();
        page.hanging(
            &format!("{} ", paint(CARE, "no socket is told:")),
            "  ",
            &failure.message,
        );
        help(page, failure);
    }
}

fn help(page: &mut Page, failure: &Failure) {
    for line in &failure.help {
        page.hanging(&format!("  {} ", paint(FAINT, "help:")), "    ", line);
    }
}

/// Where the server sent requests on to, each different way once.
fn redirects(page: &mut Page, view: &HttpView) {
    let mut last: &[Redirect] = &[];
    for request in &view.requests {
        if request.redirects != last && !request.redirects.is_empty() {
            page.heading(&format!("Redirects from request {} on", request.number));
            for Redirect { status, to } in &request.redirects {
                page.hanging(
                    &format!("  {status} "),
                    "      ",
                    &format!("to {}", safe(to)),
                );
            }
        }
        last = &request.redirects;
    }
}

/// The security of the sockets that the system lends, each different one once.
fn securities(page: &mut Page, view: &HttpView) {
    let mut last: Option<Vec<(&str, String)>> = None;
    for request in &view.requests {
        let pairs = match (&request.security, &request.security_unknown) {
            (Some(security), _) => security.pairs(),
            (None, Some(failure)) => vec![
                ("security", paint(CARE, "not known")),
                ("because", failure.message.clone()),
            ],
            (None, None) => continue,
        };
        if last.as_ref() != Some(&pairs) {
            page.heading(&format!(
                "Socket security from request {} on",
                request.number
            ));
            page.pairs(2, &pairs);
        }
        last = Some(pairs);
    }
}
