//! Finds the item that a page is about, and who declares it.

use winsec_pages::Page;

use super::{Note, World, declare};

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

/// The item of a page.
pub(super) fn find(world: &World, page: &Page) -> Result<(String, Source), Note> {
    let in_specs = |name: &&String| world.known.contains(*name);
    let in_metadata = |name: &&String| world.index.contains(name);
    if let Some(name) = page.names.iter().find(in_specs) {
        return Ok((name.clone(), Source::Specs));
    }
    if let Some(name) = page.names.iter().find(in_metadata) {
        return Ok((name.clone(), Source::Metadata));
    }
    let name = page.names.first().map_or("", String::as_str);
    let Some(syntax) = &page.syntax else {
        let message = format!(
            "neither the specs nor the metadata declare `{name}`, and the page has no section \
             `Syntax` that does"
        );
        return Err(Note::new(page.line, message));
    };
    let declaration = syntax.declared.clone()?;
    let declared =
        declare::declare(world, page, &declaration).map_err(|why| Note::new(syntax.line, why))?;
    Ok((declared.name.clone(), Source::Page(declared)))
}
