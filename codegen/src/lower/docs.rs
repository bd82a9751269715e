//! Documentation comments, to Markdown.

/// Adds one comment's text to documentation.
pub fn append(docs: &mut String, comment: &str) {
    if comment.contains('\n') {
        for line in block(comment) {
            push_line(docs, line);
        }
    } else {
        push_line(docs, comment.strip_prefix(' ').unwrap_or(comment));
    }
}

/// Drops the empty lines at both ends.
pub fn finish(docs: &mut String) {
    docs.truncate(docs.trim_end().len());
    let blank = docs.len() - docs.trim_start_matches('\n').len();
    docs.drain(..blank);
}

fn push_line(docs: &mut String, line: &str) {
    docs.push_str(line.trim_end());
    docs.push('\n');
}

/// The lines of a block comment, without the stars and the indentation that they share.
fn block(comment: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = comment.lines().collect();
    let starred = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('*');
    if lines.iter().skip(1).all(starred) {
        for line in lines.iter_mut().skip(1) {
            *line = line.trim_start().strip_prefix('*').unwrap_or_default();
        }
    }
    let indent = lines
        .iter()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    let mut first = true;
    for line in &mut lines {
        *line = if std::mem::take(&mut first) {
            line.trim_start()
        } else {
            line.get(indent..).unwrap_or_default()
        };
    }
    lines
}
