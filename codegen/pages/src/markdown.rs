//! A page's body, to tokens: Markdown, and whatever HTML stands in it.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::html;
use crate::token::{Element, Token};

/// Calls `found` with each token of a body and its offset.
pub(crate) fn tokens<'a>(body: &'a str, mut found: impl FnMut(usize, Token<'a>)) {
    // A block of HTML comes in lines; a tag may go on over several.
    let mut block: Option<(usize, String)> = None;
    let (mut head, mut indented) = (false, false);
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let at = range.start;
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((at, String::new())),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((start, text)) = block.take() {
                    html::tokens(&text, &mut |at, token| found(start + at, token));
                }
            }
            Event::Html(text) | Event::InlineHtml(text) => match &mut block {
                Some((_, block)) => block.push_str(&text),
                None => html::tokens(&text, &mut |offset, token| found(at + offset, token)),
            },
            Event::Start(Tag::TableCell) => found(at, Token::Open(Element::Cell { head })),
            Event::Start(tag) => {
                head |= matches!(tag, Tag::TableHead);
                indented = matches!(tag, Tag::CodeBlock(CodeBlockKind::Indented));
                start(tag, |token| found(at, token));
            }
            Event::End(TagEnd::CodeBlock) if indented => {
                found(at, Token::Close(Element::Paragraph));
            }
            Event::End(tag) => {
                head &= !matches!(tag, TagEnd::TableHead);
                if let Some(element) = end(tag) {
                    found(at, Token::Close(element));
                }
            }
            Event::Text(text) => found(at, Token::Text(text.into())),
            Event::Code(text) => found(at, Token::Code(text.into())),
            Event::SoftBreak => found(at, Token::Text("\n".into())),
            Event::HardBreak => found(at, Token::Break),
            _ => {}
        }
    }
}

fn start<'a>(tag: Tag<'a>, mut found: impl FnMut(Token<'a>)) {
    let element = match tag {
        Tag::Paragraph => Element::Paragraph,
        Tag::Heading { level, .. } => Element::Heading(level as u8),
        Tag::BlockQuote(kind) => {
            if let Some(kind) = kind {
                found(Token::Open(Element::Caption));
                found(Token::Text(format!("{kind:?}").into()));
                found(Token::Close(Element::Caption));
            }
            return;
        }
        Tag::CodeBlock(CodeBlockKind::Fenced(language)) => Element::Lines(language.into()),
        // Pages stand their tables in; they do not write code so.
        Tag::CodeBlock(CodeBlockKind::Indented) => Element::Paragraph,
        Tag::List(first) => Element::List {
            numbered: first.is_some(),
        },
        Tag::Item => Element::Item,
        Tag::Table(_) => Element::Table,
        Tag::TableHead | Tag::TableRow => Element::Row,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strong => Element::Strong,
        Tag::Link { dest_url, .. } => Element::Link(dest_url.into()),
        _ => return,
    };
    found(Token::Open(element));
}

fn end(tag: TagEnd) -> Option<Element<'static>> {
    Some(match tag {
        TagEnd::Paragraph => Element::Paragraph,
        TagEnd::Heading(level) => Element::Heading(level as u8),
        TagEnd::CodeBlock => Element::Lines(CowStr::Borrowed("").into()),
        TagEnd::List(numbered) => Element::List { numbered },
        TagEnd::Item => Element::Item,
        TagEnd::Table => Element::Table,
        TagEnd::TableHead | TagEnd::TableRow => Element::Row,
        TagEnd::TableCell => Element::Cell { head: false },
        TagEnd::Emphasis => Element::Emphasis,
        TagEnd::Strong => Element::Strong,
        TagEnd::Link => Element::Link(CowStr::Borrowed("").into()),
        _ => return None,
    })
}
