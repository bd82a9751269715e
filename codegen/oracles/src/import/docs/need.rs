//! What the items of the pages need besides: other items, and the constants that pages name.

use std::collections::{BTreeMap, BTreeSet};

use winsec_codegen::model::Primitive;
use winsec_pages::Value;

use super::{Note, Source, World, declare::integer, intake::Job};
use crate::metadata::{Member, closure};

/// Everything that is to be written.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// Items of the metadata: whatever an item needs comes before it.
    pub(super) order: Vec<String>,
    taken: BTreeSet<String>,
    /// Constants that pages give different numbers.
    contradicted: BTreeSet<String>,
    /// Items that are written here, as RDL, by name.
    pub(super) declared: BTreeMap<String, String>,
}

impl Needs {
    /// Adds what a page's item needs.
    pub(super) fn add(&mut self, world: &World, job: &Job) -> Result<Vec<Note>, Note> {
        let page = &job.page;
        let mut roots: Vec<&str> = match &job.source {
            Source::Specs => Vec::new(),
            Source::Metadata => vec![&job.item],
            Source::Page(declared) => declared.needs.iter().map(String::as_str).collect(),
        };
        let unknown = |name: &str| !world.known.contains(name);
        let of_entries = page.entries.iter().flat_map(|entry| &entry.values);
        let mut notes = Vec::new();
        let mut written = Vec::new();
        for value in of_entries.chain(&page.values) {
            let name = value.name.as_str();
            if !unknown(name) {
                continue;
            }
            match world.index.member(name) {
                Some(member) if world.known.contains(&member.owner) => {
                    written.push((name, further(name, &member, Some(&member.owner))));
                }
                Some(_) => roots.push(name),
                None if world.index.is_constant(name) => roots.push(name),
                None if world.index.contains(name) => {}
                None => {
                    let rdl = numbered(value);
                    let other = self.declared.get(name).zip(rdl.as_ref());
                    if other.is_some_and(|(other, rdl)| other != rdl) {
                        self.contradicted.insert(name.to_owned());
                        let message =
                            format!("pages give `{name}` different numbers: it is not written");
                        notes.push(Note::new(value.line, message));
                    }
                    written.extend(rdl.map(|rdl| (name, rdl)));
                }
            }
        }
        for failure in &page.failures {
            let name = failure.code.as_str();
            if !unknown(name) {
                continue;
            }
            if world.index.is_constant(name) {
                roots.push(name);
            } else if let Some(member) = world.index.member(name) {
                // The whole enumeration of codes would be too much of it.
                let owner = world.known.contains(&member.owner);
                let owner = owner.then_some(member.owner.as_str());
                written.push((name, further(name, &member, owner)));
            }
        }
        let known = |name: &str| world.known.contains(name) || self.taken.contains(name);
        let order = closure(&world.index, roots, known).map_err(|why| Note::new(page.line, why))?;
        self.taken.extend(order.iter().cloned());
        self.order.extend(order);
        if let Source::Page(declared) = &job.source {
            self.declared
                .insert(declared.name.clone(), declared.rdl.clone());
        }
        for (name, rdl) in written {
            self.declared.entry(name.to_owned()).or_insert(rdl);
        }
        Ok(notes)
    }

    /// Leaves out constants that came with an enumeration as a whole, and those whose number is in doubt.
    pub(super) fn settle(&mut self, world: &World) {
        let (taken, contradicted) = (&self.taken, &self.contradicted);
        self.declared.retain(|name, _| {
            let member = world.index.member(name);
            !member.is_some_and(|member| taken.contains(&member.owner))
                && !contradicted.contains(name)
        });
    }
}

/// A member of an enumeration as a constant of its own.
fn further(name: &str, member: &Member, owner: Option<&str>) -> String {
    let ty = owner.unwrap_or(match member.repr {
        Primitive::I8 => "i8",
        Primitive::U8 => "u8",
        Primitive::I16 => "i16",
        Primitive::U16 => "u16",
        Primitive::I32 => "i32",
        Primitive::I64 => "i64",
        Primitive::U64 => "u64",
        _ => "u32",
    });
    format!("const {name}: {ty} = {};\n", member.value)
}

/// A constant that only the page knows, if it knows its number.
fn numbered(value: &Value) -> Option<String> {
    // A name without a line below may be a word of the page's: of a type, say.
    let number = value.number.filter(|_| value.name.contains('_'))?;
    let ty = integer(number)?;
    let name = &value.name;
    Some(format!(
        "#[absent(\"the number is the page's\")]\nconst {name}: {ty} = {number};\n"
    ))
}
