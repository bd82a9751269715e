//! The text that is being printed, and where on its last line it stands.

use super::WIDTH;

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    line: usize,
}

impl Page {
    /// Makes room for so many bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds text without a line break.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds another page's text, which goes on where this one ends.
    pub(super) fn append(&mut self, next: &Self) {
        self.line = self.text.len() + next.line;
        self.text.push_str(&next.text);
    }

    /// Ends the line and indents the next.
    pub(super) fn newline(&mut self, indent: usize) {
        const SPACES: &str = "                                ";
        self.text.push('\n');
        self.line = self.text.len();
        let mut rest = indent;
        while rest > 0 {
            let step = rest.min(SPACES.len());
            self.text.push_str(&SPACES[..step]);
            rest -= step;
        }
    }

    /// Adds a comment, wrapped.
    pub(super) fn comment(&mut self, text: &str, indent: usize) {
        self.push("//");
        for word in text.split_whitespace() {
            let begun = self.column() > indent + 2;
            if begun && !self.fits(1 + word.len()) {
                self.newline(indent);
                self.push("//");
            }
            self.push(" ");
            self.push(word);
        }
    }

    /// Leaves a line blank: to be followed by [`newline`](Self::newline).
    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// How many columns of the last line are filled.
    pub(super) fn column(&self) -> usize {
        self.text.len() - self.line
    }

    /// Whether `width` more columns fit.
    pub(super) fn fits(&self, width: usize) -> bool {
        self.column() + width <= WIDTH
    }

    /// The whole text, ended by a line break.
    pub(super) fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
