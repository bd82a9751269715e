//! Turns tokens into text that reads as if a careful person had written it.
//!
//! The printer knows the forms that [`emit`](crate::emit) uses and rustfmt's habits for them. It
//! works on the tokens alone: nothing is parsed again, and each token is looked at a fixed number of
//! times, so that the cost is linear in the output.

mod entry;
mod flat;
mod flatten;
mod page;
mod print;
mod shape;
mod spacing;

use proc_macro2::TokenStream;

use crate::tokens::Tokens;
use flat::Flat;
use page::Page;
use print::{Mark, Printer};

/// The width that lines are broken at.
pub const WIDTH: usize = 100;

/// Prints a file: `header`, a line comment's text, then the items.
#[must_use]
pub fn render(header: &str, tokens: TokenStream) -> String {
    let mut file = Print::header(header);
    file.append(Renderer::default().items(&tokens.into()));
    file.finish()
}

/// Prints items, and keeps the memory that it needs on the way for those that come next.
#[derive(Debug, Default)]
pub struct Renderer {
    flat: Flat,
}

impl Renderer {
    /// Prints whole items.
    #[must_use]
    pub fn items(&mut self, tokens: &Tokens) -> Print {
        flatten::flatten(tokens, &mut self.flat);
        let mut print = Print::default();
        // With a fifth more for indentation.
        let len = self.flat.line(0..self.flat.len()).len();
        print.page.reserve(len + len / 5);
        Printer::new(&self.flat, &mut print.page).items(&mut print.ends);
        print
    }
}

/// A part of a file that is printed; others can be added to it.
#[derive(Debug, Default)]
pub struct Print {
    page: Page,
    /// The first and the last item, on which the blank lines around them depend.
    ends: Option<(Mark, Mark)>,
}

impl Print {
    /// The beginning of a file: a line comment's text.
    #[must_use]
    pub fn header(text: &str) -> Self {
        let mut print = Self::default();
        if !text.is_empty() {
            print.page.comment(text, 0);
            print.ends = Some((Mark::HEADER, Mark::HEADER));
        }
        print
    }

    /// Adds what comes next.
    pub fn append(&mut self, next: Self) {
        let Some((first, last)) = next.ends else {
            return;
        };
        let Some((_, before)) = &mut self.ends else {
            *self = next;
            return;
        };
        if before.parts_from(first) {
            self.page.blank();
        }
        self.page.newline(0);
        self.page.append(&next.page);
        *before = last;
    }

    /// The file's text.
    #[must_use]
    pub fn finish(self) -> String {
        self.page.finish()
    }
}
