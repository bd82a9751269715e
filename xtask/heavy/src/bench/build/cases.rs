//! What is built: our crates, and beside each what offers the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use winsec_codegen::model::{ItemKind, Party};
use winsec_codegen::source::Sources;
use winsec_codegen::{Options, analyse};
use winsec_oracles::windows_sys;

use crate::bench::record::OURS;
use crate::workspace::Workspace;

/// A crate of ours beside others.
pub struct Case {
    /// Its name.
    pub id: &'static str,
    /// The sides, ours first: who it is, and the line of a manifest that brings it.
    pub sides: Vec<(String, String)>,
}

/// The version of sspi-rs that is built; benches/peers has the same.
const SSPI_RS: &str = "0.23.1";

/// All of them.
pub fn all(workspace: &Workspace) -> Result<Vec<Case>> {
    let ours = |name: &str| {
        let package = workspace
            .packages
            .iter()
            .find(|package| package.name == name);
        let package = package.with_context(|| format!("there is no package {name}"))?;
        let folder = workspace.root.join(&package.folder);
        Ok::<_, anyhow::Error>((OURS.to_owned(), format!("{name} = {{ path = {folder:?} }}")))
    };
    let features = features(workspace)?;
    let features: Vec<_> = features.into_iter().collect();
    let windows_sys = format!(
        "windows-sys = {{ version = \"={}\", features = {features:?} }}",
        windows_sys::VERSION
    );
    let sspi_rs = format!("sspi = \"={SSPI_RS}\"");
    Ok(vec![
        Case {
            id: "build/winsec-ffi",
            sides: vec![ours("winsec-ffi")?, ("windows-sys".to_owned(), windows_sys)],
        },
        Case {
            id: "build/winsec-sspi",
            sides: vec![ours("winsec-sspi")?, ("sspi-rs".to_owned(), sspi_rs)],
        },
    ])
}

/// The features of windows-sys without which an item of ours, that it has, would not be there.
fn features(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let source = windows_sys::locate(&workspace.root).map_err(|error| anyhow!(error))?;
    let mut wanted = names(workspace)?;
    let mut places = Vec::new();
    visit(&source.join("Windows/Win32"), "Win32", &mut places)?;
    // Of several modules that define one name, the one that has most of ours is the one to use.
    places.sort_by_cached_key(|(_, defined)| {
        std::cmp::Reverse(defined.intersection(&wanted).count())
    });
    let mut features = BTreeSet::new();
    for (feature, defined) in places {
        let before = wanted.len();
        wanted.retain(|name| !defined.contains(name));
        if wanted.len() < before {
            features.insert(feature);
        }
    }
    if features.is_empty() {
        bail!("windows-sys has none of our items");
    }
    Ok(features)
}

/// The names of our items and of enumerations' members, but for those that windows-sys lacks.
fn names(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let sources = Sources::load([workspace.root.join("specs")])?;
    let analysis = analyse(&sources, &Options::SPECS)
        .map_err(|errors| anyhow!("the specs have {} errors", errors.len()))?;
    let mut names = BTreeSet::new();
    for item in &analysis.model.items {
        let lacks = |markers: &winsec_codegen::model::Markers| {
            markers
                .differs
                .iter()
                .any(|(party, _)| *party == Party::WindowsSys)
        };
        if !lacks(&item.markers) {
            names.insert(item.name.text.clone());
        }
        if let ItemKind::Enum(of) = &item.kind {
            let members = of.members.iter().filter(|member| !lacks(&member.markers));
            names.extend(members.map(|member| member.name.text.clone()));
        }
    }
    Ok(names)
}

/// Adds the feature of each module below a folder, with the names that the module defines.
fn visit(folder: &Path, feature: &str, places: &mut Vec<(String, BTreeSet<String>)>) -> Result<()> {
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .with_context(|| format!("cannot read {}", folder.display()))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            let name = entry.file_name();
            visit(
                &path,
                &format!("{feature}_{}", name.to_string_lossy()),
                places,
            )?;
        } else {
            let text = fs::read_to_string(&path)?;
            let names = text.lines().filter_map(windows_sys::defined);
            places.push((feature.to_owned(), names.map(ToOwned::to_owned).collect()));
        }
    }
    Ok(())
}
