//! Skips what cannot become Rust, and mends what can be mended.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::emit::nested_names;
use crate::model::{Arches, Constant, Item, ItemKind, Model, Skipped, Type};
use crate::types;

/// What became of a model.
#[derive(Debug, Default)]
pub(super) struct Fitted {
    /// What was taken out, and why.
    pub(super) skipped: Vec<Skipped>,
    /// Enumerations that lost the free names of their members.
    pub(super) qualified: Vec<String>,
    /// Enumerations that became plain integers.
    pub(super) integers: Vec<String>,
    /// How many pointers became pointers to `void`.
    pub(super) opaque: usize,
}

/// The methods of a flag set, none of which can be a member's name, too.
const METHODS: [&str; 15] = [
    "all",
    "bits",
    "contains",
    "difference",
    "empty",
    "from_bits_retain",
    "from_name",
    "insert",
    "intersection",
    "intersects",
    "is_empty",
    "iter_names",
    "remove",
    "set",
    "union",
];

/// Takes out what cannot become Rust.
pub(super) fn fit(model: &mut Model) -> Fitted {
    let mut fitted = Fitted {
        skipped: std::mem::take(&mut model.skipped),
        ..Fitted::default()
    };
    fitted.integers = integers(model);
    for item in &mut model.items {
        if let ItemKind::Enum(of) = &mut item.kind {
            let is_method = |name: &str| METHODS.contains(&name);
            of.flags &= !of.members.iter().any(|of| is_method(&of.name.text));
        }
    }
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
    let types = model.items.iter().filter(|item| item.kind.is_type());
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

/// Makes plain integers of the enumerations whose names are also those of constants or functions: in
/// Rust they would be values, too. Says which.
fn integers(model: &mut Model) -> Vec<String> {
    let mut taken = Taken::default();
    for item in model.items.iter().filter(|item| !item.kind.is_type()) {
        taken.take(Space::Values, &item.name.text, item.arches);
    }
    let clashes = |item: &Item| {
        matches!(item.kind, ItemKind::Enum(_))
            && taken.is(Space::Values, &item.name.text, item.arches)
    };
    let clashing: Vec<usize> = (0..model.items.len())
        .filter(|&at| clashes(&model.items[at]))
        .collect();
    let mut constants = Vec::new();
    for &at in &clashing {
        let item = &mut model.items[at];
        let ItemKind::Enum(of) = &mut item.kind else {
            continue;
        };
        let repr = Type::Primitive(of.repr);
        let (scoped, members) = (of.scoped, std::mem::take(&mut of.members));
        for member in members {
            let mut name = member.name;
            if scoped {
                name.text = format!("{}_{}", item.name.text, name.text);
            }
            constants.push(Item {
                name,
                docs: member.docs,
                markers: member.markers,
                kind: ItemKind::Constant(Constant {
                    ty: Type::Named(item.name.clone()),
                    value: member.value,
                    value_span: member.value_span,
                }),
                ..item.clone()
            });
        }
        item.kind = ItemKind::Alias(repr);
    }
    let names = |&at: &usize| model.items[at].name.text.clone();
    let names = clashing.iter().map(names).collect();
    model.items.extend(constants);
    names
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
        if matches!(&item.kind, ItemKind::Function(of) if of.library.text.is_empty()) {
            reasons.insert(at, "no DLL is said to export it".to_owned());
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
                && !known.contains(name)
            {
                let reason = format!("it holds a `{name}`, which is not there");
                reasons.entry(at).or_insert(reason);
            }
        });
    }
    reasons
}

/// Makes a pointer to what is not there one to `void`. Says how many it made.
fn mend(ty: &mut Type, known: &FxHashSet<String>) -> usize {
    let place = types::innermost(ty);
    match place {
        Type::Named(name) if !known.contains(&name.text) => {
            *place = Type::Void;
            1
        }
        _ => 0,
    }
}
