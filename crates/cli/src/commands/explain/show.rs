//! Explanations as text.

use super::entry::{Details, Entry, Quantity, SignatureView, Size};
use super::flags::FlagsView;
use super::query::Explanation;
use crate::screen::markdown::{styled, summary};
use crate::screen::style::{FAINT, NAME, paint};
use crate::screen::{Align, Page, Table};

/// How many names are listed before the rest is only counted.
const LISTED: usize = 12;

/// How many columns a listed name's explanation needs beside it, at least.
const ROOM: usize = 30;

/// Shows one explanation.
pub(super) fn show(page: &mut Page, answer: &Explanation, all: bool) {
    if let Some(note) = &answer.note {
        page.part();
        page.wrapped("", &paint(FAINT, note));
    }
    for entry in &answer.entries {
        self::entry(page, entry);
    }
    for flags in &answer.flags {
        combination(page, flags);
    }
    list(page, answer, all);
}

fn entry(page: &mut Page, entry: &Entry) {
    let value = match (&entry.value, entry.text) {
        (Some(value), _) => quantity(value),
        (None, Some(text)) => text.to_owned(),
        (None, None) => String::new(),
    };
    page.title(entry.name, &value);
    page.wrapped("", &paint(FAINT, whereabouts(entry)));
    page.part();
    page.prose(2, entry.docs);
    documented(page, entry);
    match &entry.details {
        Some(Details::Members(members)) => {
            let rows = members.iter().map(|member| {
                [member.name, &number(&member.value, entry.kind), member.docs].map(str::to_owned)
            });
            page.heading("Members");
            names(page, ["name", "value", "meaning"], rows);
        }
        Some(Details::Record { sizes, fields }) => {
            page.heading(&format!("Fields ({})", extents(sizes)));
            let terms = fields.iter();
            page.terms(
                2,
                terms.map(|field| (&*field.name, field.ty.to_owned(), field.docs)),
            );
            page.part();
            page.wrapped("  ", &format!("To scale: winsec layout {}", entry.name));
        }
        Some(Details::Function {
            signature,
            code_from,
            failures,
            ..
        }) => {
            call(page, signature);
            if !failures.is_empty() {
                let from = code_from.map(|from| format!(", told by {from}"));
                page.heading(&format!("Failures{}", from.unwrap_or_default()));
                let rows = failures.iter().map(|failure| {
                    let value = failure
                        .value
                        .as_ref()
                        .map(|value| number(value, entry.kind));
                    let value = value.unwrap_or_default();
                    [failure.code, &value, failure.cause].map(str::to_owned)
                });
                names(page, ["code", "value", "cause"], rows);
            }
        }
        Some(Details::Callback(signature)) => call(page, signature),
        Some(Details::Alias { .. }) | None => {}
    }
    origin(page, entry);
}

/// What a thing is, and where it is found.
fn whereabouts(entry: &Entry) -> String {
    let mut text = match (entry.kind, entry.ty) {
        (kind, Some(ty)) => format!("{kind} of {ty}"),
        (kind, None) => kind.to_owned(),
    };
    match &entry.details {
        Some(Details::Alias { of }) => text.push_str(&format!(" {of}")),
        Some(Details::Function { dll, .. }) => text.push_str(&format!(" of {dll}")),
        _ => {}
    }
    if !entry.header.is_empty() {
        text.push_str(&format!(", {}", entry.header));
    }
    if !entry.aliases.is_empty() {
        text.push_str(&format!("; also called {}", entry.aliases.join(", ")));
    }
    text
}

fn documented(page: &mut Page, entry: &Entry) {
    if entry.documented_for.is_empty() {
        return;
    }
    page.heading("Documented for");
    let pairs: Vec<_> = entry
        .documented_for
        .iter()
        .map(|of| (of.function, styled(of.cause)))
        .collect();
    page.pairs(2, &pairs);
}

fn call(page: &mut Page, signature: &SignatureView) {
    if !signature.parameters.is_empty() {
        page.heading("Parameters");
    }
    let terms = signature.parameters.iter().map(|param| {
        let presence = match param.presence {
            "required" => String::new(),
            other => format!(", {other}"),
        };
        let remark = format!("{}, {}{presence}", param.ty, param.direction);
        (param.name, remark, param.docs)
    });
    page.terms(2, terms);
    if !signature.result.is_empty() {
        page.part();
        page.wrapped("  ", &format!("Returns {}", signature.result));
    }
}

/// A table of names, something about each, and the documentation's first sentence.
fn names(page: &mut Page, titles: [&'static str; 3], rows: impl Iterator<Item = [String; 3]>) {
    let mut table = Table::new(&titles.map(|title| (title, Align::Left)));
    for [name, about, docs] in rows {
        table.row(vec![paint(NAME, name), about, styled(&summary(&docs))]);
    }
    page.table(2, &table);
}

fn origin(page: &mut Page, entry: &Entry) {
    let mut pairs = Vec::new();
    if !entry.since.is_empty() {
        pairs.push(("Since", entry.since.join(", ")));
    }
    if !entry.reference.is_empty() {
        pairs.push(("Reference", entry.reference.to_owned()));
    }
    if !pairs.is_empty() {
        page.part();
        page.pairs(2, &pairs);
    }
}

fn combination(page: &mut Page, flags: &FlagsView) {
    page.title(&flags.value.hexadecimal, &format!("as {}", flags.ty));
    let mut table = Table::new(&[
        (if flags.combined { "flag" } else { "name" }, Align::Left),
        ("value", Align::Left),
        ("meaning", Align::Left),
    ]);
    for flag in &flags.set {
        table.row(vec![
            paint(NAME, flag.name),
            flag.value.hexadecimal.clone(),
            styled(&summary(flag.docs)),
        ]);
    }
    if let Some(unnamed) = &flags.unnamed {
        table.row(vec![
            "without a name".to_owned(),
            unnamed.clone(),
            String::new(),
        ]);
    }
    if flags.set.is_empty() && flags.unnamed.is_none() {
        page.line("  no flag is set");
    } else {
        page.table(2, &table);
    }
}

fn list(page: &mut Page, answer: &Explanation, all: bool) {
    if answer.also.is_empty() {
        return;
    }
    let pattern = answer.query.contains(['*', '?']);
    if answer.entries.is_empty() && !pattern {
        page.title(&answer.query, "the value of");
    } else if !pattern {
        page.heading("The number is also");
    }
    let shown = if all || pattern { usize::MAX } else { LISTED };
    let widest = answer
        .also
        .iter()
        .map(|brief| brief.name.len())
        .max()
        .unwrap_or(0);
    let narrow = page.width() < widest + ROOM;
    let pairs: Vec<_> = answer
        .also
        .iter()
        .take(shown)
        .map(|brief| {
            let about = if narrow {
                String::new()
            } else {
                styled(&summary(brief.docs))
            };
            (paint(NAME, brief.name), about)
        })
        .collect();
    page.pairs(2, &pairs);
    if let Some(more) = answer
        .also
        .len()
        .checked_sub(shown)
        .filter(|more| *more > 0)
    {
        page.wrapped("  ", &format!("and {more} more: add --all to see them"));
    }
}

/// A number in both its forms, where they differ.
fn quantity(value: &Quantity) -> String {
    format!("{} = {}", value.decimal, value.hexadecimal)
}

/// A number as one reads it: in hexadecimal when it is a flag, or large.
fn number(value: &Quantity, kind: &str) -> String {
    let short = value.decimal.len() <= 5 && !value.decimal.starts_with('-');
    if short && kind != "flag set" {
        value.decimal.clone()
    } else {
        value.hexadecimal.clone()
    }
}

/// The sizes of a record, those together that agree.
fn extents(sizes: &[Size]) -> String {
    let text = |size: &Size| format!("{} bytes, aligned to {}", size.size, size.align);
    match sizes {
        [] => "no size".to_owned(),
        [first, rest @ ..] if rest.iter().all(|size| text(size) == text(first)) => text(first),
        sizes => sizes
            .iter()
            .map(|size| format!("{} {}", size.arch, text(size)))
            .collect::<Vec<_>>()
            .join("; "),
    }
}
