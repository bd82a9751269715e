//! The end of a test run: what ran where and how it ended, what did not and why.

use std::env;
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::Write as _;

use anyhow::{Context, Result};

use crate::table::table;
use crate::test::counts::Counts;
use crate::test::libtest::Verdict;
use crate::test::matrix::Matrix;
use crate::test::step::{End, Outcome};
use crate::workspace::Workspace;

/// A run's outcomes.
#[derive(Debug)]
pub struct Summary {
    outcomes: Vec<Outcome>,
    matrix: Matrix,
    total: Counts,
}

impl Summary {
    /// Adds up.
    pub fn new(outcomes: Vec<Outcome>, workspace: &Workspace) -> Self {
        let mut matrix = Matrix::default();
        let mut total = Counts::default();
        for outcome in &outcomes {
            total += outcome.counts();
            if let End::Tests {
                backend, results, ..
            } = &outcome.end
            {
                for (test, verdict) in results {
                    if workspace
                        .runtime()
                        .any(|package| package.name == test.package)
                    {
                        matrix.enter(test, *backend, *verdict);
                    }
                }
            }
        }
        Self {
            outcomes,
            matrix,
            total,
        }
    }

    /// Whether nothing failed.
    pub fn is_good(&self) -> bool {
        self.total.failed == 0
    }

    /// Prints it, and adds it to the summary page of a GitHub job where this is one.
    pub fn print(&self) -> Result<()> {
        let text = self.render();
        anstream::println!("{text}");
        if let Some(page) = env::var_os("GITHUB_STEP_SUMMARY") {
            let file = OpenOptions::new().create(true).append(true).open(page);
            let written = file.and_then(|mut page| page.write_all(text.as_bytes()));
            written.context("cannot add to the job's summary")?;
        }
        let Counts {
            passed,
            failed,
            skipped,
        } = self.total;
        println!("\n{passed} passed, {failed} failed, {skipped} skipped");
        Ok(())
    }

    fn render(&self) -> String {
        let mut text = String::new();
        if let Some(matrix) = self.matrix.render() {
            let _ = writeln!(text, "\n## The crates' tests on each backend\n\n{matrix}");
        }
        let _ = writeln!(text, "\n## What ran\n\n{}", self.steps());
        list(
            &mut text,
            "What did not run, and why",
            self.outcomes.iter().filter_map(not_run),
        );
        list(
            &mut text,
            "What failed",
            self.outcomes.iter().flat_map(failures),
        );
        text.truncate(text.trim_end().len());
        text
    }

    fn steps(&self) -> String {
        let header = ["what", "where", "result", "seconds"].map(ToOwned::to_owned);
        let ran = self
            .outcomes
            .iter()
            .filter(|outcome| !matches!(outcome.end, End::Left(_)));
        let rows = ran.map(|outcome| {
            let result = match outcome.end {
                End::Tests { .. } => outcome.counts().to_string(),
                _ => outcome.counts().word().to_owned(),
            };
            let seconds = format!("{:.1}", outcome.time.as_secs_f64());
            [outcome.what.clone(), outcome.place.clone(), result, seconds]
        });
        table(header, rows)
    }
}

impl Outcome {
    /// A test counts as one, and so does every step that is not made of tests.
    fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        match &self.end {
            End::Passed => counts.passed = 1,
            End::Failed(_) => counts.failed = 1,
            End::Left(_) => counts.skipped = 1,
            End::Tests {
                results, success, ..
            } => {
                for (_, verdict) in results {
                    counts.add(*verdict);
                }
                if !success && counts.failed == 0 {
                    // Something else than a test: the documentation tests did not build, say.
                    counts.failed = 1;
                }
            }
        }
        counts
    }
}

fn list(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(text, "\n## {heading}\n");
    }
    for line in lines {
        let _ = writeln!(text, "- {line}");
    }
}

fn not_run(outcome: &Outcome) -> Option<String> {
    match &outcome.end {
        End::Left(why) => Some(format!("{} ({}): {why}", outcome.what, outcome.place)),
        End::Tests { results, .. } => {
            let left = results
                .iter()
                .filter(|(_, verdict)| *verdict == Verdict::Ignored);
            let names: Vec<_> = left
                .map(|(test, _)| format!("{} {} {}", test.package, test.part, test.name))
                .collect();
            (!names.is_empty()).then(|| {
                format!(
                    "ignored in their source ({}): {}",
                    outcome.place,
                    names.join("; ")
                )
            })
        }
        End::Passed | End::Failed(_) => None,
    }
}

fn failures(outcome: &Outcome) -> Vec<String> {
    let place = &outcome.place;
    match &outcome.end {
        End::Passed | End::Left(_) => Vec::new(),
        End::Failed(None) => vec![format!("{} ({place})", outcome.what)],
        End::Failed(Some(why)) => vec![format!("{} ({place}): {why:#}", outcome.what)],
        End::Tests { success: true, .. } => Vec::new(),
        End::Tests { results, .. } => {
            let failed = results
                .iter()
                .filter(|(_, verdict)| *verdict == Verdict::Failed);
            let mut lines: Vec<_> = failed
                .map(|(test, _)| format!("{} {} {} ({place})", test.package, test.part, test.name))
                .collect();
            if lines.is_empty() {
                lines.push(format!(
                    "{} ({place}): cargo test failed without a failing test",
                    outcome.what
                ));
            }
            lines
        }
    }
}
