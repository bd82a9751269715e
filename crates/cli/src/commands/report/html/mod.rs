//! A report as one web page, with everything in it that it needs.

mod http;
mod markup;
mod packages;
mod socket;

use self::markup::Markup;
use super::show::pairs;
use super::view::{Probed, ReportView, Section};
use crate::commands::http::HttpView;
use crate::outcome::Failure;
use crate::place::banner;

/// A class of style sheets, and a word that says how things stand.
type Mark = (&'static str, &'static str);

/// What is said of what went wrong.
const FAILED: Mark = ("bad", "failed");

/// What is said of what the system does not tell.
const UNKNOWN: Mark = ("care", "not known");

const STYLE: &str = include_str!("report.css");

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
        Section::Found(view) => packages::packages(html, view),
        Section::Failed(error) => {
            html.element("div", "class=\"card\"", |html| failure(html, FAILED, error));
        }
    });
    probed(
        html,
        "Sockets",
        &report.sockets,
        "class=\"cards wide\"",
        socket::socket,
    );
    probed(html, "HTTP requests", &report.requests, "", http::requests);
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
