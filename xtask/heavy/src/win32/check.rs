//! Has rustc hold a generated crate against windows-bindgen's output, for each architecture.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use winsec_codegen::bindings::File;
use winsec_codegen::model::Arches;
use winsec_oracles::metadata;
use winsec_oracles::whole::beside::{Comparison, Program, Types, only_types};
use winsec_oracles::whole::outcome::Outcome;

use crate::screen;
use crate::win32::template;
use crate::windows::Setting;

/// A target for each architecture; which of several does not matter to a layout.
pub const TARGETS: [(&str, Arches); 3] = [
    ("i686-pc-windows-gnu", Arches::X86),
    ("x86_64-pc-windows-gnu", Arches::X64),
    ("aarch64-pc-windows-gnullvm", Arches::ARM64),
];

/// Whether there is a core library for each.
pub fn is_ready() -> bool {
    Setting::find_each(&TARGETS.map(|(target, _)| target)).is_some()
}

/// The module whose every line compares two numbers.
const COMPARE: &str = "compare.rs";

/// What a check needs.
#[derive(Debug)]
pub struct Check<'a> {
    /// The generated crate.
    pub out: &'a Path,
    /// Its bindings' files.
    pub files: &'a [File],
    /// The records that are laid out otherwise than the metadata says.
    pub otherwise: BTreeSet<&'a str>,
    /// The metadata that it was made of; none when that was text, which windows-bindgen does not
    /// read.
    pub metadata: Option<&'a [u8]>,
    /// A folder for what is compiled.
    pub scratch: &'a Path,
}

/// What rustc says for one target.
#[derive(Debug)]
pub struct Verdict {
    /// The target.
    pub target: &'static str,
    /// How many numbers were compared with windows-bindgen's.
    pub comparisons: usize,
    /// What came of that.
    pub outcome: Outcome,
}

impl Check<'_> {
    /// Compiles the crate for every architecture, and compares it.
    ///
    /// # Errors
    ///
    /// When it does not compile, or cannot be compiled here.
    pub fn run(&self) -> Result<Vec<Verdict>> {
        let mut ours = Types::default();
        for file in self.files {
            ours.add(&file.text)
                .with_context(|| format!("{} is not Rust", file.name))?;
        }
        let mut theirs = Types::default();
        let mut text = String::new();
        match self.metadata {
            Some(metadata) => {
                text = only_types(&self.theirs(metadata)?)?;
                theirs.add(&text)?;
            }
            None => screen::say("Left out", "windows-bindgen, which reads `.winmd` alone"),
        }
        let each = TARGETS.iter().map(|(target, arch)| {
            let comparison = Comparison::of(&ours, &theirs, *arch, &self.otherwise);
            self.ask(target, &text, &comparison)
        });
        each.collect()
    }

    /// What windows-bindgen prints of the same metadata, which is kept: it takes minutes.
    fn theirs(&self, metadata: &[u8]) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        metadata.hash(&mut hasher);
        let kept = self
            .scratch
            .join(format!("bindgen-{:016x}.rs", hasher.finish()));
        if let Ok(text) = fs::read_to_string(&kept) {
            return Ok(text);
        }
        screen::say(
            "Asking",
            "windows-bindgen for all of Win32; that takes it minutes, once",
        );
        let begin = Instant::now();
        let text = metadata::all(metadata, self.scratch).map_err(|message| anyhow!(message))?;
        screen::say("Answered", format!("in {} s", begin.elapsed().as_secs()));
        // Whole or not at all: what is there is believed.
        let new = kept.with_extension("new");
        fs::write(&new, &text)
            .and_then(|()| fs::rename(&new, &kept))
            .with_context(|| format!("cannot write {}", kept.display()))?;
        Ok(text)
    }

    fn ask(&self, target: &'static str, theirs: &str, comparison: &Comparison) -> Result<Verdict> {
        screen::say(
            "Checking",
            format!("the crate and its layouts for {target}"),
        );
        let begin = Instant::now();
        let types = comparison.types();
        let failing = self.errors(target, theirs, &types)?;
        let failing: BTreeSet<&str> = failing
            .iter()
            .filter_map(|(line, _)| Some(types.at(*line)?.0))
            .collect();
        let mut differing: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if !failing.is_empty() {
            let details = comparison.details(failing);
            for (line, words) in self.errors(target, theirs, &details)? {
                if let Some((item, what)) = details.at(line) {
                    let differing = differing.entry(item.to_owned()).or_default();
                    differing.push(format!("{what}: {words}"));
                }
            }
        }
        let seconds = begin.elapsed().as_secs();
        screen::say(
            "Checked",
            format!("{target} in {seconds} s; every assertion holds"),
        );
        Ok(Verdict {
            target,
            comparisons: comparison.numbers(),
            outcome: comparison.outcome(differing),
        })
    }

    /// Compiles both parties and a program that compares them; its errors, by their lines.
    fn errors(
        &self,
        target: &str,
        theirs: &str,
        program: &Program,
    ) -> Result<Vec<(usize, String)>> {
        let setting = Setting::find(target).with_context(|| {
            format!("no Rust core library for {target}; `rustup target add {target}` brings it")
        })?;
        let folder = self.folder(theirs, program)?;
        let mut command = setting.rust.cargo("check");
        command
            .args(["--quiet", "--message-format=short", "--target", target])
            .arg("--target-dir")
            .arg(self.scratch.join("check"))
            .current_dir(&folder)
            .stdin(Stdio::null());
        setting.std.add_to(&mut command, "core");
        let output = command.output().context("cargo does not start")?;
        let words = String::from_utf8_lossy(&output.stderr);
        let (errors, others) = sort(&words);
        if !others.is_empty() || (errors.is_empty() && !output.status.success()) {
            bail!(
                "the crate does not compile for {target}:\n{}",
                words.trim_end()
            );
        }
        Ok(errors)
    }

    /// Writes the crate that has both parties in it.
    fn folder(&self, theirs: &str, program: &Program) -> Result<PathBuf> {
        let folder = self.scratch.join("beside");
        let write = |name: &str, text: &str| {
            let file = folder.join(name);
            fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
        };
        fs::create_dir_all(folder.join("src"))
            .with_context(|| format!("cannot make {}", folder.display()))?;
        write("Cargo.toml", &template::beside(self.out)?)?;
        write("src/lib.rs", template::BESIDE)?;
        write("src/theirs.rs", theirs)?;
        write(&format!("src/{COMPARE}"), &program.text)?;
        Ok(folder)
    }
}

/// Errors of the comparing lines, by line and with what the compiler says of both numbers, and the
/// other errors.
fn sort(words: &str) -> (Vec<(usize, String)>, Vec<&str>) {
    let mut compared = Vec::new();
    let mut others = Vec::new();
    // The last line counts the others.
    let errors = words.lines().filter(|line| line.contains(": error"));
    for line in errors {
        match difference(line) {
            Some(found) => compared.push(found),
            None => others.push(line),
        }
    }
    (compared, others)
}

/// What `src/compare.rs:3:40: error[E0308]: mismatched types: expected an array with a size of 8,
/// found one with a size of 4` says, or `..: error[E0080]: evaluation panicked: ..`: the line, and
/// the numbers where there are any.
fn difference(line: &str) -> Option<(usize, String)> {
    let (_, rest) = line.split_once(COMPARE)?;
    let (number, words) = rest.strip_prefix(':')?.split_once(':')?;
    let number = number.parse().ok()?;
    if words.contains("error[E0080]") {
        return Some((number, String::new()));
    }
    let mut sizes = words.split("with a size of ").skip(1);
    let mut size = || {
        let digits = sizes
            .next()?
            .split(|ch: char| !ch.is_ascii_digit())
            .next()?;
        digits.parse::<u64>().ok()
    };
    Some((number, format!("{} here, {} there", size()?, size()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_told_from_other_errors() {
        let words = "src/theirs.rs:1:2: error[E0425]: cannot find type `A`\n\
            src/compare.rs:7:40: error[E0308]: mismatched types: expected an array with a size of 8, found one with a size of 4\n\
            src/compare.rs:8:15: error[E0080]: evaluation panicked: assertion failed: a == b\n\
            src/compare.rs:9:40: error[E0609]: no field `x`\n";
        let (compared, others) = sort(words);
        let numbers = "8 here, 4 there".to_owned();
        assert_eq!(compared, [(7, numbers), (8, String::new())]);
        assert_eq!(others.len(), 2);
    }
}
