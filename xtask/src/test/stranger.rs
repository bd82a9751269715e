//! What a stranger does with the published packages, in a folder of its own: bindings of ten functions by
//! a build script, bindings of a DLL by the installed program, and a program that calls both.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::needs;
use crate::process;
use crate::test::step::{Step, Work};
use crate::windows::{Rust, Windows};
use crate::workspace::Workspace;

const WHAT: &str = "a stranger's crate";

/// The files of the crate, and where they go in it.
const FILES: [(&str, &str); 6] = [
    ("Cargo.toml", include_str!("../../stranger/manifest.toml")),
    ("build.rs", include_str!("../../stranger/build.rs")),
    ("src/main.rs", include_str!("../../stranger/main.rs")),
    ("acme.h", include_str!("../../stranger/acme.h")),
    ("acme.c", include_str!("../../stranger/acme.c")),
    ("acme.rdl", include_str!("../../stranger/acme.rdl")),
];

/// The C compiler for 64-bit Windows: Debian's, or that of an installation on Windows itself.
const COMPILERS: [&str; 2] = ["x86_64-w64-mingw32-gcc", "gcc"];

/// The step, whose commands go on with what those before them made.
pub fn step(workspace: &Workspace, windows: &Windows) -> Step {
    let place = windows.place();
    let compiler = match cfg!(windows) {
        true => COMPILERS.into_iter().find_map(process::find),
        false => process::find(COMPILERS[0]),
    };
    let Some(compiler) = compiler else {
        let why = format!("acme.dll cannot be built without {}", needs::MINGW_X64.what);
        return Step::left(WHAT, &place, &why);
    };
    match commands(workspace, windows, &compiler) {
        Ok(commands) => Step::new(WHAT, &place, Work::Check(commands)),
        Err(error) => Step::impossible(WHAT, &place, error),
    }
}

fn commands(workspace: &Workspace, windows: &Windows, compiler: &Path) -> Result<Vec<Command>> {
    let rust = Rust::active().context("cargo or rustc is not on the search path")?;
    // Not below the workspace, which cargo would take it for a part of. It stays for whoever wants to
    // look at what went wrong, until the next run.
    let mut hasher = DefaultHasher::new();
    workspace.root.hash(&mut hasher);
    let folder = env::temp_dir().join(format!("winsec-stranger-{:016x}", hasher.finish()));
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    for folder in [folder.join("src"), folder.join("packed")] {
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let write = |name: &str, text: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
    };
    for (name, text) in FILES {
        write(name, text.as_bytes())?;
    }
    // The versions that the workspace has been tested with.
    write("Cargo.lock", &fs::read(workspace.root.join("Cargo.lock"))?)?;

    let mut package = rust.cargo("package");
    package
        .args(["--no-verify", "--allow-dirty", "--quiet", "--target-dir"])
        .arg(&folder)
        .args(
            workspace
                .published()
                .flat_map(|package| ["--package", &package.name]),
        )
        .current_dir(&workspace.root);
    let unpack = workspace.published().map(|package| {
        let mut tar = Command::new("tar");
        tar.current_dir(&folder)
            .args(["-C", "packed", "-xzf"])
            .arg(format!("package/{}.crate", package.packed()));
        tar
    });
    let mut install = rust.cargo("install");
    install
        .args([
            "--debug",
            "--locked",
            "--quiet",
            "--root=installed",
            "--path",
        ])
        .arg(concat!("packed/winsec-bindgen-", env!("CARGO_PKG_VERSION")))
        .arg("--target-dir")
        .arg(workspace.target.join("stranger"))
        .current_dir(&folder);
    let generate = |more: &[&str]| {
        let name = format!("winsec-bindgen{}", env::consts::EXE_SUFFIX);
        let mut command = Command::new(folder.join("installed/bin").join(name));
        command
            .current_dir(&folder)
            .args(["--in", "acme.rdl", "--assertions", "--out", "src/acme.rs"])
            .args(more);
        command
    };
    let mut dll = Command::new(compiler);
    dll.args(["-shared", "-o", "acme.dll", "acme.c"])
        .current_dir(&folder);
    let mut lints = windows.cargo("clippy");
    lints.current_dir(&folder).args(["--", "-Dwarnings"]);
    let mut run = windows.cargo("run");
    run.current_dir(&folder)
        .env("STRANGER", "it passes \u{e9} on");

    let mut commands = vec![package];
    commands.extend(unpack);
    commands.extend([
        install,
        generate(&[]),
        generate(&["--check"]),
        dll,
        lints,
        run,
    ]);
    Ok(commands)
}
