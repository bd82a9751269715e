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
        let Some(rest) = text.strip_prefix(FENCE) else {
            return Ok((Self::default(), 0));
        };
        let first = rest.lines().next().unwrap_or_default();
        if !(first.trim().is_empty() || is_key(first)) {
            return Ok((Self::default(), 0));
        }
        let start = FENCE.len();
        let mut at = start;
        for line in rest.split_inclusive('\n') {
            let words = line.trim_end();
            // The line may go on where a break is missing, before the fence or behind it.
            let fence = if words == FENCE || is_fence_of_heading(words) {
                Some(0)
            } else {
                words.strip_suffix(FENCE).map(str::len).filter(|_| {
                    let next = text[at + line.len()..].trim_start();
                    next.starts_with('#') || next.is_empty()
                })
            };
            if let Some(fence) = fence {
                let end = at + fence;
                return Ok((Self::read(&text[start..end])?, end + FENCE.len()));
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

    /// Reads the keys; where they are not YAML because breaks of lines are missing before some of them,
    /// with these breaks.
    fn read(yaml: &str) -> Result<Self, Fault> {
        let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
        let numbers: Vec<usize> = (1..=lines.len()).collect();
        let fault = match Self::keys(yaml, &numbers) {
            Ok(front) => return Ok(front),
            Err(fault) => fault,
        };
        let (mut broken, mut numbers) = (String::new(), Vec::new());
        for (number, line) in (1..).zip(lines) {
            let mut rest = line;
            while let Some(key) = second_key(rest) {
                broken.push_str(&rest[..key]);
                broken.push('\n');
                numbers.push(number);
                rest = &rest[key..];
            }
            broken.push_str(rest);
            numbers.push(number);
        }
        Self::keys(&broken, &numbers).map_err(|_| fault)
    }

    /// Reads the keys of the outermost mapping; what is nested deeper than a list is skipped. The lines
    /// have these numbers.
    fn keys(yaml: &str, numbers: &[usize]) -> Result<Self, Fault> {
        let number = |line: usize| {
            let last = numbers.last().copied().unwrap_or(1);
            numbers.get(line.saturating_sub(1)).copied().unwrap_or(last)
        };
        let mut front = Self::default();
        let mut depth = 0_usize;
        let mut key: Option<String> = None;
        for event in Parser::new_from_str(yaml) {
            let (event, span) =
                event.map_err(|error| wrong(&error, number(error.marker().line())))?;
            let line = number(span.start.line());
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
fn wrong(error: &ScanError, line: usize) -> Fault {
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

/// Whether a fence and a heading share a line.
fn is_fence_of_heading(line: &str) -> bool {
    let rest = line.strip_prefix(FENCE);
    rest.is_some_and(|rest| rest.trim_start().starts_with('#'))
}

/// The keys that pages have, or how they begin.
const KEYS: [&str; 22] = [
    "UID:",
    "title:",
    "author:",
    "description:",
    "helpviewer_keywords:",
    "keywords:",
    "old-location:",
    "old-project:",
    "tech.root:",
    "ms.",
    "req.",
    "targetos:",
    "product:",
    "topic_type:",
    "topictype:",
    "api_type:",
    "api_location:",
    "api_name:",
    "apitype:",
    "apilocation:",
    "apiname:",
    "dev_langs:",
];

/// Whether a text begins with a key.
fn is_key(text: &str) -> bool {
    KEYS.iter().any(|key| {
        text.strip_prefix(key).is_some_and(|rest| {
            let part = |ch: char| ch.is_ascii_alphanumeric() || "-_".contains(ch);
            let rest = if key.ends_with('.') {
                rest.trim_start_matches(part)
            } else {
                rest
            };
            let rest = if key.ends_with('.') {
                rest.strip_prefix(':')
            } else {
                Some(rest)
            };
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        })
    })
}

/// Where in a line, behind its begin, a further key begins.
fn second_key(line: &str) -> Option<usize> {
    let places = line.char_indices().skip(1).map(|(at, _)| at);
    places.into_iter().find(|&at| {
        // `ms.date` is none within `old.ms.date`.
        let inside = line[..at].ends_with(['.', '_', '-']);
        !inside && is_key(&line[at..])
    })
}
