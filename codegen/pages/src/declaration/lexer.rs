//! The words of C.

/// A word, with its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// A name, a number, or a sign.
    pub(super) text: &'a str,
    /// Its line.
    pub(super) line: usize,
}

/// Parts lines of C, without their comments; the first line is `line`.
pub(super) fn words(text: &str, mut line: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let comment = if rest.starts_with("//") {
            rest.find('\n').or(Some(rest.len()))
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|at| at + 2).or(Some(rest.len()))
        } else {
            None
        };
        let length = comment.unwrap_or_else(|| {
            let part = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
            let word = rest.find(|ch| !part(ch)).unwrap_or(rest.len());
            if rest.starts_with("...") {
                3
            } else {
                word.max(first.len_utf8())
            }
        });
        let (text, behind) = rest.split_at(length);
        if comment.is_none() && !first.is_whitespace() {
            words.push(Word { text, line });
        }
        line += text.bytes().filter(|&byte| byte == b'\n').count();
        rest = behind;
    }
    words
}
