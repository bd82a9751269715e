//! The spec's side of every comparison: the model with its names looked up and its records laid out.

use std::collections::{BTreeSet, HashMap};

use winsec_codegen::{
    diagnostic::Diagnostic,
    layout::Layouts,
    model::{Arches, Constant, Item, ItemId, ItemKind, Model, Primitive, Type, Value},
    resolve::{Evaluated, Index, Underlying, ValueId},
};

use crate::c::{Probe, ProbeKind};

/// The model and everything that is computed of it.
#[derive(Debug)]
pub struct Ours<'m> {
    /// What the specs say.
    pub model: &'m Model,
    /// What its names mean.
    pub index: Index,
    /// How its records lie in memory.
    pub layouts: Layouts,
    /// The aliases that name a record, by the record's name.
    synonyms: HashMap<&'m str, Vec<&'m str>>,
}

impl<'m> Ours<'m> {
    /// Looks up and lays out a model.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn new(model: &'m Model) -> Result<Self, Vec<Diagnostic>> {
        let (index, diagnostics) = Index::new(model);
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let layouts = Layouts::compute(model, &index)?;
        let mut synonyms: HashMap<_, Vec<_>> = HashMap::new();
        for item in &model.items {
            if let ItemKind::Alias(Type::Named(to)) = &item.kind {
                let names = synonyms.entry(to.text.as_str()).or_default();
                names.push(item.name.text.as_str());
            }
        }
        Ok(Self {
            model,
            index,
            layouts,
            synonyms,
        })
    }

    /// An item.
    #[must_use]
    pub fn item(&self, id: ItemId) -> &'m Item {
        &self.model.items[id.0 as usize]
    }

    /// Every item's place and the item.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &'m Item)> {
        (0..).map(ItemId).zip(&self.model.items)
    }

    /// The type that a name stands for on an architecture.
    #[must_use]
    pub fn type_named(&self, name: &str, arch: Arches) -> Option<&'m Item> {
        self.index.type_item(name, arch).map(|id| self.item(id))
    }

    /// The aliases of a record.
    #[must_use]
    pub fn synonyms(&self, name: &str) -> &[&'m str] {
        self.synonyms.get(name).map_or(&[], Vec::as_slice)
    }

    /// A constant's or member's value on an architecture, when it is a whole number: as many bits
    /// as its type has.
    #[must_use]
    pub fn integer(&self, value: ValueId, width: u32) -> Option<i128> {
        match self.index.evaluated(value)? {
            Evaluated::Int(value) => Some(value),
            Evaluated::AllOnes => Some((1_i128 << width) - 1),
            _ => None,
        }
    }

    /// Every name that the parties are asked for: items and members.
    #[must_use]
    pub fn names(&self) -> BTreeSet<&'m str> {
        let mut names = BTreeSet::new();
        for item in &self.model.items {
            names.insert(item.name.text.as_str());
            if let ItemKind::Enum(item) = &item.kind {
                names.extend(item.members.iter().map(|member| member.name.text.as_str()));
            }
        }
        names
    }

    /// The names of each module, which a party that has one name in several places is asked by.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<&'m str>> {
        let mut groups = vec![Vec::new(); self.model.modules.len()];
        for item in &self.model.items {
            let Some(group) = groups.get_mut(item.module.0 as usize) else {
                continue;
            };
            group.push(item.name.text.as_str());
            if let ItemKind::Enum(item) = &item.kind {
                group.extend(item.members.iter().map(|member| member.name.text.as_str()));
            }
        }
        groups
    }

    /// The headers that the specs name, in the order of the specs.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        self.model
            .items
            .iter()
            .filter_map(|item| item.origin.header.as_ref())
            .filter(|header| seen.insert(header.as_str()))
            .cloned()
            .collect()
    }

    /// What a C compiler is asked for.
    #[must_use]
    pub fn probes(&self) -> Vec<Probe> {
        let mut seen = BTreeSet::new();
        let mut probes = Vec::new();
        let mut add = |name: &'m str, kind| {
            if seen.insert(name) {
                probes.push(Probe {
                    name: name.to_owned(),
                    kind,
                });
            }
        };
        for item in &self.model.items {
            let name = item.name.text.as_str();
            match &item.kind {
                ItemKind::Record(_) | ItemKind::Alias(_) | ItemKind::Callback(_) => {
                    add(name, ProbeKind::Type);
                }
                ItemKind::Enum(item) => {
                    add(name, ProbeKind::Type);
                    for member in &item.members {
                        add(&member.name.text, ProbeKind::Integer);
                    }
                }
                ItemKind::Constant(constant) => {
                    if let Some(kind) = self.probe(constant, item.arches) {
                        add(name, kind);
                    }
                }
                ItemKind::Function(_) => add(name, ProbeKind::Function),
                ItemKind::Interface => {}
            }
        }
        probes
    }

    /// How a C compiler is asked for a constant; not at all for a property key, whose C form is no
    /// constant.
    fn probe(&self, constant: &Constant, arches: Arches) -> Option<ProbeKind> {
        Some(match &constant.value {
            Value::Text { .. } => ProbeKind::Text,
            Value::Guid(_) => ProbeKind::Guid,
            Value::Float(_) => ProbeKind::Float,
            Value::PropertyKey { .. } => return None,
            Value::Int(_) | Value::AllOnes | Value::Names(_) => {
                match self.index.behind(&constant.ty, first(arches)) {
                    Underlying::Pointer => ProbeKind::Pointer,
                    Underlying::Primitive(Primitive::F32 | Primitive::F64) => ProbeKind::Float,
                    _ => ProbeKind::Integer,
                }
            }
        })
    }
}

/// The architectures, one by one.
pub(crate) fn each(arches: Arches) -> impl Iterator<Item = Arches> {
    [Arches::X86, Arches::X64, Arches::ARM64]
        .into_iter()
        .filter(move |arch| arches.contains(*arch))
}

/// The first of some architectures.
pub(crate) fn first(arches: Arches) -> Arches {
    each(arches).next().unwrap_or(Arches::NONE)
}
