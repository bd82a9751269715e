//! `winsec completions` and `winsec manual`: what shells and `man` want to know, from the same
//! description of the command line that the program parses by.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::file;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;

/// Print a script that completes winsec's command line
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec completions bash > /usr/share/bash-completion/completions/winsec\n  winsec completions powershell >> $PROFILE"
)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints it.
    pub(crate) fn run(self, mut command: Command, output: &Output) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "winsec", &mut script);
        output.raw(&script)?;
        Ok(Status::Fine)
    }
}

/// Write manual pages, one for each command
#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// The folder to write them to
    folder: PathBuf,
}

impl Manual {
    /// Writes them.
    pub(crate) fn run(self, mut command: Command, output: &Output) -> Outcome {
        command.build();
        write(&self.folder, &command, output)?;
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
            write(&self.folder, sub, output)?;
        }
        Ok(Status::Fine)
    }
}

/// Writes the page of one command: `winsec-packages.1`.
fn write(folder: &Path, command: &Command, output: &Output) -> Outcome<()> {
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render(&mut page)
        .map_err(|error| Failure::refused(format!("a manual page cannot be made: {error}")))?;
    file::write(&folder.join(man.get_filename()), &page, output)
}
