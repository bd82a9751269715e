//! A page's bytes, to what the page says.

use crate::builder::Builder;
use crate::declaration;
use crate::fault::Fault;
use crate::front::Front;
use crate::markdown;
use crate::origin;
use crate::page::{Article, Known, Page, Syntax};
use crate::sections::{self, Body};
use crate::subject::{Kind, Subject, address, is_name};
use crate::text::Text;

/// What the subject of a page is known by.
struct Named {
    line: usize,
    kind: Kind,
    names: Vec<String>,
    /// The header that the UID names, without `.h`.
    header: Option<String>,
}

/// Reads a page.
///
/// # Errors
///
/// When the page cannot be read: everything that is wrong with it, in the order of lines.
pub fn read(bytes: &[u8]) -> Result<Known, Vec<Fault>> {
    let text = Text::new(bytes).map_err(|fault| vec![fault])?;
    let (front, start) = Front::split(&text.text).map_err(|fault| vec![fault])?;
    let subject = match front.get("UID") {
        None => None,
        Some(uid) => {
            let name = front.first("UID").unwrap_or_default();
            let subject = Subject::read(name, uid.line).map_err(|fault| vec![fault])?;
            Some((subject, uid.line))
        }
    };
    if let Some((Subject::Other(about), _)) = subject {
        return Ok(article(about));
    }
    let mut builder = Builder::default();
    markdown::tokens(&text.text[start..], |at, token| {
        builder.take(start + at, token);
    });
    let sections = builder.finish(&text);
    let title = sections
        .as_ref()
        .ok()
        .and_then(|sections| sections.iter().find(|section| section.level == 1));
    let title = title.map(|title| (title.title.plain.clone(), text.line(title.at)));
    let titled = titled(&front, title.as_ref());
    let named = match subject {
        Some((Subject::Item { kind, header, name }, line)) => Some(Named {
            line,
            kind: match &titled {
                Some(titled) if kind == Kind::Function && titled.kind == Kind::Macro => Kind::Macro,
                _ => kind,
            },
            names: vec![name],
            header: Some(header),
        }),
        _ => titled,
    };
    let Some(named) = named else {
        // What is wrong with a page about something else is not of interest.
        return Ok(article("no single item"));
    };
    let body = sections::sort(sections?, &text)?;
    Ok(Known::Page(Box::new(page(named, &front, body, &text))))
}

fn article(about: &str) -> Known {
    Known::Article(Article {
        about: about.to_owned(),
    })
}

/// The item that a title names: `WSAQuerySocketSecurity function`.
fn titled(front: &Front, heading: Option<&(String, usize)>) -> Option<Named> {
    let line = front.get("title").map(|title| title.line);
    let title = front.first("title").zip(line);
    let heading = heading.map(|(title, line)| (title.as_str(), *line));
    [heading, title]
        .into_iter()
        .flatten()
        .find_map(|(title, line)| {
            let (name, words) = title.split_once(' ')?;
            is_name(name).then_some(())?;
            Some(Named {
                line,
                kind: Kind::of_title(words)?,
                names: vec![name.to_owned()],
                header: None,
            })
        })
}

fn page(named: Named, front: &Front, body: Body, text: &Text) -> Page {
    let mut origin = origin::read(front, &body.requirements);
    let header = named.header.clone().or_else(|| {
        let header = origin.header.as_deref()?;
        Some(header.trim_end_matches(".h").to_owned())
    });
    if let (Some(header), Some(name)) = (&header, named.names.first()) {
        origin.page = Some(address(named.kind, header, name));
        origin.header = origin.header.or_else(|| Some(format!("{header}.h")));
    }
    let description = if body.description.is_empty() {
        let mut described = String::new();
        crate::words::push(
            &mut described,
            front.first("description").unwrap_or_default(),
        );
        described
    } else {
        body.description
    };
    Page {
        line: named.line,
        kind: named.kind,
        names: names(&named, front, &body.title.unwrap_or_default().plain),
        origin,
        description,
        entries: body.entries,
        values: body.values,
        result: body.result,
        failures: body.failures,
        remarks: body.remarks,
        syntax: body.syntax.map(|lines| {
            // The lines begin below their fence.
            let line = text.line(lines.at) + 1;
            Syntax {
                line,
                declared: declaration::read(&lines.text, line),
            }
        }),
    }
}

/// How many names an item may have.
const MOST_NAMES: usize = 32;

/// All names that the item may have, the likeliest first.
fn names(named: &Named, front: &Front, title: &str) -> Vec<String> {
    let mut names = named.names.clone();
    let bare = names.first().map(|name| name.trim_start_matches('_'));
    let mut further: Vec<String> = bare.map(ToOwned::to_owned).into_iter().collect();
    // A function has no names of types, whatever an old page says.
    let keys: &[&str] = match named.kind {
        Kind::Record | Kind::Enumeration | Kind::Callback => &["req.typenames", "api_name"],
        Kind::Function | Kind::Macro | Kind::Constant => &["api_name"],
    };
    for key in keys {
        for value in front.all(key) {
            // What has a star is the name of a pointer to it.
            let names = value.split([',', ' ']).filter(|name| !name.contains('*'));
            further.extend(names.map(ToOwned::to_owned));
        }
    }
    further.extend(title.split(' ').next().map(ToOwned::to_owned));
    for name in further {
        if names.len() < MOST_NAMES && is_name(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
