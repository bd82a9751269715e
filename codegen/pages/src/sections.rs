//! What the sections of a page are for, and what they say.

use crate::block::{Block, Lines, markdown};
use crate::builder::Section;
use crate::definitions::{self, Definition, number};
use crate::fault::Fault;
use crate::inline::Words;
use crate::page::{Entry, Failure, Value};
use crate::subject::is_name;
use crate::text::Text;

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// What the item is.
    Description,
    /// Its fields, members or parameters.
    Entries,
    /// What a function returns.
    Result,
    /// Its declaration.
    Syntax,
    /// Its header, versions and DLL.
    Requirements,
    /// Anything else that is to be kept.
    Remarks,
    /// What is not: references and examples.
    Dropped,
}

/// A page's body, sorted by what it says.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// The heading of the page.
    pub(crate) title: Option<Words>,
    /// The heading's place.
    pub(crate) at: usize,
    /// What the item is.
    pub(crate) description: String,
    /// Constants that the description explains.
    pub(crate) values: Vec<Value>,
    /// Fields, members or parameters.
    pub(crate) entries: Vec<Entry>,
    /// What a function returns.
    pub(crate) result: String,
    /// How it fails.
    pub(crate) failures: Vec<Failure>,
    /// Anything else.
    pub(crate) remarks: String,
    /// The declaration.
    pub(crate) syntax: Option<Lines>,
    /// The rows of the table of requirements.
    pub(crate) requirements: Vec<(String, String)>,
}

/// The blocks of each role, as they are collected.
#[derive(Debug, Default)]
struct Sorted {
    description: Vec<Block>,
    entries: Vec<(Words, usize, Vec<Block>)>,
    listed: Vec<Block>,
    result: Vec<Block>,
    remarks: Vec<Block>,
}

impl Role {
    /// The role that a heading announces.
    fn of(title: &str) -> Self {
        let title = title.trim_start_matches('-').to_ascii_lowercase();
        match title.replace('-', " ").as_str() {
            "description" => Self::Description,
            "struct fields" | "union fields" | "enum fields" | "fields" | "members"
            | "constants" | "parameters" => Self::Entries,
            "returns" | "return value" | "return values" | "return code" | "return codes" => {
                Self::Result
            }
            "syntax" => Self::Syntax,
            "requirements" => Self::Requirements,
            "see also" | "related topics" | "examples" | "example" => Self::Dropped,
            _ => Self::Remarks,
        }
    }
}

/// Sorts sections by what they say.
pub(crate) fn sort(sections: Vec<Section>, text: &Text) -> Result<Body, Vec<Fault>> {
    let mut body = Body::default();
    let mut sorted = Sorted::default();
    let mut role = Role::Description;
    for section in sections {
        let Section {
            level,
            title,
            at,
            blocks,
        } = section;
        let field = level == 3
            && ["-field", "-param"]
                .iter()
                .any(|of| title.plain.starts_with(of));
        match level {
            0 => {}
            1 if body.title.is_none() => (body.title, body.at) = (Some(title), at),
            1 | 2 => {
                role = Role::of(&title.plain);
                let known = title.plain.trim_start_matches('-');
                if role == Role::Remarks && !known.eq_ignore_ascii_case("remarks") {
                    sorted.remarks.push(caption(title, at));
                }
            }
            _ if role == Role::Entries || field => {
                sorted.entries.push((title, at, blocks));
                continue;
            }
            _ => sorted.of(role).push(caption(title, at)),
        }
        match role {
            Role::Requirements => body.requirements.extend(requirements(&blocks)),
            Role::Syntax => {
                let lines = blocks.into_iter().find_map(|block| match block {
                    Block::Lines(lines) => Some(lines),
                    _ => None,
                });
                body.syntax = body.syntax.or(lines);
            }
            Role::Dropped => {}
            _ => sorted.of(role).extend(blocks),
        }
    }
    sorted.finish(&mut body, text)?;
    Ok(body)
}

fn caption(words: Words, at: usize) -> Block {
    Block::Term {
        depth: 0,
        words,
        at,
    }
}

impl Sorted {
    fn of(&mut self, role: Role) -> &mut Vec<Block> {
        match role {
            Role::Description => &mut self.description,
            Role::Entries => &mut self.listed,
            Role::Result => &mut self.result,
            _ => &mut self.remarks,
        }
    }

    fn finish(self, body: &mut Body, text: &Text) -> Result<(), Vec<Fault>> {
        let (values, rest) = definitions::take(self.description, text);
        body.description = markdown(&rest);
        body.values = values.into_iter().map(value).collect();
        let (failures, rest) = definitions::take(self.result, text);
        body.result = markdown(&rest);
        body.failures = failures.into_iter().map(failure).collect();
        body.remarks = markdown(&self.remarks);
        let mut faults = Vec::new();
        let terms = split(self.listed);
        for (title, at, blocks) in terms.entries.into_iter().chain(self.entries) {
            match entry(&title.plain, text.line(at), blocks, text) {
                Ok(entry) => body.entries.push(entry),
                Err(fault) => faults.push(fault),
            }
        }
        // Members may be listed in a table instead.
        let (members, _) = definitions::take(terms.rest, text);
        body.entries.extend(members.into_iter().map(|of| Entry {
            line: of.line,
            name: of.name,
            docs: of.meaning,
            values: Vec::new(),
        }));
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }
}

/// A section's blocks, parted by its outermost terms.
#[derive(Debug, Default)]
struct Terms {
    entries: Vec<(Words, usize, Vec<Block>)>,
    rest: Vec<Block>,
}

fn split(blocks: Vec<Block>) -> Terms {
    let depths = blocks.iter().filter_map(|block| match block {
        Block::Term { depth, .. } => Some(*depth),
        _ => None,
    });
    let outermost = depths.min();
    let mut terms = Terms::default();
    for block in blocks {
        match block {
            Block::Term { words, depth, at } if Some(depth) == outermost => {
                terms.entries.push((words, at, Vec::new()));
            }
            block => match terms.entries.last_mut() {
                Some((_, _, blocks)) => blocks.push(block),
                None => terms.rest.push(block),
            },
        }
    }
    terms
}

/// An entry, of what its heading and its blocks say.
fn entry(title: &str, line: usize, blocks: Vec<Block>, text: &Text) -> Result<Entry, Fault> {
    let named = title
        .strip_prefix("-field")
        .or_else(|| title.strip_prefix("-param"))
        .unwrap_or(title);
    let name = named.split_whitespace().next().unwrap_or_default();
    // A member of an enumeration may come with its value, a field with the length of its array.
    let name = match name.split_once(':') {
        Some((name, value)) if value.is_empty() || number(value).is_some() => name,
        _ => name,
    };
    let name = match name.split_once('[') {
        Some((name, _)) if !name.is_empty() => name,
        _ => name,
    };
    if name != "..." && !name.split('.').all(is_name) {
        let shown: String = title.chars().take(40).collect();
        let message = if name.is_empty() {
            format!("the heading `{shown}` names nothing; write `### -field NAME`, say")
        } else {
            format!("the heading `{shown}` names nothing that C could name")
        };
        return Err(Fault::new(line, message));
    }
    let (values, rest) = definitions::take(blocks, text);
    Ok(Entry {
        line,
        name: name.to_owned(),
        docs: markdown(&rest),
        values: values.into_iter().map(value).collect(),
    })
}

fn value(of: Definition) -> Value {
    Value {
        line: of.line,
        name: of.name,
        number: of.number,
        docs: of.meaning,
    }
}

fn failure(of: Definition) -> Failure {
    Failure {
        line: of.line,
        code: of.name,
        number: of.number,
        // A cause may be a table alone, say.
        cause: if of.plain.is_empty() {
            let words: Vec<&str> = of.meaning.split_whitespace().collect();
            words.join(" ")
        } else {
            of.plain
        },
        docs: of.meaning,
    }
}

/// The rows of tables of two columns, as plain text.
fn requirements(blocks: &[Block]) -> Vec<(String, String)> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let cell = |cell: &Vec<Words>| {
        let parts: Vec<&str> = cell.iter().map(|words| words.plain.as_str()).collect();
        parts.join(" ")
    };
    tables
        .flat_map(|table| &table.rows)
        .filter_map(|row| match row.cells.as_slice() {
            [key, value] => Some((cell(key).to_ascii_lowercase(), cell(value))),
            _ => None,
        })
        .collect()
}
