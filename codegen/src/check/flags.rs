//! Flags do not share bits; what combines flags names them.

use super::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Enum, Item, ItemId, ItemKind, Name, Type, Value};
use crate::resolve::{Evaluated, ValueId, width};
use rustc_hash::FxHashMap;

/// How many bits the widest flag set has.
const MOST_BITS: usize = 64;

/// Reports numbers in a flag set that have bits of earlier members.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut sets: FxHashMap<ItemId, Bits<'_>> = FxHashMap::default();
    for (id, item) in (0..).map(ItemId).zip(&context.model.items) {
        if let ItemKind::Enum(set) = &item.kind
            && set.flags
        {
            let mut bits = Bits::new(context, id, set);
            for (at, member) in set.members.iter().enumerate() {
                if matches!(member.value, Value::Int(_)) {
                    let value = bits.value(ValueId::Member(id, at as u32));
                    found.extend(bits.overlap(&member.name, member.value_span, value));
                }
                bits.enter_member(at);
            }
        }
        if let Some((set_id, set, span)) = further_member(context, item) {
            let bits = sets.entry(set_id).or_insert_with(|| {
                let mut bits = Bits::new(context, set_id, set);
                for at in 0..set.members.len() {
                    bits.enter_member(at);
                }
                bits
            });
            let value = bits.value(ValueId::Constant(id));
            found.extend(bits.overlap(&item.name, span, value));
            bits.enter(&item.name, value);
        }
    }
}

/// The flag set that a constant, being a number, adds a member to.
fn further_member<'a>(context: &'a Context<'_>, item: &Item) -> Option<(ItemId, &'a Enum, Span)> {
    let ItemKind::Constant(constant) = &item.kind else {
        return None;
    };
    let (Type::Named(ty), Value::Int(_)) = (&constant.ty, &constant.value) else {
        return None;
    };
    let id = context.index.type_item(&ty.text, item.arches)?;
    match &context.model.items[id.0 as usize].kind {
        ItemKind::Enum(set) if set.flags => Some((id, set, constant.value_span)),
        _ => None,
    }
}

/// Which flag of a set has each bit: members, and constants that add to them.
struct Bits<'a> {
    context: &'a Context<'a>,
    id: ItemId,
    set: &'a Enum,
    /// Each flag that has been entered, with its bits.
    flags: Vec<(&'a Name, u64)>,
    owners: [Option<usize>; MOST_BITS],
}

impl<'a> Bits<'a> {
    fn new(context: &'a Context<'_>, id: ItemId, set: &'a Enum) -> Self {
        Self {
            context,
            id,
            set,
            flags: Vec::new(),
            owners: [None; MOST_BITS],
        }
    }

    /// The bits of a value, no more than the set has.
    fn value(&self, id: ValueId) -> u64 {
        let mask = match width(self.set.repr) {
            Some((width, _)) => u64::MAX >> (64 - width),
            None => u64::MAX,
        };
        match self.context.index.evaluated(id) {
            Some(Evaluated::Int(value)) => value as u64 & mask,
            _ => 0,
        }
    }

    /// Enters a member.
    fn enter_member(&mut self, at: usize) {
        let value = self.value(ValueId::Member(self.id, at as u32));
        self.enter(&self.set.members[at].name, value);
    }

    /// Gives a flag the bits that no other has.
    fn enter(&mut self, name: &'a Name, value: u64) {
        let at = self.flags.len();
        self.flags.push((name, value));
        for (bit, owner) in self.owners.iter_mut().enumerate() {
            if value & (1 << bit) != 0 {
                owner.get_or_insert(at);
            }
        }
    }

    /// Says that a number has bits of members.
    fn overlap(&self, name: &Name, span: Span, value: u64) -> Option<Diagnostic> {
        let bits = self.owners.iter().enumerate();
        let mut owners: Vec<usize> = bits
            .filter(|(bit, _)| value & (1 << bit) != 0)
            .filter_map(|(_, owner)| *owner)
            .collect();
        owners.sort_unstable();
        owners.dedup();
        let first = self.flags[*owners.first()?].0;
        let together = owners.iter().fold(0, |bits, &at| bits | self.flags[at].1);
        let help = if together == value {
            let names = owners.iter().map(|&at| self.flags[at].0.text.as_str());
            format!("write it as `{}`", names.collect::<Vec<_>>().join(" | "))
        } else {
            "give it bits of its own, or name the flags that it is made of: `A | B`".to_owned()
        };
        let message = format!("`{}` has bits that `{}` has already", name.text, first.text);
        Some(
            Diagnostic::new(span, message)
                .with_related(first.span, "the first flag that has one of them")
                .with_help(help),
        )
    }
}
