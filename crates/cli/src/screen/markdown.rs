//! The little Markdown of the specs' documentation, as styled text.

use super::style::{NAME, paint};

/// The paragraphs of a text, each on one line, still Markdown.
pub(crate) fn paragraphs(markdown: &str) -> impl Iterator<Item = String> {
    markdown.split("\n\n").map(|paragraph| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        lines.join(" ")
    })
}

/// The first sentence of a text, still Markdown.
pub(crate) fn summary(markdown: &str) -> String {
    let first = paragraphs(markdown).next().unwrap_or_default();
    let end = first.match_indices(['.', ':']).find(|&(at, mark)| {
        let (before, rest) = first.split_at(at);
        // A word or two before a colon do not say enough.
        let enough = mark == "." || before.split(' ').count() > 2;
        enough && rest.get(1..).is_some_and(|rest| rest.starts_with(' '))
    });
    match end {
        Some((at, _)) => first.get(..at).unwrap_or(&first).to_owned(),
        None => first.trim_end_matches('.').to_owned(),
    }
}

/// A paragraph with its code styled and its links reduced to their words.
pub(crate) fn styled(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(['`', '[']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        rest = from;
        if let Some((inner, after)) = quoted(rest) {
            text.push_str(&paint(NAME, inner));
            rest = after;
        } else if let Some((label, after)) = link(rest) {
            text.push_str(&styled(label));
            rest = after;
        } else {
            let (bracket, after) = rest.split_at(1);
            text.push_str(bracket);
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

/// `` `code` `` at the beginning, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('`')?.split_once('`')
}

/// `[label](target)`, `[label][target]` or `` [`label`] `` at the beginning, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let (label, after) = text.strip_prefix('[')?.split_once(']')?;
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((_, rest)) = after
            .strip_prefix(open)
            .and_then(|target| target.split_once(close))
        {
            return Some((label, rest));
        }
    }
    label.starts_with('`').then_some((label, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str) -> String {
        anstream::adapter::strip_str(&styled(markdown)).to_string()
    }

    #[test]
    fn code_and_links_become_words() {
        let text = "A [`HINTERNET`]s' tree, see [the page](https://x/) and `a` [1] or [b][c].";
        assert_eq!(
            plain(text),
            "A HINTERNETs' tree, see the page and a [1] or b."
        );
    }

    #[test]
    fn what_is_not_closed_stays() {
        assert_eq!(plain("a ` b [ c"), "a ` b [ c");
    }

    #[test]
    fn a_summary_is_the_first_sentence() {
        assert_eq!(summary("One `a.b` two. Three.\n\nFour."), "One `a.b` two");
        assert_eq!(summary("Ends here.\nAnd on."), "Ends here");
        assert_eq!(summary("Not a failure: it goes on."), "Not a failure");
        assert_eq!(summary("Request: it goes on."), "Request: it goes on");
        assert_eq!(summary(""), "");
    }
}
