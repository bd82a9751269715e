//! Puts a page's words on the items of a model.

mod members;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use winsec_codegen::model::{ErrorCause, ItemKind, Model, Name, Origin, Value};
use winsec_pages::{Entry, Failure, Page, Value as Documented};

use self::text::{item_of_list, join, last_error, prefer, section};

pub(super) use self::text::origin;
use super::Note;

/// A model whose items get their words.
pub(super) struct Apply<'m> {
    model: &'m mut Model,
    /// The items that may get words.
    open: BTreeSet<usize>,
    /// The items of each name.
    items: BTreeMap<String, Vec<usize>>,
    /// The item and the place of each member of an enumeration.
    members: BTreeMap<String, (usize, usize)>,
}

impl<'m> Apply<'m> {
    /// Prepares a model: the items of `open` lose the words that they have.
    pub(super) fn new(model: &'m mut Model, open: BTreeSet<usize>) -> Self {
        let mut items: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut members = BTreeMap::new();
        for (at, item) in model.items.iter_mut().enumerate() {
            items.entry(item.name.text.clone()).or_default().push(at);
            if let ItemKind::Enum(of) = &item.kind {
                for (place, member) in of.members.iter().enumerate() {
                    members.insert(member.name.text.clone(), (at, place));
                }
            }
            if open.contains(&at) {
                members::silence(item);
            }
        }
        Self {
            model,
            open,
            items,
            members,
        }
    }

    /// Whether there is an item or a member of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.items.contains_key(name) || self.members.contains_key(name)
    }

    /// Puts a page's words on its item, and on the constants that it explains.
    pub(super) fn page(&mut self, page: &Page, name: &str) -> Vec<Note> {
        let mut notes = Vec::new();
        let origin = origin(page);
        let values = page.entries.iter().map(|entry| (entry, &entry.values));
        let mut docs: Vec<String> = Vec::new();
        for (entry, values) in values {
            docs.push(self.entry(entry, values, &origin, &mut notes));
        }
        let listed = self.values(&page.values, "", &origin, &mut notes);
        let mut places = self.items.get(name).cloned().unwrap_or_default();
        let is_function = |at: &usize| matches!(self.model.items[*at].kind, ItemKind::Function(_));
        let function = places.iter().any(is_function);
        let (failures, words) = self.failures(&page.failures, function, &mut notes);
        if places.is_empty() {
            // A page about a member of an enumeration.
            if let Some(&(at, place)) = self.members.get(name) {
                self.describe(at, Some(place), &page.description, "", &origin);
            }
        }
        places.retain(|at| self.open.contains(at));
        for (round, at) in places.into_iter().enumerate() {
            let item = &mut self.model.items[at];
            prefer(Arc::make_mut(&mut item.origin), &origin);
            item.docs = join(&[&page.description, &listed]);
            if matches!(item.kind, ItemKind::Function(_) | ItemKind::Callback(_)) {
                let result = join(&[&page.result, &words]);
                section(&mut item.docs, "Returns", &result);
            }
            section(&mut item.docs, "Remarks", &page.remarks);
            if let ItemKind::Function(function) = &mut item.kind {
                let told = last_error(&page.result, &failures);
                function.last_error = told.or(function.last_error);
                function.errors.clone_from(&failures);
            }
            let mut found = members::document(item, page, &docs);
            // The variants for other architectures would only repeat it.
            if round == 0 {
                notes.append(&mut found);
            }
        }
        notes.sort_by_key(|note| note.line);
        notes
    }

    /// The words of an entry, whose values get theirs.
    fn entry(
        &mut self,
        entry: &Entry,
        values: &[Documented],
        origin: &Origin,
        notes: &mut Vec<Note>,
    ) -> String {
        let listed = self.values(values, &entry.docs, origin, notes);
        join(&[&entry.docs, &listed])
    }

    /// Gives values their words; what is to be said of them where they are listed.
    fn values(
        &mut self,
        values: &[Documented],
        of: &str,
        origin: &Origin,
        notes: &mut Vec<Note>,
    ) -> String {
        let (mut named, mut told) = (Vec::new(), Vec::new());
        for value in values {
            if self.value(value, of, origin) {
                named.push(format!("`{}`", value.name));
            } else {
                let name = &value.name;
                let message = format!(
                    "there is no constant `{name}` that could be documented: it is listed where \
                     the page lists it"
                );
                notes.push(Note::new(value.line, message));
                told.push(item_of_list(&value.name, &value.docs));
            }
        }
        named.dedup();
        let named = if named.is_empty() {
            String::new()
        } else {
            format!("Values: {}.", named.join(", "))
        };
        join(&[&named, &told.join("\n")])
    }

    /// Gives a value its words; false when there is none of its name.
    fn value(&mut self, value: &Documented, of: &str, origin: &Origin) -> bool {
        if let Some(&(at, place)) = self.members.get(&value.name) {
            self.describe(at, Some(place), &value.docs, of, origin);
            return true;
        }
        let places = self.items.get(&value.name).cloned().unwrap_or_default();
        let is_constant = |at: &usize| matches!(self.model.items[*at].kind, ItemKind::Constant(_));
        let constants: Vec<usize> = places.into_iter().filter(is_constant).collect();
        for &at in &constants {
            self.describe(at, None, &value.docs, "", origin);
        }
        !constants.is_empty()
    }

    /// Gives a constant or a member its words, and a member's enumeration those of the field that
    /// it is of, unless they have any.
    fn describe(&mut self, at: usize, member: Option<usize>, docs: &str, of: &str, from: &Origin) {
        if !self.open.contains(&at) {
            return;
        }
        let item = &mut self.model.items[at];
        if *item.origin == Origin::default() {
            item.origin = Arc::new(from.clone());
        }
        let place = match (&mut item.kind, member) {
            (ItemKind::Enum(of), Some(place)) => of.members.get_mut(place),
            _ => None,
        };
        match place {
            Some(member) if member.docs.is_empty() => docs.clone_into(&mut member.docs),
            None if item.docs.is_empty() => docs.clone_into(&mut item.docs),
            _ => {}
        }
        if member.is_some() && item.docs.is_empty() {
            of.clone_into(&mut item.docs);
        }
    }

    /// The failures that are constants, and the others in words; only a function has failures.
    fn failures(
        &self,
        failures: &[Failure],
        function: bool,
        notes: &mut Vec<Note>,
    ) -> (Vec<ErrorCause>, String) {
        let (mut found, mut told) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for failure in failures {
            let number = self.number(&failure.code).or(failure.number);
            if function && number != Some(0) {
                let why = match self.name(&failure.code) {
                    Some(_) if failure.cause.is_empty() => "the page has no cause for",
                    Some(code) => {
                        if seen.insert((&failure.code, &failure.cause)) {
                            let cause = failure.cause.clone();
                            found.push(ErrorCause { code, cause });
                        }
                        continue;
                    }
                    None => "there is no constant for",
                };
                let code = &failure.code;
                let message = format!("{why} the code `{code}`: it is listed with the results");
                notes.push(Note::new(failure.line, message));
            }
            told.push(item_of_list(&failure.code, &failure.docs));
        }
        (found, told.join("\n"))
    }

    /// A constant's or member's number, as far as it is written as one.
    fn number(&self, name: &str) -> Option<i128> {
        let value = match self.members.get(name) {
            Some(&(at, place)) => match &self.model.items[at].kind {
                ItemKind::Enum(of) => of.members.get(place).map(|member| &member.value),
                _ => None,
            },
            None => self.items.get(name).and_then(|places| {
                places
                    .iter()
                    .find_map(|&at| match &self.model.items[at].kind {
                        ItemKind::Constant(of) => Some(&of.value),
                        _ => None,
                    })
            }),
        };
        match value? {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The name of a constant or a member.
    fn name(&self, name: &str) -> Option<Name> {
        if let Some(&(at, place)) = self.members.get(name) {
            return match &self.model.items[at].kind {
                ItemKind::Enum(of) => of.members.get(place).map(|member| member.name.clone()),
                _ => None,
            };
        }
        let places = self.items.get(name)?;
        places.iter().find_map(|&at| {
            let item = &self.model.items[at];
            matches!(item.kind, ItemKind::Constant(_)).then(|| item.name.clone())
        })
    }
}
