//! What is in the workspace, as `cargo metadata` tells it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::windows::Program;

/// The workspace: its folders and its packages.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of the root manifest.
    pub root: PathBuf,
    /// Where builds for this machine go.
    pub target: PathBuf,
    /// The members, sorted by name.
    pub packages: Vec<Package>,
}

/// A member of the workspace.
#[derive(Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Whether a registry may have it.
    pub published: bool,
    /// Cargo's own id of it.
    pub id: String,
    /// The oldest Rust that it promises to build with.
    pub rust_version: Option<String>,
    /// The folder of its manifest, below the root.
    pub folder: PathBuf,
    /// What it builds.
    pub targets: Vec<Target>,
}

/// Something that a package builds.
#[derive(Debug)]
pub struct Target {
    /// Its name.
    pub name: String,
    /// Cargo's word for its kind: `lib`, `bin`, `example`, `test`, `bench`.
    pub kind: String,
}

impl Workspace {
    /// Asks cargo.
    pub fn load() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
        let text = process::output(
            Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
                .args([
                    "metadata",
                    "--format-version=1",
                    "--no-deps",
                    "--manifest-path",
                ])
                .arg(manifest),
        )?;
        Self::read(&text).context("`cargo metadata` printed something unexpected")
    }

    fn read(text: &str) -> Result<Self> {
        let metadata: Value = serde_json::from_str(text)?;
        let root = PathBuf::from(string(&metadata["workspace_root"])?);
        let mut packages = array(&metadata["packages"])?
            .iter()
            .map(|package| Package::read(package, &root))
            .collect::<Result<Vec<_>>>()?;
        packages.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self {
            target: string(&metadata["target_directory"])?.into(),
            packages,
            root,
        })
    }

    /// The packages that users of the product compile: all below `crates/`.
    pub fn runtime(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|package| package.folder.starts_with("crates"))
    }

    /// The packages that are published.
    pub fn published(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.published)
    }

    /// The programs of the packages that users compile that are of a kind: `bin`, `example`.
    pub fn programs(&self, kind: &str) -> impl Iterator<Item = Program<'_>> {
        self.runtime().flat_map(move |package| {
            let of_kind = package
                .targets
                .iter()
                .filter(move |target| target.kind == kind);
            of_kind.map(|target| Program {
                package: &package.name,
                kind: &target.kind,
                name: &target.name,
            })
        })
    }
}

impl Package {
    /// What it is called once it is packed.
    pub fn packed(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    fn read(package: &Value, root: &Path) -> Result<Self> {
        let manifest = PathBuf::from(string(&package["manifest_path"])?);
        let folder = manifest.parent().context("a manifest without a folder")?;
        Ok(Self {
            name: string(&package["name"])?.to_owned(),
            version: string(&package["version"])?.to_owned(),
            published: package["publish"].is_null(),
            id: string(&package["id"])?.to_owned(),
            rust_version: package["rust_version"].as_str().map(ToOwned::to_owned),
            folder: folder.strip_prefix(root)?.to_owned(),
            targets: array(&package["targets"])?
                .iter()
                .map(|target| {
                    Ok(Target {
                        name: string(&target["name"])?.to_owned(),
                        kind: string(&target["kind"][0])?.to_owned(),
                    })
                })
                .collect::<Result<_>>()?,
        })
    }
}

fn string(value: &Value) -> Result<&str> {
    value.as_str().context("not a string")
}

fn array(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().context("not a list")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_which_crates_users_compile() {
        let workspace = Workspace::load().unwrap();
        let runtime: Vec<_> = workspace.runtime().map(|package| &*package.name).collect();
        assert!(runtime.contains(&"winsec-ffi"), "{runtime:?}");
        assert!(!runtime.contains(&"xtask"), "{runtime:?}");
        assert!(
            workspace
                .published()
                .any(|package| package.packed().starts_with("winsec-bindgen-"))
        );
        assert!(workspace.published().all(|package| package.name != "xtask"));
        assert!(workspace.root.join("specs").is_dir());
    }

    #[test]
    fn rejects_what_is_not_metadata() {
        assert!(Workspace::read("{}").is_err());
        assert!(Workspace::read("nonsense").is_err());
    }
}
