//! The crates on Windows targets that nothing here can run: how to have them checked there.

use std::process::Command;

use crate::windows::{Setting, TARGETS};
use crate::workspace::Workspace;

/// The crate that must fit every Windows target.
const BINDINGS: &str = "winsec-ffi";

/// One target for each architecture that the Wine build does not cover.
const OTHERS: [&str; 2] = ["aarch64-pc-windows-msvc", "i686-pc-windows-msvc"];

/// One way to check crates, or why there is none.
#[derive(Debug)]
pub enum Check {
    /// A command that does.
    Ready {
        /// On which targets, for people.
        place: String,
        /// The command.
        command: Command,
    },
    /// Nothing here can.
    Missing {
        /// The target.
        target: &'static str,
        /// Why not, and what would help.
        why: String,
    },
}

/// How to check the bindings on every target: one command for all that one Rust can.
pub fn bindings(workspace: &Workspace) -> Vec<Check> {
    checks(workspace, &TARGETS, &[BINDINGS], "core")
}

/// How to check all crates that users compile on the architectures that Wine does not run here.
pub fn crates(workspace: &Workspace) -> Vec<Check> {
    let packages: Vec<_> = workspace.runtime().map(|package| &*package.name).collect();
    checks(workspace, &OTHERS, &packages, "std,panic_unwind")
}

fn checks(
    workspace: &Workspace,
    targets: &[&'static str],
    packages: &[&str],
    std: &str,
) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut groups: Vec<(Setting, Vec<&str>)> = Vec::new();
    for &target in targets {
        match Setting::find(target) {
            Some(setting) => match groups.iter_mut().find(|(same, _)| *same == setting) {
                Some((_, targets)) => targets.push(target),
                None => groups.push((setting, vec![target])),
            },
            None => checks.push(Check::Missing {
                target,
                why: format!("no Rust core library for it; `rustup target add {target}` brings it"),
            }),
        }
    }
    for (setting, targets) in groups {
        let mut command = setting.rust.cargo("check");
        command
            .args(packages.iter().flat_map(|package| ["--package", package]))
            .arg("--target-dir")
            .arg(workspace.target.join("windows"))
            .args(targets.iter().flat_map(|target| ["--target", target]))
            .current_dir(&workspace.root);
        setting.std.add_to(&mut command, std);
        let place = match targets.len() {
            count if count == TARGETS.len() => format!("all {count} Windows targets"),
            _ => targets.join(", "),
        };
        checks.push(Check::Ready { place, command });
    }
    checks
}
