//! Joins Microsoft's pages with Microsoft's metadata: documented specs.
//!
//! A page says what an item is for, the metadata how it is declared. Where the specs have the item
//! already, the page is compared with them; where neither has it, the page's own lines of C declare
//! it.

mod apply;
mod compare;
mod declare;
mod find;
mod fit;
mod intake;
mod need;
mod outcome;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use winsec_codegen::{
    Analysis, Options, analyse,
    diagnostic::{Style, render},
    model::Model,
    options::Docs,
    source::Sources,
};

use self::{apply::Apply, find::Source, fit::Score, intake::Intake, need::Needs};
use super::names_of;
use crate::metadata::Index;

pub use outcome::{Counts, Note, Outcome, Reach, Told};

/// The specs are read as the metadata is: what they are like, `gen` says.
const OPTIONS: Options = Options {
    docs: Docs::Optional,
    ..Options::METADATA
};

/// A page's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, as shown to users.
    pub name: String,
    /// Its bytes, or why they cannot be read.
    pub content: Result<Vec<u8>, String>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The items whose pages are of interest; all, when there are none.
    pub names: &'a [String],
    /// Whether the items that the specs have are written too, with the pages' words.
    pub again: bool,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documented {
    /// The items as a spec; what no page documents waits for its documentation.
    pub text: String,
    /// The items, in their order.
    pub items: Vec<String>,
    /// How many items, fields, members and parameters wait.
    pub waiting: usize,
    /// What became of each page.
    pub pages: Vec<Told>,
    /// The names that were asked for, and that no page is about.
    pub missed: Vec<String>,
}

/// What is known beside the pages.
struct World {
    /// The specs.
    ours: Analysis,
    /// Every name of theirs.
    known: BTreeSet<String>,
    /// The metadata.
    index: Index,
}

/// Makes documented specs of pages.
///
/// # Errors
///
/// When the specs are wrong, or the metadata cannot be read, in words. What is wrong with a page
/// is told of that page.
pub fn document(
    files: impl IntoIterator<Item = File>,
    specs: Sources,
    request: &Request<'_>,
) -> Result<Documented, String> {
    let ours = analyse(&specs, &OPTIONS).map_err(|errors| render(&errors, &specs, Style::Plain))?;
    let world = World {
        known: names_of(&ours.model),
        ours,
        index: Index::new()?,
    };
    let mut intake = Intake::new(&world, request.names);
    for file in files {
        intake.take(file);
    }
    let missed = intake.missed();
    let Intake {
        mut told, mut jobs, ..
    } = intake;
    let mut needs = Needs::default();
    jobs.retain(|job| {
        if job.source == Source::Specs && !request.again {
            return false;
        }
        match needs.add(&world, job) {
            Ok(notes) => {
                told[job.told].notes.extend(notes);
                true
            }
            Err(note) => {
                told[job.told].fail(note);
                false
            }
        }
    });
    needs.settle(&world);
    let written = write::write(&specs, &world, jobs, needs, &mut told)?;
    Ok(Documented {
        pages: told,
        missed,
        ..written
    })
}

/// Puts the words of pages on the items of a model that has none, and tells of each page.
///
/// A page whose item the model does not have is left out.
pub fn describe(files: impl IntoIterator<Item = File>, model: &mut Model) -> Vec<Told> {
    let all = (0..model.items.len()).collect();
    let mut apply = Apply::new(model, all);
    let mut pages: Vec<Told> = Vec::new();
    // The place and the line of each item's page, and how well that goes with the item.
    let mut first: BTreeMap<String, (usize, usize, Score)> = BTreeMap::new();
    for file in files {
        let (mut told, page) = intake::page(file);
        if let Some((page, text)) = page {
            match apply.item(&page) {
                Ok(Some((name, score))) => match first.get(name) {
                    Some(&(other, _, best)) if best >= score => {
                        told.second(page.line, name, &pages[other].file);
                    }
                    before => {
                        if let Some(&(other, line, _)) = before {
                            pages[other].second(line, name, &told.file);
                        }
                        first.insert(name.to_owned(), (pages.len(), page.line, score));
                        let (notes, measure) = apply.page(&page, name, &text);
                        told.notes = notes;
                        told.count(measure);
                        told.outcome = Outcome::Written(name.to_owned());
                    }
                },
                Ok(None) => told.outcome = Outcome::NotAsked,
                Err(why) => {
                    told.outcome = Outcome::NotAsked;
                    told.notes.push(Note::new(page.line, why));
                }
            }
        }
        pages.push(told);
    }
    apply.finish();
    pages
}
