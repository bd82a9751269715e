//! A report as one web page, with everything in it that it needs.

mod markup;

use self::markup::Markup;
use super::show::pairs;
use super::view::{Probed, ReportView, Section};
use crate::commands::http::{HttpView, Redirect, RequestView};
use crate::commands::packages::{PackageView, PackagesView};
use crate::commands::socket::{SecurityView, SocketView};
use crate::outcome::Failure;
use crate::place::banner;

/// A class of style sheets, and a word that says how things stand.
type Mark = (&'static str, &'static str);

/// What is said of what went wrong.
const FAILED: Mark = ("bad", "failed");

/// What is said of what the system does not tell.
const UNKNOWN: Mark = ("care", "not known");

const STYLE: &str = include_str!("html/report.css");

/// The page of a report.
pub(super) fn page(report: &ReportView) -> String {
    let mut html = Markup::default();
    html.raw("<!doctype html>\n");
    html.element("html", "lang=\"en\"", |html| {
        html.element("head", "", |html| head(html, report));
        html.element("body", "", |html| {
            html.element("main", "", |html| body(html, report));
        });
    });
    html.into_html()
}

/// What the page is called.
fn title(report: &ReportView) -> String {
    let of = report
        .system
        .computer
        .as_ref()
        .map(|name| format!(" of {name}"));
    format!("Connection security{}", of.unwrap_or_default())
}

fn head(html: &mut Markup, report: &ReportView) {
    html.raw("\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.text("title", "", title(report));
    html.element("style", "", |html| html.raw(STYLE));
}

fn body(html: &mut Markup, report: &ReportView) {
    if report.system.emulated {
        let text = banner(report.system.scenario.as_deref());
        html.text("p", "class=\"banner\" role=\"note\"", text);
    }
    html.element("header", "", |html| {
        html.text("h1", "", title(report));
        html.text(
            "p",
            "class=\"faint\"",
            format_args!("Made {} by winsec", report.made),
        );
        glance(html, report);
    });
    section(html, "System", |html| {
        html.element("div", "class=\"card\"", |html| {
            list(html, pairs(&report.system).into_iter());
        });
    });
    section(html, "Security packages", |html| match &report.packages {
        Section::Found(view) => packages(html, view),
        Section::Failed(error) => {
            html.element("div", "class=\"card\"", |html| failure(html, FAILED, error));
        }
    });
    probed(
        html,
        "Sockets",
        &report.sockets,
        "class=\"cards wide\"",
        socket,
    );
    probed(html, "HTTP requests", &report.requests, "", requests);
    html.text(
        "footer",
        "",
        format_args!("winsec {}", env!("CARGO_PKG_VERSION")),
    );
}

/// What there is, in numbers.
fn glance(html: &mut Markup, report: &ReportView) {
    let packages = report.packages.found().map(|view| view.packages.len());
    let sockets = || report.sockets.iter().map(|probe| probe.section.found());
    let security = || sockets().filter_map(|view| view?.security.as_ref());
    let secured = security().filter(|security| security.secured).count();
    let encrypted = security().filter(|security| security.encrypted).count();
    let answered = |view: &&HttpView| view.requests.iter().all(|request| request.error.is_none());
    let requests = || report.requests.iter().map(|probe| probe.section.found());
    let fine = requests().flatten().filter(answered).count();
    let of = |some: usize, all: usize| format!("{some} of {all}");
    let (all, known) = (sockets().count(), security().count());
    let figures = [
        ("security packages", packages.map(|count| count.to_string())),
        ("secured by IPsec", (known > 0).then(|| of(secured, all))),
        (
            "encrypted by IPsec",
            (known > 0).then(|| of(encrypted, all)),
        ),
        ("web servers answered", Some(of(fine, requests().count()))),
    ];
    html.element("ul", "class=\"glance\"", |html| {
        for (what, figure) in figures {
            html.element("li", "", |html| {
                html.text("b", "", figure.as_deref().unwrap_or("not known"));
                html.words(what);
            });
        }
    });
}

fn section(html: &mut Markup, title: &str, content: impl FnOnce(&mut Markup)) {
    html.element("section", "", |html| {
        html.text("h2", "", title);
        content(html);
    });
}

fn probed<T>(
    html: &mut Markup,
    title: &str,
    probes: &[Probed<T>],
    attributes: &str,
    show: fn(&mut Markup, &T),
) {
    section(html, title, |html| {
        if probes.is_empty() {
            html.text("p", "class=\"faint\"", "None was looked at.");
        }
        html.element("div", attributes, |html| {
            for probe in probes {
                html.element("article", "class=\"card\"", |html| {
                    html.text("h3", "", &probe.about);
                    match &probe.section {
                        Section::Found(view) => show(html, view),
                        Section::Failed(error) => failure(html, FAILED, error),
                    }
                });
            }
        });
    });
}

/// Labels and texts.
fn list<'a>(html: &mut Markup, pairs: impl Iterator<Item = (&'a str, String)>) {
    html.element("dl", "", |html| {
        for (label, text) in pairs {
            html.text("dt", "", label);
            html.text("dd", "", text);
        }
    });
}

/// A word that says how things stand.
fn badge(html: &mut Markup, (class, text): Mark) {
    html.text("span", &format!("class=\"badge {class}\""), text);
}

/// Why something failed, or is not known.
fn failure(html: &mut Markup, mark: Mark, failure: &Failure) {
    html.element("p", "", |html| {
        badge(html, mark);
        html.words(format_args!(" {}", failure.message));
    });
    if !failure.help.is_empty() {
        html.element("ul", "class=\"help\"", |html| {
            for line in &failure.help {
                html.text("li", "", line);
            }
        });
    }
}

/// The capabilities that one looks for first.
const KEY: [&str; 4] = ["integrity", "privacy", "mutual-auth", "delegation"];

/// A card for each package.
fn packages(html: &mut Markup, view: &PackagesView) {
    if view.packages.is_empty() {
        html.text("p", "class=\"faint\"", "There is none.");
    }
    html.element("div", "class=\"cards\"", |html| {
        for view in &view.packages {
            html.element("article", "class=\"card\"", |html| package(html, view));
        }
    });
}

fn package(html: &mut Markup, package: &PackageView) {
    html.text("h3", "", &package.name);
    if package.comment != package.name {
        html.text("p", "class=\"faint\"", &package.comment);
    }
    let rpc_id = package
        .rpc_id
        .map_or_else(|| "none".to_owned(), |id| id.to_string());
    let pairs = [
        ("largest token", format!("{} bytes", package.max_token)),
        ("version", package.version.to_string()),
        ("RPC id", rpc_id),
    ];
    list(html, pairs.into_iter());
    html.element("ul", "class=\"chips\"", |html| {
        for name in &package.capabilities.names {
            let class = if KEY.contains(&name.as_str()) {
                "class=\"key\""
            } else {
                ""
            };
            html.text("li", class, name);
        }
        if let Some(bits) = &package.capabilities.unnamed {
            html.text("li", "", bits);
        }
    });
}

/// What is known of one connection.
fn socket(html: &mut Markup, view: &SocketView) {
    match (&view.security, &view.unknown) {
        (Some(security), _) => html.element("p", "", |html| verdict(html, security)),
        (None, Some(why)) => failure(html, UNKNOWN, why),
        (None, None) => {}
    }
    let mut pairs = vec![
        ("peer", view.peer.clone()),
        ("transport", view.transport.to_owned()),
    ];
    if let Some(local) = &view.local {
        pairs.insert(1, ("local", local.clone()));
    }
    if let Some(security) = &view.security {
        pairs.extend(security.details());
    }
    list(html, pairs.into_iter());
}

/// A badge that says how a connection is protected.
fn verdict(html: &mut Markup, security: &SecurityView) {
    badge(html, security.verdict().parts());
}

/// The requests for one URL.
fn requests(html: &mut Markup, view: &HttpView) {
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
    for why in view
        .requests
        .iter()
        .filter_map(|request| request.error.as_ref())
    {
        failure(html, FAILED, why);
    }
    let unknown = view
        .requests
        .iter()
        .find_map(|request| request.socket_unknown.as_ref());
    if let Some(why) = unknown {
        failure(html, UNKNOWN, why);
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
