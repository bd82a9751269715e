//! `cargo xtask import`: takes items out of Microsoft's metadata, as specs to be documented.

mod docs;

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::Args;
use winsec_codegen::source::Sources;
use winsec_oracles::import::import;

use crate::screen;
use crate::workspace::Workspace;

/// Write the spec of items of Microsoft's metadata, with what they need, to be documented
///
/// With --docs, documented by Microsoft's own pages. Their words belong to Microsoft, under the
/// licence of your checkout, and are meant for specs of yours: the specs of this project are written
/// by its people, in words of their own. A page that cannot be read is told of with its line, and the
/// rest goes on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cargo xtask import GetAddrInfoW\n  \
                  cargo xtask import --docs ../sdk-api/sdk-api-src --out my.rdl GetAddrInfoW")]
pub struct Import {
    /// Write to this new file, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Take documentation from the pages in this folder, and in those within it: `.md` and `.txt`
    #[arg(long, value_name = "DIR")]
    docs: Option<PathBuf>,
    /// Write items that the specs have, too, in the pages' words
    #[arg(long, requires = "docs")]
    again: bool,
    /// The items: types, functions, constants, members of enumerations; with --docs, all that have
    /// a page, unless some are named
    #[arg(required_unless_present = "docs", value_name = "NAME")]
    names: Vec<String>,
}

impl Import {
    /// Imports them.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let specs = Sources::load([workspace.root.join("specs")])?;
        if let Some(folder) = &self.docs {
            return docs::run(&self, folder, specs);
        }
        let import = import(&self.names, specs).map_err(|message| anyhow!(message))?;
        for name in &import.known {
            screen::say("Known", format!("{name}: the specs have it"));
        }
        if import.items.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        write(self.out.as_deref(), &import.text)?;
        screen::say(
            "Imported",
            format!(
                "{}; document each, and say its header and page: \
                 `cargo xtask gen` lists what is missing",
                count(import.items.len(), "item")
            ),
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes items to a new file, or to standard output.
fn write(out: Option<&Path>, items: &str) -> Result<()> {
    let Some(path) = out else {
        print!("{items}");
        return Ok(());
    };
    // The file's own documentation waits as well.
    let text = format!("//!\n\n{items}");
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// A number of things.
fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
