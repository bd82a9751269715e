//! What came of comparing many items: each is in exactly one of the lists.

use std::collections::BTreeMap;

/// What came of the comparison of all items with one party on one architecture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The items that agree in everything that was compared.
    pub agreeing: Vec<String>,
    /// The items that differ, and in what.
    pub differing: BTreeMap<String, Vec<String>>,
    /// The items that cannot be compared, and why.
    pub unsupported: BTreeMap<String, String>,
}

impl Outcome {
    /// How many items were looked at.
    #[must_use]
    pub fn all(&self) -> usize {
        self.agreeing.len() + self.differing.len() + self.unsupported.len()
    }

    /// The reasons why items cannot be compared, and how many each is true of.
    #[must_use]
    pub fn reasons(&self) -> BTreeMap<&str, usize> {
        let mut reasons = BTreeMap::new();
        for reason in self.unsupported.values() {
            *reasons.entry(reason.as_str()).or_default() += 1;
        }
        reasons
    }
}
