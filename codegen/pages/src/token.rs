//! The parts of a page's body, whichever of Markdown and HTML they are written in.

use std::borrow::Cow;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends: the innermost of its kind that is open, if any.
    Close(Element<'a>),
    /// Plain text.
    Text(Cow<'a, str>),
    /// Text in the letters of code.
    Code(Cow<'a, str>),
    /// The line ends, the paragraph does not.
    Break,
}

/// What holds text, or other elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Element<'a> {
    /// A heading of Markdown, with its level.
    Heading(u8),
    /// A heading within the text of a section.
    Caption,
    /// A paragraph, or whatever stands alone as one does.
    Paragraph,
    /// A list of items, which are numbered or not.
    List {
        /// Numbered.
        numbered: bool,
    },
    /// An item of a list.
    Item,
    /// A list of terms and their meanings.
    Definitions,
    /// A term of such a list.
    Term,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a table; of its head, or not.
    Cell {
        /// Of its head.
        head: bool,
    },
    /// Strong letters.
    Strong,
    /// Emphasised letters.
    Emphasis,
    /// The letters of code.
    Letters,
    /// Letters that stand higher: an exponent.
    Raised,
    /// Letters that stand lower: an index.
    Lowered,
    /// A link, with where it leads.
    Link(Cow<'a, str>),
    /// Lines as they are, with the name of their language.
    Lines(Cow<'a, str>),
}
