//! Documentation comments under construction.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::render::{COMMENT, WIDTH};

/// The lines of one item's documentation.
#[derive(Debug)]
pub(super) struct Docs {
    text: String,
    width: usize,
}

impl Docs {
    /// Documentation of something that stands `indent` columns in.
    pub(super) fn new(indent: usize) -> Self {
        Self {
            text: String::new(),
            width: WIDTH - indent - "/// ".len(),
        }
    }

    /// Documentation that is Markdown.
    pub(super) fn of(indent: usize, markdown: &str) -> Self {
        let mut docs = Self::new(indent);
        docs.markdown(markdown);
        docs
    }

    /// The lines.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds Markdown, its lines as they are unless one is too long.
    pub(super) fn markdown(&mut self, markdown: &str) {
        if markdown.is_empty() {
            return;
        }
        self.part();
        if markdown.lines().any(|line| line.len() > self.width) {
            self.reflow("", markdown, "");
        } else {
            self.text.push_str(markdown);
            self.text.push('\n');
        }
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.part();
        self.text.push_str("# ");
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds a paragraph, wrapped.
    pub(super) fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.part();
        self.wrap("", text, "");
    }

    /// Adds an entry of a list, wrapped.
    pub(super) fn entry(&mut self, lead: &str, text: &str) {
        self.reflow(&format!("- {lead}"), text, "  ");
    }

    /// Adds a line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Separates what follows from what is there.
    pub(super) fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Adds Markdown with its paragraphs wrapped anew; lists, tables and code keep their lines.
    fn reflow(&mut self, lead: &str, markdown: &str, indent: &str) {
        let mut first = Some(lead);
        let mut paragraph = String::new();
        let mut fenced = false;
        for line in markdown.lines() {
            let fence = line.trim_start().starts_with("```");
            if !fenced && !fence && !stands_alone(line) {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line.trim());
                continue;
            }
            self.flush(&mut first, &mut paragraph, indent);
            if !line.is_empty() {
                self.text.push_str(indent);
            }
            self.line(line);
            fenced ^= fence;
        }
        self.flush(&mut first, &mut paragraph, indent);
    }

    fn flush(&mut self, first: &mut Option<&str>, paragraph: &mut String, indent: &str) {
        let lead = first.take();
        if !paragraph.is_empty() || lead.is_some_and(|lead| !lead.is_empty()) {
            self.wrap(lead.unwrap_or(indent), paragraph, indent);
            paragraph.clear();
        }
    }

    /// Adds text, its first line behind `first` and the others behind `rest`.
    fn wrap(&mut self, first: &str, text: &str, rest: &str) {
        let mut line = self.text.len();
        self.text.push_str(first);
        let mut begun = false;
        for word in text.split_ascii_whitespace() {
            let column = self.text[line..].chars().count();
            if begun && column + 1 + word.chars().count() > self.width {
                self.text.push('\n');
                line = self.text.len();
                self.text.push_str(rest);
            } else if begun || !first.trim().is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
            begun = true;
        }
        self.text.push('\n');
    }
}

/// Whether a line of Markdown must not be joined with the one before it.
fn stands_alone(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty()
        || text.starts_with(['|', '#', '>'])
        || text.starts_with("- ")
        || text.starts_with("* ")
        || text.split_once(". ").is_some_and(|(number, _)| {
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
        })
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        document(&self.text, false, tokens);
    }
}

/// Documentation of what it stands in: `//!`.
pub(super) fn inner(markdown: &str) -> TokenStream {
    let mut tokens = TokenStream::new();
    document(markdown, true, &mut tokens);
    tokens
}

/// Adds one attribute for all lines, each behind a space; the renderer gives each line its slashes.
fn document(markdown: &str, inner: bool, tokens: &mut TokenStream) {
    if markdown.is_empty() {
        return;
    }
    let mut text = String::with_capacity(markdown.len() + markdown.len() / 16 + 1);
    for (at, line) in markdown.lines().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line);
        }
    }
    attribute("doc", &text, inner, tokens);
}

/// A line comment before what follows.
pub(super) fn comment(text: &str) -> TokenStream {
    let mut tokens = TokenStream::new();
    attribute(COMMENT, text, false, &mut tokens);
    tokens
}

/// A string literal; [`Literal::string`] asks of each letter whether it can be seen.
fn string(text: &str) -> Literal {
    let mut quoted = String::with_capacity(text.len() + text.len() / 16 + 2);
    quoted.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\\']) {
        quoted.push_str(&rest[..at]);
        quoted.push('\\');
        quoted.push_str(&rest[at..=at]);
        rest = &rest[at + 1..];
    }
    quoted.push_str(rest);
    quoted.push('"');
    quoted.parse().unwrap_or_else(|_| Literal::string(text))
}

/// Adds `#[name = "text"]`.
fn attribute(name: &str, text: &str, inner: bool, tokens: &mut TokenStream) {
    let content = [
        TokenTree::from(Ident::new(name, Span::call_site())),
        TokenTree::from(Punct::new('=', Spacing::Alone)),
        TokenTree::from(string(text)),
    ];
    let mark = |mark| TokenTree::from(Punct::new(mark, Spacing::Alone));
    let group = Group::new(Delimiter::Bracket, content.into_iter().collect());
    tokens.extend([mark('#')]);
    if inner {
        tokens.extend([mark('!')]);
    }
    tokens.extend([TokenTree::from(group)]);
}
