//! The tests that give memory away and take it back, and those with many threads, under the compiler's
//! sanitizers; and tests with faults that were planted, to show that the sanitizers see them.

use std::path::Path;
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

/// The package with the planted faults, below the workspace: its folder and its tests' file.
const PLANTED: (&str, &str) = ("xtask/planted", "faults");

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
    /// Each test whose fault it has to find, and what it says then.
    planted: &'static [(&'static str, &'static str)],
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
        planted: &[
            ("leak", "LeakSanitizer: detected memory leaks"),
            ("use_after_free", "AddressSanitizer: heap-use-after-free"),
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
        planted: &[("race", "ThreadSanitizer: data race")],
    },
];

/// Two steps for each sanitizer: that it finds what was planted, and that it finds nothing else.
pub fn steps(workspace: &Workspace) -> Vec<Step> {
    let rust = nightly();
    let steps = |sanitizer: &Sanitizer| {
        let planted = format!("{}, planted", sanitizer.what);
        let usable = match &rust {
            Ok(rust) => sanitizer.check(rust).map(|()| rust),
            Err(error) => Err(anyhow!("{error:#}")),
        };
        match usable {
            Ok(rust) => [
                Step::new(&planted, HOST, sanitizer.bites(rust, workspace)),
                Step::new(
                    sanitizer.what,
                    HOST,
                    sanitizer.finds_nothing(rust, workspace),
                ),
            ],
            Err(error) => [planted.as_str(), sanitizer.what]
                .map(|what| Step::left(what, HOST, &format!("{error:#}"))),
        }
    };
    SANITIZERS.iter().flat_map(steps).collect()
}

fn nightly() -> Result<Rust> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("the sanitizers are run on {TARGET}");
    }
    Rust::of_rustup(|toolchain| toolchain.starts_with("nightly-"))
        .with_context(|| format!("only nightly Rust has sanitizers; `{INSTALL}` brings it"))
}

impl Sanitizer {
    /// Fails if this Rust lacks what the sanitizer needs.
    fn check(&self, rust: &Rust) -> Result<()> {
        if self.with_std && !rust.has_source() {
            bail!("the source of the standard library is not here; `{INSTALL}` brings it");
        }
        Ok(())
    }

    /// Builds the tests with it and runs them, package by package.
    fn finds_nothing(&self, rust: &Rust, workspace: &Workspace) -> Work {
        let command = |&(package, tests): &(&str, &[&str])| {
            let mut command = self.command(rust, workspace, &workspace.root);
            command.args(["--package", package]);
            for test in tests {
                command.args(["--test", test]);
            }
            command
        };
        Work::Check(self.tests.iter().map(command).collect())
    }

    /// Does the same with the planted faults, one by one.
    fn bites(&self, rust: &Rust, workspace: &Workspace) -> Work {
        let (folder, tests) = PLANTED;
        let command = |&(test, says): &(&str, &'static str)| {
            let mut command = self.command(rust, workspace, &workspace.root.join(folder));
            command.args(["--test", tests, "--", "--exact", test]);
            (command, says)
        };
        Work::Bites(self.planted.iter().map(command).collect())
    }

    /// What runs tests of the package or workspace in a folder with it.
    fn command(&self, rust: &Rust, workspace: &Workspace, folder: &Path) -> Command {
        let mut command = rust.cargo("test");
        command
            .args(["--release", "--target", TARGET])
            .arg("--target-dir")
            .arg(workspace.target.join("sanitizers").join(self.name))
            .env("RUSTFLAGS", format!("-Zsanitizer={}", self.name))
            .current_dir(folder);
        if self.with_std {
            command.arg("-Zbuild-std");
        }
        command
    }
}
