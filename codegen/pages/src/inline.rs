//! A paragraph under construction: its Markdown, and the same without any signs.

use crate::token::Element;
use crate::words;

/// How many elements may be open within a paragraph; deeper ones leave no trace.
const DEPTH: usize = 16;

/// A paragraph's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Markdown.
    pub(crate) markdown: String,
    /// The same as plain text.
    pub(crate) plain: String,
}

/// The letters that a part of a paragraph is set in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Style {
    Strong,
    Emphasis,
    Letters,
    /// With the sign that stands for it in a line.
    Moved(char),
    /// With its address, if that is worth keeping.
    Link(Option<String>),
}

/// A part that is open.
#[derive(Debug)]
struct Open {
    style: Style,
    /// Where its Markdown begins.
    markdown: usize,
    /// Where its plain text begins.
    plain: usize,
}

/// A paragraph under construction.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    words: Words,
    open: Vec<Open>,
}

impl Paragraph {
    /// Adds text.
    pub(crate) fn text(&mut self, text: &str) {
        words::push(&mut self.words.markdown, text);
        self.words.plain.push_str(text);
    }

    /// Adds text in the letters of code.
    pub(crate) fn code(&mut self, text: &str) {
        words::push_code(&mut self.words.markdown, text);
        self.words.plain.push_str(text);
    }

    /// Begins a part.
    pub(crate) fn open(&mut self, element: &Element<'_>) {
        if self.open.len() < DEPTH
            && let Some(style) = style(element)
        {
            self.open.push(Open {
                style,
                markdown: self.words.markdown.len(),
                plain: self.words.plain.len(),
            });
        }
    }

    /// Ends the innermost part of a kind, and with it those within it.
    pub(crate) fn close(&mut self, element: &Element<'_>) {
        let Some(style) = style(element) else {
            return;
        };
        let kind = std::mem::discriminant(&style);
        let same = |open: &Open| std::mem::discriminant(&open.style) == kind;
        if let Some(at) = self.open.iter().rposition(same) {
            while self.open.len() > at {
                self.end();
            }
        }
    }

    /// Ends the paragraph, and goes on with the parts that are open in a new one.
    pub(crate) fn take(&mut self) -> Words {
        let again: Vec<Style> = self.open.iter().map(|open| open.style.clone()).collect();
        while !self.open.is_empty() {
            self.end();
        }
        self.open.extend(again.into_iter().map(|style| Open {
            style,
            markdown: 0,
            plain: 0,
        }));
        let taken = std::mem::take(&mut self.words);
        let plain: Vec<&str> = taken.plain.split_whitespace().collect();
        let mut plain = plain.join(" ");
        plain.retain(|ch| !ch.is_control());
        Words {
            markdown: taken.markdown.trim().to_owned(),
            plain,
        }
    }

    /// Forgets which parts are open.
    pub(crate) fn forget(&mut self) {
        self.open.clear();
    }

    /// Ends the innermost part.
    fn end(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let inner = self.words.markdown.split_off(open.markdown);
        let plain = self.words.plain[open.plain..].trim();
        let text = inner.trim();
        let markdown = &mut self.words.markdown;
        if inner.starts_with(' ') && !markdown.is_empty() && !markdown.ends_with(' ') {
            markdown.push(' ');
        }
        if let Style::Moved(sign) = open.style {
            let inner = inner.trim_start();
            return self.moved(open.plain, sign, inner);
        }
        let nested = self.open.iter().any(|outer| outer.style == open.style);
        if text.is_empty() {
        } else if open.style == Style::Letters || (words::is_name(plain) && !text.contains('`')) {
            let letters = self.open.iter().any(|outer| outer.style == Style::Letters);
            let mut code = String::new();
            if letters {
                code.push_str(text);
            } else {
                words::push_code(&mut code, plain);
            }
            markdown.push_str(&dress(&code, &open.style));
        } else {
            let sign = match open.style {
                Style::Strong if !nested && !text.contains('`') => "**",
                Style::Emphasis if !nested && !text.contains('`') => "*",
                _ => "",
            };
            let dressed = format!("{sign}{text}{sign}");
            markdown.push_str(&dress(&dressed, &open.style));
        }
        if inner.ends_with(' ') && !markdown.is_empty() && !markdown.ends_with(' ') {
            markdown.push(' ');
        }
    }

    /// Ends a part whose letters stand higher or lower: `2^32`, `x_i`.
    fn moved(&mut self, start: usize, sign: char, inner: &str) {
        let plain = self.words.plain.split_off(start);
        let text = plain.trim();
        if text.is_empty() || only_looks_raised(text) {
            self.words.markdown.push_str(inner);
            self.words.plain.push_str(&plain);
            return;
        }
        let markdown = inner.trim_end();
        let blank = if markdown.len() < inner.len() {
            " "
        } else {
            ""
        };
        let one = |ch: char| ch.is_alphanumeric() || ch == '_';
        let closed = text.starts_with('(') && text.ends_with(')');
        let (before, behind) = if closed || text.chars().all(one) {
            ("", "")
        } else {
            ("(", ")")
        };
        // A single line below would begin emphasis.
        let escape = if sign == '_' { "\\" } else { "" };
        let shown = format!("{escape}{sign}{before}{markdown}{behind}{blank}");
        self.words.markdown.push_str(&shown);
        let plain = format!("{sign}{before}{text}{behind}{blank}");
        self.words.plain.push_str(&plain);
    }
}

/// Whether raised letters are only set so: those of an ordinal number or of a mark.
fn only_looks_raised(text: &str) -> bool {
    ["st", "nd", "rd", "th", "tm", "sm", "®", "©", "™"].contains(&&*text.to_lowercase())
}

/// Text, as a link where it is one.
fn dress(text: &str, style: &Style) -> String {
    match style {
        Style::Link(Some(to)) if !text.contains("](") => format!("[{text}]({to})"),
        _ => text.to_owned(),
    }
}

fn style(element: &Element<'_>) -> Option<Style> {
    Some(match element {
        Element::Strong => Style::Strong,
        Element::Emphasis => Style::Emphasis,
        Element::Letters => Style::Letters,
        Element::Raised => Style::Moved('^'),
        Element::Lowered => Style::Moved('_'),
        Element::Link(to) => Style::Link(words::address(to)),
        _ => return None,
    })
}
