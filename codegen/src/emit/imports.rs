//! What a file takes from the others.

use core::cmp::Ordering;
use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Spec;
use super::arch;
use super::name::ident;
use crate::model::{
    Arches, FieldType, Item, ItemKind, ModuleId, Name, Record, Signature, Type, Value,
};

/// The types of other files that a file names, and where it names them.
#[derive(Debug, Default)]
pub(super) struct Imports<'a> {
    named: BTreeMap<(ModuleId, &'a str), Uses>,
}

/// Where a name is used.
#[derive(Debug, Clone, Copy, Default)]
struct Uses {
    /// By items that are there on every system.
    anywhere: Option<Arches>,
    /// By items that only Windows has.
    windows: Option<Arches>,
}

/// The condition under which a name is imported; the order is that of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Condition {
    windows: bool,
    arches: Arches,
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
        if named.module == item.module {
            return;
        }
        let uses = self.named.entry((named.module, &name.text)).or_default();
        let arches = if windows {
            &mut uses.windows
        } else {
            &mut uses.anywhere
        };
        *arches = Some(arches.unwrap_or(Arches::NONE).union(item.arches));
    }

    /// The `use` items: those for every system first, then those for some.
    pub(super) fn write(&self, spec: &Spec<'_>, tokens: &mut TokenStream) {
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
        for ((condition, module), names) in &mut by_condition {
            names.sort_unstable_by(|one, other| version(one, other));
            let cfg = condition.attribute();
            let module = ident(module);
            let names = names.iter().map(|name| ident(name));
            tokens.extend(match names.len() {
                1 => quote!(#cfg use super::#module::#(#names)*;),
                _ => quote!(#cfg use super::#module::{#(#names),*};),
            });
        }
    }
}

impl Uses {
    fn condition(self) -> Condition {
        match (self.anywhere, self.windows) {
            (Some(arches), None) => Condition {
                windows: false,
                arches,
            },
            (None, windows) => Condition {
                windows: true,
                arches: windows.unwrap_or_default(),
            },
            (Some(anywhere), Some(windows)) if anywhere.contains(windows) => Condition {
                windows: false,
                arches: anywhere,
            },
            // Used by some architectures everywhere and by others on Windows: a name too many
            // elsewhere does no harm.
            (Some(anywhere), Some(windows)) => Condition {
                windows: false,
                arches: anywhere.union(windows),
            },
        }
    }
}

impl Condition {
    fn attribute(self) -> TokenStream {
        match (self.windows, arch::condition(self.arches)) {
            (false, None) => TokenStream::new(),
            (false, Some(arches)) => quote!(#[cfg(#arches)]),
            (true, None) => quote!(#[cfg(windows)]),
            (true, Some(arches)) => quote!(#[cfg(all(windows, #arches))]),
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
