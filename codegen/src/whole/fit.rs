//! Skips what cannot become Rust, and mends what can be mended.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Skipped, types};
use crate::emit::nested_names;
use crate::model::{Arches, Item, ItemKind, Model, Type};

/// What became of a model.
#[derive(Debug, Default)]
pub(super) struct Fitted {
    /// What was taken out, and why.
    pub(super) skipped: Vec<Skipped>,
    /// Enumerations that lost the free names of their members.
    pub(super) qualified: Vec<String>,
    /// How many pointers became pointers to `void`.
    pub(super) opaque: usize,
}

/// Takes out what cannot become Rust.
pub(super) fn fit(model: &mut Model) -> Fitted {
    let mut fitted = Fitted::default();
    let reasons = names(model, &mut fitted.qualified);
    remove(model, reasons, &mut fitted.skipped);
    // What is taken out is missing elsewhere.
    loop {
        let known: FxHashSet<&str> = defined(model).collect();
        let reasons = absent(model, &known);
        if reasons.is_empty() {
            break;
        }
        remove(model, reasons, &mut fitted.skipped);
    }
    let known: FxHashSet<String> = defined(model).map(ToOwned::to_owned).collect();
    for item in &mut model.items {
        types::each_mut(item, &mut |ty| fitted.opaque += mend(ty, &known));
    }
    fitted.skipped.sort();
    fitted
}

fn remove(model: &mut Model, reasons: FxHashMap<usize, String>, skipped: &mut Vec<Skipped>) {
    let mut at = 0;
    model.items.retain(|item| {
        let reason = reasons.get(&at);
        at += 1;
        skipped.extend(reason.map(|reason| Skipped {
            name: item.name.text.clone(),
            reason: reason.clone(),
        }));
        reason.is_none()
    });
}

/// The names that stand for types.
fn defined(model: &Model) -> impl Iterator<Item = &str> {
    let is_type =
        |item: &&Item| !matches!(item.kind, ItemKind::Function(_) | ItemKind::Constant(_));
    let types = model.items.iter().filter(is_type);
    types.map(|item| item.name.text.as_str())
}

/// The two namespaces of Rust that an item's name can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Space {
    Types,
    Values,
}

/// The names that are taken, and on which architectures.
#[derive(Default)]
struct Taken<'m>(FxHashMap<(Space, &'m str), Arches>);

impl<'m> Taken<'m> {
    fn is(&self, space: Space, name: &str, arches: Arches) -> bool {
        let taken = self.0.get(&(space, name));
        taken.is_some_and(|taken| taken.intersects(arches))
    }

    fn take(&mut self, space: Space, name: &'m str, arches: Arches) {
        let taken = self.0.entry((space, name)).or_insert(Arches::NONE);
        *taken = taken.union(arches);
    }
}

/// The items whose names are taken, by place; an enumeration whose members' names are taken keeps
/// them to itself.
fn names(model: &mut Model, qualified: &mut Vec<String>) -> FxHashMap<usize, String> {
    let mut reasons = FxHashMap::default();
    let mut scoped = Vec::new();
    let mut taken = Taken::default();
    for (at, item) in model.items.iter().enumerate() {
        let name = item.name.text.as_str();
        let spaces: &[Space] = match &item.kind {
            ItemKind::Constant(_) | ItemKind::Function(_) => &[Space::Values],
            // They are tuple structs, whose constructors are values.
            ItemKind::Enum(_) => &[Space::Types, Space::Values],
            _ => &[Space::Types],
        };
        if spaces
            .iter()
            .any(|&space| taken.is(space, name, item.arches))
        {
            reasons.insert(at, "an item before it has its name".to_owned());
            continue;
        }
        for &space in spaces {
            taken.take(space, name, item.arches);
        }
    }
    for (at, item) in model.items.iter().enumerate() {
        if reasons.contains_key(&at) {
            continue;
        }
        match &item.kind {
            ItemKind::Enum(of) if !of.scoped => {
                let members = || of.members.iter().map(|member| member.name.text.as_str());
                if members().any(|name| taken.is(Space::Values, name, item.arches)) {
                    scoped.push(at);
                    continue;
                }
                for name in members() {
                    taken.take(Space::Values, name, item.arches);
                }
            }
            ItemKind::Record(record) => {
                let inner = nested_names(&item.name.text, record);
                if let Some(name) = inner
                    .iter()
                    .find(|name| taken.is(Space::Types, name, item.arches))
                {
                    let reason = format!(
                        "a record inside of it would be called `{name}`, as another item is"
                    );
                    reasons.insert(at, reason);
                }
            }
            _ => {}
        }
    }
    for at in scoped {
        let item = &mut model.items[at];
        qualified.push(item.name.text.clone());
        if let ItemKind::Enum(of) = &mut item.kind {
            of.scoped = true;
        }
    }
    reasons
}

/// The items that hold a value of what is not there, by place.
fn absent(model: &Model, known: &FxHashSet<&str>) -> FxHashMap<usize, String> {
    let mut reasons = FxHashMap::default();
    for (at, item) in model.items.iter().enumerate() {
        types::each(item, &mut |ty| {
            if let Some((name, false)) = types::named(ty)
                && !known.contains(types::last(name))
            {
                let reason = format!("it holds a `{}`, which is not there", types::last(name));
                reasons.entry(at).or_insert(reason);
            }
        });
    }
    reasons
}

/// Makes a path a name; a pointer to what is not there points at `void`. Says how many did.
fn mend(ty: &mut Type, known: &FxHashSet<String>) -> usize {
    let place = types::innermost(ty);
    let Type::Named(name) = place else {
        return 0;
    };
    let last = types::last(&name.text);
    if known.contains(last) {
        if last.len() != name.text.len() {
            name.text = last.to_owned();
        }
        return 0;
    }
    *place = Type::Void;
    1
}
