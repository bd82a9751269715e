//! Errors as people read them: file, line and column, the source line, a caret, and help.

use super::{Diagnostic, Span};
use crate::source::Sources;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// How many characters of a line are shown on either side of the caret's start.
const WINDOW: usize = 80;

/// How many characters the caret can be long.
const MOST_CARETS: usize = 60;

/// How many bytes of a message are shown at its start, and how many at its end.
const MESSAGE: (usize, usize) = (240, 80);

/// What stands for the parts of a line that are left out.
const ELLIPSIS: &str = "...";

/// How errors are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With the escape codes of terminals for colours.
    Coloured,
}

/// Prints errors, with a summary line; nothing when there are none.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, style: Style) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    }
    .term_width(4 * WINDOW);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&report(diagnostic, sources)));
        text.push_str("\n\n");
    }
    text.push_str(&summary(diagnostics));
    text.push('\n');
    text
}

/// How many errors there are, and in how many files: `2 errors in 1 file`.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let files: HashSet<_> = diagnostics.iter().map(|found| found.span.file).collect();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{} error{} in {} file{}",
        diagnostics.len(),
        plural(diagnostics.len()),
        files.len(),
        plural(files.len())
    )
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let title = Level::ERROR.primary_title(shorten(&diagnostic.message));
    let label = diagnostic.label.as_deref().map(shorten);
    let mut report = place(title, Level::ERROR, sources, diagnostic.span, label);
    if let Some(help) = &diagnostic.help {
        let help = Level::HELP.message(shorten(help));
        if let Some(group) = report.pop() {
            report.push(group.element(help));
        }
    }
    if let Some((span, reason)) = &diagnostic.related {
        let title = Level::NOTE.secondary_title(shorten(reason));
        report.extend(place(title, Level::NOTE, sources, *span, None));
    }
    report
}

/// A title and its place: file, line and column, and the line with a caret.
///
/// The column is always that in the file: part of a line stands in a group of its own, for which
/// no column is counted.
fn place<'a>(
    title: Title<'a>,
    level: Level<'a>,
    sources: &'a Sources,
    span: Span,
    label: Option<Cow<'a, str>>,
) -> Vec<Group<'a>> {
    let group = Group::with_title(title);
    let Some(source) = sources.get(span.file) else {
        return vec![group];
    };
    if !source.is_text() {
        let at = format!("{}, byte {:#x}", source.name(), span.start);
        return vec![group.element(Origin::path(at))];
    }
    let position = sources.position(span);
    let line = source.line_range(position.line - 1);
    let text = &source.text()[line.clone()];
    let start = (span.start as usize).clamp(line.start, line.end) - line.start;
    let end = (span.end as usize).clamp(line.start + start, line.end) - line.start;
    let (shown, carets) = window(text, start..end);
    let whole = shown == text;
    let origin = Origin::path(source.name())
        .line(position.line)
        .char_column(position.column);
    let snippet = Snippet::source(shown)
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(carets).label(label));
    if whole {
        return vec![group.element(snippet.path(source.name()))];
    }
    vec![
        group.element(origin),
        Group::with_level(level).element(snippet),
    ]
}

/// A message without its middle, when a name of absurd length makes it too long.
fn shorten(text: &str) -> Cow<'_, str> {
    let (head, tail) = MESSAGE;
    if text.len() <= head + tail + ELLIPSIS.len() {
        return Cow::Borrowed(text);
    }
    let head = text.floor_char_boundary(head);
    let tail = text.ceil_char_boundary(text.len() - tail);
    Cow::Owned(format!("{}{ELLIPSIS}{}", &text[..head], &text[tail..]))
}

/// The part of a line around a range, and where the range is in it.
fn window(line: &str, range: Range<usize>) -> (String, Range<usize>) {
    let from = nth_back(line, range.start, WINDOW);
    let to = nth(line, range.start, WINDOW);
    let end = range.end.min(nth(line, range.start, MOST_CARETS));
    let mut shown = String::new();
    if from > 0 {
        shown.push_str(ELLIPSIS);
    }
    let offset = shown.len();
    shown.push_str(&line[from..to]);
    if to < line.len() {
        shown.push_str(ELLIPSIS);
    }
    let place = |at: usize| at - from + offset;
    (shown, place(range.start)..place(end))
}

/// The offset so many characters behind another, or the end.
fn nth(line: &str, from: usize, count: usize) -> usize {
    let mut rest = line[from..].char_indices();
    rest.nth(count).map_or(line.len(), |(at, _)| from + at)
}

/// The offset so many characters before another, or the start.
fn nth_back(line: &str, from: usize, count: usize) -> usize {
    let mut before = line[..from].char_indices().rev();
    before.nth(count.saturating_sub(1)).map_or(0, |(at, _)| at)
}
