//! The few styles that output has.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

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

/// A text in a style; what prints it drops the style where there are no colours.
pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}
