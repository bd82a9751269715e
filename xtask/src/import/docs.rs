//! `cargo xtask import --docs`: items documented by Microsoft's own pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use winsec_codegen::source::Sources;
use winsec_oracles::import::docs::{Counts, File, Outcome, Request, Told, document};

use super::{Import, count, write};
use crate::screen;

/// The extensions of pages.
const PAGES: [&str; 2] = ["md", "txt"];

/// Imports them; fails when a page could not be read, or an item that was named has none.
pub(super) fn run(
    arguments: &Import,
    folder: &Path,
    specs: Sources,
    scratch: &Path,
) -> Result<ExitCode> {
    let paths = find(folder)?;
    // A checkout is large: one page is in memory at a time.
    let files = paths.into_iter().map(|path| File {
        content: fs::read(&path).map_err(|error| format!("cannot be read: {error}")),
        name: path.to_string_lossy().replace('\\', "/"),
    });
    let request = Request {
        names: &arguments.names,
        again: arguments.again,
        scratch,
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

/// The pages in a folder and in those within it, sorted.
fn find(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let shown = folder.display();
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot look into {shown}"))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot look into {shown}"))?;
            let path = entry.path();
            // A link to a folder may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|kind| PAGES.iter().any(|page| kind == *page))
            {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}
