//! `cargo xtask bench`: measures, compares with the baseline, and says what it comes to.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::needs::Setup;
use crate::screen;
use crate::workspace::Workspace;
use record::{Record, Tools};

mod build;
mod compare;
mod counts;
mod fit;
mod git;
mod plan;
mod program;
mod progress;
mod record;
mod report;
mod rows;
mod targets;
mod units;

/// Where the baseline is, below the workspace.
const BASELINE: &str = "benches/baseline.json";

/// Measure speed, memory and build times, beside what users would take instead
#[derive(Debug, Args)]
#[command(after_help = "\
Examples: cargo xtask bench --quick --check
          cargo xtask bench codegen --report target/bench/report.html")]
pub struct Bench {
    /// What to measure [default: everything]
    groups: Vec<Group>,
    /// Only what takes little time
    #[arg(long)]
    quick: bool,
    /// Fail when something costs more than the baseline allows
    #[arg(long)]
    check: bool,
    /// Make the figures the new baseline; say why
    #[arg(long, value_name = "WHY", conflicts_with = "check")]
    save: Option<String>,
    /// The file of the baseline [default: benches/baseline.json]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write a page with charts, and the history of every baseline
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The branch or commit whose history the page shows [default: HEAD]
    #[arg(long, value_name = "REVISION", requires = "report")]
    history: Option<String>,
    /// Make our side do everything twice, and fail unless the check finds that of every case
    #[arg(long, hide = true, requires = "check")]
    bites: bool,
    #[command(flatten)]
    setup: Setup,
}

/// What can be measured on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Group {
    /// The safe layers, beside the same calls by hand
    Calls,
    /// The safe layers on Windows or Wine, beside windows, windows-sys and sspi-rs
    Peers,
    /// The generator, beside windows-bindgen and windows-rdl
    Codegen,
    /// Building a program that uses our crates, beside their peers
    Build,
    /// What all of them take from the heap
    Memory,
}

impl Bench {
    /// Whether a group was asked for.
    fn asks(&self, group: Group) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }

    /// Measures, and does what was asked for with the figures.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let path = |file: &PathBuf| std::path::absolute(file);
        let file = match &self.baseline {
            Some(file) => path(file)?,
            None => workspace.root.join(BASELINE),
        };
        let baseline = Record::load(&file)?;
        if self.check && baseline.is_none() {
            bail!(
                "there is no baseline in `{}`; `cargo xtask bench --save WHY` makes one",
                file.display()
            );
        }
        let (record, limits) = plan::measure(&workspace, &self)?;
        println!("{}", rows::table(&record, baseline.as_ref()));
        if let Some(targets) = targets::table(&record) {
            println!("\n{targets}");
        }
        if let Some(page) = &self.report {
            let page = path(page)?;
            let history = git::history(&workspace.root, self.history.as_deref())?;
            // What was not measured this time is shown as it was, on the same machine.
            let earlier = baseline.clone();
            let earlier = earlier.filter(|earlier| earlier.machine == record.machine);
            report::write(&page, &record.clone().over(earlier), &history)?;
            screen::say("Written", page.display());
        }
        if let Some(why) = &self.save {
            let record = Record {
                why: why.clone(),
                ..record
            };
            record.over(baseline).save(&file)?;
            screen::say("Saved", file.display());
            if self.baseline.is_none() {
                screen::say("Next", format!("git commit -m {why:?} {BASELINE}"));
            }
            return Ok(ExitCode::SUCCESS);
        }
        if !self.check {
            return Ok(ExitCode::SUCCESS);
        }
        let breaches = compare::breaches(&record, baseline.as_ref(), &limits);
        if self.bites {
            return bites(&record, &breaches);
        }
        Ok(self.verdict(&workspace, &record, baseline.as_ref(), &breaches))
    }

    /// Says what costs too much, if anything, and since when that may be.
    fn verdict(
        &self,
        workspace: &Workspace,
        record: &Record,
        baseline: Option<&Record>,
        breaches: &[compare::Breach],
    ) -> ExitCode {
        let tools = baseline.map(|baseline| &baseline.tools);
        if let Some(other) = tools.filter(|tools| **tools != record.tools) {
            let Tools {
                rustc, valgrind, ..
            } = other;
            screen::say(
                "Not checked",
                format!(
                    "instructions against the baseline: it was made with rustc {rustc} and \
                     valgrind {valgrind}"
                ),
            );
        }
        if breaches.is_empty() {
            screen::say("Checked", "nothing costs more than it may");
            return ExitCode::SUCCESS;
        }
        for breach in breaches {
            screen::error(&anyhow::anyhow!("{breach}"));
        }
        if let Some(baseline) = baseline {
            for line in git::suspects(&workspace.root, &baseline.commit) {
                screen::say("Suspect", line);
            }
        }
        screen::say(
            "If right",
            "`cargo xtask bench --save WHY` makes it the baseline",
        );
        ExitCode::FAILURE
    }
}

/// Whether a check that had to find something found it: of every case that it looked at.
fn bites(record: &Record, breaches: &[compare::Breach]) -> Result<ExitCode> {
    let missed: Vec<_> = record
        .cases
        .keys()
        .filter(|case| breaches.iter().all(|breach| !breach.is_of(case)))
        .map(String::as_str)
        .collect();
    if record.cases.is_empty() || !missed.is_empty() {
        bail!(
            "twice the work passes the check: {}",
            if missed.is_empty() {
                "nothing was measured".to_owned()
            } else {
                missed.join(", ")
            }
        );
    }
    screen::say("Bites", "the check finds twice the work of every case");
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::record::OURS;

    #[test]
    fn a_check_that_misses_a_case_does_not_bite() {
        let mut record = Record::default();
        assert!(bites(&record, &[]).is_err());
        record.entry("calls/query", OURS).allocations = Some(2);
        record.entry("calls/package", OURS).allocations = Some(2);
        let mut baseline = record.clone();
        baseline.entry("calls/query", OURS).allocations = Some(1);
        let breaches = compare::breaches(&record, Some(&baseline), &[]);
        let error = bites(&record, &breaches).unwrap_err().to_string();
        assert!(error.ends_with("calls/package"), "{error}");
        baseline.entry("calls/package", OURS).allocations = Some(1);
        let breaches = compare::breaches(&record, Some(&baseline), &[]);
        assert!(bites(&record, &breaches).is_ok());
    }
}
