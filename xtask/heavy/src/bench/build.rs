//! Clean builds of a program that uses our crates, beside the same with what it would use instead.
//!
//! Each side is a package of its own below `target/`, built in turn. Between two builds all that was
//! built is removed, but the standard library where cargo had to build that.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::plan::median;
use crate::bench::progress::Progress;
use crate::bench::record::{OURS, Record};
use crate::process;
use crate::windows::{GNU, Setting};
use crate::workspace::Workspace;

mod cases;

/// How often each side is built, unless that takes too long.
const ROUNDS: usize = 5;

/// After so long, the round that has begun is the last.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that uses a crate.
struct Project {
    folder: PathBuf,
    /// Every package that it is built of.
    packages: BTreeSet<String>,
}

/// What a build came to.
struct Built {
    time: Duration,
    crates: u64,
    size: u64,
}

/// How programs are built: for Windows where there is a standard library for it.
struct Builder {
    setting: Option<Setting>,
    target: PathBuf,
    /// What is there before anything is built: the standard library.
    kept: BTreeSet<PathBuf>,
}

/// Builds both sides of every case, in turn.
pub fn measure(workspace: &Workspace, progress: &Progress, record: &mut Record) -> Result<()> {
    let folder = workspace.target.join("bench/build");
    let builder = Builder::new(workspace, &folder)?;
    if builder.setting.is_none() {
        progress.note(
            "Note",
            "no standard library for Windows: programs are built for this system",
        );
    }
    for case in cases::all(workspace)? {
        let sides = case.sides.iter().map(|(side, dependency)| {
            let folder = folder.join(case.id).join(side);
            let lock = if side == OURS {
                "Cargo.lock"
            } else {
                "benches/peers/Cargo.lock"
            };
            let project = Project::make(folder, dependency, &workspace.root.join(lock))?;
            Ok((side.as_str(), project))
        });
        let sides: Vec<_> = sides.collect::<Result<_>>()?;
        let mut samples = vec![Vec::new(); sides.len()];
        let begin = Instant::now();
        for round in (0..ROUNDS).take_while(|round| *round == 0 || begin.elapsed() < PATIENCE) {
            progress.note("Building", &format!("{}, round {}", case.id, round + 1));
            for ((side, project), samples) in sides.iter().zip(&mut samples) {
                builder.forget()?;
                let built = builder.build(project)?;
                samples.push(built.time.as_nanos() as f64);
                let figures = record.entry(case.id, side);
                figures.crates = Some(built.crates);
                figures.size = Some(built.size);
            }
        }
        let ours = samples.first().cloned().unwrap_or_default();
        for ((side, _), samples) in sides.iter().zip(samples) {
            let ratios = ours.iter().zip(&samples).map(|(ours, this)| ours / this);
            let ratio = (*side != OURS).then(|| median(ratios.collect()));
            let figures = record.entry(case.id, side);
            figures.time = Some(median(samples) as u64);
            figures.ratio = ratio;
        }
    }
    Ok(())
}

impl Project {
    /// Writes a library that depends on nothing but the crate, in the versions of a lock file where
    /// that has them.
    fn make(folder: PathBuf, dependency: &str, lock: &Path) -> Result<Self> {
        let write = |name: &str, text: &str| {
            let file = folder.join(name);
            let parent = file.parent().unwrap_or(&folder);
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&file, text))
                .with_context(|| format!("cannot write {}", file.display()))
        };
        let manifest = format!(
            "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\n{dependency}\n"
        );
        write("Cargo.toml", &manifest)?;
        write("src/lib.rs", "//! Uses one crate.\n#![no_std]\n")?;
        let lock =
            fs::read_to_string(lock).with_context(|| format!("cannot read {}", lock.display()))?;
        write("Cargo.lock", &lock)?;
        let text = process::output(
            cargo("metadata", None)
                .args(["--format-version=1", "--manifest-path"])
                .arg(folder.join("Cargo.toml")),
        )?;
        let metadata: Value = serde_json::from_str(&text)?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let names = packages.filter_map(|package| package["name"].as_str());
        Ok(Self {
            packages: names.map(ToOwned::to_owned).collect(),
            folder,
        })
    }
}

impl Builder {
    /// Builds a program that uses nothing, and with it the standard library where that is not there.
    fn new(workspace: &Workspace, folder: &Path) -> Result<Self> {
        let lock = workspace.root.join("Cargo.lock");
        let nothing = Project::make(folder.join("nothing"), "", &lock)?;
        let mut builder = Self {
            setting: Setting::find(GNU),
            target: folder.join("target"),
            kept: BTreeSet::new(),
        };
        builder.forget()?;
        builder.build(&nothing)?;
        if builder.setting.is_some() {
            builder.kept = files(&builder.target)?.into_iter().collect();
        }
        Ok(builder)
    }

    fn cargo(&self, subcommand: &str, project: &Project) -> Command {
        let setting = self.setting.as_ref();
        let mut command = cargo(subcommand, setting);
        command
            .arg("--manifest-path")
            .arg(project.folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&self.target)
            // As a crate from a registry is built: all of it, and without its own lints.
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTFLAGS", "--cap-lints=allow");
        if setting.is_some() {
            command.args(["--target", GNU]);
        }
        command
    }

    fn build(&self, project: &Project) -> Result<Built> {
        let mut command = self.cargo("build", project);
        command.args(["--quiet", "--message-format=json"]);
        if let Some(setting) = &self.setting {
            setting.std.add_to(&mut command, "std,panic_unwind");
        }
        let begin = Instant::now();
        let text = process::output(&mut command)?;
        let time = begin.elapsed();
        let mut built = Built {
            time,
            crates: 0,
            size: 0,
        };
        for line in text.lines() {
            built.add(line, &project.packages)?;
        }
        ensure!(
            built.crates > 0,
            "cargo has built nothing in {}",
            project.folder.display()
        );
        Ok(built)
    }

    /// Removes what was built. Cargo would do it by name, and the standard library has packages of the
    /// same names as programs.
    fn forget(&self) -> Result<()> {
        for file in files(&self.target)? {
            if !self.kept.contains(&file) {
                fs::remove_file(&file)
                    .with_context(|| format!("cannot remove {}", file.display()))?;
            }
        }
        Ok(())
    }
}

/// Every file below a folder, which need not be there.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop().filter(|folder| folder.exists()) {
        let entries = fs::read_dir(&folder);
        for entry in entries.with_context(|| format!("cannot list {}", folder.display()))? {
            let path = entry.context("cannot list a folder")?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    Ok(files)
}

impl Built {
    /// Counts what one of cargo's messages says was built.
    fn add(&mut self, message: &str, packages: &BTreeSet<String>) -> Result<()> {
        let message: Value = serde_json::from_str(message)?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let built = message["reason"] == "compiler-artifact" && message["fresh"] == false;
        let known = packages
            .iter()
            .any(|package| package.replace('-', "_") == name.replace('-', "_"));
        if !built || !(known || name.starts_with("build-script")) {
            return Ok(());
        }
        self.crates += 1;
        for file in message["filenames"].as_array().into_iter().flatten() {
            let size = file.as_str().map(|file| Path::new(file).metadata());
            self.size += size.transpose()?.map_or(0, |metadata| metadata.len());
        }
        Ok(())
    }
}

fn cargo(subcommand: &str, setting: Option<&Setting>) -> Command {
    match setting {
        Some(setting) => setting.rust.cargo(subcommand),
        None => {
            let mut command =
                Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            command.arg(subcommand);
            command
        }
    }
}
