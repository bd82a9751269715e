//! `winsec report`: all of it about this machine, in one document.

mod html;
#[cfg(windows)]
mod loopback;
mod probes;
mod show;
mod system;
mod view;

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use self::probes::Probes;
use self::view::{ReportView, Section};
use crate::commands::{LIMIT, http, packages, seconds};
use crate::file;
use crate::net::Target;
use crate::outcome::Outcome;
use crate::output::Output;
use crate::place::Place;
use crate::wait;

/// Report on this machine: system, packages, connections
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec report --html report.html\n  winsec report --socket fileserver:445 --http http://intranet/"
)]
pub(crate) struct Report {
    /// Also connect there, as winsec socket does
    #[arg(long, value_name = "HOST:PORT")]
    socket: Vec<Target>,
    /// Also send two requests there, as winsec http does
    #[arg(long, value_name = "URL")]
    http: Vec<String>,
    /// Leave out the connections that are looked at unasked
    #[arg(long)]
    only: bool,
    /// Write a web page to this file; - for standard output
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// How long each connection or request may take
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    timeout: Duration,
}

impl Report {
    /// Makes the report. What does not work is a part of it; the status says that there is some.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        file::check(self.html.as_deref(), output)?;
        let report = self.make(place)?;
        let status = report.status();
        if let Some(path) = &self.html {
            file::write(path, html::page(&report).as_bytes(), output)?;
            if file::is_stdout(path) {
                return Ok(status);
            }
        }
        output.print(place, &report, |page, report| {
            if let Some(path) = &self.html {
                page.line(&format!("{} is written", path.display()));
            } else {
                show::show(page, report);
            }
        })?;
        Ok(status)
    }

    fn make(&self, place: &Place) -> Outcome<ReportView> {
        let urls = self.http.iter().map(|url| http::url(url));
        let urls = urls.collect::<Outcome<Vec<_>>>()?;
        let packages = wait::within(place, LIMIT, "asking for the packages", packages::all);
        let mut probes = Probes::asked(&self.socket, urls, self.timeout);
        // What serves a probe must live as long as the probes run.
        let _served = (!self.only).then(|| probes.add_unasked(place));
        let sockets = probes.sockets(place)?;
        let requests = probes.requests(place)?;
        Ok(ReportView {
            made: system::now(),
            system: system::describe(place),
            packages: Section::of(packages)?,
            sockets,
            requests,
        })
    }
}
