//! `cargo xtask import`: takes items out of Microsoft's metadata, as specs to be documented.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::Args;
use winsec_codegen::source::Sources;
use winsec_oracles::import::import;

use crate::screen;
use crate::workspace::Workspace;

/// Write the spec of items of Microsoft's metadata, with what they need, to be documented
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask import GetAddrInfoW")]
pub struct Import {
    /// Write to this new file, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The items: types, functions, constants, members of enumerations
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
}

impl Import {
    /// Imports them.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let specs = Sources::load([workspace.root.join("specs")])?;
        let scratch = workspace.target.join("import");
        let import = import(&self.names, specs, &scratch).map_err(|message| anyhow!(message))?;
        for name in &import.known {
            screen::say("Known", format!("{name}: the specs have it"));
        }
        if import.items.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        match &self.out {
            None => print!("{}", import.text),
            Some(path) => {
                // The file's own documentation waits as well.
                let text = format!("//!\n\n{}", import.text);
                OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .open(path)
                    .and_then(|mut file| file.write_all(text.as_bytes()))
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
        }
        let count = import.items.len();
        screen::say(
            "Imported",
            format!(
                "{count} item{}; document each, and say its header and page: \
                 `cargo xtask gen` lists what is missing",
                if count == 1 { "" } else { "s" }
            ),
        );
        Ok(ExitCode::SUCCESS)
    }
}
