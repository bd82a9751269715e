//! The packages as a registry gets them: packed, built and tested without the workspace around them, and
//! what may be said of them and of what they depend on.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::test::plan::HOST;
use crate::test::step::{Step, Work};
use crate::windows::Rust;
use crate::workspace::Workspace;

/// The packages whose tests run as packed, too. Those of the others have run in the workspace, and need
/// minutes to be built anew: of them the compiler checks the tests, and the examples of the documentation
/// run, where users compile it.
const TESTED: [&str; 2] = ["winsec-ffi", "winsec-sspi"];
const EXAMPLES: [&str; 3] = ["winsec-core", "winsec-emulator", "winsec-wininet-diag"];

/// Packing, licences, compatibility.
pub fn steps(workspace: &Workspace) -> Vec<Step> {
    vec![
        packages(workspace),
        dependencies(workspace),
        compatibility(workspace),
    ]
}

fn packages(workspace: &Workspace) -> Step {
    const WHAT: &str = "packages";
    if cfg!(windows) {
        return Step::left(
            WHAT,
            HOST,
            "the licences are links, which Windows need not have",
        );
    }
    match commands(workspace) {
        Ok(commands) => Step::new(WHAT, HOST, Work::Check(commands)),
        Err(error) => Step::impossible(WHAT, HOST, error),
    }
}

/// Packs, unpacks, tests, and goes through the motions of publishing; each command goes on with what those
/// before it made.
fn commands(workspace: &Workspace) -> Result<Vec<Command>> {
    let rust = Rust::active().context("cargo or rustc is not on the search path")?;
    let folder = workspace.target.join("packages");
    let unpacked = folder.join("unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)
            .with_context(|| format!("cannot remove {}", unpacked.display()))?;
    }
    fs::create_dir_all(&unpacked).with_context(|| format!("cannot make {}", unpacked.display()))?;
    let write = |name: &str, text: &str| {
        let file = unpacked.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
    };
    let read = |name: &str| {
        let file = workspace.root.join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    write("Cargo.lock", &read("Cargo.lock")?)?;
    write("Cargo.toml", &manifest(workspace, &read("Cargo.toml")?))?;

    let pack = |subcommand: &str| {
        let mut command = rust.cargo(subcommand);
        command
            .current_dir(&workspace.root)
            .args(["--no-verify", "--allow-dirty", "--target-dir"])
            .arg(&folder);
        command
    };
    let mut package = pack("package");
    package.args(
        workspace
            .published()
            .flat_map(|package| ["--package", &package.name]),
    );
    let mut commands = vec![package];
    for package in workspace.published() {
        let mut unpack = Command::new("tar");
        unpack.current_dir(&unpacked).arg("-xzf");
        unpack.arg(folder.join("package").join(package.packed() + ".crate"));
        commands.push(unpack);
    }
    let cargo = |subcommand: &str| {
        let mut command = rust.cargo(subcommand);
        command
            .current_dir(&unpacked)
            .args(["--all-features", "--target-dir"])
            .arg(&workspace.target);
        command
    };
    let mut check = cargo("check");
    check.args(["--workspace", "--all-targets"]);
    let mut test = cargo("test");
    test.args(TESTED.iter().flat_map(|name| ["--package", name]));
    let mut examples = cargo("test");
    examples.arg("--doc");
    examples.args(EXAMPLES.iter().flat_map(|name| ["--package", name]));
    // In the order in which they depend on each other, which cargo finds by itself.
    let mut publish = pack("publish");
    publish.args(["--workspace", "--dry-run"]);
    commands.extend([check, test, examples, publish]);
    Ok(commands)
}

/// A workspace of the unpacked packages, which finds each of them in place of the registry's, and compiles
/// what they depend on as this workspace does.
fn manifest(workspace: &Workspace, ours: &str) -> String {
    let mut text =
        "[workspace]\nresolver = \"3\"\nmembers = [\"*-*\"]\n\n[patch.crates-io]\n".to_owned();
    for package in workspace.published() {
        let _ = writeln!(
            text,
            "{} = {{ path = {:?} }}",
            package.name,
            package.packed()
        );
    }
    let profiles = ours
        .split("\n\n")
        .filter(|part| part.contains("[profile.dev"));
    for profile in profiles {
        let _ = writeln!(text, "\n{profile}");
    }
    text
}

/// Whether what is depended on has a version, a licence that `.cargo/deny.toml` allows, and comes from the
/// registry.
fn dependencies(workspace: &Workspace) -> Step {
    const WHAT: &str = "licences, bans and sources of dependencies";
    let Some(program) = process::find("cargo-deny") else {
        let why = "cargo-deny is not installed; .ci/deny brings it, as the workflow does";
        return Step::left(WHAT, HOST, why);
    };
    let mut command = Command::new(program);
    command.current_dir(&workspace.root).args([
        "check",
        "--config",
        ".cargo/deny.toml",
        "bans",
        "licenses",
        "sources",
    ]);
    Step::new(WHAT, HOST, Work::Check(vec![command]))
}

/// Whether the published interfaces keep what the last release promised.
fn compatibility(workspace: &Workspace) -> Step {
    const WHAT: &str = "compatibility with the last release";
    let Some(release) = last_release(&workspace.root) else {
        return Step::left(WHAT, HOST, "no release has been tagged yet");
    };
    let Some(program) = process::find("cargo-semver-checks") else {
        return Step::left(WHAT, HOST, "cargo-semver-checks is not installed");
    };
    let mut command = Command::new(program);
    command
        .current_dir(&workspace.root)
        .args(["semver-checks", "check-release", "--baseline-rev", &release])
        .args(
            workspace
                .published()
                .flat_map(|package| ["--package", &package.name]),
        );
    Step::new(WHAT, HOST, Work::Check(vec![command]))
}

fn last_release(root: &Path) -> Option<String> {
    let mut git = Command::new("git");
    git.current_dir(root)
        .args(["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]);
    process::output(&mut git).ok()
}
