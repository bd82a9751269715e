//! A report as text.

use super::view::{Probed, ReportView, Section, SystemView};
use crate::commands::{http, packages};
use crate::outcome::Failure;
use crate::screen::Page;
use crate::screen::style::{CARE, FAINT, HEADING, paint, safe};

/// Shows a report.
pub(super) fn show(page: &mut Page, report: &ReportView) {
    page.title("Connection security", &report.made);
    page.heading("System");
    page.pairs(2, &pairs(&report.system));
    page.heading("Security packages");
    match &report.packages {
        Section::Found(view) => packages::show_packages(page, view),
        Section::Failed(failure) => failed(page, failure),
    }
    probed(page, "Sockets", &report.sockets, |page, view| {
        let peer = ("connected to", format!("{} ({})", view.title(), view.transport));
        let pairs: Vec<_> = std::iter::once(peer).chain(view.pairs()).collect();
        page.pairs(2, &pairs);
    });
    probed(page, "HTTP requests", &report.requests, |page, view| {
        page.line(&format!("  {}", safe(&view.url)));
        http::show_requests(page, view);
    });
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
    ];
    for (label, text) in more {
        if let Some(text) = text {
            pairs.push((label, safe(text)));
        }
    }
    pairs.push(("architecture", system.architecture.to_owned()));
    pairs
}

fn probed<T>(page: &mut Page, title: &str, probes: &[Probed<T>], show: impl Fn(&mut Page, &T)) {
    page.heading(title);
    if probes.is_empty() {
        page.line("  none was looked at");
    }
    for probe in probes {
        page.part();
        page.line(&paint(HEADING, safe(&probe.about)));
        match &probe.section {
            Section::Found(view) => show(page, view),
            Section::Failed(failure) => failed(page, failure),
        }
    }
}

fn failed(page: &mut Page, failure: &Failure) {
    page.hanging(&format!("  {} ", paint(CARE, "failed:")), "    ", &failure.message);
    for line in &failure.help {
        page.hanging(&format!("    {} ", paint(FAINT, "help:")), "      ", line);
    }
}
