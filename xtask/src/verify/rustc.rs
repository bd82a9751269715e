//! The party that compiles the result: rustc evaluates the bindings' layout assertions.

use std::process::Stdio;

use winsec_codegen::source::Sources;

use crate::windows::every::{self, Check};
use crate::workspace::Workspace;

/// What rustc says for each Windows target.
#[derive(Debug)]
pub struct Rustc {
    answers: Vec<Answer>,
}

#[derive(Debug)]
enum Answer {
    /// Every assertion holds on these targets.
    Holds(String),
    /// Something does not compile: where, and rustc's words.
    Fails(String, String),
    /// It could not be asked: where and why.
    Missing(String),
}

impl Rustc {
    /// Checks the bindings on every target.
    pub fn ask(workspace: &Workspace, _sources: &Sources) -> Self {
        let answers = every::checks(workspace)
            .into_iter()
            .map(|check| match check {
                Check::Ready { place, command } => run(place, command),
                Check::Missing { target, why } => Answer::Missing(format!("{target}: {why}")),
            })
            .collect();
        Self { answers }
    }

    /// Where every assertion holds.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().filter_map(|answer| match answer {
            Answer::Holds(place) => Some(place.as_str()),
            Answer::Fails(place, _) => Some(place),
            Answer::Missing(_) => None,
        })
    }

    /// Where it could not be asked, and why.
    pub fn gaps(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().filter_map(|answer| match answer {
            Answer::Missing(gap) => Some(gap.as_str()),
            _ => None,
        })
    }

    /// What does not hold.
    pub fn failures(&self) -> impl Iterator<Item = String> {
        self.answers.iter().filter_map(|answer| match answer {
            Answer::Fails(place, words) => {
                Some(format!("rustc rejects the bindings for {place}:\n{words}"))
            }
            _ => None,
        })
    }
}

fn run(place: String, mut command: std::process::Command) -> Answer {
    let output = command
        .args(["--quiet", "--message-format=short"])
        .stdin(Stdio::null())
        .output();
    match output {
        Err(error) => Answer::Missing(format!("{place}: cargo does not start: {error}")),
        Ok(output) if output.status.success() => Answer::Holds(place),
        Ok(output) => Answer::Fails(
            place,
            String::from_utf8_lossy(&output.stderr)
                .trim_end()
                .to_owned(),
        ),
    }
}
