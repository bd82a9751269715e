//! `cargo xtask diff`: what a newer version of Microsoft's metadata takes away or changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;
use winsec_codegen::model::{Arches, Skipped};
use winsec_codegen::{Analysis, Options, analyse_model};
use winsec_oracles::whole::diff::{Change, Kind, diff, names};

use crate::screen;
use crate::win32::input::Input;

/// Show what became of each item between two versions of Microsoft's metadata
#[derive(Debug, Args)]
#[command(
    after_help = "Example: cargo xtask diff windows-bindgen-0.65.0 --used-by ../my-crate/src"
)]
pub struct Diff {
    /// The old version: `.winmd`, `.rdl`, or the folder of a crate that carries metadata
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new version [default: that of windows-default]
    #[arg(value_name = "NEW")]
    new: Option<PathBuf>,
    /// Show only names that the Rust files of this folder use
    #[arg(long, value_name = "DIR")]
    used_by: Option<PathBuf>,
}

impl Diff {
    /// Compares and prints; fails when something is gone or changed.
    pub fn run(self) -> Result<ExitCode> {
        let used = self.used_by.as_deref().map(words).transpose()?;
        let (old, new) = (
            Input::read(Some(&self.old))?,
            Input::read(self.new.as_deref())?,
        );
        let (Some(old), Some(new)) = (old, new) else {
            return Ok(ExitCode::FAILURE);
        };
        let (old_name, new_name) = (old.name.clone(), new.name.clone());
        let (Some(before), Some(after)) = (analysed(old), analysed(new)) else {
            return Ok(ExitCode::FAILURE);
        };
        let is_used = |name: &str| used.as_ref().is_none_or(|used| used.contains(name));
        let mut changes = diff(&before, &after);
        changes.retain(|change| is_used(&change.name));
        for change in &changes {
            println!("{}", line(change));
        }
        let (before, after) = (names(&before), names(&after));
        let compared = before.iter().filter(|name| is_used(name)).count();
        let added = after
            .difference(&before)
            .filter(|name| is_used(name))
            .count();
        let changed: BTreeSet<&str> = changes.iter().map(|change| &*change.name).collect();
        screen::say(
            "Compared",
            format!(
                "{compared} names of {} with {}: {} unchanged, {} changed ({}), {added} new",
                old_name,
                new_name,
                compared - changed.len(),
                changed.len(),
                counts(&changes)
            ),
        );
        Ok(if changes.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

fn analysed(input: Input) -> Option<Analysis> {
    let Input {
        model,
        sources,
        name: of,
        ..
    } = input;
    match analyse_model(model, &sources, &Options::METADATA) {
        Ok(analysis) => {
            for Skipped { name, reason } in &analysis.model.skipped {
                screen::say("Skipped", format!("{name} of {of}: {reason}"));
            }
            Some(analysis)
        }
        Err(errors) => {
            screen::diagnostics(&errors, &sources);
            None
        }
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Gone => "gone",
        Kind::Moved => "moved",
        Kind::Retyped => "retyped",
        Kind::Revalued => "revalued",
        Kind::Relaid => "relaid",
    }
}

fn line(change: &Change) -> String {
    let mut line = format!("{:<8} {}", title(change.kind), change.name);
    if !change.what.is_empty() {
        line.push_str("  ");
        line.push_str(&change.what);
    }
    if change.arches != Arches::ALL {
        let names = [
            (Arches::X86, "x86"),
            (Arches::X64, "x64"),
            (Arches::ARM64, "arm64"),
        ];
        let names = names
            .into_iter()
            .filter(|(arch, _)| change.arches.contains(*arch));
        let names: Vec<&str> = names.map(|(_, name)| name).collect();
        line.push_str(&format!("  ({})", names.join(", ")));
    }
    line
}

/// How many items each kind of change befell; one may have several.
fn counts(changes: &[Change]) -> String {
    let mut items: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
    for change in changes {
        items.entry(change.kind).or_default().insert(&change.name);
    }
    if items.is_empty() {
        return "nothing".to_owned();
    }
    let counts = items
        .iter()
        .map(|(kind, items)| format!("{} {}", items.len(), title(*kind)));
    counts.collect::<Vec<_>>().join(", ")
}

/// Every word in the Rust files of a folder, or in a file.
fn words(path: &Path) -> Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    let mut open = vec![path.to_owned()];
    while let Some(path) = open.pop() {
        let shown = path.display();
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).with_context(|| format!("cannot look into {shown}"))?;
            for entry in entries {
                let path = entry?.path();
                let built = path.file_name().is_some_and(|name| name == "target");
                if path.is_dir() && !built || path.extension().is_some_and(|kind| kind == "rs") {
                    open.push(path);
                }
            }
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
        let found = text.split(|ch: char| !ch.is_alphanumeric() && ch != '_');
        words.extend(found.filter(|word| !word.is_empty()).map(ToOwned::to_owned));
    }
    Ok(words)
}
