//! The constants that tables and lists of terms explain.

use crate::block::{Block, Row, Table, markdown};
use crate::inline::Words;
use crate::subject::is_name;
use crate::text::Text;

/// A name, its number, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Definition {
    /// Its line.
    pub(crate) line: usize,
    /// The constant.
    pub(crate) name: String,
    /// Its number.
    pub(crate) number: Option<i128>,
    /// The meaning.
    pub(crate) meaning: String,
    /// The meaning as plain text.
    pub(crate) plain: String,
}

/// Takes the definitions out of blocks; what is left stays in its order.
pub(crate) fn take(blocks: Vec<Block>, text: &Text) -> (Vec<Definition>, Vec<Block>) {
    let mut found = Vec::new();
    let mut rest = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Table(table) => {
                if let Some(table) = of_table(table, text, &mut found) {
                    rest.push(Block::Table(table));
                }
            }
            Block::Term { words, depth, at } => {
                let Some(constants) = constants([&words]) else {
                    rest.push(Block::Term { words, depth, at });
                    continue;
                };
                let mut meaning = Vec::new();
                let mut number = constants.number;
                while let Some(block) = blocks.next_if(|next| !matches!(next, Block::Term { .. })) {
                    meaning.push(block);
                }
                // A second term may be the first one's number.
                if let Some(Block::Term { words, .. }) = blocks.peek()
                    && meaning.is_empty()
                    && let Some(second) = only_number(&words.plain)
                {
                    number = number.or(Some(second));
                    blocks.next();
                    while let Some(block) =
                        blocks.next_if(|next| !matches!(next, Block::Term { .. }))
                    {
                        meaning.push(block);
                    }
                }
                let plain = plain(&meaning);
                let meaning = markdown(&meaning);
                found.extend(constants.names.into_iter().map(|name| Definition {
                    line: text.line(at),
                    name,
                    number,
                    meaning: meaning.clone(),
                    plain: plain.clone(),
                }));
            }
            other => rest.push(other),
        }
    }
    (found, rest)
}

/// Takes the definitions out of a table; gives what is left when rows define nothing.
fn of_table(table: Table, text: &Text, found: &mut Vec<Definition>) -> Option<Table> {
    let before = found.len();
    let mut rest = Vec::new();
    let mut head = None;
    for (at, row) in table.rows.into_iter().enumerate() {
        if row.head || (at == 0 && is_head(&row)) {
            head = Some(Row { head: true, ..row });
        } else if !define(&row, text, found) {
            rest.push(row);
        }
    }
    if rest.is_empty() && found.len() > before {
        return None;
    }
    let rows = head.into_iter().chain(rest).collect();
    Some(Table { at: table.at, rows })
}

/// Whether a first row that is not marked as one is a table's head.
fn is_head(row: &Row) -> bool {
    let first = row.cells.first().and_then(|cell| cell.first());
    first.is_some_and(|words| {
        let word = words.plain.to_ascii_lowercase();
        [
            "value", "constant", "flag", "name", "error", "return", "code",
        ]
        .iter()
        .any(|known| word.starts_with(known))
            && !words.plain.contains('_')
    })
}

/// Adds what a row defines: names and numbers in its first cells, the meaning in the others.
fn define(row: &Row, text: &Text, found: &mut Vec<Definition>) -> bool {
    let Some(most) = row.cells.len().checked_sub(1).filter(|most| *most > 0) else {
        return false;
    };
    let mut all = Constants::default();
    let mut used = 0;
    for cell in &row.cells[..most] {
        let Some(constants) = constants(cell) else {
            break;
        };
        all.names.extend(constants.names);
        all.number = all.number.or(constants.number);
        used += 1;
    }
    if all.names.is_empty() {
        return false;
    }
    let parts: Vec<&Words> = row.cells[used..].iter().flatten().collect();
    let join = |part: fn(&Words) -> &str, by: &str| {
        let parts: Vec<&str> = parts.iter().map(|words| part(words)).collect();
        parts.join(by)
    };
    let (meaning, plain) = (
        join(|words| &words.markdown, "\n\n"),
        join(|words| &words.plain, " "),
    );
    found.extend(all.names.into_iter().map(|name| Definition {
        line: text.line(row.at),
        name,
        number: all.number,
        meaning: meaning.clone(),
        plain: plain.clone(),
    }));
    true
}

/// Names with a number.
#[derive(Debug, Default)]
struct Constants {
    names: Vec<String>,
    number: Option<i128>,
}

/// The names and the number that texts consist of; none when there is anything else.
fn constants<'w>(parts: impl IntoIterator<Item = &'w Words>) -> Option<Constants> {
    let mut constants = Constants::default();
    let mut any = false;
    for words in parts {
        if let Some(number) = shifted(&words.plain) {
            constants.number = constants.number.or(Some(number));
            any = true;
            continue;
        }
        let split = |ch: char| ch.is_whitespace() || "()=,;:/|".contains(ch);
        for word in words.plain.split(split).filter(|word| !word.is_empty()) {
            any = true;
            if let Some(number) = number(word) {
                constants.number = constants.number.or(Some(number));
            } else if is_constant(word) {
                constants.names.push(word.to_owned());
            } else {
                return None;
            }
        }
    }
    let few = constants.names.len() <= MOST_NAMES;
    (any && few).then_some(constants)
}

/// How many names may share a meaning.
const MOST_NAMES: usize = 8;

/// Whether a word is a name that no word of a sentence would be.
fn is_constant(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    is_name(word) && word.len() > 1 && (word.contains('_') || capitals > 1)
}

/// A bit as headers write it: `(1 << 4)`.
fn shifted(plain: &str) -> Option<i128> {
    let plain = plain.trim_matches(|ch: char| ch.is_whitespace() || "()".contains(ch));
    let (one, by) = plain.split_once("<<")?;
    let by = u32::try_from(number(by.trim())?)
        .ok()
        .filter(|by| *by < 64)?;
    let one = number(one.trim()).filter(|one| (0..=0xFF).contains(one))?;
    Some(one << by)
}

fn only_number(plain: &str) -> Option<i128> {
    number(plain.trim_matches(|ch: char| ch.is_whitespace() || "()=".contains(ch)))
}

/// A number as C writes it.
pub(crate) fn number(word: &str) -> Option<i128> {
    let (minus, digits) = match word.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, word),
    };
    let digits = digits.trim_end_matches(['u', 'U', 'l', 'L']);
    let hexadecimal = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"));
    let number = match hexadecimal {
        Some(digits) if digits.len() <= 16 && !digits.starts_with(['+', '-']) => {
            i128::from_str_radix(digits, 16).ok()?
        }
        None if digits.len() <= 20 && digits.starts_with(|ch: char| ch.is_ascii_digit()) => {
            digits.parse().ok()?
        }
        _ => return None,
    };
    Some(if minus { -number } else { number })
}

/// Blocks as plain text.
fn plain(blocks: &[Block]) -> String {
    let parts: Vec<&str> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(words) | Block::Item { words, .. } | Block::Term { words, .. } => {
                Some(words.plain.as_str())
            }
            Block::Table(_) | Block::Lines(_) => None,
        })
        .collect();
    parts.join(" ")
}
