//! The committed table that says of each difference who is wrong, and why: read, and held against the
//! differences that there are.
//!
//! The table is a document for people. Each of its sections that has a line `Wrong: WHO.` is a
//! cause, with the evidence in words and a table of the records.

use std::collections::{BTreeMap, BTreeSet};

use winsec_codegen::layout::Arch;

use super::{ARCHES, Tally};

/// Who can be wrong.
pub const PARTIES: [&str; 4] = ["the headers", "the metadata", "neither", "winsec"];

/// The first words of the line that names who is wrong.
const WRONG: &str = "Wrong: ";

/// The first words of the line that names the headers' version.
const VERSION: &str = "Headers: mingw-w64 ";

/// The head of a cause's table.
const HEAD: [&str; 3] = ["record", "on", "differences"];

/// What the table says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Triage {
    /// The version of the headers that it was made for.
    pub version: String,
    /// Its causes, in order.
    pub causes: Vec<Cause>,
}

/// What some differences come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cause {
    /// What it is called.
    pub title: String,
    /// Who is wrong; empty where the section is no cause.
    pub wrong: String,
    /// The records that differ by it.
    pub rows: Vec<Row>,
    /// Whether there are words on it.
    evidence: bool,
}

/// A record that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the table, from 1.
    pub line: usize,
    /// The record.
    pub name: String,
    /// The architectures that it is true of.
    pub arches: Vec<Arch>,
    /// How it differs, as the comparison words it.
    pub what: String,
}

/// What is wrong with the table or lacks in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The line of the table; none of what lacks in it.
    pub line: Option<usize>,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl Problem {
    fn at(line: usize, message: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            message: message.into(),
        }
    }
}

impl Triage {
    /// Reads the table.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::default();
        for (line, text) in (1..).zip(text.lines()) {
            reader.line(line, text.trim_end());
        }
        reader.close();
        if reader.triage.version.is_empty() {
            let message = format!("no line says `{VERSION}MAJOR.MINOR`");
            reader.problems.push(Problem::at(1, message));
        }
        if reader.problems.is_empty() {
            Ok(reader.triage)
        } else {
            Err(reader.problems)
        }
    }

    /// Holds it against what came of the comparison: the differences that it lacks, as rows to be
    /// added, and, where the headers are those that it was made for, its rows without a difference.
    ///
    /// `everything` says whether all records were to be compared: then a row of one that was not is
    /// wrong, too.
    #[must_use]
    pub fn weigh(
        &self,
        tallies: &[(Arch, Tally)],
        version: &str,
        everything: bool,
    ) -> Vec<Problem> {
        let rows = || self.causes.iter().flat_map(|cause| &cause.rows);
        let mut problems = Vec::new();
        let mut lacking: BTreeMap<(&str, String), Vec<Arch>> = BTreeMap::new();
        for (arch, tally) in tallies {
            let mut said: BTreeSet<(&str, &str)> = BTreeSet::new();
            said.extend(
                rows()
                    .filter(|row| row.arches.contains(arch))
                    .map(|row| (row.name.as_str(), row.what.as_str())),
            );
            for name in tally.differing.keys() {
                let what = tally.words(name);
                if !said.contains(&(name.as_str(), what.as_str())) {
                    lacking.entry((name, what)).or_default().push(*arch);
                }
            }
        }
        for row in rows().filter(|_| version == self.version) {
            for (arch, tally) in tallies.iter().filter(|(arch, _)| row.arches.contains(arch)) {
                let judged = everything || tally.has_compared(&row.name);
                if judged && tally.words(&row.name) != row.what {
                    let (name, arch) = (&row.name, arch.name());
                    let message = format!("`{name}` does not differ so on {arch}: remove the row");
                    problems.push(Problem::at(row.line, message));
                }
            }
        }
        for ((name, what), arches) in lacking {
            let arches: Vec<&str> = arches.iter().map(|arch| arch.name()).collect();
            problems.push(Problem {
                line: None,
                message: format!(
                    "a row lacks for this: | `{name}` | {} | {what} |",
                    arches.join(", ")
                ),
            });
        }
        problems
    }
}

/// What was read so far.
#[derive(Debug, Default)]
struct Reader {
    triage: Triage,
    problems: Vec<Problem>,
    /// The section that is being read, and its line.
    section: Option<(usize, Cause)>,
    /// Whether a cause's table is being read.
    table: bool,
    /// What has a row, on which architecture.
    known: BTreeSet<(String, Arch)>,
}

impl Reader {
    fn line(&mut self, line: usize, text: &str) {
        if let Some(version) = text.strip_prefix(VERSION) {
            self.triage.version = version.trim_end_matches('.').to_owned();
        } else if let Some(title) = text.strip_prefix("## ") {
            self.close();
            let title = title.to_owned();
            let cause = Cause {
                title,
                ..Cause::default()
            };
            self.section = Some((line, cause));
        } else if let Some(cells) = cells(text) {
            self.row(line, &cells);
        } else {
            self.table = false;
            self.words(line, text);
        }
    }

    fn words(&mut self, line: usize, text: &str) {
        let Some((_, cause)) = &mut self.section else {
            return;
        };
        if let Some(wrong) = text.strip_prefix(WRONG) {
            let wrong = wrong.trim_end_matches('.');
            if !PARTIES.contains(&wrong) {
                let all = PARTIES.join("`, `");
                let message = format!("nobody is called `{wrong}`: write one of `{all}`");
                self.problems.push(Problem::at(line, message));
            }
            wrong.clone_into(&mut cause.wrong);
        } else if !text.is_empty() {
            cause.evidence = true;
        }
    }

    fn row(&mut self, line: usize, cells: &[&str]) {
        if cells == HEAD {
            self.table = true;
            let cause = self.section.as_ref().map(|(_, cause)| cause);
            if cause.is_none_or(|cause| cause.wrong.is_empty()) {
                let message = format!("say `{WRONG}WHO.` before the table");
                self.problems.push(Problem::at(line, message));
            }
            return;
        }
        let rule = cells.iter().all(|cell| cell.chars().all(|ch| ch == '-'));
        if !self.table || rule {
            return;
        }
        match self.read_row(line, cells) {
            Ok(row) => {
                if let Some((_, cause)) = &mut self.section {
                    cause.rows.push(row);
                }
            }
            Err(message) => self.problems.push(Problem::at(line, message)),
        }
    }

    fn read_row(&mut self, line: usize, cells: &[&str]) -> Result<Row, String> {
        let [name, on, what] = cells else {
            let count = cells.len();
            return Err(format!("a row has three cells, and here are {count}"));
        };
        let name = name
            .strip_prefix('`')
            .and_then(|name| name.strip_suffix('`'));
        let name = name.ok_or("the record's name stands in backquotes")?;
        let mut arches = Vec::new();
        for word in on.split(", ") {
            let arch = ARCHES.into_iter().find(|arch| arch.name() == word);
            let arch = arch.ok_or(format!("`{word}` is neither `x86` nor `x64`"))?;
            if !self.known.insert((name.to_owned(), arch)) {
                return Err(format!("`{name}` has a row for {word} before this one"));
            }
            arches.push(arch);
        }
        Ok(Row {
            line,
            name: name.to_owned(),
            arches,
            what: (*what).to_owned(),
        })
    }

    /// Ends a section.
    fn close(&mut self) {
        self.table = false;
        let Some((line, cause)) = self.section.take() else {
            return;
        };
        if cause.wrong.is_empty() {
            return;
        }
        let title = &cause.title;
        if !cause.evidence {
            let message = format!("`{title}` has no evidence: say where one can see it");
            self.problems.push(Problem::at(line, message));
        }
        if cause.rows.is_empty() {
            let message = format!("`{title}` has no records: remove it, or give it a table");
            self.problems.push(Problem::at(line, message));
        }
        self.triage.causes.push(cause);
    }
}

/// The cells of a table's line.
fn cells(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}
