//! The values of constants and members, each at a place of its own.

use super::ValueId;
use super::evaluate::Evaluated;
use crate::model::{ItemKind, Model};

/// What is known of each constant and member of a model, item by item.
#[derive(Debug, Default)]
pub struct Values {
    /// Where the values of each item start; at the end, how many there are.
    starts: Vec<u32>,
    known: Vec<Option<Evaluated>>,
}

impl Values {
    /// A place for each constant and member.
    pub fn of(model: &Model) -> Self {
        let mut starts = Vec::with_capacity(model.items.len() + 1);
        let mut count = 0;
        for item in &model.items {
            starts.push(count);
            count += match &item.kind {
                ItemKind::Constant(_) => 1,
                ItemKind::Enum(item) => item.members.len() as u32,
                _ => 0,
            };
        }
        starts.push(count);
        Self {
            starts,
            known: vec![None; count as usize],
        }
    }

    /// How many constants and members there are.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// What is known of a value.
    pub fn get(&self, id: ValueId) -> Option<Evaluated> {
        self.known[self.place(id)?]
    }

    /// Notes a value.
    pub fn set(&mut self, id: ValueId, value: Evaluated) {
        if let Some(place) = self.place(id) {
            self.known[place] = Some(value);
        }
    }

    /// Where a value has its place; nowhere when the item has no such value.
    fn place(&self, id: ValueId) -> Option<usize> {
        let (item, at) = match id {
            ValueId::Constant(item) => (item, 0),
            ValueId::Member(item, at) => (item, at),
        };
        let item = item.0 as usize;
        let place = self.starts.get(item)?.checked_add(at)?;
        (place < *self.starts.get(item + 1)?).then_some(place as usize)
    }
}
