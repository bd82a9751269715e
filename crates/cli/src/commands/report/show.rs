//! A report as text.

use super::view::{Probed, ReportView, Section, SystemView};
use crate::commands::{http, packages};
use crate::outcome::Failure;
use crate::screen::Page;
use crate::screen::style::{BAD, FAINT, HEADING, paint, safe};

/// Shows a report.
pub(super) fn show(page: &mut Page, report: &ReportView) {
    page.title("Connection security", &report.made);
    page.heading("System");
    page.pairs(2, &pairs(&report.system));
    page.heading("Security packages");
    page.indented(2, |page| match &report.packages {
        Section::Found(view) => packages::show_packages(page, view),
        Section::Failed(failure) => failed(page, failure),
    });
    probed(page, "Sockets", &report.sockets, |page, _, view| {
        let peer = (
            "connected to",
            format!("{} ({})", view.title(), view.transport),
        );
        let pairs: Vec<_> = std::iter::once(peer).chain(view.pairs()).collect();
        page.pairs(0, &pairs);
    });
    probed(
        page,
        "HTTP requests",
        &report.requests,
        |page, about, view| {
            if view.url != about {
                page.line(&safe(&view.url));
            }
            http::show_requests(page, view);
        },
    );
}

/// What is known of the machine, labels and texts.
pub(super) fn pairs(system: &SystemView) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("answered by", system.backend.clone())];
    let more = [
        ("scenario", &system.scenario),
        ("system", &system.name),
        ("version", &system.version),
        ("computer", &system.computer),
        ("user", &system.user),
        ("architecture", &system.architecture),
    ];
    for (label, text) in more {
        if let Some(text) = text {
            pairs.push((label, safe(text)));
        }
    }
    pairs
}

fn probed<T>(
    page: &mut Page,
    title: &str,
    probes: &[Probed<T>],
    show: impl Fn(&mut Page, &str, &T),
) {
    page.heading(title);
    if probes.is_empty() {
        page.line("  none was looked at");
    }
    for probe in probes {
        page.part();
        page.line(&paint(HEADING, safe(&probe.about)));
        page.indented(2, |page| match &probe.section {
            Section::Found(view) => show(page, &probe.about, view),
            Section::Failed(failure) => failed(page, failure),
        });
    }
}

fn failed(page: &mut Page, failure: &Failure) {
    let lead = format!("{} ", paint(BAD, "failed:"));
    page.hanging(&lead, "  ", &failure.message);
    for line in &failure.help {
        page.hanging(&format!("  {} ", paint(FAINT, "help:")), "    ", line);
    }
}
