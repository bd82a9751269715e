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

/// The profiles of cargo's that users are handed programs in. A standard library that is compiled on the
/// way is compiled in the same one, so none of them may have debug assertions: those of the library end
/// a program for what the system did.
#[derive(Debug, Clone, Copy)]
pub enum Profile {
    /// Optimised.
    Release,
    /// As small as the command-line tool is handed out.
    Tool,
}

impl Profile {
    const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Tool => "tool",
        }
    }
}

impl Program<'_> {
    /// Builds it for Windows, and says where it is.
    pub fn build(
        self,
        workspace: &Workspace,
        windows: &Windows,
        profile: Profile,
    ) -> Result<PathBuf> {
        let mut command = windows.cargo("build");
        command
            .args(["--package", self.package])
            .arg(format!("--{}", self.kind))
            .args([self.name, "--profile", profile.name()])
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
    fn nobody_is_handed_debug_assertions() {
        let manifest: toml::Table = include_str!("../../../Cargo.toml").parse().unwrap();
        for profile in [Profile::Release, Profile::Tool] {
            let mut name = profile.name();
            // `release` has none but where the manifest says otherwise; `dev` has them.
            while name != "release" {
                let settings = &manifest["profile"][name];
                assert!(settings.get("debug-assertions").is_none(), "{name}");
                name = settings["inherits"].as_str().unwrap();
            }
            let release = manifest["profile"].get("release");
            let set = release.and_then(|settings| settings.get("debug-assertions"));
            assert!(set.is_none());
        }
    }

    #[test]
    fn only_programs_are_taken() {
        let program = r#"{"reason":"compiler-artifact","executable":"target/winsec.exe"}"#;
        assert_eq!(executable(program), Some("target/winsec.exe".into()));
        assert_eq!(executable(r#"{"executable":null}"#), None);
        assert_eq!(executable("nonsense"), None);
    }
}
