//! What some commands need and cargo does not bring: what is missing, and getting it.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::windows::{self, Setting};
use crate::{apt, process, screen};

/// What to do about a program that is missing; shared by the commands that need any.
#[derive(Debug, Clone, Copy, Args)]
pub struct Setup {
    /// Install what is missing (Debian's packages, by apt-get)
    #[arg(long)]
    pub setup: bool,
}

/// A program or library that a command needs.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    /// What it is, for people.
    pub what: &'static str,
    /// Whether it is there.
    pub found: fn() -> bool,
    /// The Debian packages that bring it.
    pub packages: &'static [&'static str],
    /// The command that brings it where Debian does not.
    pub otherwise: &'static [&'static str],
}

/// Links programs for 64-bit Windows; the C headers come with it.
pub const MINGW_X64: Need = Need {
    what: "x86_64-w64-mingw32-gcc, which links programs for 64-bit Windows",
    found: || process::find("x86_64-w64-mingw32-gcc").is_some(),
    packages: &["gcc-mingw-w64-x86-64"],
    otherwise: &[],
};

/// The same for 32-bit Windows.
pub const MINGW_X86: Need = Need {
    what: "i686-w64-mingw32-gcc, the C compiler for 32-bit Windows",
    found: || process::find("i686-w64-mingw32-gcc").is_some(),
    packages: &["gcc-mingw-w64-i686"],
    otherwise: &[],
};

/// Compiles C for 64-bit Arm.
pub const CLANG: Need = Need {
    what: "clang, the C compiler for Windows on Arm",
    found: || process::find("clang").is_some(),
    packages: &["clang"],
    otherwise: &[],
};

/// Runs Windows programs.
pub const WINE: Need = Need {
    what: "Wine, which runs Windows programs",
    found: || wine().is_some(),
    packages: &["wine", "wine64"],
    otherwise: &[],
};

/// Makes Wine offer one more security package.
pub const NTLM: Need = Need {
    what: "ntlm_auth, through which Wine offers the NTLM package",
    found: || process::find("ntlm_auth").is_some(),
    packages: &["winbind"],
    otherwise: &[],
};

/// Counts instructions.
pub const VALGRIND: Need = Need {
    what: "valgrind, which counts instructions",
    found: || process::find("valgrind").is_some() && process::find("taskset").is_some(),
    packages: &["valgrind", "util-linux"],
    otherwise: &[],
};

/// Rust's standard library for the target that programs run on.
pub const WINDOWS_STD: Need = Need {
    what: "the Rust standard library for 64-bit Windows",
    found: || Setting::find(windows::GNU).is_some(),
    packages: DEBIAN_RUST,
    otherwise: &["rustup", "target", "add", windows::GNU],
};

/// The same for 32-bit programs.
pub const WINDOWS_STD_X86: Need = Need {
    what: "the Rust standard library for 32-bit Windows",
    found: || Setting::find(windows::GNU_X86).is_some(),
    packages: DEBIAN_RUST,
    otherwise: &["rustup", "target", "add", windows::GNU_X86],
};

/// Rust's core library for every target that the bindings are checked on.
pub const EVERY_CORE: Need = Need {
    what: "the Rust core library for Windows on x86, x64 and Arm, for GNU and for Microsoft tools",
    found: || Setting::find_each(&windows::TARGETS).is_some(),
    packages: DEBIAN_RUST,
    otherwise: &[
        "rustup",
        "target",
        "add",
        windows::TARGETS[0],
        windows::TARGETS[1],
        windows::TARGETS[2],
        windows::TARGETS[3],
        windows::TARGETS[4],
        windows::TARGETS[5],
    ],
};

/// A cargo and the source of the standard library, which it compiles for any target on the way.
const DEBIAN_RUST: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// Wine's loader for 64-bit programs.
pub fn wine() -> Option<PathBuf> {
    ["/usr/lib/wine/wine64", "wine64", "wine"]
        .into_iter()
        .find_map(process::find)
}

/// Sees to it that everything is there: with `setup` installs what is missing, without it says
/// what is missing and how to install it.
pub fn ensure(needs: &[Need], setup: bool) -> Result<()> {
    if setup {
        install(needs)?;
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    bail!(explain(&missing));
}

fn missing(needs: &[Need]) -> Vec<Need> {
    needs
        .iter()
        .copied()
        .filter(|need| !(need.found)())
        .collect()
}

/// Installs what is missing, all that Debian has in one go.
fn install(needs: &[Need]) -> Result<()> {
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        screen::say("Missing", need.what);
    }
    let debian = apt::Apt::update()?;
    let (from_debian, others): (Vec<_>, Vec<_>) = missing
        .into_iter()
        .partition(|need| need.packages.iter().all(|name| debian.offers(name)));
    if !from_debian.is_empty() {
        debian.install(&packages(&from_debian))?;
    }
    for need in others {
        let Some((program, arguments)) = need.otherwise.split_first() else {
            bail!(
                "no package brings {}; Debian has it in {}",
                need.what,
                need.packages.join(" ")
            );
        };
        let mut command = Command::new(program);
        command.args(arguments).stdout(std::io::stderr());
        screen::say("Setup", process::shown(&command));
        process::succeed(&mut command).with_context(|| format!("cannot get {}", need.what))?;
    }
    Ok(())
}

fn packages(needs: &[Need]) -> Vec<&'static str> {
    let mut packages: Vec<_> = needs
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .collect();
    packages.sort_unstable();
    packages.dedup();
    packages
}

fn explain(missing: &[Need]) -> String {
    let mut text = String::from("something is missing:");
    for need in missing {
        let _ = write!(text, "\n  {}", need.what);
    }
    let packages = packages(missing).join(" ");
    let _ = write!(
        text,
        "\nRepeat the command with --setup, or on Debian:\n  \
         sudo apt-get install --no-install-recommends {packages}"
    );
    for need in missing.iter().filter(|need| !need.otherwise.is_empty()) {
        let _ = write!(
            text,
            "\nFor the Rust library this does as well:\n  {}",
            need.otherwise.join(" ")
        );
    }
    text
}
