//! Reads pages, one at a time, and finds the item of each.

use std::collections::{BTreeMap, BTreeSet};

use winsec_pages::{Known, Page, read};

use super::{
    File, Note, Outcome, Told, World, compare,
    find::{Source, find},
};

/// A page whose item was found.
#[derive(Debug)]
pub(super) struct Job {
    /// Its place among those that are told of.
    pub(super) told: usize,
    /// What it says.
    pub(super) page: Page,
    /// The item's name.
    pub(super) item: String,
    /// Who declares it.
    pub(super) source: Source,
}

/// The pages so far.
pub(super) struct Intake<'a> {
    world: &'a World,
    names: &'a [String],
    /// What is told of each page.
    pub(super) told: Vec<Told>,
    /// The pages whose item was found.
    pub(super) jobs: Vec<Job>,
    /// The page of each item.
    first: BTreeMap<String, String>,
    /// The names of the pages' items.
    seen: BTreeSet<String>,
}

/// Reads a page: what is told of it so far, and what it says if it is about an item.
pub(super) fn page(file: File) -> (Told, Option<Page>) {
    let mut told = Told::new(file.name);
    match file.content.map(|content| read(&content)) {
        Err(why) => told.fail(Note::new(0, why)),
        Ok(Err(faults)) => faults.into_iter().for_each(|fault| told.fail(fault.into())),
        Ok(Ok(Known::Article(article))) => told.outcome = Outcome::Article(article.about),
        Ok(Ok(Known::Page(page))) => return (told, Some(*page)),
    }
    (told, None)
}

impl<'a> Intake<'a> {
    /// Nothing is read yet; only pages of `names` are of interest, if there are any.
    pub(super) fn new(world: &'a World, names: &'a [String]) -> Self {
        Self {
            world,
            names,
            told: Vec::new(),
            jobs: Vec::new(),
            first: BTreeMap::new(),
            seen: BTreeSet::new(),
        }
    }

    /// The names of interest that no page is about.
    pub(super) fn missed(&self) -> Vec<String> {
        let missed = self.names.iter().filter(|name| !self.seen.contains(*name));
        missed.cloned().collect()
    }

    /// Reads a page.
    pub(super) fn take(&mut self, file: File) {
        let (mut told, page) = page(file);
        if let Some(page) = page {
            self.find(page, &mut told);
        }
        self.told.push(told);
    }

    fn find(&mut self, page: Page, told: &mut Told) {
        let of_interest = |name: &&String| self.names.contains(name);
        if !self.names.is_empty() && page.names.iter().find(of_interest).is_none() {
            told.outcome = Outcome::NotAsked;
            return;
        }
        self.seen.extend(page.names.iter().cloned());
        let (item, source) = match find(self.world, &page) {
            Ok(found) => found,
            Err(note) => return told.fail(note),
        };
        if let Some(first) = self.first.get(&item) {
            return told.fail(second(&page, &item, first));
        }
        self.first.insert(item.clone(), told.file.clone());
        told.outcome = match source {
            Source::Specs => Outcome::Known(item.clone()),
            Source::Metadata | Source::Page(_) => Outcome::Written(item.clone()),
        };
        if source == Source::Specs {
            told.notes = compare::compare(self.world, &page, &item);
        }
        self.jobs.push(Job {
            told: self.told.len(),
            page,
            item,
            source,
        });
    }
}

/// What is said of a second page about one item.
pub(super) fn second(page: &Page, item: &str, first: &str) -> Note {
    let message = format!("`{item}` has a page already, {first}; remove one of them");
    Note::new(page.line, message)
}
