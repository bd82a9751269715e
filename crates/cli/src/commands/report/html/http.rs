//! The HTTP requests of a report's page.

use super::markup::Markup;
use super::socket::verdict;
use crate::commands::http::{HttpView, Redirect, RequestView};

/// The requests for one URL.
pub(super) fn requests(html: &mut Markup, view: &HttpView) {
    html.text("p", "class=\"faint\"", &view.url);
    if view.requests.iter().any(|request| request.status.is_some()) {
        html.element("div", "class=\"scroll\"", |html| {
            html.element("table", "", |html| table(html, view));
        });
    }
    for Redirect { status, to } in view.requests.iter().flat_map(|request| &request.redirects) {
        html.text(
            "p",
            "class=\"faint\"",
            format_args!("{status}, redirected to {to}"),
        );
    }
    for failure in view
        .requests
        .iter()
        .filter_map(|request| request.error.as_ref())
    {
        super::failure(html, super::FAILED, failure);
    }
    let unknown = view
        .requests
        .iter()
        .find_map(|request| request.socket_unknown.as_ref());
    if let Some(failure) = unknown {
        super::failure(html, super::UNKNOWN, failure);
    }
}

fn table(html: &mut Markup, view: &HttpView) {
    html.element("thead", "", |html| {
        html.element("tr", "", |html| {
            for title in ["request", "status", "bytes", "ms", "from port", "to port"] {
                html.text("th", "class=\"n\" scope=\"col\"", title);
            }
            html.text("th", "scope=\"col\"", "connection");
            html.text("th", "scope=\"col\"", "socket security");
        });
    });
    html.element("tbody", "", |html| {
        for request in view
            .requests
            .iter()
            .filter(|request| request.status.is_some())
        {
            html.element("tr", "", |html| row(html, request));
        }
    });
}

fn row(html: &mut Markup, request: &RequestView) {
    let cells = request.cells();
    let (connection, numbers) = (cells.connection, cells.numbers);
    for number in numbers {
        html.text("td", "class=\"n\"", number);
    }
    html.text("td", "", connection);
    html.element("td", "", |html| {
        match (&request.security, &request.security_unknown) {
            (Some(security), _) => verdict(html, security),
            (None, Some(failure)) => html.words(&failure.message),
            (None, None) => html.words("the system lends no socket"),
        }
    });
}
