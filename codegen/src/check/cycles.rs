//! No struct contains itself, and no alias names itself.

use super::{Context, walk};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Arches, FieldType, ItemId, ItemKind, Record, Type};

/// What an item needs the whole of, and where it says so.
type Need = (ItemId, Span);

/// How far the search has come with an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the way from the start of the search.
    Open,
    Done,
}

/// Reports structs that contain themselves, and aliases of themselves.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    order(context, found);
}

/// The structs, unions and aliases, each behind all that it contains, and what is wrong with it.
pub fn order(context: &Context<'_>, found: &mut Vec<Diagnostic>) -> Vec<ItemId> {
    let items = &context.model.items;
    let mut states = vec![State::New; items.len()];
    let mut order = Vec::new();
    // The way here: each item with what it needs and has not been looked at.
    let mut way = Vec::new();
    for (start, item) in (0..).map(ItemId).zip(items) {
        let holds = matches!(item.kind, ItemKind::Record(_) | ItemKind::Alias(_));
        if !holds || states[start.0 as usize] != State::New {
            continue;
        }
        way.push((start, needs(context, start)));
        states[start.0 as usize] = State::Open;
        while let Some((id, needed)) = way.last_mut() {
            let id = *id;
            let Some((next, span)) = needed.pop() else {
                states[id.0 as usize] = State::Done;
                order.push(id);
                way.pop();
                continue;
            };
            match states[next.0 as usize] {
                State::Done => {}
                State::New => {
                    states[next.0 as usize] = State::Open;
                    way.push((next, needs(context, next)));
                }
                State::Open => {
                    let from = way.iter().position(|(on, _)| *on == next).unwrap_or(0);
                    let cycle: Vec<_> = way[from..].iter().map(|(on, _)| *on).collect();
                    found.push(describe(context, &cycle, span));
                }
            }
        }
    }
    order
}

/// What an item needs the whole of, the last first.
fn needs(context: &Context<'_>, id: ItemId) -> Vec<Need> {
    let item = &context.model.items[id.0 as usize];
    let mut needs = Vec::new();
    match &item.kind {
        ItemKind::Record(record) => record_needs(context, record, item.arches, &mut needs),
        ItemKind::Alias(ty) => type_needs(context, ty, item.arches, &mut needs),
        _ => {}
    }
    needs.reverse();
    needs
}

fn record_needs(context: &Context<'_>, record: &Record, arches: Arches, needs: &mut Vec<Need>) {
    for field in &record.fields {
        match &field.ty {
            FieldType::Type(ty) => type_needs(context, ty, arches, needs),
            FieldType::Record(inner) => record_needs(context, inner, arches, needs),
        }
    }
}

fn type_needs(context: &Context<'_>, ty: &Type, arches: Arches, needs: &mut Vec<Need>) {
    if let Type::Named(name) = walk::element(ty) {
        let items = context.index.type_items(&name.text);
        let here = items.filter(|(_, item)| item.intersects(arches));
        needs.extend(here.map(|(id, _)| (id, name.span)));
    }
}

fn describe(context: &Context<'_>, cycle: &[ItemId], span: Span) -> Diagnostic {
    const SHOWN: usize = 6;
    let item = |id: &ItemId| &context.model.items[id.0 as usize];
    let first = &item(&cycle[0]).name;
    let all_aliases = cycle
        .iter()
        .all(|id| matches!(item(id).kind, ItemKind::Alias(_)));
    let (verb, help) = if all_aliases {
        ("names", "make one of the aliases name another type")
    } else {
        ("contains", "hold it by a pointer: `*mut T`")
    };
    let message = format!("`{}` {verb} itself", first.text);
    let mut found = Diagnostic::new(span, message).with_help(help);
    if cycle.len() > 1 {
        let names = cycle
            .iter()
            .take(SHOWN)
            .map(|id| item(id).name.text.as_str());
        let mut way: Vec<_> = names.collect();
        if cycle.len() > SHOWN {
            way.push("...");
        }
        way.push(&first.text);
        let reason = format!("the way is {}", way.join(" -> "));
        found = found.with_related(first.span, reason);
    }
    found
}
