//! The tests that give memory away and take it back, and those with many threads, under the compiler's
//! sanitizers.

use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use crate::test::plan::HOST;
use crate::test::step::{Step, Work};
use crate::windows::Rust;
use crate::workspace::Workspace;

/// Where the sanitizers work, and the target whose libraries they need.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// What brings the compiler that has them.
const INSTALL: &str = "rustup toolchain install nightly --component rust-src";

/// A sanitizer, and what runs under it.
struct Sanitizer {
    /// Its name, for people.
    what: &'static str,
    /// Its name, for the compiler.
    name: &'static str,
    /// Whether the standard library has to be compiled with it, because it reports what goes on in
    /// one that is not.
    with_std: bool,
    /// Each package, and those of its tests that are worth it.
    tests: &'static [(&'static str, &'static [&'static str])],
}

const SANITIZERS: [Sanitizer; 2] = [
    // `kept_for_ever` leaks on purpose, and is not among them.
    Sanitizer {
        what: "memory errors and leaks",
        name: "address",
        with_std: false,
        tests: &[
            (
                "winsec-core",
                &[
                    "answers",
                    "impersonation",
                    "overlapped",
                    "query",
                    "routines",
                    "settings",
                    "soak",
                    "target_name",
                    "threads",
                ],
            ),
            ("winsec-sspi", &["contract"]),
        ],
    },
    Sanitizer {
        what: "data races",
        name: "thread",
        with_std: true,
        tests: &[
            ("winsec-core", &["overlapped", "threads"]),
            ("winsec-sspi", &["contract"]),
        ],
    },
];

/// A step for each sanitizer.
pub fn steps(workspace: &Workspace) -> Vec<Step> {
    let rust = nightly();
    let step = |sanitizer: &Sanitizer| {
        let commands = match &rust {
            Ok(rust) => sanitizer.commands(rust, workspace),
            Err(error) => Err(anyhow!("{error:#}")),
        };
        match commands {
            Ok(commands) => Step::new(sanitizer.what, HOST, Work::Check(commands)),
            Err(error) => Step::left(sanitizer.what, HOST, &format!("{error:#}")),
        }
    };
    SANITIZERS.iter().map(step).collect()
}

fn nightly() -> Result<Rust> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("the sanitizers are run on {TARGET}");
    }
    Rust::of_rustup(|toolchain| toolchain.starts_with("nightly-"))
        .with_context(|| format!("only nightly Rust has sanitizers; `{INSTALL}` brings it"))
}

impl Sanitizer {
    /// Builds the tests with it and runs them, package by package.
    fn commands(&self, rust: &Rust, workspace: &Workspace) -> Result<Vec<Command>> {
        if self.with_std && !rust.has_source() {
            bail!("the source of the standard library is not here; `{INSTALL}` brings it");
        }
        let command = |&(package, tests): &(&str, &[&str])| {
            let mut command = rust.cargo("test");
            command
                .args(["--release", "--target", TARGET, "--package", package])
                .arg("--target-dir")
                .arg(workspace.target.join("sanitizers").join(self.name))
                .env("RUSTFLAGS", format!("-Zsanitizer={}", self.name))
                .current_dir(&workspace.root);
            if self.with_std {
                command.arg("-Zbuild-std");
            }
            for test in tests {
                command.args(["--test", test]);
            }
            command
        };
        Ok(self.tests.iter().map(command).collect())
    }
}
