//! Has C compilers hold a crate's layouts against mingw-w64's headers, and a committed table against
//! the differences.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Error, Result, bail};
use winsec_codegen::Analysis;
use winsec_codegen::layout::Arch;
use winsec_oracles::c::{self, Compiler, Missing};
use winsec_oracles::whole::headers::triage::{DATA, DOCUMENT, Triage, Weighed};
use winsec_oracles::whole::headers::{self, ARCHES, Sample, Tally};

use crate::screen;
use crate::table::table;
use crate::workspace::Workspace;

/// What came of the comparison.
#[derive(Debug)]
pub struct Headers {
    /// By Microsoft's rules, which clang knows.
    microsoft: Vec<(Arch, Tally)>,
    /// By mingw-w64's own compiler.
    gcc: Vec<(Arch, Tally)>,
    version: String,
    triage: Triage,
    weighed: Weighed,
}

impl Headers {
    /// Compares every record, or a sample, on each architecture; `everything` says whether these are
    /// all records of the metadata that the table was made for. `include` is a folder of headers,
    /// unless they are the installed ones.
    ///
    /// # Errors
    ///
    /// When a compiler is missing or cannot be asked, or the table cannot be read.
    pub fn compare(
        workspace: &Workspace,
        analysis: &Analysis,
        include: Option<&Path>,
        sample: Option<Sample>,
        everything: bool,
    ) -> Result<Self> {
        let begin = Instant::now();
        let triage = triage(&workspace.root)?;
        let gcc = c::compilers(include).into_iter();
        // Of arm64 there is no gcc in mingw-w64.
        let gcc = gcc.filter(|found| arch(found) != Some(Arch::Arm64));
        let compilers = present(c::microsoft(include).into_iter().chain(gcc))?;
        let scratch = &workspace.target.join("win32").join("headers");
        let tallies = std::thread::scope(|scope| {
            let threads: Vec<_> = compilers
                .iter()
                .map(|(arch, compiler)| {
                    let ask = || headers::compare(analysis, *arch, compiler, sample, scratch);
                    (*arch, compiler, scope.spawn(ask))
                })
                .collect();
            let tallies = threads.into_iter().map(|(arch, compiler, thread)| {
                let tally = thread.join();
                let tally = tally.unwrap_or_else(|payload| std::panic::resume_unwind(payload));
                Ok((
                    compiler.lays_out_for.is_some(),
                    (arch, tally.map_err(Error::msg)?),
                ))
            });
            tallies.collect::<Result<Vec<_>>>()
        })?;
        let of = |by_microsoft| {
            let tallies = tallies.iter().filter(|(is, _)| *is == by_microsoft);
            tallies.map(|(_, tally)| tally.clone()).collect::<Vec<_>>()
        };
        let (microsoft, gcc) = (of(true), of(false));
        let (_, compiler) = compilers.first().context("no compiler was asked")?;
        let version = c::headers_version(compiler, scratch).map_err(Error::msg)?;
        let all = everything && sample.is_none();
        let weighed = triage.weigh(&microsoft, &gcc, &version, all);
        screen::say(
            "Compared",
            format!(
                "with the headers of mingw-w64 {version} in {:.1} s",
                begin.elapsed().as_secs_f64()
            ),
        );
        Ok(Self {
            microsoft,
            gcc,
            version,
            triage,
            weighed,
        })
    }

    /// Whether nothing contradicts what is expected.
    pub fn is_settled(&self) -> bool {
        self.weighed.problems.is_empty()
    }

    /// On the screen.
    pub fn print(&self) {
        println!("{}", self.counts());
        for (arch, tally) in &self.microsoft {
            for (reason, count) in tally.reasons() {
                let arch = arch.name();
                screen::say("Not compared", format!("{count} on {arch}: {reason}"));
            }
        }
        for line in &self.weighed.new {
            screen::say("New here", line);
        }
        if let Some(words) = self.unexpected() {
            screen::say("Not expected", words);
        }
        for problem in &self.weighed.problems {
            screen::say("Triage", problem.to_string());
        }
    }

    /// What is said of headers that have no rows.
    fn unexpected(&self) -> Option<String> {
        let Weighed { new, seen, .. } = &self.weighed;
        let (new, version) = (new.len(), &self.version);
        (new + seen > 0).then(|| {
            format!(
                "{DATA} has no rows of mingw-w64 {version}: {seen} differences are those of other \
                 versions, {new} are new here; add what is right to the rows"
            )
        })
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
            "\nEvery difference is in {DATA} of winsec, with who is wrong and the evidence in {DOCUMENT}.\n"
        );
        for cause in &self.triage.causes {
            let (title, wrong, count) = (&cause.title, &cause.wrong, cause.rows.len());
            let _ = writeln!(text, "- {title}: {count} rows; wrong: {wrong}");
        }
        for line in &self.weighed.new {
            let _ = writeln!(text, "- New here: {line}");
        }
        for problem in &self.weighed.problems {
            let _ = writeln!(text, "- Not settled: {problem}");
        }
        for (arch, tally) in &self.microsoft {
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
            "laid out by",
            "records",
            "agreeing",
            "agreeing in what both name",
            "differing",
            "not in the headers",
            "not compared",
            "not of the sample",
        ];
        let microsoft = self
            .microsoft
            .iter()
            .map(|of| (of, "Microsoft's rules (clang)"));
        let rows = microsoft.chain(self.gcc.iter().map(|of| (of, "gcc")));
        let rows = rows.map(|((arch, tally), by)| {
            [
                arch.name().to_owned(),
                by.to_owned(),
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

/// What is expected, and why.
fn triage(root: &Path) -> Result<Triage> {
    let read = |name| {
        let file = root.join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    Triage::read(&read(DOCUMENT)?, &read(DATA)?).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Error::msg(problems.join("\n"))
    })
}

/// The architecture that a compiler is for, whether it is there or not.
fn arch(found: &Result<Compiler, Missing>) -> Option<Arch> {
    let of = match found {
        Ok(compiler) => compiler.arch,
        Err(missing) => missing.arch,
    };
    ARCHES.into_iter().find(|arch| arch.set() == of)
}

/// The compilers, if all are there.
fn present(all: impl Iterator<Item = Result<Compiler, Missing>>) -> Result<Vec<(Arch, Compiler)>> {
    let mut compilers = Vec::new();
    let mut missing = Vec::new();
    for found in all {
        let Some(arch) = arch(&found) else {
            continue;
        };
        match found {
            Ok(compiler) => compilers.push((arch, compiler)),
            Err(lacks) => missing.push(lacks.to_string()),
        }
    }
    missing.dedup();
    if missing.is_empty() {
        Ok(compilers)
    } else {
        bail!("the headers cannot be read: {}", missing.join("; "))
    }
}
