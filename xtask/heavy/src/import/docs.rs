//! `cargo xtask import --docs`: items documented by Microsoft's own pages.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use winsec_codegen::source::Sources;
use winsec_oracles::import::docs::{Counts, Outcome, Reach, Request, Told, document};

use super::{Import, count, write};
use crate::{pages, screen};

/// Imports them; fails when a page could not be read, or an item that was named has none.
pub(super) fn run(arguments: &Import, folder: &Path, specs: Sources) -> Result<ExitCode> {
    let files = pages::files(folder)?;
    let request = Request {
        names: &arguments.names,
        again: arguments.again,
    };
    let documented = document(files, specs, &request).map_err(|message| anyhow!(message))?;
    for page in &documented.pages {
        tell(page);
    }
    for name in &documented.missed {
        screen::say("Missed", format!("{name}: no page is about it"));
    }
    if !documented.items.is_empty() {
        write(arguments.out.as_deref(), &documented.text)?;
        let items = count(documented.items.len(), "item");
        let waiting = match documented.waiting {
            0 => "all of them documented".to_owned(),
            more => format!(
                "{} among them not: `cargo xtask gen` lists them",
                count(more, "thing")
            ),
        };
        screen::say("Imported", format!("{items}, {waiting}"));
        screen::say("Words", Reach::of(&documented.pages));
    }
    let counts = Counts::of(&documented.pages);
    screen::say("Read", counts);
    Ok(if counts.failed == 0 && documented.missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Says what became of a page.
fn tell(page: &Told) {
    let file = &page.file;
    match &page.outcome {
        Outcome::Written(item) => screen::say("Written", format!("{item}: {file}")),
        Outcome::Known(item) => screen::say("Known", format!("{item}: the specs have it: {file}")),
        Outcome::Article(about) => screen::say("Left out", format!("{file} is about {about}")),
        Outcome::Second(_) => screen::say("Second", file),
        Outcome::Failed => screen::say("Failed", file),
        Outcome::NotAsked => {}
    }
    for note in &page.notes {
        let line = match note.line {
            0 => String::new(),
            line => format!(":{line}"),
        };
        anstream::eprintln!("{:>12} {file}{line}: {}", "", note.message);
    }
}
