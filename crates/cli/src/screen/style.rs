//! The few styles that output has.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};
use textwrap::Options;
use textwrap::core::display_width;
use unicode_width::UnicodeWidthChar;

/// Titles and headings.
pub(crate) const HEADING: Style = Style::new().bold();
/// Names that can be typed elsewhere.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();
/// What matters less.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// What is as one would wish.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// What one should look at.
pub(crate) const CARE: Style = AnsiColor::Yellow.on_default().bold();
/// What is wrong.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();

/// A text of somebody else's, without what would move the cursor or change the colours.
pub(crate) fn safe(text: &str) -> String {
    text.replace(char::is_control, "\u{FFFD}")
}

/// A line of a text in styles that last over the line's end: it begins with the style that the line
/// before it ended in, and ends without one.
pub(super) fn whole(line: &str, style: &mut String) -> String {
    let mut text = format!("{style}{line}");
    for (at, _) in line.match_indices("\u{1b}[") {
        let sequence = line
            .get(at..)
            .and_then(|rest| rest.split_inclusive('m').next());
        match sequence {
            Some(RESET) => style.clear(),
            Some(sequence) => style.push_str(sequence),
            None => {}
        }
    }
    if !style.is_empty() {
        text.push_str(RESET);
    }
    text
}

/// What ends every style.
const RESET: &str = "\u{1b}[0m";

/// A text in a style; what prints it drops the style where there are no colours.
pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// A text cut short to so many columns, with a mark where it is.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let kept = text.chars().take_while(|c| {
        let needed = c.width().unwrap_or(0);
        let fits = needed <= room;
        room = room.saturating_sub(needed);
        fits
    });
    kept.chain(['…']).collect()
}

/// The lines of a styled text.
pub(super) fn wrap(text: &str, width: usize, first: &str, others: &str) -> Vec<String> {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options);
    let mut style = String::new();
    lines
        .into_iter()
        .map(|line| whole(&line, &mut style))
        .collect()
}
