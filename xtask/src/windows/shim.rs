//! A stand-in for the one DLL that Rust programs import and older Wine versions lack.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::process;
use crate::windows::rust::{Rust, Std};

/// Builds the stand-in, and gives the folder that it is in.
pub fn build(rust: &Rust, std: Std, triple: &str, root: &Path, target: &Path) -> Result<PathBuf> {
    let target = target.join("bcryptprimitives");
    let mut command = rust.cargo("build");
    command
        .args(["--quiet", "--release", "--target", triple, "--target-dir"])
        .arg(&target)
        .arg("--manifest-path")
        .arg(root.join("xtask/bcryptprimitives/Cargo.toml"))
        .stdout(std::io::stderr());
    std.add_to(&mut command, "core");
    process::succeed(&mut command)?;
    Ok(target.join(triple).join("release"))
}
