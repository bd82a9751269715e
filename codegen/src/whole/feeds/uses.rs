//! What constants feed by their former enumeration.
//!
//! The previous generation of the metadata has enumerations that people made of loose constants, and
//! fields and parameters of these types: it knows what a constant feeds. How wide a field is, today's
//! metadata knows better, since it is made by a compiler. Where both agree, neither is mistaken.

use std::collections::HashMap;

use super::evidence::{Evidence, Finding};
use super::places::{Places, common};
use super::{Enumeration, Previous};
use crate::model::{ItemId, ItemKind, Model, Type};
use crate::resolve::Index;

/// What is found of each constant.
pub(super) fn all(
    model: &Model,
    index: &Index,
    previous: &Previous,
    places: &Places<'_>,
) -> HashMap<ItemId, Finding> {
    let mut known: HashMap<&str, Option<Finding>> = HashMap::new();
    let mut found = HashMap::new();
    for (at, item) in (0..).zip(&model.items) {
        if !matches!(item.kind, ItemKind::Constant(_)) {
            continue;
        }
        let Some(name) = previous.constants.get(&item.name.text) else {
            continue;
        };
        let finding = known.entry(name).or_insert_with(|| {
            let of = previous.enumerations.get(name)?;
            enumeration(index, places, of)
        });
        if let Some(finding) = finding {
            found.insert(ItemId(at), finding.clone());
        }
    }
    found
}

fn enumeration(index: &Index, places: &Places<'_>, of: &Enumeration) -> Option<Finding> {
    let mut types = Vec::new();
    let mut first = None;
    for place in &of.places {
        let here = places.types(place);
        if !here.is_empty() {
            first.get_or_insert(place);
        }
        types.extend(here);
    }
    let (ty, mut integers) = common(index, &types)?;
    if !integers.contains(&of.integer) {
        integers.push(of.integer);
    }
    let ty = match ty {
        Type::Primitive(_) => Type::Primitive(*integers.first()?),
        named => named,
    };
    let place = first?;
    Some(Finding {
        by: Evidence::Uses,
        integers,
        ty,
        why: format!("{}.{}", place.item, place.element),
    })
}
