//! Holds items of the specs against what the parties say: pure functions over gathered facts.

mod constant;
mod court;
mod enumeration;
mod function;
mod record;
mod types;

use winsec_codegen::model::{Item, ItemId, ItemKind, Party};

use crate::{
    answers::{Answers, PARTIES},
    fact::{FactKind, Ty},
    ours::{Ours, each},
    verdict::{Aspect, Judgement, Path, Verdict},
    world::World,
};

use court::Court;

/// Holds every item against every party.
#[must_use]
pub fn judge<'m>(ours: &Ours<'m>, answers: &Answers) -> Vec<Judgement<'m>> {
    ours.items()
        .map(|(id, _)| judge_item(ours, answers, id))
        .collect()
}

/// Holds one item against every party.
#[must_use]
pub fn judge_item<'m>(ours: &Ours<'m>, answers: &Answers, id: ItemId) -> Judgement<'m> {
    let item = ours.item(id);
    let mut judgement = Judgement {
        item: id,
        elements: court::elements(item),
    };
    for party in PARTIES {
        let answer = answers.of(party);
        for arch in each(item.arches).filter(|arch| answer.asked.contains(*arch)) {
            hear(
                &mut Court {
                    ours,
                    answers,
                    party,
                    world: World::new(&answer.facts, arch),
                    judgement: &mut judgement,
                },
                item,
            );
        }
    }
    judgement
}

/// One party's word about one item.
fn hear(court: &mut Court<'_, '_, '_>, item: &Item) {
    let name = item.name.text.as_str();
    let mut known = name;
    let mut fact = court.world.fact(name);
    if fact.is_none() && matches!(item.kind, ItemKind::Record(_)) {
        // The party may have the record under a name that is an alias to us.
        for synonym in court.ours.synonyms(name) {
            if let Some(found) = court.world.fact(synonym) {
                (known, fact) = (synonym, Some(found));
                break;
            }
        }
    }
    let kind = fact.map(|fact| &fact.kind);
    if let Some(FactKind::Unreadable(message)) = kind {
        let message = format!("declared, but not to be read: {message}");
        court.note(&Path::Item, Aspect::Presence, Verdict::Absent, "", message);
        return;
    }
    match &item.kind {
        ItemKind::Record(record) => record::hear(court, record, known, kind.is_some()),
        ItemKind::Enum(enumeration) => enumeration::hear(court, enumeration, name, kind),
        ItemKind::Constant(constant) => constant::hear(court, constant, kind),
        ItemKind::Alias(ty) => match kind {
            None => court.absent(&Path::Item),
            Some(FactKind::Constant(_) | FactKind::Function(_)) => {
                court.kind("a type", "a value");
            }
            Some(_) => {
                court.present(&Path::Item);
                let named = Ty::Named(name.to_owned());
                let theirs = court.world.behind(&named).clone();
                court.ty(&Path::Item, Aspect::Type, ty, &theirs);
            }
        },
        ItemKind::Function(function) => function::hear(court, function, kind),
        ItemKind::Callback(callback) => function::hear_callback(court, callback, name, kind),
        ItemKind::Interface => {}
    }
}

/// Whether a party has to say of which type constants of these names are.
///
/// windows-sys types constants by what they are for. The metadata types them by how their value is
/// written, and C likewise: their word counts where nobody before them says anything.
fn types_constants<'n>(
    party: Party,
    answers: &Answers,
    names: impl IntoIterator<Item = &'n str>,
) -> bool {
    let before: &[Party] = match party {
        Party::WindowsSys => &[],
        Party::Metadata => &[Party::WindowsSys],
        Party::C => &[Party::WindowsSys, Party::Metadata],
    };
    !names.into_iter().any(|name| {
        before
            .iter()
            .any(|party| answers.of(*party).facts.contains(name))
    })
}
