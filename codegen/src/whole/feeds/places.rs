//! The types of fields, parameters and results, by where they are.

use std::collections::HashMap;

use super::Place;
use crate::model::{FieldType, Item, ItemKind, Model, Primitive, Record, Signature, Type};
use crate::resolve::Index;

/// The items that have fields or parameters, by name.
pub(super) struct Places<'m>(HashMap<&'m str, Vec<&'m Item>>);

impl<'m> Places<'m> {
    /// Those of a model.
    pub(super) fn of(model: &'m Model) -> Self {
        let mut items: HashMap<&str, Vec<&Item>> = HashMap::new();
        for item in &model.items {
            if !matches!(
                item.kind,
                ItemKind::Constant(_) | ItemKind::Enum(_) | ItemKind::Interface
            ) {
                items.entry(&item.name.text).or_default().push(item);
            }
        }
        Self(items)
    }

    /// The types of a field, parameter or result, without pointers and arrays: one for each definition.
    pub(super) fn types(&self, place: &Place) -> Vec<&'m Type> {
        let mut found = Vec::new();
        self.add(&place.item, &place.element, true, &mut found);
        found
    }

    fn add(&self, item: &str, element: &str, follow: bool, found: &mut Vec<&'m Type>) {
        for item in self.0.get(item).into_iter().flatten() {
            match &item.kind {
                ItemKind::Record(of) => fields(of, element, found),
                ItemKind::Function(of) => signature(&of.signature, element, found),
                ItemKind::Callback(of) => signature(&of.signature, element, found),
                // A record of two names; C seldom gives more.
                ItemKind::Alias(Type::Named(name)) if follow => {
                    self.add(&name.text, element, false, found);
                }
                _ => {}
            }
        }
    }
}

fn fields<'m>(record: &'m Record, element: &str, found: &mut Vec<&'m Type>) {
    for field in &record.fields {
        match &field.ty {
            FieldType::Type(ty) if field.name.text.eq_ignore_ascii_case(element) => {
                found.push(base(ty));
            }
            FieldType::Record(inner) => fields(inner, element, found),
            FieldType::Type(_) => {}
        }
    }
}

fn signature<'m>(of: &'m Signature, element: &str, found: &mut Vec<&'m Type>) {
    if element == Place::RESULT {
        found.push(base(&of.result));
        return;
    }
    let params = of.params.iter();
    let same = params.filter(|param| param.name.text.eq_ignore_ascii_case(element));
    found.extend(same.map(|param| base(&param.ty)));
}

/// What a type holds or points at, in the end.
fn base(ty: &Type) -> &Type {
    match ty {
        Type::Pointer { to, .. } => base(to),
        Type::Array { of, .. } => base(of),
        other => other,
    }
}

/// The type to give a constant that feeds places of these types, and the integers that they are.
///
/// It is their common type, or, where they have several names for one, the integer itself. None
/// where one of them is no integer.
pub(super) fn common(index: &Index, found: &[&Type]) -> Option<(Type, Vec<Primitive>)> {
    let first = *found.first()?;
    let mut integers = Vec::new();
    for ty in found {
        let integer = index.underlying(ty)?;
        if !integers.contains(&integer) {
            integers.push(integer);
        }
    }
    let ty = match found.iter().all(|ty| same(ty, first)) {
        true => first.clone(),
        false => Type::Primitive(*integers.first()?),
    };
    Some((ty, integers))
}

/// Whether two types are one, wherever each is written.
fn same(one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Named(one), Type::Named(other)) => one.text == other.text,
        _ => one == other,
    }
}
