//! Names to what they name: types to items, constants and members to values.

mod evaluate;
mod few;
mod names;
mod types;
mod values;

use crate::diagnostic::Diagnostic;
use crate::model::{Arches, ItemId, ItemKind, Model, Primitive, Type};
use few::Few;
use rustc_hash::FxHashMap;
use std::collections::HashSet;
use std::collections::hash_map::Entry;
use values::Values;

pub use evaluate::{Evaluated, width};
pub use types::Underlying;

/// Where a value with a name is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueId {
    /// A constant.
    Constant(ItemId),
    /// A member of an enumeration, by its place among the members.
    Member(ItemId, u32),
}

/// What the names of a model mean.
///
/// A name may stand for several items, each for architectures of its own.
#[derive(Debug, Default)]
pub struct Index {
    types: ByName<TypeEntry>,
    functions: ByName<ItemId>,
    values: ByName<ValueId>,
    evaluated: Values,
}

/// What names stand for. Names come from specs, not from an enemy: a quick hash will do.
type ByName<T> = FxHashMap<Box<str>, Few<T>>;

/// One item that a type's name stands for.
#[derive(Debug)]
struct TypeEntry {
    id: ItemId,
    arches: Arches,
    shape: Shape,
}

/// What the index keeps of a type.
#[derive(Debug)]
enum Shape {
    Integer(Primitive),
    Alias(Type),
    Pointer,
    Other,
}

impl Index {
    /// Looks up every name of a model.
    ///
    /// The diagnostics are those of names that do not exist, and of values that cannot be told.
    #[must_use]
    pub fn new(model: &Model) -> (Self, Vec<Diagnostic>) {
        Self::with_lost(model, &HashSet::new())
    }

    /// As [`Index::new`], silent on names that were lost with items that could not be parsed.
    pub(crate) fn with_lost(model: &Model, lost: &HashSet<String>) -> (Self, Vec<Diagnostic>) {
        let mut index = Self {
            evaluated: Values::of(model),
            ..Self::default()
        };
        index.values.reserve(index.evaluated.len());
        for (at, item) in (0..).zip(&model.items) {
            index.enter(ItemId(at), item);
        }
        let mut diagnostics = Vec::new();
        names::look_up(model, &index, lost, &mut diagnostics);
        evaluate::all(model, &mut index, lost, &mut diagnostics);
        (index, diagnostics)
    }

    fn enter(&mut self, id: ItemId, item: &crate::model::Item) {
        let name = item.name.text.as_str();
        let shape = match &item.kind {
            ItemKind::Function(_) => {
                enter(&mut self.functions, name, id);
                return;
            }
            ItemKind::Constant(_) => {
                enter(&mut self.values, name, ValueId::Constant(id));
                return;
            }
            ItemKind::Enum(item) => {
                for (at, member) in (0..).zip(&item.members) {
                    enter(&mut self.values, &member.name.text, ValueId::Member(id, at));
                }
                Shape::Integer(item.repr)
            }
            ItemKind::Alias(ty) => Shape::Alias(ty.clone()),
            ItemKind::Callback(_) | ItemKind::Interface => Shape::Pointer,
            ItemKind::Record(_) => Shape::Other,
        };
        let arches = item.arches;
        enter(&mut self.types, name, TypeEntry { id, arches, shape });
    }

    /// The item that a type's name stands for on an architecture.
    ///
    /// With several architectures, the first item that is for one of them.
    #[must_use]
    pub fn type_item(&self, name: &str, arches: Arches) -> Option<ItemId> {
        self.type_items(name)
            .find(|(_, item)| item.intersects(arches))
            .map(|(id, _)| id)
    }

    /// Every item that a type's name stands for, with its architectures.
    pub fn type_items(&self, name: &str) -> impl Iterator<Item = (ItemId, Arches)> {
        all(&self.types, name)
            .iter()
            .map(|entry| (entry.id, entry.arches))
    }

    /// Every function of a name, in the order of the model.
    #[must_use]
    pub fn functions(&self, name: &str) -> &[ItemId] {
        all(&self.functions, name)
    }

    /// Every constant and member of a name, in the order of the model.
    #[must_use]
    pub fn values(&self, name: &str) -> &[ValueId] {
        all(&self.values, name)
    }

    /// The value of the first constant or member of a name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<Evaluated> {
        self.evaluated(*self.values(name).first()?)
    }

    /// The value of a constant or member.
    #[must_use]
    pub fn evaluated(&self, id: ValueId) -> Option<Evaluated> {
        self.evaluated.get(id)
    }
}

/// Adds to what a name stands for.
fn enter<T>(names: &mut ByName<T>, name: &str, new: T) {
    match names.entry(name.into()) {
        Entry::Vacant(place) => {
            place.insert(Few::One(new));
        }
        Entry::Occupied(mut place) => place.get_mut().push(new),
    }
}

/// Everything that a name stands for.
fn all<'a, T>(names: &'a ByName<T>, name: &str) -> &'a [T] {
    names.get(name).map(Few::as_slice).unwrap_or_default()
}
