//! Finds the source that cargo fetched of windows-sys.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The version that is asked: the last one made of the metadata that had every header.
pub const VERSION: &str = "0.61.2";

/// The `src` folder of windows-sys, which the workspace at `root` depends on.
///
/// # Errors
///
/// When cargo cannot tell, in words.
pub fn locate(root: &Path) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .output()
        .map_err(|error| format!("cargo metadata does not start: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "cargo metadata fails: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata prints no JSON: {error}"))?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "windows-sys" && package["version"] == VERSION)
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or_else(|| format!("windows-sys {VERSION} is not among the workspace's packages"))?;
    let source = Path::new(manifest).with_file_name("src");
    if source.is_dir() {
        Ok(source)
    } else {
        Err(format!("{} is missing", source.display()))
    }
}
