//! The programs that do the work: builds them, and asks them to measure.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bench::record::OURS;
use crate::process;
use crate::windows::Windows;
use crate::workspace::Workspace;

/// The manifest of what runs on Windows, below the workspace.
const PEERS: &str = "benches/peers/Cargo.toml";

/// A pair of programs, ready to run: one for times, one for the heap.
#[derive(Debug)]
pub enum Program {
    /// On this system.
    Here {
        /// Where the programs are.
        folder: PathBuf,
    },
    /// On Windows, or Wine.
    Windows {
        /// What runs them.
        windows: Box<Windows>,
        /// The manifest that they are built by.
        manifest: PathBuf,
    },
}

/// A case, as `measure list` tells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// When to measure it.
    pub worth: Worth,
    /// Whether the sides' results can be compared.
    pub agree: bool,
    /// The most instructions that ours may take, as a multiple of another side's.
    pub limit: Option<(f64, String)>,
    /// Who does it, ours first.
    pub sides: Vec<String>,
}

/// When to measure a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// Always.
    Always,
    /// Not in a quick run.
    Thorough,
    /// Not in a quick run, and without counting instructions.
    Timed,
}

impl Program {
    /// Builds the programs for this system, slow on purpose, if so asked, and makes their inputs.
    pub fn here(workspace: &Workspace, slow: bool) -> Result<Self> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["build", "--release", "--package", "winsec-benches"])
            .arg("--bins")
            .args(slow.then_some("--features=deliberate-slowdown"))
            .current_dir(&workspace.root);
        process::succeed(&mut cargo)?;
        let folder = workspace.target.join("release");
        process::succeed(Command::new(program(&folder, "measure")).arg("inputs"))?;
        Ok(Self::Here { folder })
    }

    /// Builds the programs for Windows, which call what our users would call instead.
    pub fn windows(workspace: &Workspace, setup: bool) -> Result<Self> {
        let windows = Windows::prepare(workspace, setup)?;
        let manifest = workspace.root.join(PEERS);
        process::succeed(cargo(&windows, &manifest, "build").arg("--bins"))?;
        Ok(Self::Windows {
            windows: Box::new(windows),
            manifest,
        })
    }

    /// Where it runs, for people.
    pub fn place(&self) -> String {
        match self {
            Self::Here { .. } => "this system".to_owned(),
            Self::Windows { windows, .. } => windows.place(),
        }
    }

    /// The file of the program that does the work, if it runs on this system as it is.
    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Here { folder } => Some(program(folder, "measure")),
            Self::Windows { .. } => None,
        }
    }

    /// A command that runs one of the two.
    fn command(&self, name: &str) -> Command {
        match self {
            Self::Here { folder } => Command::new(program(folder, name)),
            Self::Windows { windows, manifest } => {
                let mut command = cargo(windows, manifest, "run");
                command.args(["--quiet", "--bin", name, "--"]);
                command
            }
        }
    }

    /// The cases.
    pub fn list(&self) -> Result<Vec<Case>> {
        let text = process::output(self.command("measure").arg("list"))?;
        let cases = text.lines().map(|line| {
            Case::read(line).with_context(|| format!("`measure list` printed {line:?}"))
        });
        cases.collect()
    }

    /// Compares the results of all sides; says what is the same.
    pub fn agree(&self, case: &Case) -> Result<String> {
        process::output(self.command("measure").args(["agree", &case.id]))
    }

    /// Times all sides in turn: nanoseconds, for each side and round.
    pub fn time(&self, case: &Case, seconds: u32, rounds: u32) -> Result<Vec<Vec<f64>>> {
        let text = process::output(self.command("measure").args([
            "time",
            &case.id,
            &seconds.to_string(),
            &rounds.to_string(),
        ]))?;
        let samples: Option<Vec<Vec<f64>>> = text
            .lines()
            .zip(&case.sides)
            .map(|(line, side)| {
                let samples = line.strip_prefix(side.as_str())?.split('\t').skip(1);
                samples.map(|sample| sample.parse().ok()).collect()
            })
            .collect();
        let samples = samples.with_context(|| format!("`measure time` printed {text:?}"))?;
        ensure!(
            samples.len() == case.sides.len(),
            "a side of {} is lost",
            case.id
        );
        Ok(samples)
    }

    /// What a side takes from the heap: names and figures.
    pub fn memory(&self, case: &Case, side: &str) -> Result<Vec<(String, u64)>> {
        let text = process::output(self.command("memory").args([&case.id, side]))?;
        let figures: Option<_> = text
            .lines()
            .map(|line| {
                let (name, figure) = line.split_once('\t')?;
                Some((name.to_owned(), figure.parse().ok()?))
            })
            .collect();
        figures.with_context(|| format!("`memory` printed {text:?}"))
    }
}

/// The file of a program in a folder.
fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A cargo command for the package of a manifest, that builds for Windows.
fn cargo(windows: &Windows, manifest: &Path, subcommand: &str) -> Command {
    let mut command = windows.cargo(subcommand);
    command.args(["--release", "--manifest-path"]).arg(manifest);
    command
}

impl Case {
    /// Whether it belongs to a group.
    pub fn is_of(&self, group: &str) -> bool {
        self.id.split('/').next() == Some(group)
    }

    /// Whether a check looks at a side: at ours, and at the one that ours is limited by.
    pub fn gates(&self, side: &str) -> bool {
        let limit = self.limit.as_ref();
        side == OURS || limit.is_some_and(|(_, against)| against == side)
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let id = parts.next()?.to_owned();
        let worth = match parts.next()? {
            "always" => Worth::Always,
            "thorough" => Worth::Thorough,
            "timed" => Worth::Timed,
            _ => return None,
        };
        let agree = parts.next()? == "agree";
        let limit = match parts.next()? {
            "-" => None,
            limit => {
                let (ratio, against) = limit.split_once(';')?;
                Some((ratio.parse().ok()?, against.to_owned()))
            }
        };
        let sides = parts.next()?.split(';').map(ToOwned::to_owned).collect();
        Some(Self {
            id,
            worth,
            agree,
            limit,
            sides,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_case() {
        let case = Case::read("calls/query\talways\tagree\t1.02;by hand\tours;by hand\tx").unwrap();
        assert_eq!(case.id, "calls/query");
        assert!(case.is_of("calls") && !case.is_of("call"));
        assert_eq!(case.limit, Some((1.02, "by hand".to_owned())));
        assert_eq!(case.sides, ["ours", "by hand"]);
        assert!(case.gates("ours") && case.gates("by hand") && !case.gates("another"));
        assert_eq!(Case::read("calls/query\tnever\tagree\t-\tours\tx"), None);
        assert_eq!(Case::read("nonsense"), None);
    }
}
