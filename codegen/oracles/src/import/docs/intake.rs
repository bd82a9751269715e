//! Reads pages, one at a time, and finds the item of each.

use std::collections::{BTreeMap, BTreeSet};

use winsec_pages::{Known, Page, read};

use super::{
    File, Note, Outcome, Told, World, compare,
    find::{Found, Source, find},
    fit::Score,
};

/// A page whose item was found.
#[derive(Debug)]
pub(super) struct Job {
    /// Its place among those that are told of.
    pub(super) told: usize,
    /// What it says.
    pub(super) page: Page,
    /// Its text.
    pub(super) text: String,
    /// How well it goes with the item.
    score: Score,
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
    /// The place of the job of each item.
    first: BTreeMap<String, usize>,
    /// The names of the pages' items.
    seen: BTreeSet<String>,
}

/// Reads a page: what is told of it so far, and what it says if it is about an item, with its text.
pub(super) fn page(file: File) -> (Told, Option<(Page, String)>) {
    let mut told = Told::new(file.name);
    let content = match file.content {
        Ok(content) => content,
        Err(why) => {
            told.fail(Note::new(0, why));
            return (told, None);
        }
    };
    match read(&content) {
        Err(faults) => faults.into_iter().for_each(|fault| told.fail(fault.into())),
        Ok(Known::Article(article)) => told.outcome = Outcome::Article(article.about),
        Ok(Known::Page(mut page)) => {
            if let Some(address) = address_of(&told.file) {
                page.origin.page = Some(address);
            }
            let text = String::from_utf8_lossy(&content).replace("\r\n", "\n");
            return (told, Some((*page, text)));
        }
    }
    (told, None)
}

/// Where Microsoft publishes the page in a file of a checkout: under the names of file and folder,
/// whatever the page says of itself.
fn address_of(file: &str) -> Option<String> {
    let file = file.replace('\\', "/");
    let (path, name) = file.rsplit_once('/')?;
    let stem = name.strip_suffix(".md")?;
    let folder = path.rsplit('/').next()?;
    let kinds = ["ns-", "ne-", "nf-", "nc-", "ni-"];
    let of_folder = stem.get(3..)?.strip_prefix(folder)?.starts_with('-');
    if !of_folder || !kinds.iter().any(|kind| stem.starts_with(kind)) {
        return None;
    }
    let address = format!("{folder}/{stem}");
    Some(if path.split('/').any(|part| part == DRIVERS) {
        format!("{DRIVERS_PAGES}{address}")
    } else {
        address
    })
}

/// The folder of the pages for drivers in their checkout.
const DRIVERS: &str = "wdk-ddi-src";

/// Where these are published.
const DRIVERS_PAGES: &str = "https://learn.microsoft.com/windows-hardware/drivers/ddi/";

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
        if let Some((page, text)) = page {
            self.find(page, text, &mut told);
        }
        self.told.push(told);
    }

    fn find(&mut self, page: Page, text: String, told: &mut Told) {
        let of_interest = |name: &&String| self.names.contains(name);
        if !self.names.is_empty() && page.names.iter().find(of_interest).is_none() {
            told.outcome = Outcome::NotAsked;
            return;
        }
        self.seen.extend(page.names.iter().cloned());
        let (item, source, score) = match find(self.world, &page) {
            Ok(Found::Item(item, source, score)) => (item, source, score),
            Ok(Found::Nothing(about)) => {
                told.outcome = Outcome::Article(about.to_owned());
                return;
            }
            Err(note) => return told.fail(note),
        };
        let first = self.first.get(&item).copied();
        if let Some(first) = first.and_then(|at| self.jobs.get(at))
            && first.score >= score
        {
            return told.second(page.line, &item, &self.told[first.told].file);
        }
        told.outcome = match source {
            Source::Specs => Outcome::Known(item.clone()),
            Source::Metadata | Source::Page(_) => Outcome::Written(item.clone()),
        };
        if source == Source::Specs {
            told.notes = compare::compare(self.world, &page, &item);
        }
        let job = Job {
            told: self.told.len(),
            page,
            text,
            score,
            item: item.clone(),
            source,
        };
        match first {
            // This one goes better with the item.
            Some(at) => {
                let other = std::mem::replace(&mut self.jobs[at], job);
                self.told[other.told].second(other.page.line, &item, &told.file);
            }
            None => {
                self.first.insert(item, self.jobs.len());
                self.jobs.push(job);
            }
        }
    }
}
