//! One step of a test run: commands that must succeed, or tests that are counted one by one.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow, bail};
use serde_json::Value;

use crate::process::{self, Patience};
use crate::screen;
use crate::test::libtest::{Programs, Reader, TestName, Verdict};
use crate::test::progress::Progress;
use crate::test::said::{Failures, Tail};
use crate::workspace::Workspace;

/// Longer than any compiler is silent, even on a busy machine.
const COMPILERS: Patience = Patience {
    silence: Duration::from_secs(20 * 60),
    rescue: None,
};

/// Longer than any test is silent.
const TESTS: Duration = Duration::from_secs(10 * 60);

/// Where tests run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Backend {
    /// This machine, which is not Windows: where a crate would call it, the emulator answers.
    Host,
    /// Wine.
    Wine,
    /// Wine, with 32-bit programs.
    WineX86,
    /// Windows.
    Windows,
}

impl Backend {
    /// Its column's heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Host => "emulator",
            Self::Wine => "Wine",
            Self::WineX86 => "Wine, x86",
            Self::Windows => "Windows",
        }
    }
}

/// A step.
#[derive(Debug)]
pub struct Step {
    /// What it does.
    pub what: String,
    /// Where, for people.
    pub place: String,
    /// The work.
    pub work: Work,
}

/// What a step does.
#[derive(Debug)]
pub enum Work {
    /// Runs commands; each must succeed, and each runs whether the others did or not.
    Check(Vec<Command>),
    /// Runs commands whose faults were planted: each must fail, and name its fault in a line that
    /// contains the text beside it.
    Bites(Vec<(Command, &'static str)>),
    /// Runs tests.
    Tests(Box<Suite>),
    /// Cannot run, though it should.
    Impossible(Error),
    /// Does not run, and why.
    Left(String),
}

/// Tests that cargo builds and runs.
#[derive(Debug)]
pub struct Suite {
    /// Builds them, and lists their programs as JSON.
    pub build: Command,
    /// Runs them.
    pub run: Command,
    /// Where they run.
    pub backend: Backend,
    /// Ends a test that hangs, if there is a way.
    pub rescue: Option<Command>,
}

/// A step that is over.
#[derive(Debug)]
pub struct Outcome {
    /// What it did.
    pub what: String,
    /// Where.
    pub place: String,
    /// How it ended.
    pub end: End,
    /// How long it took.
    pub time: Duration,
}

/// How a step ended.
#[derive(Debug)]
pub enum End {
    /// Every command succeeded.
    Passed,
    /// Some did not, or could not run.
    Failed(Error),
    /// These tests ran.
    Tests {
        /// Where.
        backend: Backend,
        /// Each test, and how it ended.
        results: Vec<(TestName, Verdict)>,
        /// What the failing ones printed.
        said: String,
        /// Whether cargo says that all is well.
        success: bool,
    },
    /// It did not run, and why.
    Left(String),
}

impl Step {
    /// A step.
    pub fn new(what: &str, place: &str, work: Work) -> Self {
        Self {
            what: what.to_owned(),
            place: place.to_owned(),
            work,
        }
    }

    /// One that ought to run and cannot: it counts as failed.
    pub fn impossible(what: &str, place: &str, why: Error) -> Self {
        Self::new(what, place, Work::Impossible(why))
    }

    /// One that does not run, for a good reason.
    pub fn left(what: &str, place: &str, why: &str) -> Self {
        Self::new(what, place, Work::Left(why.to_owned()))
    }

    /// Does the work.
    pub fn run(self, workspace: &Workspace) -> Outcome {
        let begin = Instant::now();
        let end = match self.work {
            Work::Left(why) => Ok(End::Left(why)),
            Work::Impossible(error) => Err(error),
            Work::Check(commands) => Progress::show(&self.what, &self.place, |progress| {
                check(commands, progress)
            }),
            Work::Bites(commands) => Progress::show(&self.what, &self.place, |progress| {
                bites(commands, progress)
            }),
            Work::Tests(suite) => Progress::show(&self.what, &self.place, |progress| {
                tests(*suite, workspace, progress)
            }),
        };
        let end = end.unwrap_or_else(|error| {
            screen::error(&error);
            End::Failed(error)
        });
        Outcome {
            what: self.what,
            place: self.place,
            end,
            time: begin.elapsed(),
        }
    }
}

impl End {
    /// Whether nothing failed.
    pub fn is_good(&self) -> bool {
        match self {
            Self::Passed | Self::Left(_) => true,
            Self::Failed(_) => false,
            Self::Tests { success, .. } => *success,
        }
    }
}

fn check(commands: Vec<Command>, progress: &mut Progress) -> Result<End> {
    let mut failures = Vec::new();
    for mut command in commands {
        progress.command(&command);
        if let Err(failure) = succeeds(&mut command, progress) {
            failures.push(format!("{failure:#}"));
        }
    }
    Ok(ended(&failures))
}

/// Runs a command that must succeed; the error repeats what it said in the end.
fn succeeds(command: &mut Command, progress: &mut Progress) -> Result<()> {
    screen::colour(command);
    let mut tail = Tail::default();
    let status = process::watch(command, COMPILERS, |line| {
        tail.line(line);
        progress.line(line, false);
    })?;
    if status.success() {
        return Ok(());
    }
    let command = process::shown(command);
    Err(anyhow!("`{command}` failed: {status}\n{}", tail.text()))
}

/// Good, if nothing failed.
fn ended(failures: &[String]) -> End {
    if failures.is_empty() {
        End::Passed
    } else {
        End::Failed(Error::msg(failures.join("\n")))
    }
}

fn bites(commands: Vec<(Command, &'static str)>, progress: &mut Progress) -> Result<End> {
    let mut failures = Vec::new();
    for (mut command, fault) in commands {
        progress.command(&command);
        let mut named = false;
        let status = process::watch(&mut command, COMPILERS, |line| {
            named |= line.contains(fault);
            progress.line(line, false);
        })?;
        if status.success() || !named {
            failures.push(format!("not found, though planted: {fault}"));
        }
    }
    failures.iter().for_each(|line| progress.line(line, false));
    Ok(ended(&failures))
}

fn tests(suite: Suite, workspace: &Workspace, progress: &mut Progress) -> Result<End> {
    let Suite {
        mut build,
        mut run,
        backend,
        rescue,
    } = suite;
    progress.command(&run);
    screen::colour(&mut build);
    screen::colour(&mut run);
    let mut programs = Programs::new();
    let mut tail = Tail::default();
    let built = process::watch(&mut build, COMPILERS, |line| {
        match program(line, workspace) {
            Some((file, owner)) => _ = programs.insert(file, owner),
            None if line.starts_with('{') => {}
            None => {
                tail.line(line);
                progress.line(line, false);
            }
        }
    })?;
    if !built.success() {
        bail!("the tests do not build\n{}", tail.text());
    }
    let mut reader = Reader::new(&programs);
    let mut failures = Failures::default();
    let patience = Patience {
        silence: TESTS,
        rescue,
    };
    let status = process::watch(&mut run, patience, |line| {
        let plain = anstream::adapter::strip_str(line).to_string();
        failures.line(&plain);
        let dull = reader.line(&plain);
        progress.line(line, dull);
    });
    // What was seen before a program hung counts all the same.
    let success = status.map_or_else(
        |error| {
            screen::error(&error);
            false
        },
        |status| status.success(),
    );
    let results = reader.finish();
    Ok(End::Tests {
        backend,
        results,
        said: failures.text(),
        success,
    })
}

/// The test program that a line of cargo's JSON announces: its file name, package and part.
fn program(line: &str, workspace: &Workspace) -> Option<(String, (String, String))> {
    let message: Value = serde_json::from_str(line).ok()?;
    let path = message["executable"].as_str()?;
    let file = path.rsplit(['/', '\\']).next()?;
    let id = message["package_id"].as_str()?;
    let package = workspace.packages.iter().find(|package| package.id == id)?;
    let name = message["target"]["name"].as_str()?;
    let part = match message["target"]["kind"][0].as_str()? {
        "test" => format!("tests/{name}"),
        "bin" => format!("bin/{name}"),
        "example" => format!("examples/{name}"),
        "bench" => format!("benches/{name}"),
        _ => "lib".to_owned(),
    };
    Some((file.to_owned(), (package.name.clone(), part)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_planted_fault_has_to_be_found_and_named() {
        for (script, found) in [
            ("echo 'ERROR: the fault, at last'; exit 1", true),
            ("echo 'ERROR: the fault, at last'", false),
            ("echo 'ERROR: another'; exit 1", false),
            ("true", false),
        ] {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            let end = Progress::show("planted", "here", |progress| {
                bites(vec![(command, "the fault")], progress)
            });
            assert_eq!(end.unwrap().is_good(), found, "{script}");
        }
    }
}
