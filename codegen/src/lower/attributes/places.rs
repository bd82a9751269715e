//! Which attributes there are, and where each may stand.

/// Where an attribute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the file's head.
    File,
    /// Before `mod`.
    Module,
    /// Before a struct or union.
    Record,
    /// Before a struct or union that is defined in place.
    Inline,
    /// Before an enumeration.
    Enum,
    /// Before a constant.
    Const,
    /// Before an alias.
    Alias,
    /// Before a function or callback.
    Fn,
    /// Before an interface.
    Interface,
    /// Before a field.
    Field,
    /// Before a bit-field.
    BitField,
    /// Before a member of an enumeration.
    Member,
    /// Before a parameter.
    Param,
    /// Before a result's type.
    Result,
}

impl Place {
    /// The place in words: `a field`.
    pub fn words(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Module => "a module",
            Self::Record => "a struct or union",
            Self::Inline => "a struct or union that is defined in place",
            Self::Enum => "an enumeration",
            Self::Const => "a constant",
            Self::Alias => "an alias",
            Self::Fn => "a function",
            Self::Interface => "an interface",
            Self::Field => "a field",
            Self::BitField => "a bit-field",
            Self::Member => "a member",
            Self::Param => "a parameter",
            Self::Result => "a result",
        }
    }
}

pub const ITEMS: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
];
const ITEMS_AND_FILE: &[Place] = &[
    Place::File,
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
];
const EXPLAINED: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
    Place::Field,
    Place::Member,
    Place::Param,
];
const ITEMS_AND_MEMBERS: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
    Place::Member,
];
const RECORDS: &[Place] = &[Place::Record, Place::Inline];

/// The attribute of a name, with the places where it may stand.
pub fn known(name: &str) -> Option<(&'static str, &'static [Place])> {
    let at = KNOWN.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(KNOWN[at])
}

/// The names of the attributes that may stand somewhere, in their order.
pub fn names() -> impl Iterator<Item = &'static str> {
    let somewhere = KNOWN.iter().filter(|(_, places)| !places.is_empty());
    somewhere.map(|(name, _)| *name)
}

/// Every attribute, with the places where it may stand, in the order of their names.
pub const KNOWN: &[(&str, &[Place])] = &[
    ("absent", ITEMS_AND_MEMBERS),
    ("align", &[Place::Record, Place::Inline, Place::Field]),
    (
        "arch",
        &[
            Place::Record,
            Place::Enum,
            Place::Const,
            Place::Alias,
            Place::Fn,
            Place::Interface,
        ],
    ),
    ("client", ITEMS_AND_FILE),
    ("differs", EXPLAINED),
    ("encoding", &[Place::Const]),
    ("error", &[Place::Fn]),
    ("flags", &[Place::Enum]),
    ("guid", &[Place::Const, Place::Interface]),
    ("header", ITEMS_AND_FILE),
    ("iid_is", &[Place::Param]),
    ("in", &[Place::Param]),
    ("last_error", &[Place::Fn]),
    ("len_const", &[Place::Param]),
    ("len_param", &[Place::Param]),
    ("library", &[Place::Fn]),
    ("no_guid", &[Place::Interface]),
    ("noreturn", &[Place::Fn]),
    ("opt", &[Place::Param]),
    ("out", &[Place::Param]),
    ("packed", RECORDS),
    ("page", ITEMS),
    ("repr", &[Place::Enum]),
    ("reserved", &[Place::Param]),
    ("retval", &[Place::Param]),
    ("scoped", &[Place::Enum]),
    ("server", ITEMS_AND_FILE),
    ("size_param", &[Place::Param]),
    (
        "win32",
        &[Place::Module, Place::Record, Place::Enum, Place::Interface],
    ),
    ("winrt", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attribute_is_found_by_its_name() {
        for entry in KNOWN {
            assert_eq!(known(entry.0), Some(*entry));
        }
        assert_eq!(known("page0"), None);
    }
}
