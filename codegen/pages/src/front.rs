//! The front matter: what stands between `---` and `---` at the head of a page, in YAML.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScanError};

use crate::fault::Fault;

/// What encloses the front matter.
const FENCE: &str = "---";

/// A key's values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Values {
    /// The line of the key.
    pub(crate) line: usize,
    /// The value, or the list's; none that is empty.
    pub(crate) values: Vec<String>,
}

/// The front matter's keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Front {
    keys: BTreeMap<String, Values>,
}

impl Front {
    /// Parts a page: its front matter, and the offset behind it.
    pub(crate) fn split(text: &str) -> Result<(Self, usize), Fault> {
        let Some(rest) = text
            .strip_prefix(FENCE)
            .and_then(|rest| rest.trim_start_matches(' ').strip_prefix('\n'))
        else {
            return Ok((Self::default(), 0));
        };
        let start = text.len() - rest.len();
        let mut at = start;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == FENCE {
                return Ok((Self::read(&text[start..at])?, at + line.len()));
            }
            at += line.len();
        }
        let message = "the front matter that begins here has no end: a line `---`";
        Err(Fault::new(1, message))
    }

    /// A key's values, with its line.
    pub(crate) fn get(&self, key: &str) -> Option<&Values> {
        self.keys
            .get(key)
            .filter(|values| !values.values.is_empty())
    }

    /// A key's first value.
    pub(crate) fn first(&self, key: &str) -> Option<&str> {
        self.get(key)?.values.first().map(String::as_str)
    }

    /// All of a key's values.
    pub(crate) fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        self.get(key)
            .into_iter()
            .flat_map(|values| values.values.iter().map(String::as_str))
    }

    /// Reads the keys of the outermost mapping; what is nested deeper than a list is skipped.
    fn read(yaml: &str) -> Result<Self, Fault> {
        let mut front = Self::default();
        let mut depth = 0_usize;
        let mut key: Option<String> = None;
        for event in Parser::new_from_str(yaml) {
            let (event, span) = event.map_err(|error| wrong(&error))?;
            // The first line is the fence.
            let line = span.start.line() + 1;
            match event {
                Event::MappingStart(..) | Event::SequenceStart(..) => {
                    if depth == 0 && matches!(event, Event::SequenceStart(..)) {
                        return Err(shapeless(line));
                    }
                    depth += 1;
                }
                Event::MappingEnd | Event::SequenceEnd => {
                    depth = depth.saturating_sub(1);
                    if depth == 1 {
                        key = None;
                    }
                }
                Event::Scalar(value, ..) => match (depth, &key) {
                    (0, _) if value.is_empty() => {}
                    (0, _) => return Err(shapeless(line)),
                    (1, None) => {
                        let entry = front.keys.entry(value.to_string()).or_default();
                        if entry.line > 0 {
                            let message = format!(
                                "`{value}` is there twice, first on line {}; keep one",
                                entry.line
                            );
                            return Err(Fault::new(line, message));
                        }
                        entry.line = line;
                        key = Some(value.into_owned());
                    }
                    (_, Some(of)) => {
                        if let Some(entry) = front.keys.get_mut(of)
                            && depth <= 2
                            && !value.trim().is_empty()
                        {
                            entry.values.push(value.trim().to_owned());
                        }
                        if depth == 1 {
                            key = None;
                        }
                    }
                    (_, None) => {}
                },
                Event::Alias(_) if depth == 1 => key = None,
                _ => {}
            }
        }
        Ok(front)
    }
}

/// The front matter is no YAML.
fn wrong(error: &ScanError) -> Fault {
    let line = error.marker().line() + 1;
    let why = error.info();
    Fault::new(line, format!("the front matter is not YAML: {why}"))
}

/// The front matter is YAML, but no mapping.
fn shapeless(line: usize) -> Fault {
    Fault::new(
        line,
        "the front matter is no list of `key: value`; write `UID: NS:header.NAME`, say",
    )
}
