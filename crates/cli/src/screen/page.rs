//! A page of text for a terminal of some width: titles, paragraphs, pairs, tables.

use textwrap::core::display_width;

use super::markdown;
use super::style::{FAINT, HEADING, NAME, paint, wrap};
use super::table::Table;

/// How wide prose gets at most: longer lines are hard to read.
const PROSE: usize = 96;

/// A page under construction.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// An empty page.
    pub(crate) const fn new(width: usize) -> Self {
        Self {
            text: String::new(),
            width,
        }
    }

    /// How many columns there are.
    pub(crate) const fn width(&self) -> usize {
        self.width
    }

    /// What is on it.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Adds a line as it is.
    pub(crate) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Separates what follows from what is there.
    pub(crate) fn part(&mut self) {
        if !self.text.is_empty() && self.text != "\n" && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Adds a title, with a remark beside it or, where there is no room, below it.
    pub(crate) fn title(&mut self, title: &str, remark: &str) {
        self.part();
        let remark_width = display_width(remark);
        let room = self
            .width
            .min(PROSE)
            .saturating_sub(display_width(title) + 2);
        let title = paint(HEADING, title);
        if remark.is_empty() {
            self.line(&title);
        } else if remark_width <= room {
            self.line(&format!("{title}  {}", paint(FAINT, remark)));
        } else {
            self.line(&title);
            self.wrapped("", &paint(FAINT, remark));
        }
    }

    /// Adds a heading of a part.
    pub(crate) fn heading(&mut self, text: &str) {
        self.part();
        self.line(&paint(HEADING, text));
    }

    /// Adds Markdown, its paragraphs wrapped.
    pub(crate) fn prose(&mut self, indent: usize, markdown: &str) {
        for (at, paragraph) in markdown::paragraphs(markdown).enumerate() {
            if at > 0 {
                self.part();
            }
            self.wrapped(&" ".repeat(indent), &markdown::styled(&paragraph));
        }
    }

    /// Adds styled text, wrapped, each line indented.
    pub(crate) fn wrapped(&mut self, indent: &str, text: &str) {
        self.hanging(indent, indent, text);
    }

    /// Adds styled text, wrapped, the first line indented by one text and the others by another.
    pub(crate) fn hanging(&mut self, first: &str, others: &str, text: &str) {
        for line in wrap(text, self.width.min(PROSE), first, others) {
            self.line(&line);
        }
    }

    /// Adds pairs of a label and a text, the texts below each other; texts are styled, not Markdown.
    pub(crate) fn pairs<L: AsRef<str>, T: AsRef<str>>(&mut self, indent: usize, pairs: &[(L, T)]) {
        let widest = pairs.iter().map(|(label, _)| display_width(label.as_ref()));
        let widest = widest.max().unwrap_or(0);
        let column = indent + widest + 2;
        for (label, text) in pairs {
            let label = label.as_ref();
            let lead = " ".repeat(indent);
            let word = text
                .as_ref()
                .split(' ')
                .map(display_width)
                .max()
                .unwrap_or(0);
            let helps = word + column > self.width && word + indent + 2 <= self.width;
            let cramped = column * 2 > self.width;
            if helps || cramped && display_width(text.as_ref()) + column > self.width {
                self.line(&format!("{lead}{}", paint(FAINT, label)));
                self.wrapped(&" ".repeat(indent + 2), text.as_ref());
                continue;
            }
            if text.as_ref().is_empty() {
                self.line(&format!("{lead}{}", paint(FAINT, label)));
                continue;
            }
            let gap = " ".repeat(column - indent - display_width(label));
            let first = format!("{lead}{}{gap}", paint(FAINT, label));
            self.hanging(&first, &" ".repeat(column), text.as_ref());
        }
    }

    /// Adds terms, each with a remark beside it and its explanation, in Markdown, below it.
    pub(crate) fn terms<'a>(
        &mut self,
        indent: usize,
        terms: impl Iterator<Item = (&'a str, String, &'a str)>,
    ) {
        let lead = " ".repeat(indent);
        let below = " ".repeat(indent + 4);
        for (term, remark, docs) in terms {
            let first = format!("{lead}{}  ", paint(NAME, term));
            let word = remark.split(' ').next().map_or(0, display_width);
            if display_width(&first) + word > self.width {
                self.line(&first);
                self.wrapped(&below, &paint(FAINT, remark));
            } else {
                self.hanging(&first, &below, &paint(FAINT, remark));
            }
            self.wrapped(&below, &markdown::styled(&markdown::summary(docs)));
        }
    }

    /// Adds what is indented as a whole.
    pub(crate) fn indented(&mut self, indent: usize, content: impl FnOnce(&mut Self)) {
        let mut inner = Self::new(self.width.saturating_sub(indent));
        content(&mut inner);
        for line in inner.into_text().lines() {
            let line = format!("{}{line}", " ".repeat(indent));
            self.line(&line);
        }
    }

    /// Adds a table.
    pub(crate) fn table(&mut self, indent: usize, table: &Table) {
        for line in table.lines(self.width.saturating_sub(indent)) {
            let line = format!("{}{line}", " ".repeat(indent));
            self.line(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_without_room_goes_below() {
        let mut page = Page::new(20);
        page.title("TITLE", "a remark that is long");
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert_eq!(text, "TITLE\na remark that is\nlong\n");
    }

    #[test]
    fn pairs_line_up() {
        let mut page = Page::new(30);
        page.pairs(2, &[("a", "one two three four five six"), ("long", "x")]);
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert_eq!(
            text,
            "  a     one two three four\n        five six\n  long  x\n"
        );
    }
}
