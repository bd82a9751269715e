//! What became of each page, and the counts that must add up.

use std::fmt;

use winsec_pages::Fault;

/// What became of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The page's file.
    pub file: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What is to be said of it besides.
    pub notes: Vec<Note>,
}

/// What can become of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its item was written.
    Written(String),
    /// The specs have its item.
    Known(String),
    /// It is not about an item, but about this.
    Article(String),
    /// It is about none of the items that were asked for.
    NotAsked,
    /// Nothing: the notes say why.
    Failed,
}

/// A remark on a line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is to be said.
    pub message: String,
}

/// How many pages became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All pages.
    pub read: usize,
    /// Those whose item was written.
    pub written: usize,
    /// Those whose item the specs have.
    pub known: usize,
    /// Those that are not about one item.
    pub articles: usize,
    /// Those about items that were not asked for.
    pub not_asked: usize,
    /// Those of which nothing came.
    pub failed: usize,
}

impl Told {
    /// A page of which nothing is known yet.
    pub(super) fn new(file: String) -> Self {
        Self {
            file,
            outcome: Outcome::Failed,
            notes: Vec::new(),
        }
    }

    /// Nothing becomes of the page.
    pub(super) fn fail(&mut self, note: Note) {
        self.outcome = Outcome::Failed;
        self.notes.push(note);
    }
}

impl Note {
    /// A remark on a line.
    pub(super) fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }
}

impl From<Fault> for Note {
    fn from(fault: Fault) -> Self {
        Self::new(fault.line, fault.message)
    }
}

impl Counts {
    /// Counts pages.
    #[must_use]
    pub fn of(pages: &[Told]) -> Self {
        let mut counts = Self::default();
        for page in pages {
            counts.read += 1;
            match page.outcome {
                Outcome::Written(_) => counts.written += 1,
                Outcome::Known(_) => counts.known += 1,
                Outcome::Article(_) => counts.articles += 1,
                Outcome::NotAsked => counts.not_asked += 1,
                Outcome::Failed => counts.failed += 1,
            }
        }
        counts
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.read == 1 { "" } else { "s" };
        write!(
            f,
            "{} page{plural}: {} written, {} known to the specs, {} not about one item, {} failed",
            self.read, self.written, self.known, self.articles, self.failed
        )?;
        if self.not_asked > 0 {
            write!(f, ", {} not asked for", self.not_asked)?;
        }
        Ok(())
    }
}
