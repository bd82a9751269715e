//! The entries of a unit's debug information, with what is asked of them.

use std::collections::HashMap;

use gimli::{AttributeValue, DwAt, DwTag, UnitOffset, constants};

use super::{Bytes, TYPE};

/// One unit's entries.
pub(super) struct Tree<'a> {
    entries: HashMap<UnitOffset, Entry<'a>>,
    root: UnitOffset,
}

/// An entry: a type, a member, a variable.
pub(super) struct Entry<'a> {
    /// What it is.
    pub(super) tag: DwTag,
    /// Its name, if it has one.
    pub(super) name: Option<&'a str>,
    /// The type that it is made of.
    pub(super) ty: Option<UnitOffset>,
    numbers: HashMap<DwAt, i128>,
    /// What is inside it, in order.
    pub(super) children: Vec<UnitOffset>,
}

impl Entry<'_> {
    /// An attribute that is a number.
    pub(super) fn number(&self, attribute: DwAt) -> Option<i128> {
        self.numbers.get(&attribute).copied()
    }

    /// An attribute that is a count of bytes or bits.
    pub(super) fn size(&self, attribute: DwAt) -> Option<u64> {
        u64::try_from(self.number(attribute)?).ok()
    }
}

impl<'a> Tree<'a> {
    /// Reads a unit's entries.
    pub(super) fn new(
        dwarf: &gimli::Dwarf<Bytes<'a>>,
        unit: &gimli::Unit<Bytes<'a>>,
    ) -> Result<Self, gimli::Error> {
        let mut tree = Self {
            entries: HashMap::new(),
            root: unit.header.root_offset(),
        };
        // The entries that the one just read is inside of.
        let mut above: Vec<UnitOffset> = Vec::new();
        let mut cursor = unit.entries();
        while let Some(entry) = cursor.next_dfs()? {
            let offset = entry.offset();
            let depth = usize::try_from(entry.depth()).unwrap_or(0);
            above.truncate(depth);
            if let Some(parent) = above.last().and_then(|parent| tree.entries.get_mut(parent)) {
                parent.children.push(offset);
            }
            above.push(offset);
            let mut read = Entry {
                tag: entry.tag(),
                name: None,
                ty: None,
                numbers: HashMap::new(),
                children: Vec::new(),
            };
            for attribute in entry.attrs() {
                match (attribute.name(), attribute.value()) {
                    (constants::DW_AT_name, value) => {
                        read.name = dwarf.attr_string(unit, value)?.slice_str();
                    }
                    (TYPE, AttributeValue::UnitRef(offset)) => read.ty = Some(offset),
                    (name, value) => {
                        if let Some(number) = number(&value) {
                            read.numbers.insert(name, number);
                        }
                    }
                }
            }
            tree.entries.insert(offset, read);
        }
        Ok(tree)
    }

    /// The entry at an offset.
    pub(super) fn get(&self, offset: UnitOffset) -> Option<&Entry<'a>> {
        self.entries.get(&offset)
    }

    /// The unit's variables and their types.
    pub(super) fn variables(&self) -> impl Iterator<Item = (&'a str, UnitOffset)> {
        self.entries
            .get(&self.root)
            .into_iter()
            .flat_map(|root| &root.children)
            .filter_map(|child| self.entries.get(child))
            .filter(|entry| entry.tag == constants::DW_TAG_variable)
            .filter_map(|entry| Some((entry.name?, entry.ty?)))
    }
}

fn number(value: &AttributeValue<Bytes<'_>>) -> Option<i128> {
    match value {
        AttributeValue::Sdata(value) => Some(i128::from(*value)),
        AttributeValue::Encoding(value) => Some(i128::from(value.0)),
        AttributeValue::Flag(value) => Some(i128::from(*value)),
        value => value.udata_value().map(i128::from),
    }
}

/// Text out of a slice that lives as long as the section.
trait SliceStr<'a> {
    fn slice_str(&self) -> Option<&'a str>;
}

impl<'a> SliceStr<'a> for Bytes<'a> {
    fn slice_str(&self) -> Option<&'a str> {
        std::str::from_utf8(self.slice()).ok()
    }
}
