//! What became of each constant's type.

use std::collections::HashSet;

use super::Evidence;
use crate::model::{ItemKind, Model, Name};

/// What became of each constant's type, in the order of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// The constants.
    pub constants: Vec<Fed>,
}

/// A constant, and what became of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fed {
    /// Its name, and where it is written.
    pub name: Name,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a constant's type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It has the type of what it feeds now.
    Retyped {
        /// By what evidence.
        by: Evidence,
        /// The type.
        ty: String,
        /// What it feeds, or the prefix that says so.
        why: String,
    },
    /// It had the type of what it feeds.
    Confirmed {
        /// By what evidence.
        by: Evidence,
        /// The type.
        ty: String,
        /// What it feeds, or the prefix that says so.
        why: String,
    },
    /// It feeds places of different types, or one source contradicts another.
    Ambiguous {
        /// The integers that it may be: `u32 or i32`.
        integers: String,
        /// What it feeds, first of all.
        why: String,
    },
    /// What it feeds is no integer of 32 or 64 bits: it is passed as an `int` of C elsewhere.
    Narrow {
        /// The type.
        ty: String,
        /// What it feeds.
        why: String,
    },
    /// Its number does not fit what it feeds, or its name is taken there.
    Unfit {
        /// The type.
        ty: String,
        /// What it feeds.
        why: String,
    },
    /// Nothing says what it feeds.
    Unknown,
    /// The metadata itself types it by a name: `HRESULT`.
    Named,
    /// It is no integer: a text, a GUID, a number with a fraction, a handle.
    NoInteger,
}

impl Account {
    /// Only the constants that are left in a model.
    #[must_use]
    pub fn within(mut self, model: &Model) -> Self {
        let constants = model.items.iter();
        let constants = constants.filter(|item| matches!(item.kind, ItemKind::Constant(_)));
        let left: HashSet<&Name> = constants.map(|item| &item.name).collect();
        self.constants.retain(|fed| left.contains(&fed.name));
        self
    }

    /// How many have such an outcome, and the one in the middle as an example: the first ones are
    /// often odd.
    #[must_use]
    pub fn count(&self, is: impl Fn(&Outcome) -> bool) -> (usize, Option<&Fed>) {
        let all: Vec<&Fed> = self
            .constants
            .iter()
            .filter(|fed| is(&fed.outcome))
            .collect();
        (all.len(), all.get(all.len() / 2).copied())
    }
}
