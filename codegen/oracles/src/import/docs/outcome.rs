//! What became of each page, and the counts that must add up.

use std::collections::BTreeMap;
use std::fmt;

use winsec_pages::{Fault, Measure, Part};

/// What became of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The page's file.
    pub file: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What is to be said of it besides.
    pub notes: Vec<Note>,
    /// How many of its words reach what was written of it.
    pub measure: Measure,
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
    /// Its item has the words of another page, in this file, which goes better with it.
    Second(String),
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
    /// Those of items that have the words of another page.
    pub second: usize,
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
            measure: Measure::default(),
        }
    }

    /// Another page of the item is taken.
    pub(super) fn second(&mut self, line: usize, item: &str, other: &str) {
        let message = format!("`{item}` has the words of another page, {other}");
        self.notes = vec![Note::new(line, message)];
        self.measure = Measure::default();
        self.outcome = Outcome::Second(other.to_owned());
    }

    /// Puts down how many of the page's words reach what was written, and each loss as a remark.
    pub(super) fn count(&mut self, measure: Measure) {
        for loss in &measure.losses {
            let (words, text) = (loss.words, &loss.text);
            let more = if words > text.split(' ').count() {
                " ..."
            } else {
                ""
            };
            let message = format!("{words} words reach nothing: {text}{more}");
            self.notes.push(Note::new(loss.line, message));
        }
        self.notes.sort_by_key(|note| note.line);
        self.measure = measure;
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
                Outcome::Second(_) => counts.second += 1,
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
            "{} page{plural}: {} written, {} known to the specs, {} second of an item, {} not about \
             one item, {} failed",
            self.read, self.written, self.known, self.second, self.articles, self.failed
        )?;
        if self.not_asked > 0 {
            write!(f, ", {} not asked for", self.not_asked)?;
        }
        Ok(())
    }
}

/// How many words and rows of the pages reach what was written of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The pages that were counted.
    pub pages: usize,
    /// Those of which more than one word in ten reaches nothing.
    pub losing: usize,
    /// The words of each part: all of them, and those that reach nothing.
    pub parts: BTreeMap<Part, (usize, usize)>,
    /// The rows of tables.
    pub rows: usize,
    /// Those of which a word reaches nothing.
    pub rows_lost: usize,
}

impl Reach {
    /// Adds up what was counted of pages.
    #[must_use]
    pub fn of(pages: &[Told]) -> Self {
        let mut reach = Self::default();
        for page in pages {
            let measure = &page.measure;
            let (words, lost) = measure.words();
            reach.pages += usize::from(words > 0);
            reach.losing += usize::from(lost * 10 > words);
            for (part, words, lost) in &measure.parts {
                let sum = reach.parts.entry(*part).or_default();
                *sum = (sum.0 + words, sum.1 + lost);
            }
            reach.rows += measure.rows;
            reach.rows_lost += measure.rows_lost.len();
        }
        reach
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = [
            (Part::Description, "descriptions"),
            (Part::Entries, "fields, members and parameters"),
            (Part::Result, "results"),
            (Part::Remarks, "remarks"),
        ];
        for (part, name) in names {
            let (words, lost) = self.parts.get(&part).copied().unwrap_or_default();
            write!(f, "{name} {} of {words} words, ", words - lost)?;
        }
        write!(
            f,
            "rows of tables {} of {}; {} of {} pages lose over 10 %",
            self.rows - self.rows_lost,
            self.rows,
            self.losing,
            self.pages
        )
    }
}
