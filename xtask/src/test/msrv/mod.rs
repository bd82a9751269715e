//! The oldest Rust that the runtime crates promise to build with: finding it, building for this
//! machine, and checking for Windows.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::test::plan::HOST;
use crate::test::step::{Step, Work};
use crate::windows::{GNU, Rust};
use crate::workspace::Workspace;

mod debian;

/// Builds the runtime crates, with all that they offer, by the oldest Rust, and lets it check them for
/// Windows, if it can.
pub fn steps(workspace: &Workspace, setup: bool) -> Vec<Step> {
    let versions = workspace
        .runtime()
        .filter_map(|package| package.rust_version.as_deref());
    let Some(version) = versions.max() else {
        return Vec::new();
    };
    let what = format!("build with Rust {version}");
    let step = |what: &str, place, command| Step::new(what, place, Work::Check(vec![command]));
    let folder = workspace
        .target
        .join("xtask")
        .join(format!("rust-{version}"));
    match find(version, &folder, setup) {
        Ok(rust) => {
            let mut steps = vec![step(&what, HOST, cargo("build", workspace, &rust))];
            if let Some(std) = rust.std(GNU) {
                let mut windows = cargo("check", workspace, &rust);
                windows.args(["--target", GNU]);
                std.add_to(&mut windows, "std,panic_unwind");
                steps.push(step(&format!("check with Rust {version}"), GNU, windows));
            }
            steps
        }
        Err(error) => {
            let why = format!(
                "{error:#}; clippy's incompatible_msrv stands in for it, and \
                 `rustup toolchain install {version}` would bring it"
            );
            vec![Step::left(&what, HOST, &why)]
        }
    }
}

fn cargo(subcommand: &str, workspace: &Workspace, rust: &Rust) -> Command {
    let mut command = rust.cargo(subcommand);
    command
        .args(["--all-features", "--target-dir"])
        .arg(workspace.target.join("oldest"))
        .args(
            workspace
                .runtime()
                .flat_map(|package| ["--package", &package.name]),
        )
        .current_dir(&workspace.root);
    command
}

fn find(version: &str, folder: &Path, setup: bool) -> Result<Rust> {
    let prefixes = [format!("{version}-"), format!("{version}.")];
    let by_rustup =
        || Rust::of_rustup(|name| prefixes.iter().any(|prefix| name.starts_with(prefix)));
    if let Some(rust) = by_rustup().or_else(|| debian::unpacked(folder)) {
        return Ok(rust);
    }
    if setup {
        return debian::unpack(version, folder);
    }
    anyhow::bail!("there is no Rust {version} here, and --setup was not given");
}
