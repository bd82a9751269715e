//! The bindings on every Windows target: how to have them checked there.

use std::process::Command;

use crate::windows::{Setting, TARGETS};
use crate::workspace::Workspace;

/// The crate that must fit every Windows target.
const BINDINGS: &str = "winsec-ffi";

/// One way to check the bindings, or why there is none.
#[derive(Debug)]
pub enum Check {
    /// A command that checks them.
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
pub fn checks(workspace: &Workspace) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut groups: Vec<(Setting, Vec<&str>)> = Vec::new();
    for target in TARGETS {
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
            .args(["--package", BINDINGS, "--target-dir"])
            .arg(workspace.target.join("windows"))
            .args(targets.iter().flat_map(|target| ["--target", target]))
            .current_dir(&workspace.root);
        setting.std.add_to(&mut command, "core");
        let place = match targets.len() {
            count if count == TARGETS.len() => format!("all {count} Windows targets"),
            _ => targets.join(", "),
        };
        checks.push(Check::Ready { place, command });
    }
    checks
}
