//! Tokens, to sections of blocks.

use std::borrow::Cow;

use crate::block::{Block, Lines, Row, Table};
use crate::definitions;
use crate::fault::Fault;
use crate::inline::{Paragraph, Words};
use crate::text::Text;
use crate::token::{Element, Token};

/// The lowest heading that begins a section.
const LOWEST: u8 = 3;

/// How many lists within each other are told apart.
const LISTS: usize = 6;

/// What stands under a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Section {
    /// The level of the heading; 0 before the first.
    pub(crate) level: u8,
    /// The heading.
    pub(crate) title: Words,
    /// Where it is.
    pub(crate) at: usize,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
}

/// Sections under construction.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    sections: Vec<Section>,
    section: Section,
    paragraph: Paragraph,
    /// A heading that is open, with its level and place; one within the text has none.
    heading: Option<(u8, usize)>,
    /// A term that is open, with its place.
    term: Option<usize>,
    definitions: usize,
    /// The lists that are open: whether each is numbered.
    lists: Vec<bool>,
    /// In an item of a list: whether its first paragraph is still to come.
    item: Option<bool>,
    /// How many tables are open; what is in the inner ones goes into the outermost's cells.
    tables: usize,
    table: Table,
    lines: Option<Lines>,
    faults: Vec<usize>,
}

impl Builder {
    /// Takes a token at an offset.
    pub(crate) fn take(&mut self, at: usize, token: Token<'_>) {
        if let Some(lines) = &mut self.lines {
            match token {
                Token::Text(text) | Token::Code(text) => lines.text.push_str(&text),
                Token::Break => lines.text.push('\n'),
                Token::Close(Element::Lines(_)) => self.end_lines(),
                // A heading means that the end is missing.
                Token::Open(Element::Heading(_)) => {
                    self.end_lines();
                    self.take(at, token);
                }
                _ => {}
            }
            return;
        }
        match token {
            Token::Open(element) => self.open(at, element),
            Token::Close(element) => self.close(&element),
            Token::Text(text) => self.paragraph.text(&text),
            Token::Code(text) => self.paragraph.code(&text),
            Token::Break if self.tables > 0 => self.flush(),
            Token::Break => self.paragraph.text(" "),
        }
    }

    /// All sections.
    ///
    /// # Errors
    ///
    /// When a table is cut off.
    pub(crate) fn finish(mut self, text: &Text) -> Result<Vec<Section>, Vec<Fault>> {
        self.end_section();
        if self.faults.is_empty() {
            return Ok(self.sections);
        }
        let cut = |at| {
            let message = "the table that begins here is cut off: there is no `</table>` before \
                           the next heading or the end";
            Fault::new(text.line(at), message)
        };
        Err(self.faults.into_iter().map(cut).collect())
    }

    fn open(&mut self, at: usize, element: Element<'_>) {
        match element {
            Element::Heading(level) => {
                if level <= LOWEST {
                    self.end_section();
                    self.section.level = level;
                    self.section.at = at;
                } else {
                    self.flush();
                }
                self.heading = Some((level, at));
            }
            Element::Caption => {
                self.flush();
                self.heading = Some((u8::MAX, at));
            }
            Element::Paragraph => self.flush(),
            Element::List { numbered } => {
                self.flush();
                self.lists.push(numbered);
                self.item = None;
            }
            Element::Item => {
                self.flush();
                self.item = Some(true);
            }
            Element::Definitions => {
                self.flush();
                self.definitions += 1;
            }
            Element::Term => {
                self.flush();
                self.term = Some(at);
            }
            Element::Table => {
                self.flush();
                if self.tables == 0 {
                    self.table = Table {
                        at,
                        rows: Vec::new(),
                    };
                }
                self.tables += 1;
            }
            Element::Row => {
                self.flush();
                if self.tables == 1 {
                    self.table.rows.push(Row {
                        at,
                        head: false,
                        cells: Vec::new(),
                    });
                }
            }
            Element::Cell { head } => self.cell(at, head),
            Element::Lines(language) => self.begin_lines(at, language),
            Element::Strong
            | Element::Emphasis
            | Element::Letters
            | Element::Raised
            | Element::Lowered
            | Element::Link(_) => self.paragraph.open(&element),
        }
    }

    fn close(&mut self, element: &Element<'_>) {
        match element {
            Element::Heading(_) | Element::Caption => {
                self.flush();
                self.heading = None;
            }
            Element::Paragraph | Element::Row | Element::Cell { .. } => self.flush(),
            Element::Item => {
                self.flush();
                self.item = None;
            }
            Element::List { .. } => {
                self.flush();
                self.lists.pop();
                self.item = (!self.lists.is_empty()).then_some(false);
            }
            Element::Term => {
                self.flush();
                self.term = None;
            }
            Element::Definitions => {
                self.flush();
                self.term = None;
                self.definitions = self.definitions.saturating_sub(1);
            }
            Element::Table => {
                self.flush();
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 && !self.table.rows.is_empty() {
                    let mut table = std::mem::take(&mut self.table);
                    if let Some(first) = table.rows.first_mut() {
                        first.head |= definitions::is_head(first);
                    }
                    self.section.blocks.push(Block::Table(table));
                }
            }
            Element::Lines(_) => {}
            Element::Strong
            | Element::Emphasis
            | Element::Letters
            | Element::Raised
            | Element::Lowered
            | Element::Link(_) => self.paragraph.close(element),
        }
    }

    fn cell(&mut self, at: usize, head: bool) {
        self.flush();
        if self.tables != 1 {
            return;
        }
        let rows = &mut self.table.rows;
        if rows.is_empty() {
            rows.push(Row {
                at,
                head: false,
                cells: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            row.head |= head;
            row.cells.push(Vec::new());
        }
    }

    /// Ends the paragraph and puts it where it belongs.
    fn flush(&mut self) {
        let words = self.paragraph.take();
        if words.markdown.is_empty() {
            return;
        }
        let block = if let Some((level, at)) = self.heading {
            if level <= LOWEST {
                self.section.title = words;
                return;
            }
            Block::Term {
                depth: 0,
                words,
                at,
            }
        } else if self.tables > 0 {
            let row = self.table.rows.last_mut();
            if let Some(cell) = row.and_then(|row| row.cells.last_mut()) {
                cell.push(words);
            }
            return;
        } else if let Some(at) = self.term {
            Block::Term {
                depth: self.definitions.max(1),
                words,
                at,
            }
        } else if let Some(first) = self.item {
            self.item = Some(false);
            Block::Item {
                depth: self.lists.len().min(LISTS),
                numbered: self.lists.last() == Some(&true),
                first,
                words,
            }
        } else {
            Block::Paragraph(words)
        };
        self.section.blocks.push(block);
    }

    fn begin_lines(&mut self, at: usize, language: Cow<'_, str>) {
        self.flush();
        self.lines = Some(Lines {
            at,
            language: language.into_owned(),
            text: String::new(),
        });
    }

    fn end_lines(&mut self) {
        let Some(lines) = self.lines.take() else {
            return;
        };
        if self.tables > 0 {
            self.paragraph.text(&lines.text);
            self.flush();
        } else {
            self.section.blocks.push(Block::Lines(lines));
        }
    }

    /// Ends the section, and whatever is open in it; one without heading and text is none.
    fn end_section(&mut self) {
        self.end_lines();
        self.flush();
        if self.tables > 0 {
            self.faults.push(self.table.at);
        }
        let section = std::mem::take(&mut self.section);
        if section.level > 0 || !section.blocks.is_empty() {
            self.sections.push(section);
        }
        self.paragraph.forget();
        self.heading = None;
        self.term = None;
        self.item = None;
        self.lists.clear();
        (self.definitions, self.tables) = (0, 0);
    }
}
