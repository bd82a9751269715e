//! The Rust installations of this machine, and what each can build for.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// One installation: a cargo and the rustc that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rust {
    cargo: PathBuf,
    rustc: PathBuf,
    sysroot: PathBuf,
    /// Where its shared libraries are, if the system does not know it.
    libraries: Option<OsString>,
}

/// Where the standard library for a target comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Std {
    /// It is installed, compiled.
    Compiled,
    /// Cargo compiles it from its source, on the way.
    Source,
}

impl Std {
    /// Has cargo compile these crates of the standard library where that is how they come.
    pub fn add_to(self, command: &mut Command, crates: &str) {
        if self == Self::Source {
            // Only nightly compilers have the option, unless they are told that they may.
            command
                .arg(format!("-Zbuild-std={crates}"))
                .env("RUSTC_BOOTSTRAP", "1");
        }
    }
}

/// An installation, and how it gets the standard library for some target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The installation.
    pub rust: Rust,
    /// Where its standard library comes from.
    pub std: Std,
}

impl Setting {
    /// The first installation that can build for a target; one that has the standard library
    /// compiled goes before one that has to compile it.
    pub fn find(target: &str) -> Option<Self> {
        Self::find_each(&[target])?.pop()
    }

    /// The same for each of several targets.
    pub fn find_each(targets: &[&str]) -> Option<Vec<Self>> {
        let all = Rust::all();
        let find = |target: &&str| {
            let by = |std| move |rust: &&Rust| rust.std(target) == Some(std);
            let compiled = all
                .iter()
                .find(by(Std::Compiled))
                .map(|rust| (rust, Std::Compiled));
            let source = || {
                all.iter()
                    .find(by(Std::Source))
                    .map(|rust| (rust, Std::Source))
            };
            let (rust, std) = compiled.or_else(source)?;
            Some(Self {
                rust: rust.clone(),
                std,
            })
        };
        targets.iter().map(find).collect()
    }
}

impl Rust {
    /// The installation that runs this program.
    pub fn active() -> Option<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        Self::at(cargo.into(), rustc.into(), None)
    }

    /// The active installation, then the system's own when that is another.
    fn all() -> Vec<Self> {
        let mut all = Vec::from_iter(Self::active());
        let system = Path::new("/usr/bin");
        if let Some(system) = Self::at(system.join("cargo"), system.join("rustc"), None)
            && all.iter().all(|rust| rust.sysroot != system.sysroot)
        {
            all.push(system);
        }
        all
    }

    /// The first toolchain that rustup has under a name that will do.
    pub fn of_rustup(will_do: impl Fn(&str) -> bool) -> Option<Self> {
        let list = process::output(Command::new("rustup").args(["toolchain", "list"])).ok()?;
        let name = list
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .find(|name| will_do(name))?;
        let program = |program| {
            let mut which = Command::new("rustup");
            process::output(which.args(["which", "--toolchain", name, program])).ok()
        };
        Self::at(program("cargo")?.into(), program("rustc")?.into(), None)
    }

    /// The installation of these two programs, when both start.
    pub fn at(cargo: PathBuf, rustc: PathBuf, libraries: Option<OsString>) -> Option<Self> {
        let mut rust = Self {
            cargo,
            rustc,
            sysroot: PathBuf::new(),
            libraries,
        };
        let mut ask = rust.command(&rust.rustc);
        rust.sysroot = process::output(ask.args(["--print", "sysroot"]))
            .ok()?
            .into();
        process::output(rust.command(&rust.cargo).arg("--version")).ok()?;
        Some(rust)
    }

    /// How this installation gets the standard library for a target, if it can.
    pub fn std(&self, target: &str) -> Option<Std> {
        let rustlib = self.sysroot.join("lib/rustlib");
        if has_file(&rustlib.join(target).join("lib"), "libcore-") {
            return Some(Std::Compiled);
        }
        self.has_source().then_some(Std::Source)
    }

    /// Whether it has the source of the standard library.
    pub fn has_source(&self) -> bool {
        self.sysroot
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    }

    /// Compiles the two objects that start a 32-bit program, which cargo does not when it compiles the
    /// standard library, and gives their folder.
    pub fn start_objects(&self, target: &str, folder: &Path) -> Result<PathBuf> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let source = self.sysroot.join("lib/rustlib/src/rust/library/rtstartup");
        for name in ["rsbegin", "rsend"] {
            let mut rustc = self.command(&self.rustc);
            rustc
                .args(["--target", target, "--crate-type=rlib", "--emit=obj", "-o"])
                .arg(folder.join(name).with_extension("o"))
                .arg(source.join(name).with_extension("rs"))
                .env("RUSTC_BOOTSTRAP", "1")
                .env_remove("RUSTUP_TOOLCHAIN");
            process::succeed(&mut rustc)?;
        }
        Ok(folder.to_owned())
    }

    /// A cargo command of this installation.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = self.command(&self.cargo);
        command.arg(subcommand);
        if self.rustc.is_absolute() {
            // Not the one that runs us: nothing of the search path may come in its way.
            let folder = self.rustc.parent().unwrap_or(Path::new("/usr/bin"));
            command
                .env("RUSTC", &self.rustc)
                .env("RUSTDOC", folder.join("rustdoc"))
                .env("PATH", first_in_path(folder))
                .env_remove("RUSTUP_TOOLCHAIN");
        }
        command
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        if let Some(libraries) = &self.libraries {
            command.env("LD_LIBRARY_PATH", libraries);
        }
        command
    }
}

/// The search path with a folder in front.
fn first_in_path(folder: &Path) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_owned()).chain(env::split_paths(&path));
    env::join_paths(folders).unwrap_or(path)
}

fn has_file(folder: &Path, prefix: &str) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiled_library_goes_before_its_source() {
        let sysroot = env::temp_dir().join(format!("xtask-sysroot-{}", std::process::id()));
        let rust = Rust {
            cargo: PathBuf::new(),
            rustc: PathBuf::new(),
            sysroot: sysroot.clone(),
            libraries: None,
        };
        assert_eq!(rust.std("a"), None);
        let touch = |file: &str| {
            let file = sysroot.join("lib/rustlib").join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        };
        touch("src/rust/library/Cargo.lock");
        assert_eq!(rust.std("a"), Some(Std::Source));
        touch("a/lib/libcore-0123.rlib");
        assert_eq!(rust.std("a"), Some(Std::Compiled));
        assert_eq!(rust.std("b"), Some(Std::Source));
        fs::remove_dir_all(&sysroot).unwrap();
    }

    #[test]
    fn programs_that_do_not_start_are_no_installation() {
        assert_eq!(Rust::at("no-cargo".into(), "no-rustc".into(), None), None);
        assert!(Rust::active().is_some());
    }
}
