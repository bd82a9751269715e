//! What is wrong with a spec: where, what, and how to mend it.

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
