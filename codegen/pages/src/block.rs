//! The blocks of a section, and how they read as Markdown.

use crate::inline::Words;

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph.
    Paragraph(Words),
    /// A paragraph of an item of a list: its first one or a later one.
    Item {
        /// How many lists are around it.
        depth: usize,
        /// Whether the innermost of them is numbered.
        numbered: bool,
        /// Whether the item begins with it.
        first: bool,
        /// The text.
        words: Words,
    },
    /// A term, which the blocks behind it explain, or a heading within the text.
    Term {
        /// How many lists of terms are around it; 0 for a heading.
        depth: usize,
        /// The text.
        words: Words,
        /// Where it is.
        at: usize,
    },
    /// A table.
    Table(Table),
    /// Lines as they are.
    Lines(Lines),
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// Where it is.
    pub(crate) at: usize,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Where it is.
    pub(crate) at: usize,
    /// Whether it is the head.
    pub(crate) head: bool,
    /// Its cells, each a list of paragraphs.
    pub(crate) cells: Vec<Vec<Words>>,
}

/// Lines as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    /// Where they are.
    pub(crate) at: usize,
    /// The language that they are in, if that is said.
    pub(crate) language: String,
    /// The lines.
    pub(crate) text: String,
}

/// Blocks as Markdown.
pub(crate) fn markdown<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let mut text = String::new();
    let mut item_before = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item { first: true, .. });
        let printed = print(block);
        if printed.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str(if item_before && is_item { "\n" } else { "\n\n" });
        }
        text.push_str(&printed);
        item_before = matches!(block, Block::Item { .. });
    }
    text
}

fn print(block: &Block) -> String {
    match block {
        Block::Paragraph(words) => words.markdown.clone(),
        Block::Item {
            depth,
            numbered,
            first,
            words,
        } => {
            // As far in as the text of a numbered item, which is enough for the others.
            let indent = "   ".repeat(depth.saturating_sub(1));
            let sign = match (first, numbered) {
                (true, true) => "1. ",
                (true, false) => "- ",
                (false, _) => "   ",
            };
            format!("{indent}{sign}{}", words.markdown)
        }
        Block::Term { words, .. } => term(words),
        Block::Table(table) => table.markdown(),
        Block::Lines(lines) => lines.markdown(),
    }
}

/// A term stands on a line of its own, in strong letters or in those of code.
fn term(words: &Words) -> String {
    let text = &words.markdown;
    if text.is_empty() || text.contains(['`', '*']) {
        text.clone()
    } else if crate::words::is_name(&words.plain) {
        format!("`{}`", words.plain)
    } else {
        format!("**{text}**")
    }
}

impl Table {
    /// The table without some rows; none when only its head would be left.
    pub(crate) fn without(&self, told: impl Fn(&Row) -> bool) -> Option<Self> {
        let mut rows = self.rows.clone();
        rows.retain(|row| !told(row));
        let only_head = rows.len() < self.rows.len() && rows.iter().all(|row| row.head);
        (!only_head).then_some(Self { at: self.at, rows })
    }

    /// The table as one of Markdown's, whose cells have one paragraph each.
    fn markdown(&self) -> String {
        let columns = self.rows.iter().map(|row| row.cells.len()).max();
        let columns = columns.unwrap_or(0).min(COLUMNS);
        if columns == 0 {
            return String::new();
        }
        let line = |row: Option<&Row>| {
            let mut line = String::from("|");
            for column in 0..columns {
                let cell = row.and_then(|row| row.cells.get(column));
                line.push_str(&format!(" {} |", cell_text(cell)));
            }
            line
        };
        let head = self.rows.first().filter(|row| row.head);
        let mut lines = vec![line(head), format!("|{}", " --- |".repeat(columns))];
        let body = self.rows.iter().skip(usize::from(head.is_some()));
        lines.extend(body.map(|row| line(Some(row))));
        lines.join("\n")
    }
}

/// How many columns of a table are printed.
const COLUMNS: usize = 16;

fn cell_text(cell: Option<&Vec<Words>>) -> String {
    let parts = cell.into_iter().flatten();
    let parts: Vec<&str> = parts.map(|words| words.markdown.as_str()).collect();
    let mut text = String::new();
    for ch in parts.join(" ").chars() {
        // Even within code a bar would end the cell.
        if ch == '|' && !text.ends_with('\\') {
            text.push('\\');
        }
        text.push(ch);
    }
    text
}

impl Lines {
    fn markdown(&self) -> String {
        let plain = |line: &str| {
            let line = line.trim_end().replace('\t', "    ");
            line.chars().filter(|ch| !ch.is_control()).collect()
        };
        let lines: Vec<String> = self.text.lines().map(plain).collect();
        let text = lines.join("\n");
        let text = text.trim_matches('\n');
        if text.trim().is_empty() {
            return String::new();
        }
        let longest = text
            .lines()
            .map(|line| line.trim_start())
            .map(|line| line.len() - line.trim_start_matches('`').len())
            .max()
            .unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        // Rust is what rustdoc would compile, and so it would lines of no language.
        let language = match self.language.to_ascii_lowercase().as_str() {
            "c" => "c",
            "cpp" | "c++" => "cpp",
            _ => "text",
        };
        format!("{fence}{language}\n{text}\n{fence}")
    }
}
