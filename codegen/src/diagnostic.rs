//! What is wrong with a spec: where, what, and how to mend it.

mod render;

pub use render::{Style, render, summary};

/// One file of a run, by its place in the list of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in one source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte's offset.
    pub start: u32,
    /// The offset just behind the last byte.
    pub end: u32,
}

/// One error in a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in one line.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// What the caret points at, if that needs words.
    pub label: Option<String>,
    /// A second place that matters, and why (a first definition, say).
    pub related: Option<(Span, String)>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Span {
    /// The place just behind this range.
    #[must_use]
    pub const fn after(self) -> Self {
        Self {
            start: self.end,
            ..self
        }
    }

    /// From the start of this range to the end of `other`, both in one file.
    #[must_use]
    pub const fn to(self, other: Self) -> Self {
        Self {
            end: other.end,
            ..self
        }
    }
}

impl Diagnostic {
    /// An error at a place, with nothing but its message.
    #[must_use]
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            span,
            label: None,
            related: None,
            help: None,
        }
    }

    /// Says in words what the caret points at.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a second place that matters, and why it does.
    #[must_use]
    pub fn with_related(mut self, span: Span, reason: impl Into<String>) -> Self {
        self.related = Some((span, reason.into()));
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Puts errors in the order of files and of places in them, and drops repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (a.span, &a.message, &a.related, &a.help).cmp(&(b.span, &b.message, &b.related, &b.help))
    });
    diagnostics.dedup();
}
