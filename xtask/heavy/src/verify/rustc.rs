//! The party that compiles the result: rustc evaluates the bindings' layout assertions.

use std::fs;
use std::process::{Command, Stdio};

use winsec_codegen::Analysis;
use winsec_codegen::bindings::bindings;

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
    /// Checks the bindings on every target, unless they are of other specs than these.
    pub fn ask(workspace: &Workspace, analysis: &Analysis) -> Self {
        let stale = stale(workspace, analysis);
        if !stale.is_empty() {
            let gap = format!(
                "the bindings are not of these specs; `cargo xtask gen` writes {}",
                stale.join(", ")
            );
            return Self {
                answers: vec![Answer::Missing(gap)],
            };
        }
        let answers = every::bindings(workspace)
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

/// The files of the bindings that are not what the specs become.
fn stale(workspace: &Workspace, analysis: &Analysis) -> Vec<String> {
    let folder = workspace.root.join("crates/ffi/src/generated");
    bindings(analysis)
        .into_iter()
        .filter(|file| {
            let found = fs::read_to_string(folder.join(&file.name)).unwrap_or_default();
            found.replace("\r\n", "\n") != file.text
        })
        .map(|file| file.name)
        .collect()
}

fn run(place: String, mut command: Command) -> Answer {
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
