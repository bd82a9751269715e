//! One program for Windows: building it, and starting what was built.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::windows::Windows;
use crate::workspace::Workspace;

/// A program of the workspace.
#[derive(Debug, Clone, Copy)]
pub struct Program<'a> {
    /// The package that has it.
    pub package: &'a str,
    /// Cargo's word for its kind: `bin` or `example`.
    pub kind: &'a str,
    /// Its name.
    pub name: &'a str,
}

impl Program<'_> {
    /// Builds it for Windows with one of cargo's profiles, and says where it is.
    pub fn build(self, workspace: &Workspace, windows: &Windows, profile: &str) -> Result<PathBuf> {
        let mut command = windows.cargo("build");
        command
            .args(["--package", self.package])
            .arg(format!("--{}", self.kind))
            .args([self.name, "--profile", profile])
            .arg("--message-format=json-render-diagnostics")
            .current_dir(&workspace.root)
            .stderr(Stdio::inherit());
        let said = process::output(&mut command)?;
        said.lines()
            .rev()
            .find_map(executable)
            .with_context(|| format!("`{}` made no program", process::shown(&command)))
    }
}

/// The program that a message of cargo's tells of.
fn executable(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    Some(message["executable"].as_str()?.into())
}

impl Windows {
    /// A command that starts a program that was built for Windows.
    pub fn start(&self, program: &Path) -> Command {
        let Some(cross) = &self.cross else {
            return Command::new(program);
        };
        let mut command = Command::new(cross.wine.loader());
        command.arg(program).envs(cross.wine.environment());
        if let Some(search) = &cross.search {
            command.env("WINEPATH", search);
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_programs_are_taken() {
        let program = r#"{"reason":"compiler-artifact","executable":"target/winsec.exe"}"#;
        assert_eq!(executable(program), Some("target/winsec.exe".into()));
        assert_eq!(executable(r#"{"executable":null}"#), None);
        assert_eq!(executable("nonsense"), None);
    }
}
