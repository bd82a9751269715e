//! What the specs document, offline: every item and member, by name and by value.

pub(crate) mod build;
pub(crate) mod items;
mod number;
mod similar;

use std::collections::BTreeSet;

use crate::generated::MODULES;

use self::items::{Failure, Integer, Item, Kind, Member, Value};

pub(crate) use self::number::{Number, NumberError};
pub(crate) use self::similar::{didyoumean, similar};

/// Something that a name stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named {
    /// An item.
    Item(&'static Item),
    /// A member of the enumeration that the item is.
    Member(&'static Item, &'static Member),
}

impl Named {
    /// The name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Item(item) => item.name,
            Self::Member(_, member) => member.name,
        }
    }

    /// The documentation, Markdown.
    pub(crate) const fn docs(self) -> &'static str {
        match self {
            Self::Item(item) => item.docs,
            Self::Member(_, member) => member.docs,
        }
    }

    /// The item that it is, or is a member of.
    pub(crate) const fn item(self) -> &'static Item {
        match self {
            Self::Item(item) | Self::Member(item, _) => item,
        }
    }

    /// The whole number that it is.
    pub(crate) const fn integer(self) -> Option<(u64, Integer)> {
        match self {
            Self::Member(item, member) => match &item.kind {
                Kind::Enumeration(of) => Some((member.value, of.integer)),
                _ => None,
            },
            Self::Item(item) => match &item.kind {
                Kind::Constant(constant) => match constant.value {
                    Value::Integer { bits, of } => Some((bits, of)),
                    _ => None,
                },
                _ => None,
            },
        }
    }

    /// The enumeration that it is a member of; a constant is a further member of its type's.
    pub(crate) fn enumeration(self) -> Option<&'static str> {
        match self {
            Self::Member(item, _) => Some(item.name),
            Self::Item(item) => match &item.kind {
                Kind::Constant(constant) => {
                    let of = self::item(constant.ty)?;
                    matches!(of.kind, Kind::Enumeration(_)).then_some(of.name)
                }
                _ => None,
            },
        }
    }

    /// Whether it is a bit of a flag set.
    pub(crate) fn is_flag(self) -> bool {
        self.enumeration()
            .and_then(item)
            .is_some_and(|item| matches!(&item.kind, Kind::Enumeration(of) if of.flags))
    }
}

/// Every item of the specs.
pub(crate) fn items() -> impl Iterator<Item = &'static Item> {
    MODULES.iter().copied().flatten()
}

/// Everything that has a name: items, and the members of enumerations.
pub(crate) fn all() -> impl Iterator<Item = Named> {
    items().flat_map(|item| {
        let members = match &item.kind {
            Kind::Enumeration(of) => of.members,
            _ => &[],
        };
        std::iter::once(Named::Item(item)).chain(
            members
                .iter()
                .map(move |member| Named::Member(item, member)),
        )
    })
}

/// What a name stands for, without regard to case; more than one thing where a structure differs by
/// architecture.
pub(crate) fn find(name: &str) -> Vec<Named> {
    all()
        .filter(|named| named.name().eq_ignore_ascii_case(name))
        .collect()
}

/// The item of a name, as the specs write it.
pub(crate) fn item(name: &str) -> Option<&'static Item> {
    items().find(|item| item.name == name)
}

/// Every constant and member that has this value.
pub(crate) fn with_value(number: Number) -> Vec<Named> {
    all()
        .filter(|named| {
            named
                .integer()
                .is_some_and(|(bits, of)| number.is(bits, of))
        })
        .collect()
}

/// The functions that a code is documented for.
pub(crate) fn documented_for(code: &str) -> Vec<(&'static Item, &'static Failure)> {
    failures()
        .filter(|(_, failure)| failure.code == code)
        .collect()
}

/// The enumerations whose members are error codes: those that functions are documented to fail with, and
/// that of remote procedure calls, whose codes others hand on.
pub(crate) fn error_types() -> BTreeSet<&'static str> {
    let codes: BTreeSet<&str> = failures().map(|(_, failure)| failure.code).collect();
    all()
        .filter(|named| codes.contains(named.name()))
        .filter_map(|named| named.enumeration())
        .chain(["RPC_STATUS", "WINHTTP_ERROR"])
        .collect()
}

fn failures() -> impl Iterator<Item = (&'static Item, &'static Failure)> {
    items().flat_map(|item| {
        let failures = match &item.kind {
            Kind::Function(function) => function.failures,
            _ => &[],
        };
        failures.iter().map(move |failure| (item, failure))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_regard_to_case() {
        let found = find("wsaemsgsize");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name(), "WSAEMSGSIZE");
    }

    #[test]
    fn codes_are_known_as_such() {
        let types: Vec<_> = error_types().into_iter().collect();
        assert_eq!(
            types,
            [
                "RPC_STATUS",
                "SECURITY_STATUS",
                "WIN32_ERROR",
                "WINHTTP_ERROR",
                "WSA_ERROR"
            ]
        );
    }

    #[test]
    fn every_documented_failure_is_a_name_of_the_catalogue() {
        for (function, failure) in failures() {
            assert!(
                !find(failure.code).is_empty(),
                "{}: {}",
                function.name,
                failure.code
            );
        }
    }

    #[test]
    fn a_value_is_found_in_every_spelling() {
        for text in ["0x80090305", "-2146893051", "2148074245"] {
            let found = with_value(text.parse().unwrap());
            assert!(
                found
                    .iter()
                    .any(|named| named.name() == "SEC_E_SECPKG_NOT_FOUND"),
                "{text}"
            );
        }
    }
}
