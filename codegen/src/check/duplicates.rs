//! A name means one thing.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, FieldType, ItemKind, Name, Record};
use crate::namespaces::{is_reserved, space};
use rustc_hash::FxHashMap;

/// Reports names that are given twice: to items and members, fields, and parameters.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    items(context, found);
    for item in &context.model.items {
        match &item.kind {
            ItemKind::Record(record) => {
                let mut names = Names::default();
                fields(record, &mut names, found);
            }
            ItemKind::Enum(item) => {
                let mut names = Names::default();
                for member in &item.members {
                    names.enter(&member.name, "member", found);
                }
            }
            _ => {}
        }
    }
    for (_, signature) in walk::signatures(context.model) {
        let mut names = Names::default();
        for param in &signature.params {
            names.enter(&param.name, "parameter", found);
        }
    }
}

/// The names of one scope.
#[derive(Default)]
struct Names<'m> {
    seen: FxHashMap<&'m str, &'m Name>,
}

impl<'m> Names<'m> {
    fn enter(&mut self, name: &'m Name, what: &str, found: &mut Vec<Diagnostic>) {
        match self.seen.get(name.text.as_str()) {
            Some(first) => {
                let message = format!("the {what} `{}` is there twice", name.text);
                found.push(
                    Diagnostic::new(name.span, message)
                        .with_related(first.span, "first here")
                        .with_help("give one of them another name"),
                );
            }
            None => {
                self.seen.insert(&name.text, name);
            }
        }
    }
}

/// Fields and bit-fields, and those of each record that is defined in place.
fn fields<'m>(record: &'m Record, names: &mut Names<'m>, found: &mut Vec<Diagnostic>) {
    for field in &record.fields {
        names.enter(&field.name, "field", found);
        for bit in field.bits.iter().filter_map(|bit| bit.name.as_ref()) {
            names.enter(bit, "field", found);
        }
        if let FieldType::Record(inner) = &field.ty {
            fields(inner, &mut Names::default(), found);
        }
    }
}

/// A name in the scope of items.
struct Entry<'m> {
    name: &'m Name,
    arches: Arches,
    /// The enumeration that it is a member of.
    owner: Option<usize>,
}

impl Entry<'_> {
    /// Whether another rule looks at these two: at variants for architectures, and at members of
    /// one enumeration.
    fn is_others(&self, other: &Self) -> bool {
        let variants = self.arches != Arches::ALL && other.arches != Arches::ALL;
        let beside = self.owner.is_some() && self.owner == other.owner;
        variants || beside
    }
}

/// The scope of items.
#[derive(Default)]
struct Scope<'m> {
    seen: FxHashMap<&'m str, Vec<Entry<'m>>>,
}

impl<'m> Scope<'m> {
    fn enter(&mut self, entry: Entry<'m>, found: &mut Vec<Diagnostic>) {
        let Name { text, span } = entry.name;
        let earlier = self.seen.entry(text).or_default();
        let first = earlier.iter().find(|other| !entry.is_others(other));
        if let Some(first) = first {
            found.push(
                Diagnostic::new(*span, format!("`{text}` is defined twice"))
                    .with_related(first.name.span, "first defined here")
                    .with_help("remove one of them, or limit each to its own `#[arch(..)]`"),
            );
            return;
        }
        // Of many variants for the same architectures one is enough to compare with.
        let same = |other: &Entry<'_>| (other.arches, other.owner) == (entry.arches, entry.owner);
        if !earlier.iter().any(same) {
            earlier.push(entry);
        }
    }
}

/// Items and the members of enumerations are in one scope, as in C.
fn items(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut scope = Scope::default();
    for (at, item) in context.model.items.iter().enumerate() {
        let Name { text, span } = &item.name;
        if is_reserved(space(item), text) {
            let message = format!("`{text}` has a meaning of its own in what is generated");
            let help = "give it another name: C has none that is a type or a variable of Rust";
            found.push(Diagnostic::new(*span, message).with_help(help));
        }
        let arches = item.arches;
        let own = Entry {
            name: &item.name,
            arches,
            owner: None,
        };
        scope.enter(own, found);
        if let ItemKind::Enum(definition) = &item.kind
            && !definition.scoped
        {
            for member in &definition.members {
                let member = Entry {
                    name: &member.name,
                    arches,
                    owner: Some(at),
                };
                scope.enter(member, found);
            }
        }
    }
}
