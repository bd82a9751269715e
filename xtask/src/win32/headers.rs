//! Has C compilers hold a crate's layouts against mingw-w64's headers, and a committed table against
//! the differences.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Error, Result, bail};
use winsec_codegen::Analysis;
use winsec_codegen::layout::Arch;
use winsec_oracles::c::{self, Compiler};
use winsec_oracles::whole::headers::triage::{Problem, Triage};
use winsec_oracles::whole::headers::{self, ARCHES, Sample, Tally};

use crate::screen;
use crate::table::table;
use crate::workspace::Workspace;

/// The table that says of each difference who is wrong.
const TRIAGE: &str = "docs/win32-headers.md";

/// What came of the comparison.
#[derive(Debug)]
pub struct Headers {
    tallies: Vec<(Arch, Tally)>,
    version: String,
    triage: Triage,
    problems: Vec<Problem>,
}

impl Headers {
    /// Compares every record, or a sample, on each architecture; `everything` says whether these are
    /// all records of the metadata that the table was made for.
    ///
    /// # Errors
    ///
    /// When a compiler is missing or cannot be asked, or the table cannot be read.
    pub fn compare(
        workspace: &Workspace,
        analysis: &Analysis,
        sample: Option<Sample>,
        everything: bool,
    ) -> Result<Self> {
        let begin = Instant::now();
        let triage = triage(&workspace.root)?;
        let compilers = compilers()?;
        let scratch = &workspace.target.join("win32").join("headers");
        let tallies = std::thread::scope(|scope| {
            let threads: Vec<_> = compilers
                .iter()
                .map(|(arch, compiler)| {
                    let ask = || headers::compare(analysis, *arch, compiler, sample, scratch);
                    (*arch, scope.spawn(ask))
                })
                .collect();
            let tallies = threads.into_iter().map(|(arch, thread)| {
                let tally = thread.join();
                let tally = tally.unwrap_or_else(|payload| std::panic::resume_unwind(payload));
                Ok((arch, tally.map_err(Error::msg)?))
            });
            tallies.collect::<Result<Vec<_>>>()
        })?;
        let (_, compiler) = compilers.first().context("no compiler was asked")?;
        let version = c::headers_version(compiler, scratch).map_err(Error::msg)?;
        let problems = triage.weigh(&tallies, &version, everything && sample.is_none());
        screen::say(
            "Compared",
            format!(
                "with the headers of mingw-w64 {version} in {:.1} s",
                begin.elapsed().as_secs_f64()
            ),
        );
        Ok(Self {
            tallies,
            version,
            triage,
            problems,
        })
    }

    /// Whether the table has every difference, and no other.
    pub fn is_settled(&self) -> bool {
        self.problems.is_empty()
    }

    /// On the screen.
    pub fn print(&self) {
        println!("{}", self.counts());
        for (arch, tally) in &self.tallies {
            for (reason, count) in tally.reasons() {
                let arch = arch.name();
                screen::say("Not compared", format!("{count} on {arch}: {reason}"));
            }
        }
        for problem in &self.problems {
            screen::say("Triage", told(problem));
        }
    }

    /// As a part of the crate's document.
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "\n## Against the headers of mingw-w64 {}\n\n{}\n",
            self.version,
            self.counts()
        );
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\nEvery difference is in {TRIAGE} of winsec, with who is wrong and the evidence.\n"
        );
        for cause in &self.triage.causes {
            let (title, wrong, count) = (&cause.title, &cause.wrong, cause.rows.len());
            let _ = writeln!(text, "- {title}: {count} rows; wrong: {wrong}");
        }
        for problem in &self.problems {
            let _ = writeln!(text, "- Not settled: {}", told(problem));
        }
        for (arch, tally) in &self.tallies {
            for (reason, count) in tally.reasons() {
                let _ = writeln!(text, "- Not compared, {count} on {}: {reason}", arch.name());
            }
        }
        text
    }

    /// What became of every record.
    fn counts(&self) -> String {
        let header = [
            "on",
            "records",
            "agreeing",
            "agreeing in what both name",
            "differing",
            "not in the headers",
            "not compared",
            "not of the sample",
        ];
        let rows = self.tallies.iter().map(|(arch, tally)| {
            [
                arch.name().to_owned(),
                tally.all().to_string(),
                tally.agreeing.len().to_string(),
                tally.partly.len().to_string(),
                tally.differing.len().to_string(),
                tally.absent.len().to_string(),
                tally.unsupported.len().to_string(),
                tally.left_out.len().to_string(),
            ]
        });
        table(header.map(ToOwned::to_owned), rows)
    }
}

/// The committed table.
fn triage(root: &Path) -> Result<Triage> {
    let file = root.join(TRIAGE);
    let text = fs::read_to_string(&file);
    let text = text.with_context(|| format!("cannot read {}", file.display()))?;
    Triage::read(&text).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(told).collect();
        Error::msg(problems.join("\n"))
    })
}

/// A problem with its place.
fn told(problem: &Problem) -> String {
    let message = &problem.message;
    match problem.line {
        Some(line) => format!("{TRIAGE}:{line}: {message}"),
        None => format!("{TRIAGE}: {message}"),
    }
}

/// The compiler of each architecture.
fn compilers() -> Result<Vec<(Arch, Compiler)>> {
    let mut compilers = Vec::new();
    let mut missing = Vec::new();
    for found in c::compilers() {
        let (of, found) = match found {
            Ok(compiler) => (compiler.arch, Ok(compiler)),
            Err(lacks) => (lacks.arch, Err(lacks)),
        };
        let Some(arch) = ARCHES.into_iter().find(|arch| arch.set() == of) else {
            continue;
        };
        match found {
            Ok(compiler) => compilers.push((arch, compiler)),
            Err(lacks) => missing.push(lacks.to_string()),
        }
    }
    if missing.is_empty() {
        Ok(compilers)
    } else {
        bail!("the headers cannot be read: {}", missing.join("; "))
    }
}
