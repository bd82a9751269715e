//! What can be known of a constant's type, and from what.

use crate::model::{Primitive, Type};

/// A kind of evidence, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The previous generation typed fields and parameters by the constant's enumeration; today's
    /// type of all of them is one, and as wide as it was.
    Uses,
    /// The documentation names the field or parameter that all constants of a prefix feed.
    Told,
    /// Most constants of its prefix are of one enumeration by their uses.
    Siblings,
    /// It is one of distinct bits of a prefix, of which C itself types the highest unsigned.
    Bits,
    /// The previous generation has it in an enumeration of which today's metadata has no field and no
    /// parameter: its integer.
    Member,
}

impl Evidence {
    /// All kinds, the best first.
    pub const ALL: [Self; 5] = [
        Self::Uses,
        Self::Told,
        Self::Siblings,
        Self::Bits,
        Self::Member,
    ];

    /// The kind in words, for a table.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Uses => "the fields and parameters of its former enumeration",
            Self::Told => "the field or parameter that its prefix is documented for",
            Self::Siblings => "most constants of its prefix, by their uses",
            Self::Bits => "the highest of its prefix's bits, which C types unsigned",
            Self::Member => "the integer of its former enumeration, which nothing takes any more",
        }
    }
}

/// What one kind of evidence says of a constant.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    /// The kind.
    pub(super) by: Evidence,
    /// The integers that it may be; more than one is no answer.
    pub(super) integers: Vec<Primitive>,
    /// The type to give, where there is one integer.
    pub(super) ty: Type,
    /// The evidence itself: a place, a prefix, or an enumeration.
    pub(super) why: String,
}

impl Finding {
    /// The type as a document names it.
    pub(super) fn shown(&self) -> String {
        match &self.ty {
            Type::Named(name) => name.text.clone(),
            Type::Primitive(of) => integer(*of),
            _ => String::new(),
        }
    }
}

/// An integer as Rust names it.
pub(super) fn integer(of: Primitive) -> String {
    format!("{of:?}").to_ascii_lowercase()
}
