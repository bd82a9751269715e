//! Puts a page's words on the items of a model.

mod members;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use winsec_codegen::model::{ErrorCause, ItemKind, Model, Name, Origin, Type, Value};
use winsec_pages::{Failure, Measure, Page, measure};

use self::text::{join, last_error, prefer, section};

pub(super) use self::text::origin;
use super::Note;
use super::fit::{Score, Shape, choose};

/// A model whose items get their words.
pub(super) struct Apply<'m> {
    model: &'m mut Model,
    /// The items that may get words.
    open: BTreeSet<usize>,
    /// The items of each name.
    items: BTreeMap<String, Vec<usize>>,
    /// The item and the place of each member of an enumeration.
    members: BTreeMap<String, (usize, usize)>,
    /// What pages say of the constants that they name.
    said: BTreeMap<String, Said>,
}

/// What pages say of a constant.
struct Said {
    /// The words, and where the first page of them stands.
    docs: String,
    origin: Origin,
    /// Whether a page says it of the constant, and not of a result.
    told: bool,
    /// Whether all of them say the same.
    agree: bool,
}

/// Names that mean on each page what that page says.
const ON_EACH_PAGE: [&str; 3] = ["TRUE", "FALSE", "NULL"];

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
            said: BTreeMap::new(),
        }
    }

    /// The name of a page's item, and how well the two go together.
    ///
    /// # Errors
    ///
    /// When there is an item of such a name, but the page cannot be about it.
    pub(super) fn item<'p>(&self, page: &'p Page) -> Result<Option<(&'p str, Score)>, String> {
        choose(page, |name| {
            let items = self.items.get(name).into_iter().flatten();
            let mut shapes: Vec<Shape> =
                items.map(|&at| Shape::of(&self.model.items[at])).collect();
            if shapes.is_empty() && self.members.contains_key(name) {
                shapes.push(Shape::constant());
            }
            shapes
        })
    }

    /// Puts a page's words on its item, instead of those that it has; tells what is to be said, and how
    /// many of the words of the page's text are there.
    pub(super) fn page(&mut self, page: &Page, name: &str, text: &str) -> (Vec<Note>, Measure) {
        let mut notes = Vec::new();
        let origin = origin(page);
        self.hear(page, &origin);
        let mut places = self.items.get(name).cloned().unwrap_or_default();
        let mut made = String::new();
        if places.is_empty()
            && let Some(&(at, place)) = self.members.get(name)
        {
            // A page about a member of an enumeration.
            let mut docs = join(&[&page.description, &page.result.markdown()]);
            section(&mut docs, "Remarks", &page.remarks);
            self.describe(at, Some(place), &docs, &origin);
            made = docs;
        }
        let is_function = |at: &usize| matches!(self.model.items[*at].kind, ItemKind::Function(_));
        let failures = if places.iter().any(is_function) {
            self.failures(page)
        } else {
            Vec::new()
        };
        let told = |of: &Failure| {
            let is = |known: &ErrorCause| known.code.text == of.code && known.cause == of.cause;
            failures.iter().any(is)
        };
        let result = page.result_without(told);
        places.retain(|at| self.open.contains(at));
        for (round, at) in places.into_iter().enumerate() {
            let item = &mut self.model.items[at];
            members::silence(item);
            prefer(Arc::make_mut(&mut item.origin), &origin);
            item.docs.clone_from(&page.description);
            let mut found = members::document(item, page);
            section(&mut item.docs, "Returns", &result);
            section(&mut item.docs, "Remarks", &page.remarks);
            if let ItemKind::Function(function) = &mut item.kind {
                let told = last_error(&page.result.markdown(), &failures);
                function.last_error = told.or(function.last_error);
                function.errors.clone_from(&failures);
            }
            // The variants for other architectures would only repeat it.
            if round == 0 {
                notes.append(&mut found);
                made = members::words(item);
            }
        }
        notes.sort_by_key(|note| note.line);
        (notes, measure(text, &made))
    }

    /// Takes note of what a page says of constants. What it says of results holds for its function: it may
    /// contradict, and tells nothing.
    fn hear(&mut self, page: &Page, origin: &Origin) {
        let entries = page.entries.iter().flat_map(|entry| &entry.values);
        let values = entries.chain(&page.values);
        let values = values.map(|value| (&value.name, &value.docs, true));
        let results = page.failures.iter().map(|of| (&of.code, &of.cause, false));
        for (name, docs, tells) in values.chain(results) {
            let said = self.said.entry(name.clone()).or_insert_with(|| Said {
                docs: docs.clone(),
                origin: origin.clone(),
                told: false,
                agree: !ON_EACH_PAGE.contains(&name.as_str()),
            });
            said.told |= tells;
            said.agree &= said.docs.split_whitespace().eq(docs.split_whitespace());
        }
    }

    /// Gives the constants that have no words of their own pages those that all pages agree on.
    pub(super) fn finish(mut self) {
        for (name, said) in std::mem::take(&mut self.said) {
            if !(said.told && said.agree) || said.docs.is_empty() {
                continue;
            }
            if let Some(&(at, place)) = self.members.get(&name) {
                self.describe(at, Some(place), &said.docs, &said.origin);
                continue;
            }
            for at in self.items.get(&name).cloned().unwrap_or_default() {
                if matches!(self.model.items[at].kind, ItemKind::Constant(_)) {
                    self.describe(at, None, &said.docs, &said.origin);
                }
            }
        }
    }

    /// Gives a constant or a member its words, unless it has some.
    fn describe(&mut self, at: usize, member: Option<usize>, docs: &str, from: &Origin) {
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
    }

    /// The codes of a page by which a function fails, with their causes.
    fn failures(&self, page: &Page) -> Vec<ErrorCause> {
        let mut found: Vec<ErrorCause> = Vec::new();
        for failure in &page.failures {
            let cause = failure.cause.clone();
            if let Some(code) = self.name(&failure.code)
                && !cause.is_empty()
                && self.fails(failure)
                && !found
                    .iter()
                    .any(|of| of.code.text == code.text && of.cause == cause)
            {
                found.push(ErrorCause { code, cause });
            }
        }
        found
    }

    /// Whether a code is one of failure: its type says so, or its name, or else the page.
    fn fails(&self, failure: &Failure) -> bool {
        let code = &failure.code;
        let (ty, number) = self.constant(code);
        let number = number.or(failure.number);
        let succeeds = ["SUCCESS", "NO_ERROR", "NOERROR", "PENDING"];
        let success = code.to_ascii_uppercase();
        if number == Some(0)
            || success.ends_with("_OK")
            || succeeds.iter().any(|of| success.contains(of))
        {
            return false;
        }
        match ty {
            Some(ty) if STATUS_TYPES.contains(&ty) => {
                number.is_some_and(|number| number < 0 || number > i128::from(i32::MAX))
            }
            Some(ty) if ty.contains("ERROR") => true,
            _ => failure.said || CODES.iter().any(|of| code.starts_with(of)),
        }
    }

    /// The type of a constant or a member, if it has a name, and its number, as far as it is written as
    /// one.
    fn constant(&self, name: &str) -> (Option<&str>, Option<i128>) {
        let (ty, value) = match self.members.get(name) {
            Some(&(at, place)) => {
                let item = &self.model.items[at];
                let value = match &item.kind {
                    ItemKind::Enum(of) => of.members.get(place).map(|member| &member.value),
                    _ => None,
                };
                (Some(item.name.text.as_str()), value)
            }
            None => {
                let places = self.items.get(name).into_iter().flatten();
                let mut constants = places.filter_map(|&at| match &self.model.items[at].kind {
                    ItemKind::Constant(of) => Some(of),
                    _ => None,
                });
                let constant = constants.next();
                let ty = constant.and_then(|of| match &of.ty {
                    Type::Named(name) => Some(name.text.as_str()),
                    _ => None,
                });
                (ty, constant.map(|of| &of.value))
            }
        };
        let number = match value {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        };
        (ty, number)
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

/// The types whose negative numbers, and no others, are failures.
const STATUS_TYPES: [&str; 3] = ["HRESULT", "NTSTATUS", "SECURITY_STATUS"];

/// How the names of codes begin that are failures unless they are zero.
const CODES: [&str; 14] = [
    "ERROR_",
    "WSAE",
    "WSANO",
    "WSASYS",
    "WSAVER",
    "WSA_E_",
    "WSA_INVALID_",
    "WSA_NOT_",
    "WSA_OPERATION_",
    "DNS_ERROR_",
    "NERR_",
    "RPC_S_",
    "RPC_X_",
    "SCARD_E_",
];
