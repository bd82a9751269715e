//! Building for Windows and running the result: natively there, with Wine elsewhere.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::needs;
pub use crate::windows::program::{Profile, Program};
pub use crate::windows::rust::{Rust, Setting, Std};
use crate::windows::wine::Wine;
use crate::workspace::Workspace;

pub mod every;
mod program;
mod rust;
mod shim;
pub mod wine;

/// What a cross compiler usually builds 64-bit Windows programs for.
pub const GNU: &str = "x86_64-pc-windows-gnu";

/// The same for Windows 7: its standard library asks less of the system.
const GNU_WIN7: &str = "x86_64-win7-windows-gnu";

/// Every Windows target that the bindings must fit.
pub const TARGETS: [&str; 6] = [
    "aarch64-pc-windows-gnullvm",
    "aarch64-pc-windows-msvc",
    "i686-pc-windows-gnu",
    "i686-pc-windows-msvc",
    "x86_64-pc-windows-gnu",
    "x86_64-pc-windows-msvc",
];

/// What Wine before version 9 lacks, and every program of the [`GNU`] target imports.
const RANDOM_DLL: &str = "bcryptprimitives.dll";

/// A way to build for Windows and to run the result.
#[derive(Debug)]
pub struct Windows {
    rust: Rust,
    cross: Option<Cross>,
}

/// How it is done on another system.
#[derive(Debug)]
struct Cross {
    target: &'static str,
    std: Std,
    folder: PathBuf,
    search: Option<PathBuf>,
    wine: Wine,
}

impl Windows {
    /// Finds the way, and installs what it lacks if `setup` says so.
    pub fn prepare(workspace: &Workspace, setup: bool) -> Result<Self> {
        if cfg!(windows) {
            let rust = Rust::active().context("cargo or rustc is not on the search path")?;
            return Ok(Self { rust, cross: None });
        }
        needs::ensure(&[needs::WINE, needs::MINGW_X64, needs::WINDOWS_STD], setup)?;
        let Setting { rust, std } =
            Setting::find(GNU).context("the standard library for Windows has gone")?;
        let wine = Wine::prepare(&workspace.target.join("xtask"))?;
        let target = match std {
            Std::Source if !wine.has_dll(RANDOM_DLL) => GNU_WIN7,
            Std::Source | Std::Compiled => GNU,
        };
        let folder = workspace.target.join("windows");
        let search = (target == GNU && !wine.has_dll(RANDOM_DLL))
            .then(|| shim::build(&rust, std, &workspace.root, &folder))
            .transpose()?;
        let cross = Cross {
            target,
            std,
            folder,
            search,
            wine,
        };
        Ok(Self {
            rust,
            cross: Some(cross),
        })
    }

    /// A cargo command that builds for Windows; `run`, `test` and `bench` work too.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = self.rust.cargo(subcommand);
        let Some(cross) = &self.cross else {
            return command;
        };
        command
            .args(["--target", cross.target])
            .arg("--target-dir")
            .arg(&cross.folder)
            .envs(cross.wine.environment());
        cross
            .std
            .add_to(&mut command, "std,panic_abort,panic_unwind,test");
        let runner = format!(
            "CARGO_TARGET_{}_RUNNER",
            cross.target.to_uppercase().replace('-', "_")
        );
        command.env(runner, cross.wine.loader());
        if let Some(search) = &cross.search {
            command.env("WINEPATH", search);
        }
        command
    }

    /// Ends every program that runs, where that is possible.
    pub fn rescue(&self) -> Option<Command> {
        self.cross.as_ref().map(|cross| cross.wine.end_all())
    }

    /// What programs are built for, for people.
    pub fn target(&self) -> &str {
        self.cross.as_ref().map_or("Windows", |cross| cross.target)
    }

    /// Where programs run, for people.
    pub fn place(&self) -> String {
        match &self.cross {
            None => "Windows".to_owned(),
            Some(cross) => cross.wine.version().to_owned(),
        }
    }
}
