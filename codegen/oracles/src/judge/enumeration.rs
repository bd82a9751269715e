//! Holds enumerations and flag sets against a party's: the integer, the membership, the values.

use std::collections::BTreeSet;

use winsec_codegen::{
    model::{Enum, ItemKind, Type},
    resolve::ValueId,
};

use super::{
    constant,
    court::Court,
    types::{self, shape},
    types_constants,
};
use crate::{
    fact::{EnumFact, FactKind, Ty},
    show,
    verdict::{Aspect, Path, Verdict},
};

/// What the party says of an enumeration.
pub(super) fn hear(
    court: &mut Court<'_, '_, '_>,
    ours: &Enum,
    name: &str,
    kind: Option<&FactKind>,
) {
    let named = Ty::Named(name.to_owned());
    let world = court.world;
    let theirs = match kind {
        None => None,
        Some(FactKind::Enum(theirs)) => Some(theirs),
        Some(_) => world.enumeration(&named),
    };
    let found = members(court, ours, theirs);
    match (kind, theirs) {
        (_, Some(theirs)) => enumeration(court, ours, name, theirs),
        (None, None) if found == 0 => court.absent(&Path::Item),
        // The set is ours; what is in it is theirs.
        (None, None) => court.note(
            &Path::Item,
            Aspect::Kind,
            Verdict::Refined,
            "a set of ours",
            "constants",
        ),
        (Some(_), None) => alias(court, ours, world.behind(&named)),
    }
}

/// The party has an enumeration of that name.
fn enumeration(court: &mut Court<'_, '_, '_>, ours: &Enum, name: &str, theirs: &EnumFact) {
    court.present(&Path::Item);
    let arch = court.world.arch();
    if !types::same_integer(ours.repr, theirs.repr, theirs.signed_known, arch) {
        court.note(
            &Path::Item,
            Aspect::Integer,
            Verdict::Different,
            show::primitive(ours.repr),
            show::primitive(theirs.repr),
        );
    }
    let known: BTreeSet<&str> = ours
        .members
        .iter()
        .map(|member| member.name.text.as_str())
        .chain(further(court, name))
        .collect();
    let missing: Vec<&str> = theirs
        .members
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| !known.contains(name))
        .collect();
    if !missing.is_empty() {
        court.note(
            &Path::Item,
            Aspect::Members,
            Verdict::Different,
            format!("{} members", known.len()),
            format!("also {}", missing.join(", ")),
        );
    }
}

/// The constants of the enumeration's type: its members that another header defines.
fn further<'m>(court: &Court<'_, 'm, '_>, name: &str) -> Vec<&'m str> {
    court
        .ours
        .items()
        .filter(|(_, item)| match &item.kind {
            ItemKind::Constant(constant) => {
                matches!(&constant.ty, Type::Named(ty) if ty.text == name)
            }
            _ => false,
        })
        .map(|(_, item)| item.name.text.as_str())
        .collect()
}

/// The party has an alias of that name, which had better be an integer of the same kind.
fn alias(court: &mut Court<'_, '_, '_>, ours: &Enum, theirs: &Ty) {
    let same = match theirs {
        Ty::Primitive(theirs) => types::same_primitive(ours.repr, *theirs, court.world.arch()),
        _ => false,
    };
    let verdict = if same {
        Verdict::Refined
    } else {
        Verdict::Different
    };
    court.note(
        &Path::Item,
        Aspect::Integer,
        verdict,
        show::primitive(ours.repr),
        show::theirs(theirs),
    );
}

/// Holds every member against the constant of that name; how many the party has.
fn members(court: &mut Court<'_, '_, '_>, ours: &Enum, theirs: Option<&EnumFact>) -> usize {
    let arch = court.world.arch();
    let width = shape(ours.repr, arch).map_or(64, |(width, _)| width);
    let names = ours.members.iter().map(|member| member.name.text.as_str());
    let typed = types_constants(court.party, court.answers, names);
    let mut found = 0;
    for (place, member) in (0..).zip(&ours.members) {
        let name = member.name.text.as_str();
        let path = Path::Member(name.to_owned());
        let id = ValueId::Member(court.judgement.item, place);
        let world = court.world;
        let inside = theirs.and_then(|theirs| {
            let (_, value) = theirs.members.iter().find(|(other, _)| other == name)?;
            Some(*value)
        });
        match (inside, world.fact(name).map(|fact| &fact.kind)) {
            (Some(value), _) => {
                court.present(&path);
                constant::integers_equal(court, &path, id, width, value);
            }
            (None, Some(FactKind::Constant(theirs))) => {
                court.present(&path);
                let ty = Type::Primitive(ours.repr);
                constant::value(court, &path, id, &ty, &member.value, theirs);
                if typed {
                    integer(court, ours, &theirs.ty);
                }
            }
            (None, Some(FactKind::Unreadable(message))) => {
                let message = format!("declared, but not to be read: {message}");
                court.note(&path, Aspect::Presence, Verdict::Absent, "", message);
                continue;
            }
            (None, Some(_)) => {
                let message = "a type or a function";
                court.note(&path, Aspect::Kind, Verdict::Different, "a member", message);
            }
            (None, None) => {
                court.absent(&path);
                continue;
            }
        }
        found += 1;
    }
    found
}

/// Holds the set's integer against the type of one of its members.
fn integer(court: &mut Court<'_, '_, '_>, ours: &Enum, theirs: &Ty) {
    let same = constant::integer(court, theirs)
        .is_some_and(|theirs| types::same_primitive(ours.repr, theirs, court.world.arch()));
    if !same {
        court.note(
            &Path::Item,
            Aspect::Integer,
            Verdict::Different,
            show::primitive(ours.repr),
            show::theirs(court.world.behind(theirs)),
        );
    }
}
