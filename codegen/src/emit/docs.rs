//! Documentation comments under construction.

use core::fmt::{Display, Write as _};

use crate::render::WIDTH;
use crate::tokens::{ToTokens, Tokens};

/// The lines of one item's documentation.
#[derive(Debug)]
pub(super) struct Docs {
    text: String,
    width: usize,
}

impl Docs {
    /// Documentation of something that stands `indent` columns in.
    pub(super) fn new(indent: usize) -> Self {
        Self {
            text: String::new(),
            width: WIDTH - indent - "/// ".len(),
        }
    }

    /// Documentation that is Markdown.
    pub(super) fn of(indent: usize, markdown: &str) -> Self {
        let mut docs = Self::new(indent);
        docs.markdown(markdown);
        docs
    }

    /// The lines.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds Markdown, its lines as they are unless one is too long.
    pub(super) fn markdown(&mut self, markdown: &str) {
        if markdown.is_empty() {
            return;
        }
        self.part();
        if markdown.lines().any(|line| line.len() > self.width) {
            self.reflow(self.text.len(), markdown, "");
        } else {
            self.text.push_str(markdown);
            self.text.push('\n');
        }
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.part();
        self.text.push_str("# ");
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds a paragraph, wrapped.
    pub(super) fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.part();
        self.wrap(self.text.len(), text, "");
    }

    /// Adds an entry of a list, wrapped.
    pub(super) fn entry(&mut self, lead: impl Display, text: &str) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "- {lead}");
        self.reflow(start, text, "  ");
    }

    /// Adds a line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Separates what follows from what is there.
    pub(super) fn part(&mut self) {
        if self.text.is_empty() {
            // Room for a few lines at once, so that it does not grow word by word.
            self.text.reserve(4 * WIDTH);
        } else {
            self.text.push('\n');
        }
    }

    /// Adds Markdown with its paragraphs wrapped anew; lists, tables and code keep their lines.
    ///
    /// The first paragraph goes on with the line that begins at `line`.
    fn reflow(&mut self, line: usize, markdown: &str, indent: &str) {
        // Most are one paragraph in one line.
        if !markdown.contains('\n') && !stands_alone(markdown) && !is_fence(markdown) {
            return self.wrap(line, markdown, indent);
        }
        let mut begun = Some(line);
        let mut paragraph = String::new();
        let mut fenced = false;
        for line in markdown.lines() {
            let fence = is_fence(line);
            if !fenced && !fence && !stands_alone(line) {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line.trim());
                continue;
            }
            self.flush(begun.take(), &mut paragraph, indent);
            if !line.is_empty() {
                self.text.push_str(indent);
            }
            self.line(line);
            fenced ^= fence;
        }
        self.flush(begun, &mut paragraph, indent);
    }

    /// Adds a paragraph, if there is one, to the line that is begun, or to a new one.
    fn flush(&mut self, begun: Option<usize>, paragraph: &mut String, indent: &str) {
        let line = begun.unwrap_or(self.text.len());
        if paragraph.is_empty() && line == self.text.len() {
            return;
        }
        if begun.is_none() {
            self.text.push_str(indent);
        }
        self.wrap(line, paragraph, indent);
        paragraph.clear();
    }

    /// Adds text to the line that begins at `line`, and ends it; further lines begin with `rest`.
    fn wrap(&mut self, line: usize, text: &str, rest: &str) {
        let lead = &self.text[line..];
        let mut column = lead.chars().count();
        let mut space = !lead.trim().is_empty();
        let mut begun = false;
        for word in text.split_ascii_whitespace() {
            let width = word.chars().count();
            if begun && column + 1 + width > self.width {
                self.text.push('\n');
                self.text.push_str(rest);
                column = rest.len();
            } else if space {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += width;
            (begun, space) = (true, true);
        }
        self.text.push('\n');
    }
}

/// Whether a line begins or ends a block of code.
fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// Whether a line of Markdown must not be joined with the one before it.
fn stands_alone(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty()
        || text.starts_with(['|', '#', '>'])
        || text.starts_with("- ")
        || text.starts_with("* ")
        || text.split_once(". ").is_some_and(|(number, _)| {
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
        })
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut Tokens) {
        tokens.docs(&self.text, false);
    }
}
