//! What a file takes from the others.

use core::cmp::Ordering;
use std::collections::BTreeMap;

use super::name::ident;
use super::{Spec, arch, links, write};
use crate::model::{
    Arches, FieldType, Item, ItemKind, ModuleId, Name, Record, Signature, Type, Value,
};
use crate::resolve::ValueId;
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// The types of other files that a file names, and where it names them.
#[derive(Debug, Default)]
pub(super) struct Imports<'a> {
    named: BTreeMap<(ModuleId, &'a str), Uses>,
}

/// Where a name is used.
#[derive(Debug, Clone, Copy)]
struct Uses {
    /// The architectures of those items that are there on every system.
    anywhere: Arches,
    /// The architectures of those items that only Windows has.
    windows: Arches,
    /// Whether documentation links to it.
    links: bool,
}

/// The condition under which a name is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Condition {
    place: Place,
    arches: Arches,
}

/// Where a name is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Anywhere,
    Documentation,
    Windows,
    WindowsAndDocumentation,
}

impl<'a> Imports<'a> {
    /// Notes what an item names.
    pub(super) fn add(&mut self, spec: &Spec<'a>, item: &'a Item) {
        match &item.kind {
            ItemKind::Record(record) => self.record(spec, item, record),
            ItemKind::Alias(of) => self.ty(spec, item, of, false),
            ItemKind::Callback(callback) => self.signature(spec, item, &callback.signature, false),
            ItemKind::Function(function) => self.signature(spec, item, &function.signature, true),
            ItemKind::Constant(constant) => {
                self.ty(spec, item, &constant.ty, false);
                if matches!(constant.value, Value::PropertyKey { .. }) {
                    self.format(spec, item, &constant.ty);
                }
            }
            ItemKind::Enum(_) | ItemKind::Interface => {}
        }
        links::of_item(spec, item, &mut |name| self.link(spec, item.module, name));
    }

    fn record(&mut self, spec: &Spec<'a>, item: &'a Item, record: &'a Record) {
        for field in &record.fields {
            match &field.ty {
                FieldType::Type(of) => self.ty(spec, item, of, false),
                FieldType::Record(record) => self.record(spec, item, record),
            }
        }
    }

    fn signature(
        &mut self,
        spec: &Spec<'a>,
        item: &'a Item,
        signature: &'a Signature,
        windows: bool,
    ) {
        for param in &signature.params {
            self.ty(spec, item, &param.ty, windows);
        }
        self.ty(spec, item, &signature.result, windows);
    }

    /// The type of a property key's format, which its value names.
    fn format(&mut self, spec: &Spec<'a>, item: &'a Item, key: &Type) {
        if let Type::Named(name) = spec.behind(key, item.arches)
            && let Some((_, key)) = spec.named(name, item.arches)
            && let ItemKind::Record(record) = &key.kind
            && let Some(FieldType::Type(of)) = record.fields.first().map(|field| &field.ty)
        {
            self.ty(spec, item, of, false);
        }
    }

    fn ty(&mut self, spec: &Spec<'a>, item: &'a Item, of: &'a Type, windows: bool) {
        match of {
            Type::Void | Type::Primitive(_) | Type::String => {}
            Type::Named(name) => self.name(spec, item, name, windows),
            Type::Pointer { to: of, .. } | Type::Array { of, .. } => {
                self.ty(spec, item, of, windows);
            }
        }
    }

    fn name(&mut self, spec: &Spec<'a>, item: &'a Item, name: &'a Name, windows: bool) {
        let Some((_, named)) = spec.named(name, item.arches) else {
            return;
        };
        let Some(uses) = self.uses(item.module, named.module, &name.text) else {
            return;
        };
        let arches = if windows {
            &mut uses.windows
        } else {
            &mut uses.anywhere
        };
        *arches = arches.union(item.arches);
    }

    /// Where a name of another file is used in this one.
    fn uses(&mut self, here: ModuleId, there: ModuleId, name: &'a str) -> Option<&mut Uses> {
        let none = Uses {
            anywhere: Arches::NONE,
            windows: Arches::NONE,
            links: false,
        };
        (here != there).then(|| self.named.entry((there, name)).or_insert(none))
    }

    /// Notes what a text of a file links to, as far as it exists on every system.
    pub(super) fn link(&mut self, spec: &Spec<'a>, here: ModuleId, name: &'a str) {
        let value = || match *spec.index.values(name).first()? {
            ValueId::Constant(id) => Some(id),
            ValueId::Member(id, _) => match &spec.item(id)?.kind {
                ItemKind::Enum(of) if of.scoped => None,
                _ => Some(id),
            },
        };
        let id = spec.index.type_item(name, Arches::ALL).or_else(value);
        if let Some(item) = id.and_then(|id| spec.item(id))
            && item.arches == Arches::ALL
            && let Some(uses) = self.uses(here, item.module, name)
        {
            uses.links = true;
        }
    }

    /// The `use` items: those without a condition first.
    pub(super) fn write(&self, spec: &Spec<'_>, tokens: &mut Tokens) {
        let mut by_condition: BTreeMap<(Condition, &str), Vec<&str>> = BTreeMap::new();
        for (&(module, name), uses) in &self.named {
            let Some(module) = spec.model.modules.get(module.0 as usize) else {
                continue;
            };
            by_condition
                .entry((uses.condition(), &module.name))
                .or_default()
                .push(name);
        }
        for names in by_condition.values_mut() {
            names.sort_unstable_by(|one, other| version(one, other));
        }
        let mut sorted: Vec<_> = by_condition.iter().collect();
        // rustfmt's order: a single name before a list, lists by their first names.
        sorted.sort_by(
            |((one, one_module), one_names), ((other, other_module), other_names)| {
                let list = |names: &[&str]| names.len() > 1;
                (one.is_conditional(), one_module, list(one_names))
                    .cmp(&(other.is_conditional(), other_module, list(other_names)))
                    .then_with(|| version(one_names[0], other_names[0]))
            },
        );
        for ((condition, module), names) in sorted {
            let cfg = write(|tokens| condition.attribute(tokens));
            let module = ident(module);
            let list = write(|tokens| {
                for (at, name) in names.iter().enumerate() {
                    if at > 0 {
                        tokens.operator(",");
                    }
                    ident(name).to_tokens(tokens);
                }
            });
            match names.len() {
                1 => quote_to!(tokens, [cfg, module, list] #cfg use super::#module::#list;),
                _ => quote_to!(tokens, [cfg, module, list] #cfg use super::#module::{#list};),
            }
        }
    }
}

impl Uses {
    fn condition(self) -> Condition {
        // A name that some architectures use everywhere and others on Windows is one too many for
        // some, which does no harm.
        let arches = self.anywhere.union(self.windows);
        let place = match (self.anywhere == Arches::NONE, self.links) {
            (false, _) => Place::Anywhere,
            (true, true) if self.windows == Arches::NONE => Place::Documentation,
            (true, true) => Place::WindowsAndDocumentation,
            (true, false) => Place::Windows,
        };
        let linked = matches!(place, Place::Documentation | Place::WindowsAndDocumentation);
        Condition {
            place,
            arches: if linked { Arches::ALL } else { arches },
        }
    }
}

impl Condition {
    fn is_conditional(self) -> bool {
        self.place != Place::Anywhere || self.arches != Arches::ALL
    }

    fn attribute(self, tokens: &mut Tokens) {
        let place = match self.place {
            Place::Anywhere => None,
            Place::Documentation => Some(fixed!(doc)),
            Place::Windows => Some(fixed!(windows)),
            Place::WindowsAndDocumentation => Some(fixed!(any(windows, doc))),
        };
        match (place, arch::condition(self.arches)) {
            (None, None) => {}
            (None, Some(one)) | (Some(one), None) => quote_to!(tokens, [one] #[cfg(#one)]),
            (Some(place), Some(arches)) => {
                quote_to!(tokens, [place, arches] #[cfg(all(#place, #arches))]);
            }
        }
    }
}

/// The order in which rustfmt puts names: mixed case before capitals, numbers by their value.
fn version(one: &str, other: &str) -> Ordering {
    let capitals = |name: &str| !name.bytes().any(|byte| byte.is_ascii_lowercase());
    capitals(one)
        .cmp(&capitals(other))
        .then_with(|| chunks(one).cmp(chunks(other)))
        .then_with(|| one.cmp(other))
}

/// A name in parts that compare as rustfmt compares them: underscores, then numbers, then letters.
fn chunks(name: &str) -> impl Iterator<Item = (u8, u128, &str)> {
    let mut rest = name;
    core::iter::from_fn(move || {
        let first = *rest.as_bytes().first()?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (kind, number, len) = if first == b'_' {
            (0, 0, 1)
        } else if digits > 0 {
            (1, rest[..digits].parse().unwrap_or(u128::MAX), digits)
        } else {
            let len = rest
                .bytes()
                .take_while(|byte| *byte != b'_' && !byte.is_ascii_digit());
            (2, 0, len.count())
        };
        let (chunk, tail) = rest.split_at(len);
        rest = tail;
        Some((kind, number, chunk))
    })
}
