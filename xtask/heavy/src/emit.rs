//! `cargo xtask emit`: writes all specs as one file, for users of other languages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use winsec_codegen::emit::{Spec, rdl::rdl};
use winsec_codegen::source::Sources;
use winsec_codegen::{Options, analyse};

use crate::screen;
use crate::workspace::Workspace;

/// Write all specs as one file, for users of other languages
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask emit winmd winsec.winmd")]
pub struct Emit {
    /// What to write
    format: Format,
    /// The file
    out: PathBuf,
}

/// What other programs read.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// The text that windows-rdl reads
    Rdl,
    /// Windows metadata
    Winmd,
}

impl Emit {
    /// Writes the file.
    pub fn run(self) -> Result<ExitCode> {
        let out = absolute(&self.out)?;
        env::set_current_dir(Workspace::load()?.root)?;
        let sources = Sources::load([Path::new("specs")])?;
        let analysis = match analyse(&sources, &Options::SPECS) {
            Ok(analysis) => analysis,
            Err(errors) => {
                screen::diagnostics(&errors, &sources);
                return Ok(ExitCode::FAILURE);
            }
        };
        let spec = Spec::new(&analysis.model, &analysis.index, &analysis.layouts);
        let rdl = rdl(&spec);
        match self.format {
            Format::Rdl => {
                fs::write(&out, rdl)
                    .with_context(|| format!("cannot write `{}`", out.display()))?;
            }
            Format::Winmd => {
                let written = windows_rdl::reader().input_text(&rdl).output(&out).write();
                if let Err(error) = written {
                    bail!("windows-rdl does not take our RDL: {error}");
                }
            }
        }
        screen::say("Written", out.display());
        Ok(ExitCode::SUCCESS)
    }
}
