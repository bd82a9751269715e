//! HTML under construction: tags are closed, and text is text.

use std::fmt::{Display, Write};

/// A piece of HTML.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Adds an element that holds a text.
    pub(super) fn text(&mut self, tag: &str, attributes: &str, text: impl Display) {
        self.element(tag, attributes, |inner| inner.words(text));
    }

    /// Adds an element that holds others.
    pub(super) fn element(&mut self, tag: &str, attributes: &str, content: impl FnOnce(&mut Self)) {
        let gap = if attributes.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(self.0, "<{tag}{gap}{attributes}>");
        content(self);
        let _ = writeln!(self.0, "</{tag}>");
    }

    /// Adds words, whatever characters they have.
    pub(super) fn words(&mut self, words: impl Display) {
        for c in words.to_string().chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // Nobody's name moves the cursor of whoever reads the file in a terminal.
                c if c.is_control() && c != '\n' => self.0.push(char::REPLACEMENT_CHARACTER),
                c => self.0.push(c),
            }
        }
    }

    /// Adds what is HTML already, from this program.
    pub(super) fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// The whole.
    pub(super) fn into_html(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut markup = Markup::default();
        markup.text("p", "class=\"x\"", "<script>\"a\" & b\u{1b}[0m</script>");
        assert_eq!(
            markup.into_html(),
            "<p class=\"x\">&lt;script&gt;&quot;a&quot; &amp; b\u{fffd}[0m&lt;/script&gt;</p>\n"
        );
    }
}
