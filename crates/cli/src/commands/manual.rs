//! `winsec manual`: what `man` shows, from the description of the command line that the program parses
//! by.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::file;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;

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

/// How a run can end, for every page.
const STATUSES: [(&str, &str); 6] = [
    ("0", "fine: all was done, and everything required is met"),
    ("1", "a requirement is not met"),
    (
        "2",
        "the command line cannot be understood, or names what winsec does not know",
    ),
    ("3", "the system or another machine refused"),
    ("4", "not supported here"),
    (
        "130",
        "ended by Ctrl-C, where that is not the way to end it",
    ),
];

/// Writes the page of one command: `winsec-packages.1`.
fn write(folder: &Path, command: &Command, output: &Output) -> Outcome<()> {
    let man = Man::new(command.clone())
        .source(concat!("winsec ", env!("CARGO_PKG_VERSION")))
        .manual("winsec");
    let page = render(&man, command)
        .map_err(|error| Failure::refused(format!("a manual page cannot be made: {error}")))?;
    file::write(&folder.join(man.get_filename()), &page, output)
}

/// The sections of a page, in the order that manuals have them in.
fn render(man: &Man, command: &Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    rest.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in STATUSES {
        rest.control("TP", [])
            .text([bold(status)])
            .text([roman(meaning)]);
    }
    if let Some(help) = command.get_after_help() {
        rest.control("SH", ["EXAMPLES"]).control("nf", []);
        for example in help
            .to_string()
            .lines()
            .filter(|line| line.starts_with(' '))
        {
            rest.text([roman(example.trim())]);
        }
        rest.control("fi", []);
    }
    rest.to_writer(&mut page)?;
    Ok(page)
}
