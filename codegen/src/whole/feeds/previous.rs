//! What the metadata's previous generation says of constants, and of the packing of records.

use std::collections::HashMap;

use super::evidence::{Evidence, Finding};
use crate::model::{Arches, Primitive, Type};

/// What the metadata's previous generation says of constants: people sorted them into enumerations
/// there, and typed by these the fields and parameters that they feed; and of packed records.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    /// Constants' names, and the enumeration that each belongs to.
    pub constants: HashMap<String, String>,
    /// Constants' names that are of no enumeration, and the integer that each was.
    pub bare: HashMap<String, Primitive>,
    /// The enumerations, by name.
    pub enumerations: HashMap<String, Enumeration>,
    /// The packing of records, by name and architectures; those that are defined in another are named
    /// as their Rust types are.
    pub packings: HashMap<String, Vec<(Arches, u16)>>,
}

impl Previous {
    /// The integer that a constant was.
    pub(super) fn integer(&self, constant: &str) -> Option<Primitive> {
        let member = self
            .member(constant)
            .and_then(|of| of.integers.first().copied());
        member.or_else(|| self.bare.get(constant).copied())
    }

    /// The integer that a constant was by its enumeration.
    pub(super) fn member(&self, constant: &str) -> Option<Finding> {
        let name = self.constants.get(constant)?;
        let integer = self.enumerations.get(name)?.integer;
        Some(Finding {
            by: Evidence::Member,
            integers: vec![integer],
            ty: Type::Primitive(integer),
            why: name.clone(),
        })
    }
}

/// An enumeration of the previous generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enumeration {
    /// The integer that it was.
    pub integer: Primitive,
    /// The fields and parameters that were of its type.
    pub places: Vec<Place>,
}

/// A field, a parameter or a result.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The record or function.
    pub item: String,
    /// The field or parameter, or [`RESULT`](Self::RESULT); how letters are capitalised does not
    /// matter.
    pub element: String,
}

impl Place {
    /// What the result of a function is called among its parameters.
    pub const RESULT: &str = "->";
}
