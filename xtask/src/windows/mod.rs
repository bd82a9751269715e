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
mod wow64;

/// What a cross compiler usually builds 64-bit Windows programs for.
pub const GNU: &str = "x86_64-pc-windows-gnu";

/// The same for 32-bit programs.
pub const GNU_X86: &str = "i686-pc-windows-gnu";

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
    /// Where the linker looks for what the target lacks.
    objects: Option<PathBuf>,
    /// Where Wine looks for the DLL that it lacks.
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
        let wine = Wine::prepare(&workspace.target.join("xtask"), "wineprefix", None)?;
        Self::cross(workspace, wine, GNU, "x86_64-win7-windows-gnu")
    }

    /// The same for 32-bit programs, where this is not Windows.
    pub fn prepare_x86(workspace: &Workspace, setup: bool) -> Result<Self> {
        needs::ensure(
            &[needs::WINE, needs::MINGW_X86, needs::WINDOWS_STD_X86],
            setup,
        )?;
        let folder = workspace.target.join("xtask");
        let dlls = wow64::dlls(&folder, setup)?;
        let wine = Wine::prepare(&folder, "wineprefix-x86", dlls)?;
        Self::cross(workspace, wine, GNU_X86, "i686-win7-windows-gnu")
    }

    /// Builds for a target; for the same of Windows 7, whose standard library asks less of the system,
    /// where Wine lacks what the usual one needs.
    fn cross(
        workspace: &Workspace,
        wine: Wine,
        usual: &'static str,
        win7: &'static str,
    ) -> Result<Self> {
        let Setting { rust, std } =
            Setting::find(usual).context("the standard library for Windows has gone")?;
        let target = match std {
            Std::Source if !wine.has_dll(RANDOM_DLL) => win7,
            Std::Source | Std::Compiled => usual,
        };
        let folder = workspace.target.join("windows");
        let search = (target == usual && !wine.has_dll(RANDOM_DLL))
            .then(|| shim::build(&rust, std, usual, &workspace.root, &folder))
            .transpose()?;
        let objects = (usual == GNU_X86 && std == Std::Source)
            .then(|| rust.start_objects(usual, &folder.join("start-objects")))
            .transpose()?;
        let cross = Cross {
            target,
            std,
            folder,
            objects,
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
        let target = cross.target.to_uppercase().replace('-', "_");
        command.env(format!("CARGO_TARGET_{target}_RUNNER"), cross.wine.loader());
        if let Some(objects) = &cross.objects {
            let flags = format!("-Lnative={}", objects.display());
            command.env(format!("CARGO_TARGET_{target}_RUSTFLAGS"), flags);
        }
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
