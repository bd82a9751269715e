//! What came of comparing many records: each is in exactly one of the lists.

use std::collections::BTreeMap;

use crate::numbers::{Difference, Numbers};

/// What came of all records on one architecture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The records all of whose numbers agree.
    pub agreeing: Vec<String>,
    /// The records of which all shared numbers agree, and the fields of ours that the headers have
    /// not by these names.
    pub partly: BTreeMap<String, Vec<String>>,
    /// The records that differ: in size, in alignment, and in the first field of which they do; those
    /// behind it are shifted by that.
    pub differing: BTreeMap<String, Vec<Difference>>,
    /// The records that the headers do not declare.
    pub absent: Vec<String>,
    /// The records that cannot be compared, and why.
    pub unsupported: BTreeMap<String, String>,
    /// The records that are not of the sample.
    pub left_out: Vec<String>,
}

impl Tally {
    /// How many records there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.compared() + self.absent.len() + self.unsupported.len() + self.left_out.len()
    }

    /// How many records were compared.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.agreeing.len() + self.partly.len() + self.differing.len()
    }

    /// The records that were compared.
    pub fn compared_names(&self) -> impl Iterator<Item = &str> {
        let names = self.differing.keys().chain(self.partly.keys());
        names.chain(&self.agreeing).map(String::as_str)
    }

    /// Whether a record was compared.
    #[must_use]
    pub fn has_compared(&self, name: &str) -> bool {
        self.differing.contains_key(name)
            || self.partly.contains_key(name)
            || self.agreeing.iter().any(|agreeing| agreeing == name)
    }

    /// The reasons why records cannot be compared, and how many each is true of.
    #[must_use]
    pub fn reasons(&self) -> BTreeMap<&str, usize> {
        let mut reasons = BTreeMap::new();
        for reason in self.unsupported.values() {
            *reasons.entry(reason.as_str()).or_default() += 1;
        }
        reasons
    }

    /// How a record differs, in words; nothing where it does not.
    #[must_use]
    pub fn words(&self, name: &str) -> String {
        let differences = self.differing.get(name).into_iter().flatten();
        let words: Vec<String> = differences.map(ToString::to_string).collect();
        words.join("; ")
    }

    /// Compares a record.
    pub(super) fn add(&mut self, name: &str, ours: &Numbers, theirs: &Numbers) {
        let mut differing: Vec<Difference> = Vec::new();
        let mut missing = Vec::new();
        let mut shifted = false;
        for (what, number) in ours.iter() {
            let (_, field) = Numbers::kind(what);
            match theirs.get(what) {
                None => missing.extend(field.map(ToOwned::to_owned)),
                Some(other) if other != number && !(shifted && field.is_some()) => {
                    shifted = field.is_some();
                    differing.push(Difference {
                        what: what.to_owned(),
                        ours: number,
                        theirs: other,
                    });
                }
                Some(_) => {}
            }
        }
        // A bit-field has two numbers.
        missing.dedup();
        let name = name.to_owned();
        if !differing.is_empty() {
            self.differing.insert(name, differing);
        } else if !missing.is_empty() {
            self.partly.insert(name, missing);
        } else {
            self.agreeing.push(name);
        }
    }
}
