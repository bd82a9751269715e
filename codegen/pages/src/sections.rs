//! What the sections of a page are for, and what they say.

use crate::block::{Block, Lines, Row, markdown};
use crate::builder::Section;
use crate::definitions::{self, Definition};
use crate::fault::Fault;
use crate::inline::Words;
use crate::page::{Entry, Failure, Results, Value};
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
    /// What is not: references.
    Dropped,
}

/// A page's body, sorted by what it says.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// The heading of the page.
    pub(crate) title: Option<Words>,
    /// What the item is.
    pub(crate) description: String,
    /// Constants that the description explains.
    pub(crate) values: Vec<Value>,
    /// Fields, members or parameters.
    pub(crate) entries: Vec<Entry>,
    /// What a function returns.
    pub(crate) result: Results,
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
    /// The role that a heading announces, if it announces one.
    fn of(title: &str) -> Option<Self> {
        let title = title.trim_matches(['-', ' ', ':']).to_ascii_lowercase();
        Some(match title.replace('-', " ").as_str() {
            "description" => Self::Description,
            "struct fields" | "union fields" | "enum fields" | "fields" | "members"
            | "constants" | "parameters" => Self::Entries,
            "returns" | "return value" | "return values" | "return code" | "return codes" => {
                Self::Result
            }
            "syntax" | "prototype" => Self::Syntax,
            "requirements" => Self::Requirements,
            "remarks" | "ioctlparameters" => Self::Remarks,
            "see also" | "seealso" | "related topics" => Self::Dropped,
            _ => return None,
        })
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
        // What a source marks so is a part of the page wherever it stands.
        let marked = title.plain.starts_with('-');
        let known = Role::of(&title.plain).filter(|_| level == 2 || (level > 2 && marked));
        match (level, known) {
            (0, _) => {}
            (1, _) if body.title.is_none() => body.title = Some(title),
            (_, Some(known)) => role = known,
            _ if entry_of(&title.plain).is_some()
                || (role == Role::Entries && (level > 2 || marked)) =>
            {
                sorted.entries.push((title, at, blocks));
                continue;
            }
            (..=2, None) => {
                role = Role::Remarks;
                sorted.remarks.extend(caption(title, at, &blocks));
            }
            _ if role == Role::Requirements => {}
            _ => sorted.of(role).extend(caption(title, at, &blocks)),
        }
        match role {
            Role::Requirements => {
                body.requirements.extend(requirements(&blocks));
                let is_table = |block: &Block| matches!(block, Block::Table(_));
                let rest = blocks.into_iter().filter(|block| !is_table(block));
                sorted.remarks.extend(rest);
            }
            Role::Syntax => {
                for block in blocks {
                    match block {
                        Block::Lines(lines) if body.syntax.is_none() => body.syntax = Some(lines),
                        Block::Lines(_) => {}
                        other => sorted.remarks.push(other),
                    }
                }
            }
            Role::Dropped => {}
            _ => sorted.of(role).extend(blocks),
        }
    }
    sorted.finish(&mut body, text)?;
    Ok(body)
}

/// What the heading of an entry says in a source: `-field NAME`, `-param NAME`.
fn entry_of(title: &str) -> Option<&str> {
    let title = title.strip_prefix('-')?.trim_start();
    ["field", "param"].iter().find_map(|of| {
        let (word, rest) = title.split_at_checked(of.len())?;
        let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (word.eq_ignore_ascii_case(of) && apart).then_some(rest)
    })
}

/// A heading within the text: as it is, or as the source's mark reads in words (`-input-buffer`); such a
/// mark is none where nothing follows.
fn caption(words: Words, at: usize, blocks: &[Block]) -> Option<Block> {
    let words = match words.plain.strip_prefix('-') {
        Some(_) if blocks.is_empty() => return None,
        Some(mark) => {
            let mark = mark.trim().replace('-', " ").replace("ioctl", "IOCTL");
            let mut rest = mark.chars();
            let first = rest.next().map(|first| first.to_ascii_uppercase());
            let plain: String = first.into_iter().chain(rest).collect();
            let mut markdown = String::new();
            crate::words::push(&mut markdown, &plain);
            Words { markdown, plain }
        }
        None => words,
    };
    Some(Block::Term {
        depth: 0,
        words,
        at,
    })
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

    fn finish(mut self, body: &mut Body, text: &Text) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let terms = split(self.listed);
        for (title, at, blocks) in terms.entries.into_iter().chain(self.entries) {
            // Headings below one of an entry may be those of further ones.
            let parts = further(title, at, blocks);
            for (title, at, blocks) in parts {
                match entry(&title, text.line(at), &blocks, text) {
                    Ok(entry) => body.entries.push(entry),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        // Members may be listed in a table instead.
        for block in terms.rest {
            match block {
                Block::Table(table) => {
                    let members = |row: &Row| definitions::define(row, false, text);
                    let found = table.rows.iter().filter(|row| !row.head).flat_map(members);
                    body.entries.extend(found.map(|of| Entry {
                        line: of.line,
                        name: of.name,
                        docs: of.meaning,
                        values: Vec::new(),
                    }));
                    let is_member = |row: &Row| !row.head && !members(row).is_empty();
                    let rest = table.without(is_member).map(Block::Table);
                    self.description.extend(rest);
                }
                other => self.description.push(other),
            }
        }
        let values = definitions::find(&self.description, text);
        body.values = values.into_iter().map(value).collect();
        body.description = markdown(&self.description);
        let failures = definitions::find(&self.result, text);
        body.failures = failures.into_iter().map(failure).collect();
        body.result = Results {
            blocks: self.result,
        };
        body.remarks = markdown(&self.remarks);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }
}

/// An entry and those whose headings stand below its own: `#### - NAME`.
fn further(title: Words, at: usize, blocks: Vec<Block>) -> Vec<(String, usize, Vec<Block>)> {
    let mut parts = vec![(title.plain, at, Vec::new())];
    for block in blocks {
        match &block {
            Block::Term {
                depth: 0,
                words,
                at,
            } if words.plain.starts_with("- ") => {
                parts.push((words.plain.clone(), *at, Vec::new()));
            }
            _ => {
                if let Some((_, _, blocks)) = parts.last_mut() {
                    blocks.push(block);
                }
            }
        }
    }
    parts
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

/// The longest heading that is taken for an entry's, in bytes.
const LONGEST: usize = 256;

/// An entry, of what its heading and its blocks say.
fn entry(title: &str, line: usize, blocks: &[Block], text: &Text) -> Result<Entry, Fault> {
    let named = entry_of(title).unwrap_or(title);
    let named = named.trim_start_matches(['-', ' ', '*']).trim();
    if named.is_empty() || title.len() > LONGEST {
        let shown: String = title.chars().take(40).collect();
        let message = format!("the heading `{shown}` names nothing; write `### -field NAME`, say");
        return Err(Fault::new(line, message));
    }
    // Behind the name may stand a direction, a member's value, a field's bits or its array's length.
    let name = named.split_whitespace().next().unwrap_or_default();
    let name = name.split([':', '=', '[', '(']).next().unwrap_or_default();
    let name = name.trim_end_matches(['.', ',', ';']);
    let is_path = name == "..." || name.split('.').all(is_name);
    // What has no name, such as `( unnamed union )`, is called what the heading calls it.
    let name = if named.starts_with("...") {
        "..."
    } else if is_path {
        name
    } else {
        named
    };
    Ok(Entry {
        line,
        name: name.to_owned(),
        docs: markdown(blocks),
        values: definitions::find(blocks, text)
            .into_iter()
            .map(value)
            .collect(),
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
        at: of.at,
        code: of.name,
        number: of.number,
        // A cause may be a table alone, say.
        cause: if of.plain.is_empty() {
            let words: Vec<&str> = of.meaning.split_whitespace().collect();
            words.join(" ")
        } else {
            of.plain
        },
        said: of.said,
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
