//! What is expected of headers: the differences that were seen with each version, as committed data,
//! and who is wrong, as a document for people; both read, and held against the differences there are.
//!
//! A section of the document that has a line `Wrong: WHO.` is a cause, with the evidence in words. The
//! section of the data that has its title lists the records that differ by it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use winsec_codegen::layout::Arch;

use super::{ARCHES, Tally};

/// Who can be wrong.
pub const PARTIES: [&str; 5] = ["the headers", "the metadata", "neither", "winsec", GCC];

/// The compiler that is wrong where it lays the same headers out otherwise than Microsoft's would.
const GCC: &str = "gcc";

/// The document that says who is wrong, and why.
pub const DOCUMENT: &str = "docs/win32-headers.md";

/// The data that says what differs, and with which headers.
pub const DATA: &str = "docs/win32-headers.txt";

/// The first words of the line that names who is wrong.
const WRONG: &str = "Wrong: ";

/// How a row of a compiler says that all its numbers are ours.
const NOTHING: &str = "nothing differs";

/// What is expected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Triage {
    /// The causes of differences, in the document's order.
    pub causes: Vec<Cause>,
}

/// What some differences come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cause {
    /// What it is called.
    pub title: String,
    /// Who is wrong.
    pub wrong: String,
    /// The records that differ by it.
    pub rows: Vec<Row>,
}

/// A record that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// The record.
    pub name: String,
    /// The architectures that it is true of.
    pub arches: Vec<Arch>,
    /// The versions of mingw-w64 with which it was seen: `12.0`.
    pub versions: Vec<String>,
    /// How it differs, as the comparison words it.
    pub what: String,
}

/// What is wrong with what is expected, or lacks in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub file: &'static str,
    /// The line, from 1; none of what lacks.
    pub line: Option<usize>,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What came of a comparison, for one who has to judge it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weighed {
    /// What contradicts: fails.
    pub problems: Vec<Problem>,
    /// Rows to be added for headers of which nothing is expected yet.
    pub new: Vec<String>,
    /// How many differences of such headers have been seen with others.
    pub seen: usize,
}

impl Triage {
    /// Reads document and data.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them.
    pub fn read(document: &str, data: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut causes = causes(document, &mut problems);
        rows(data, &mut causes, &mut problems);
        for (line, cause) in &causes {
            if cause.rows.is_empty() {
                let message = format!("`{}` has no records in {DATA}: remove it", cause.title);
                problems.push(at(DOCUMENT, *line, message));
            }
        }
        if problems.is_empty() {
            let causes = causes.into_iter().map(|(_, cause)| cause).collect();
            Ok(Self { causes })
        } else {
            Err(problems)
        }
    }

    /// Holds it against what came of the comparison with headers of a version: with the records as
    /// Microsoft's compiler would lay them out, and as `gcc` does.
    ///
    /// Of headers that have rows, every difference needs one, and every row its difference. Of others
    /// nothing is expected; but no compiler may lay out otherwise than Microsoft's without a row.
    ///
    /// `everything` says whether all records were to be compared: then a row of one that was not is
    /// wrong, too.
    #[must_use]
    pub fn weigh(
        &self,
        microsoft: &[(Arch, Tally)],
        gcc: &[(Arch, Tally)],
        version: &str,
        everything: bool,
    ) -> Weighed {
        let mut weighed = Weighed::default();
        let of_gcc = |cause: &&Cause| cause.wrong == GCC;
        let rows: Vec<&Row> = self.rows(|cause| !of_gcc(cause)).collect();
        let gcc_rows: Vec<&Row> = self.rows(|cause| of_gcc(cause)).collect();
        let known = rows.iter().any(|row| row.is_of(version));

        let mut differing = Vec::new();
        for (arch, tally) in microsoft {
            let names = tally.differing.keys();
            differing.extend(names.map(|name| (*arch, name.as_str(), tally.words(name))));
        }
        let (lacking, seen) = compare(&rows, &differing, version, known);
        weighed.seen = seen;
        for line in lines(lacking, version) {
            if known {
                weighed.problems.push(Problem {
                    file: DATA,
                    line: None,
                    message: format!("a row lacks for this: {line}"),
                });
            } else {
                weighed.new.push(line);
            }
        }

        let mut otherwise = Vec::new();
        for ((arch, gcc), (_, microsoft)) in pairs(gcc, microsoft) {
            for name in gcc
                .compared_names()
                .filter(|name| microsoft.has_compared(name))
            {
                let words = gcc.words(name);
                if words != microsoft.words(name) {
                    let words = if words.is_empty() {
                        NOTHING.to_owned()
                    } else {
                        words
                    };
                    otherwise.push((*arch, name, words));
                }
            }
        }
        let (lacking, _) = compare(&gcc_rows, &otherwise, version, known);
        for line in lines(lacking, version) {
            let message = format!("gcc lays it out otherwise than Microsoft's rules: {line}");
            weighed.problems.push(Problem {
                file: DATA,
                line: None,
                message,
            });
        }

        let judged = |arch: Arch, name: &str| {
            let tally = microsoft.iter().find(|(of, _)| *of == arch);
            tally.is_some_and(|(_, tally)| everything || tally.has_compared(name))
        };
        for (rows, found) in [(rows, differing), (gcc_rows, otherwise)] {
            for row in rows.into_iter().filter(|row| row.is_of(version)) {
                for arch in row.arches.iter().filter(|arch| judged(**arch, &row.name)) {
                    let same = |(of, name, what): &(Arch, &str, String)| {
                        (of, *name, what) == (arch, row.name.as_str(), &row.what)
                    };
                    if !found.iter().any(same) {
                        let (name, arch) = (&row.name, arch.name());
                        let message = format!(
                            "`{name}` does not differ so on {arch} with {version}: take that out"
                        );
                        weighed.problems.push(at(DATA, row.line, message));
                    }
                }
            }
        }
        weighed
    }

    fn rows(&self, of: impl Fn(&&Cause) -> bool) -> impl Iterator<Item = &Row> {
        self.causes.iter().filter(of).flat_map(|cause| &cause.rows)
    }
}

impl Row {
    fn is_of(&self, version: &str) -> bool {
        self.versions.iter().any(|of| of == version)
    }
}

/// A difference: where, of which record, in words.
type Found<'t> = (Arch, &'t str, String);

/// The differences without a row, and how many have one of another version, where these count.
fn compare<'t>(
    rows: &[&Row],
    found: &[Found<'t>],
    version: &str,
    known: bool,
) -> (BTreeMap<(&'t str, String), Vec<Arch>>, usize) {
    let mut lacking: BTreeMap<(&str, String), Vec<Arch>> = BTreeMap::new();
    let mut seen = 0;
    for (arch, name, what) in found {
        let same =
            |row: &&&Row| row.name == *name && row.what == *what && row.arches.contains(arch);
        let mut same = rows.iter().filter(same);
        if known && same.any(|row| row.is_of(version)) {
            continue;
        }
        if !known && same.next().is_some() {
            seen += 1;
            continue;
        }
        let arches = lacking.entry((*name, what.clone())).or_default();
        arches.push(*arch);
    }
    (lacking, seen)
}

/// The rows that lack.
fn lines(
    lacking: BTreeMap<(&str, String), Vec<Arch>>,
    version: &str,
) -> impl Iterator<Item = String> {
    lacking.into_iter().map(move |((name, what), arches)| {
        let arches: Vec<&str> = arches.iter().map(|arch| arch.name()).collect();
        format!("{name} | {} | {version} | {what}", arches.join(", "))
    })
}

/// The tallies of one architecture by two compilers.
fn pairs<'t>(
    one: &'t [(Arch, Tally)],
    other: &'t [(Arch, Tally)],
) -> impl Iterator<Item = (&'t (Arch, Tally), &'t (Arch, Tally))> {
    one.iter().filter_map(|one| {
        let other = other.iter().find(|other| other.0 == one.0)?;
        Some((one, other))
    })
}

fn at(file: &'static str, line: usize, message: impl Into<String>) -> Problem {
    Problem {
        file,
        line: Some(line),
        message: message.into(),
    }
}

/// The causes in the document, each with the line of its title.
fn causes(document: &str, problems: &mut Vec<Problem>) -> Vec<(usize, Cause)> {
    let mut causes: Vec<(usize, Cause)> = Vec::new();
    // Whether there are words on the cause that is being read.
    let mut evidence = true;
    let mut lines = (1..).zip(document.lines()).peekable();
    let mut title = None;
    while let Some((line, text)) = lines.next() {
        if let Some(of) = text.strip_prefix("## ") {
            title = Some((line, of));
        } else if let (Some(wrong), Some((begin, title))) = (text.strip_prefix(WRONG), title) {
            let wrong = wrong.trim_end_matches('.');
            if !PARTIES.contains(&wrong) {
                let all = PARTIES.join("`, `");
                let message = format!("nobody is called `{wrong}`: write one of `{all}`");
                problems.push(at(DOCUMENT, line, message));
            }
            let cause = Cause {
                title: title.to_owned(),
                wrong: wrong.to_owned(),
                rows: Vec::new(),
            };
            causes.push((begin, cause));
            evidence = false;
        } else if !text.is_empty() {
            evidence = true;
        }
        let ends = lines.peek().is_none_or(|(_, next)| next.starts_with("## "));
        if ends && !evidence {
            let title = title.map_or("", |(_, title)| title);
            let message = format!("`{title}` has no evidence: say where one can see it");
            problems.push(at(DOCUMENT, line, message));
            evidence = true;
        }
    }
    causes
}

/// Adds the rows of the data to their causes.
fn rows(data: &str, causes: &mut [(usize, Cause)], problems: &mut Vec<Problem>) {
    let mut cause: Option<usize> = None;
    let mut known = BTreeSet::new();
    for (line, text) in (1..).zip(data.lines()) {
        if let Some(title) = text.strip_prefix("## ") {
            cause = causes.iter().position(|(_, cause)| cause.title == title);
            if cause.is_none() {
                let message =
                    format!("{DOCUMENT} has no section `{title}` with a line `{WRONG}WHO.`");
                problems.push(at(DATA, line, message));
            }
        } else if !text.is_empty() && !text.starts_with('#') {
            let row = match row(line, text) {
                Ok(row) => row,
                Err(message) => {
                    problems.push(at(DATA, line, message));
                    continue;
                }
            };
            let Some((_, cause)) = cause.and_then(|at| causes.get_mut(at)) else {
                continue;
            };
            let gcc = cause.wrong == GCC;
            for (arch, version) in row
                .arches
                .iter()
                .flat_map(|arch| row.versions.iter().map(move |version| (arch, version)))
            {
                if !known.insert((gcc, row.name.clone(), *arch, version.clone())) {
                    let (name, arch) = (&row.name, arch.name());
                    let message =
                        format!("`{name}` has a row for {arch} with {version} before this one");
                    problems.push(at(DATA, line, message));
                }
            }
            cause.rows.push(row);
        }
    }
}

fn row(line: usize, text: &str) -> Result<Row, String> {
    let cells: Vec<&str> = text.split('|').map(str::trim).collect();
    let [name, on, versions, what] = cells[..] else {
        let count = cells.len();
        return Err(format!("a row has four cells, and here are {count}"));
    };
    let arches = on.split(", ").map(|word| {
        let arch = ARCHES.into_iter().find(|arch| arch.name() == word);
        arch.ok_or(format!("`{word}` is none of `x86`, `x64` and `arm64`"))
    });
    let versions = versions.split(", ").map(|word| {
        let number = |part: &str| part.parse::<u32>().is_ok();
        let version = word
            .split_once('.')
            .is_some_and(|(major, minor)| number(major) && number(minor));
        version
            .then(|| word.to_owned())
            .ok_or(format!("`{word}` is no version: write `12.0`"))
    });
    Ok(Row {
        line,
        name: name.to_owned(),
        arches: arches.collect::<Result<_, _>>()?,
        versions: versions.collect::<Result<_, _>>()?,
        what: what.to_owned(),
    })
}
