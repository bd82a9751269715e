//! Finds the item that a page is about, and who declares it.

use winsec_pages::{Kind, Page, declaration::Declaration};

use super::{
    Note, World, declare,
    fit::{Score, Shape, choose},
};

/// Who declares an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// The specs.
    Specs,
    /// The metadata.
    Metadata,
    /// The page itself.
    Page(declare::Declared),
}

/// What a page is about.
pub(super) enum Found {
    /// An item, with how well the page goes with it.
    Item(String, Source, Score),
    /// Nothing that could be declared, in words.
    Nothing(&'static str),
}

/// The item of a page.
pub(super) fn find(world: &World, page: &Page) -> Result<Found, Note> {
    let wrong = |whose: &'static str| {
        move |why: String| Note::new(page.line, format!("{whose} {why}; the page is not used"))
    };
    let in_specs = choose(page, |name| in_specs(world, name)).map_err(wrong("the specs'"))?;
    if let Some((name, score)) = in_specs {
        return Ok(Found::Item(name.to_owned(), Source::Specs, score));
    }
    let in_metadata = |name: &str| Shape::in_metadata(&world.index, name);
    let in_metadata = choose(page, in_metadata).map_err(wrong("the metadata's"))?;
    if let Some((name, score)) = in_metadata {
        return Ok(Found::Item(name.to_owned(), Source::Metadata, score));
    }
    let name = page.names.first().map_or("", String::as_str);
    let Some(syntax) = &page.syntax else {
        if page.kind == Kind::Macro {
            return Ok(Found::Nothing("a macro whose value it does not have"));
        }
        let message = format!(
            "neither the specs nor the metadata declare `{name}`, and the page has no section \
             `Syntax` that does"
        );
        return Err(Note::new(page.line, message));
    };
    let declaration = match syntax.declared.clone() {
        Ok(Declaration::Macro) => return Ok(Found::Nothing("a macro that is no number")),
        // A macro may be shown as the function that it looks like.
        _ if page.kind == Kind::Macro && !page.entries.is_empty() => {
            return Ok(Found::Nothing("a macro with parameters"));
        }
        declaration => declaration?,
    };
    let declared =
        declare::declare(world, page, &declaration).map_err(|why| Note::new(syntax.line, why))?;
    let name = declared.name.clone();
    Ok(Found::Item(
        name,
        Source::Page(declared),
        (page.entries.len(), true),
    ))
}

/// What the specs have of a name.
fn in_specs(world: &World, name: &str) -> Vec<Shape> {
    if !world.known.contains(name) {
        return Vec::new();
    }
    let items = world.ours.model.items.iter();
    let of_name = items.filter(|item| item.name.text == name);
    let mut shapes: Vec<Shape> = of_name.map(Shape::of).collect();
    if shapes.is_empty() {
        shapes.push(Shape::constant());
    }
    shapes
}
