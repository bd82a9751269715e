//! What the metadata's previous generation says of constants, and of the packing of records.

use std::collections::HashMap;

use crate::model::{Arches, Primitive};

/// What the metadata's previous generation says of constants: people sorted them into enumerations
/// there, and typed by these the fields and parameters that they feed; and of packed records.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    /// Constants' names, and the enumeration that each belongs to.
    pub constants: HashMap<String, String>,
    /// The enumerations, by name.
    pub enumerations: HashMap<String, Enumeration>,
    /// The packing of records, by name and architectures; those that are defined in another are named
    /// as their Rust types are.
    pub packings: HashMap<String, Vec<(Arches, u16)>>,
}

impl Previous {
    /// The integer that a constant was by its enumeration.
    pub(super) fn integer(&self, constant: &str) -> Option<Primitive> {
        let of = self.enumerations.get(self.constants.get(constant)?)?;
        Some(of.integer)
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

/// A field or a parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The record or function.
    pub item: String,
    /// The field or parameter; how letters are capitalised does not matter.
    pub element: String,
}
