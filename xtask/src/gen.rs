//! `cargo xtask gen`: makes the bindings, and the catalogue of the command-line tool, from the
//! specs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;
use winsec_codegen::bindings::bindings;
use winsec_codegen::catalogue::catalogue;
use winsec_codegen::reconcile::{Action, Change, compare};
use winsec_codegen::source::Sources;
use winsec_codegen::{Options, analyse};

use crate::kinds::kinds;
use crate::screen;
use crate::workspace::Workspace;

/// Where the specs are, below the workspace.
const SPECS: &str = "specs";

/// Where the bindings go, below the workspace.
const BINDINGS: &str = "crates/ffi/src/generated";

/// Where the catalogue of the command-line tool goes, below the workspace.
const CATALOGUE: &str = "crates/cli/src/generated";

/// Generate the bindings and the tool's catalogue
#[derive(Debug, Args)]
pub struct Gen {
    /// Write nothing; show what is stale, and fail when anything is
    #[arg(long)]
    check: bool,
    /// The folder of the specs [default: specs]
    #[arg(long, value_name = "DIR")]
    specs: Option<PathBuf>,
    /// The folder of the bindings, then made alone [default: crates/ffi/src/generated]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Gen {
    /// Makes what was asked for.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        // Paths that were given are meant from here; the others, and those in errors, are below
        // the workspace.
        let specs = self.specs.as_deref().map(absolute).transpose()?;
        let out = self.out.as_deref().map(absolute).transpose()?;
        env::set_current_dir(&workspace.root)?;
        let started = Instant::now();
        let sources = Sources::load([specs.as_deref().unwrap_or(Path::new(SPECS))])?;
        let analysis = match analyse(&sources, &Options::SPECS) {
            Ok(analysis) => analysis,
            Err(errors) => {
                screen::diagnostics(&errors, &sources);
                return Ok(ExitCode::FAILURE);
            }
        };
        let mut files = vec![(PathBuf::from(BINDINGS), bindings(&analysis))];
        match out {
            Some(folder) => files[0].0 = folder,
            None => files.push((CATALOGUE.into(), catalogue(&analysis))),
        }
        let mut changes = Vec::new();
        for (folder, files) in &files {
            let own = compare(folder, files)
                .with_context(|| format!("cannot read `{}`", folder.display()))?;
            if !self.check {
                write(folder, &own)?;
            }
            changes.extend(own);
        }
        if self.check {
            return Ok(check(&changes));
        }
        screen::say(
            "Generated",
            format!(
                "{} files in {} ms: {}",
                changes.len(),
                started.elapsed().as_millis(),
                kinds(&analysis.model.items)
            ),
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Brings the files up to date, and says what became of each.
fn write(folder: &Path, changes: &[Change]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make `{}`", folder.display()))?;
    for change in changes {
        let path = change.path.display();
        change
            .apply()
            .with_context(|| format!("cannot bring `{path}` up to date"))?;
        let verb = match change.action {
            Action::Keep => "Unchanged",
            Action::Create | Action::Update => "Written",
            Action::Remove => "Removed",
        };
        screen::say(verb, path);
    }
    Ok(())
}

/// Shows what is stale, and fails when anything is.
fn check(changes: &[Change]) -> ExitCode {
    let stale: Vec<&Change> = changes.iter().filter(|change| change.is_stale()).collect();
    for change in &stale {
        print!("{}", change.diff());
    }
    for change in &stale {
        let verb = match change.action {
            Action::Create => "Missing",
            Action::Remove => "Orphaned",
            Action::Keep | Action::Update => "Stale",
        };
        screen::say(verb, change.path.display());
    }
    if stale.is_empty() {
        screen::say("Checked", format!("{} files are up to date", changes.len()));
        return ExitCode::SUCCESS;
    }
    let files = if stale.len() == 1 {
        "1 file is".to_owned()
    } else {
        format!("{} files are", stale.len())
    };
    screen::error(&anyhow::anyhow!(
        "{files} not as the specs say; `cargo xtask gen` mends that"
    ));
    ExitCode::FAILURE
}
