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

    /// Whether nothing ran at all.
    pub fn is_empty(&self) -> bool {
        self.total.passed + self.total.failed == 0
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
        // Further lines belong to the same point.
        let _ = writeln!(text, "- {}", line.replace('\n', "\n      "));
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
                    "left out by the tests themselves ({}): {}",
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
        End::Failed(why) => vec![format!("{} ({place}): {why:#}", outcome.what)],
        End::Tests { success: true, .. } => Vec::new(),
        End::Tests { results, said, .. } => {
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
            if !said.is_empty() {
                lines.push(format!("what they said ({place}):\n{said}"));
            }
            lines
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::test::libtest::TestName;
    use crate::test::step::Backend;

    fn outcome(what: &str, place: &str, end: End) -> Outcome {
        Outcome {
            what: what.to_owned(),
            place: place.to_owned(),
            end,
            time: Duration::from_millis(1500),
        }
    }

    fn test(name: &str) -> TestName {
        TestName {
            package: "winsec-ffi".to_owned(),
            part: "tests/calls".to_owned(),
            name: name.to_owned(),
        }
    }

    #[test]
    fn leaves_nothing_out() {
        let results = vec![
            (test("walks"), Verdict::Passed),
            (test("queries"), Verdict::Failed),
            (test("waits"), Verdict::Ignored),
        ];
        let backend = Backend::Wine;
        let outcomes = vec![
            outcome("formatting", "host", End::Passed),
            outcome(
                "lints",
                "host",
                End::Failed(anyhow::anyhow!("`cargo clippy` failed\nerror: no clippy")),
            ),
            outcome("old Rust", "host", End::Left("not here".to_owned())),
            outcome(
                "tests",
                "Wine",
                End::Tests {
                    backend,
                    results,
                    said: "---- queries stdout ----\nleft: 1".to_owned(),
                    success: false,
                },
            ),
        ];
        let summary = Summary::new(outcomes, &Workspace::load().unwrap());
        let expected = "
## The crates' tests on each backend

| crate      | test          | Wine    |
|------------|---------------|---------|
| winsec-ffi | calls queries | FAILED  |
| winsec-ffi | calls waits   | skipped |
| winsec-ffi | calls walks   | passed  |

## What ran

| what       | where | result                        | seconds |
|------------|-------|-------------------------------|---------|
| formatting | host  | passed                        | 1.5     |
| lints      | host  | FAILED                        | 1.5     |
| tests      | Wine  | 1 passed, 1 FAILED, 1 skipped | 1.5     |

## What did not run, and why

- old Rust (host): not here
- left out by the tests themselves (Wine): winsec-ffi tests/calls waits

## What failed

- lints (host): `cargo clippy` failed
      error: no clippy
- winsec-ffi tests/calls queries (Wine)
- what they said (Wine):
      ---- queries stdout ----
      left: 1";
        assert_eq!(summary.render(), expected);
        let total = Counts {
            passed: 2,
            failed: 2,
            skipped: 2,
        };
        assert_eq!(summary.total, total);
        assert!(!summary.is_good());
    }

    #[test]
    fn a_run_that_fails_without_a_failing_test_has_failed() {
        let end = End::Tests {
            backend: Backend::Host,
            results: Vec::new(),
            said: String::new(),
            success: false,
        };
        let summary = Summary::new(
            vec![outcome("tests", "host", end)],
            &Workspace::load().unwrap(),
        );
        assert_eq!(summary.total.failed, 1);
        assert!(
            summary
                .render()
                .contains("cargo test failed without a failing test")
        );
    }
}
