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
    /// Its place.
    pub(crate) at: usize,
    /// The constant.
    pub(crate) name: String,
    /// Its number.
    pub(crate) number: Option<i128>,
    /// The meaning.
    pub(crate) meaning: String,
    /// The meaning as plain text.
    pub(crate) plain: String,
    /// Whether the page says that it is a failure.
    pub(crate) said: bool,
}

/// The definitions in blocks.
pub(crate) fn find(blocks: &[Block], text: &Text) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut said = false;
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        at += 1;
        match block {
            Block::Table(table) => of_table(table, said, text, &mut found),
            Block::Term {
                words, at: place, ..
            } => {
                let Some(constants) = constants([words]) else {
                    said = says_failures(&words.plain);
                    continue;
                };
                let mut number = constants.number;
                let mut meaning = meaning_behind(&blocks[at..]);
                // A second term may be the first one's number.
                if let Some(Block::Term { words, .. }) = blocks.get(at)
                    && let Some(second) = only_number(&words.plain)
                {
                    number = number.or(Some(second));
                    meaning = meaning_behind(&blocks[at + 1..]);
                    at += 1;
                }
                at += meaning.len();
                let plain = plain(meaning);
                let meaning = markdown(meaning);
                found.extend(constants.names.into_iter().map(|name| Definition {
                    line: text.line(*place),
                    at: *place,
                    name,
                    number,
                    meaning: meaning.clone(),
                    plain: plain.clone(),
                    said,
                }));
            }
            Block::Paragraph(words) | Block::Item { words, .. } => {
                said = says_failures(&words.plain);
            }
            Block::Lines(_) => {}
        }
    }
    found
}

/// The blocks before the next term.
fn meaning_behind(blocks: &[Block]) -> &[Block] {
    let end = blocks
        .iter()
        .position(|block| matches!(block, Block::Term { .. }));
    &blocks[..end.unwrap_or(blocks.len())]
}

/// Whether a text says that what follows are failures: its last sentence does, and speaks of no success.
fn says_failures(plain: &str) -> bool {
    let plain = plain.trim_end_matches(['.', ':', ' ']).to_ascii_lowercase();
    let sentence = plain.rsplit(". ").next().unwrap_or_default();
    (sentence.contains("error") || sentence.contains("fail")) && !sentence.contains("succe")
}

/// The definitions of a table.
fn of_table(table: &Table, said: bool, text: &Text, found: &mut Vec<Definition>) {
    let heads = table.rows.iter().filter(|row| row.head);
    let heads = heads.flat_map(|row| &row.cells).flatten();
    let said = said || heads.into_iter().any(|words| says_failures(&words.plain));
    for row in table.rows.iter().filter(|row| !row.head) {
        found.extend(define(row, said, text));
    }
}

/// Whether a first row that is not marked as one is a table's head.
pub(crate) fn is_head(row: &Row) -> bool {
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

/// What a row defines: names and numbers in its first cells, the meaning in the others.
pub(crate) fn define(row: &Row, said: bool, text: &Text) -> Vec<Definition> {
    let mut all = Constants::default();
    let mut used = 0;
    for cell in &row.cells[..row.cells.len().saturating_sub(1)] {
        let Some(constants) = constants(cell) else {
            break;
        };
        all.names.extend(constants.names);
        all.number = all.number.or(constants.number);
        used += 1;
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
    let define = |name| Definition {
        line: text.line(row.at),
        at: row.at,
        name,
        number: all.number,
        meaning: meaning.clone(),
        plain: plain.clone(),
        said,
    };
    all.names.into_iter().map(define).collect()
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
        for word in without_casts(&words.plain)
            .split(split)
            .filter(|word| !word.is_empty())
        {
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

/// A text of names and numbers without the types that numbers are cast to: `(DWORD)0xFFFFFFFF`.
pub(crate) fn without_casts(plain: &str) -> String {
    let mut kept = plain.to_owned();
    // The last first: `(HANDLE)(LONG_PTR)-1` has two.
    for (open, _) in plain.rmatch_indices('(') {
        let cast = kept[open + 1..].split_once(')').filter(|(ty, behind)| {
            let number = behind.trim_start_matches([' ', '(']);
            is_type(ty) && number.starts_with(|ch: char| ch.is_ascii_digit() || ch == '-')
        });
        if let Some((ty, _)) = cast {
            kept.replace_range(open..=open + 1 + ty.len(), "");
        }
    }
    kept
}

/// Whether a text is a type of numbers: its words have no line below, but for those of `ULONG_PTR`.
fn is_type(text: &str) -> bool {
    let word = |word: &str| {
        let word = word.trim_end_matches('*');
        let word = word
            .strip_suffix("_PTR")
            .or_else(|| word.strip_suffix("_t"))
            .unwrap_or(word);
        is_name(word) && (!word.contains('_') || word.starts_with("__"))
    };
    !text.trim().is_empty() && text.split_whitespace().all(word)
}

pub(crate) fn only_number(plain: &str) -> Option<i128> {
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
