//! Gives constants the type of the field or parameter that they feed, where the evidence is
//! unambiguous.
//!
//! Metadata types a constant as C types its literal: `i32`, unless the number needs more. What it
//! feeds is mostly a `u32`. Several kinds of evidence say so; each is measured against types that
//! people gave, and only what is hardly ever wrong is taken. All evidence there is has to agree.

mod account;
mod bits;
mod evidence;
mod places;
mod prefixes;
mod previous;
mod siblings;
mod told;
mod uses;

use crate::model::{Constant, Enum, Item, ItemId, ItemKind, Model, Primitive, Type, Value};
use crate::resolve::{Index, width};

pub use account::{Account, Fed, Outcome};
pub use evidence::Evidence;
pub use previous::{Enumeration, Place, Previous};

use evidence::Finding;
use places::Places;
use prefixes::Prefixes;

/// Types the constants of a model, and says what became of each.
///
/// `previous` is what the metadata's previous generation says of constants; nothing, when it is
/// empty. No value changes its bits.
#[must_use]
pub fn feed(model: &mut Model, index: &Index, previous: &Previous) -> Account {
    let outcomes = outcomes(model, index, previous);
    let mut account = Account::default();
    let constants = model.items.iter_mut().filter_map(|item| {
        let name = &item.name;
        match &mut item.kind {
            ItemKind::Constant(constant) => Some((name, constant)),
            _ => None,
        }
    });
    for ((name, constant), (outcome, ty)) in constants.zip(outcomes) {
        if let Some((ty, value)) = ty {
            constant.ty = ty;
            constant.value = Value::Int(value);
        }
        account.constants.push(Fed {
            name: name.clone(),
            outcome,
        });
    }
    account
}

/// A type and the number that has the same bits in it.
type Retyped = (Type, i128);

/// What becomes of each constant, in their order.
fn outcomes(model: &Model, index: &Index, previous: &Previous) -> Vec<(Outcome, Option<Retyped>)> {
    let places = Places::of(model);
    let prefixes = Prefixes::of(model);
    let uses = uses::all(model, index, previous, &places);
    let told = told::Told::of(index, &places);
    let mut outcomes = Vec::new();
    for (at, item) in (0..).zip(&model.items) {
        let ItemKind::Constant(constant) = &item.kind else {
            continue;
        };
        let Some((has, value)) = loose(constant) else {
            outcomes.push((unasked(constant), None));
            continue;
        };
        let id = ItemId(at);
        let name = item.name.text.as_str();
        // By rank: the first gives the type.
        let findings = [
            uses.get(&id).cloned(),
            told.find(name),
            siblings::find(name, id, &prefixes, &uses, previous.integer(name)),
            bits::find(name, &prefixes),
            previous.member(name),
        ];
        let findings: Vec<Finding> = findings.into_iter().flatten().collect();
        outcomes.push(weigh(model, index, item, (has, value), &findings));
    }
    outcomes
}

/// The type and the number of a constant that is a bare integer.
fn loose(constant: &Constant) -> Option<(Primitive, i128)> {
    match (&constant.ty, &constant.value) {
        (Type::Primitive(of), Value::Int(value)) => width(*of).map(|_| (*of, *value)),
        _ => None,
    }
}

/// What is said of a constant that is no bare integer.
fn unasked(constant: &Constant) -> Outcome {
    match &constant.value {
        Value::Int(_) if matches!(constant.ty, Type::Named(_)) => Outcome::Named,
        _ => Outcome::NoInteger,
    }
}

/// What all findings on one constant come to.
fn weigh(
    model: &Model,
    index: &Index,
    item: &Item,
    (has, value): (Primitive, i128),
    findings: &[Finding],
) -> (Outcome, Option<Retyped>) {
    let Some(best) = findings.first() else {
        return (Outcome::Unknown, None);
    };
    let integers = findings.iter().flat_map(|finding| &finding.integers);
    let mut integers: Vec<Primitive> = integers.copied().collect();
    integers.sort_unstable_by_key(|of| width(*of));
    integers.dedup();
    let (ty, why) = (best.shown(), best.why.clone());
    let [integer] = integers[..] else {
        let words: Vec<String> = integers.into_iter().map(evidence::integer).collect();
        let integers = words.join(" or ");
        return (Outcome::Ambiguous { integers, why }, None);
    };
    let by = best.by;
    if width(integer).is_none_or(|(bits, _)| bits < 32) {
        return (Outcome::Narrow { ty, why }, None);
    }
    let enumeration = enumeration(model, index, &best.ty);
    if integer == has && enumeration.is_none() {
        return (Outcome::Confirmed { by, ty, why }, None);
    }
    // An enumeration takes in the constants of its type.
    let taken = |of: &Enum| of.members.iter().any(|own| own.name.text == item.name.text);
    let fitting = same_bits(value, has, integer);
    let Some(value) = fitting.filter(|_| !enumeration.is_some_and(taken)) else {
        return (Outcome::Unfit { ty, why }, None);
    };
    let retyped = (best.ty.clone(), value);
    (Outcome::Retyped { by, ty, why }, Some(retyped))
}

/// The number that has the bits of `value` in an integer of another type.
///
/// None where a negative number would become one of more bits without a sign, and where the literal
/// has more bits than that: somebody wrote it so.
pub(crate) fn same_bits(value: i128, from: Primitive, to: Primitive) -> Option<i128> {
    let ((from, _), (to, signed)) = (width(from)?, width(to)?);
    let one: i128 = 1 << to;
    let (least, most) = if signed {
        (-one / 2, one / 2 - 1)
    } else {
        (0, one - 1)
    };
    if (least..=most).contains(&value) {
        return (from <= to).then_some(value);
    }
    let other = if value < 0 { value + one } else { value - one };
    (from == to).then_some(other)
}

/// The enumeration that a type is by name; through an alias, too, it is one to its constants.
fn enumeration<'m>(model: &'m Model, index: &Index, ty: &Type) -> Option<&'m Enum> {
    let mut ty = ty;
    loop {
        let Type::Named(name) = ty else {
            return None;
        };
        let (id, _) = index.type_items(&name.text).next()?;
        match &model.items.get(id.0 as usize)?.kind {
            ItemKind::Enum(of) => return Some(of),
            ItemKind::Alias(next) => ty = next,
            _ => return None,
        }
    }
}
