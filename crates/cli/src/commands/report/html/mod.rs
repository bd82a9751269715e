//! A report as one web page, with everything in it that it needs.

mod http;
mod markup;
mod packages;
mod socket;

use self::markup::Markup;
use super::show::pairs;
use super::view::{Probed, ReportView, Section};
use crate::outcome::Failure;
use crate::place::banner;

/// What is said of what went wrong.
const FAILED: &str = "failed";

/// What is said of what the system does not tell.
const UNKNOWN: &str = "not known";

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
        "class=\"cards\"",
        socket::socket,
    );
    probed(html, "HTTP requests", &report.requests, "", http::requests);
    html.text(
        "footer",
        "",
        format_args!("winsec {}", env!("CARGO_PKG_VERSION")),
    );
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
fn badge(html: &mut Markup, class: &str, text: &str) {
    html.text("span", &format!("class=\"badge {class}\""), text);
}

/// Why something failed, or is not known.
fn failure(html: &mut Markup, word: &str, failure: &Failure) {
    html.element("p", "", |html| {
        badge(html, "care", word);
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
