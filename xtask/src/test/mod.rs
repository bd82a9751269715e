//! `cargo xtask test`: every test and check there is, and a summary that leaves nothing out.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::needs::{self, Need, Setup};
use crate::test::step::Step;
use crate::test::summary::Summary;
use crate::windows::Windows;
use crate::workspace::Workspace;

mod counts;
mod libtest;
mod matrix;
mod msrv;
mod packages;
mod plan;
mod progress;
mod said;
mod sanitizers;
mod step;
mod stranger;
mod summary;

/// All that a full run needs on a system that is not Windows.
const NEEDS: &[Need] = &[
    needs::WINE,
    needs::NTLM,
    needs::MINGW_X64,
    needs::MINGW_X86,
    needs::CLANG,
    needs::VALGRIND,
    needs::WINDOWS_STD,
    needs::WINDOWS_STD_X86,
    needs::EVERY_CORE,
];

/// The name of what fails where something cannot be installed.
const SETUP: &str = "setup";

/// Run every test and check there is; on Linux the Windows build runs with Wine
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask test --setup")]
pub struct Test {
    #[command(flatten)]
    setup: Setup,
    /// Leave out what builds for Windows
    #[arg(long, conflicts_with = "windows")]
    host: bool,
    /// Leave out what builds for this system
    #[arg(long)]
    windows: bool,
    /// Run only the steps whose names contain this; may be given several times
    #[arg(long, value_name = "NAME", conflicts_with = "filter")]
    step: Vec<String>,
    /// Run only the tests whose names contain this, and no other checks
    filter: Option<String>,
}

impl Test {
    /// Runs them all; a failure does not keep the rest from running.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let mut outcomes = Vec::new();
        let mut run = |step: Step| {
            if self.asks(&step.what) {
                outcomes.push(step.run(&workspace));
            }
        };
        if self.setup.setup && !cfg!(windows) && !self.host {
            needs::ensure(NEEDS, true)
                .unwrap_or_else(|error| run(Step::impossible(SETUP, plan::HOST, error)));
        }
        if self.windows && !cfg!(windows) {
            run(Step::left(
                "all that builds for this system",
                plan::HOST,
                "--windows was given",
            ));
        } else {
            plan::host(&workspace, self.filter.as_deref(), self.setup.setup)?
                .into_iter()
                .for_each(&mut run);
        }
        if self.host && !cfg!(windows) {
            run(Step::left(
                "all that builds for Windows",
                plan::WINE,
                "--host was given",
            ));
        } else if !cfg!(windows) {
            // The prefixes are ours from here on, and no longer.
            let filter = self.filter.as_deref();
            let windows = Windows::prepare(&workspace, false);
            plan::windows(&workspace, windows.as_ref(), filter)
                .into_iter()
                .for_each(&mut run);
            if self.asks(plan::TESTS_X86) {
                let windows = Windows::prepare_x86(&workspace, self.setup.setup);
                run(plan::windows_x86(&workspace, windows.as_ref(), filter));
            }
        }
        if self.filter.is_some() {
            run(Step::left(
                "every check that is no test",
                "everywhere",
                "a test's name was given",
            ));
        }
        if !self.step.is_empty() {
            if outcomes.is_empty() {
                bail!("no step's name contains `{}`", self.step.join("` or `"));
            }
            let rest = Step::left("every other step", "everywhere", "--step was given");
            outcomes.push(rest.run(&workspace));
        }
        let summary = Summary::new(outcomes, &workspace);
        summary.print()?;
        if let Some(filter) = &self.filter
            && summary.is_empty()
        {
            bail!("no test's name contains `{filter}`");
        }
        Ok(if summary.is_good() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
    /// Whether a step is to run. That something cannot be installed is always told.
    fn asks(&self, what: &str) -> bool {
        let named = || self.step.iter().any(|name| what.contains(name));
        self.step.is_empty() || what == SETUP || named()
    }
}
