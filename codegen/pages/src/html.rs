//! HTML within Markdown, to tokens.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, HtmlString, Token as Html, Tokenizer};

use crate::token::{Element, Token};

/// Elements whose text is not for readers.
const HIDDEN: [&str; 4] = ["script", "style", "title", "textarea"];

/// Calls `found` with each token of a piece of HTML and its offset in it.
pub(crate) fn tokens(html: &str, found: &mut impl FnMut(usize, Token<'static>)) {
    let mut hidden: Option<String> = None;
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let tokenizer = Tokenizer::new_with_emitter(html, emitter);
    for token in tokenizer {
        let Ok(token) = token;
        match token {
            Html::StartTag(tag) => {
                let name = text(&tag.name);
                if hidden.is_some() {
                    continue;
                }
                if HIDDEN.contains(&&*name) {
                    hidden = Some(name.into_owned());
                    continue;
                }
                let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| text(value));
                if name == "br" {
                    found(tag.span.start, Token::Break);
                } else if name == "img" {
                    let shown = attribute(b"alt").unwrap_or_default().into_owned();
                    found(tag.span.start, Token::Text(shown.into()));
                } else if let Some(element) = element(&name, attribute) {
                    found(tag.span.start, Token::Open(element));
                }
            }
            Html::EndTag(tag) => {
                let name = text(&tag.name);
                if hidden.as_deref() == Some(&*name) {
                    hidden = None;
                } else if hidden.is_none()
                    && let Some(element) = element(&name, |_| None)
                {
                    found(tag.span.start, Token::Close(element));
                }
            }
            Html::String(string) if hidden.is_none() => {
                let value = text(&string).into_owned();
                found(string.span.start, Token::Text(value.into()));
            }
            _ => {}
        }
    }
}

/// The element that a tag stands for; what has no meaning here has none.
fn element<'a>(
    name: &str,
    attribute: impl Fn(&[u8]) -> Option<Cow<'a, str>>,
) -> Option<Element<'static>> {
    Some(match name {
        "p" | "div" | "dd" | "blockquote" | "center" => Element::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Caption,
        "ul" => Element::List { numbered: false },
        "ol" => Element::List { numbered: true },
        "li" => Element::Item,
        "dl" => Element::Definitions,
        "dt" => Element::Term,
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" => Element::Cell { head: false },
        "th" => Element::Cell { head: true },
        "b" | "strong" => Element::Strong,
        "i" | "em" | "var" => Element::Emphasis,
        "code" | "tt" | "kbd" => Element::Letters,
        "sup" => Element::Raised,
        "sub" => Element::Lowered,
        "a" => {
            let to = attribute(b"href").unwrap_or_default();
            Element::Link(to.into_owned().into())
        }
        "pre" => Element::Lines(Cow::Borrowed("")),
        _ => return None,
    })
}

fn text(html: &HtmlString) -> Cow<'_, str> {
    String::from_utf8_lossy(html)
}
