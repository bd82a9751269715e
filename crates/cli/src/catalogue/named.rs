//! Something that a name stands for: an item, or a member of an enumeration.

use super::items::{Integer, Item, Kind, Member, Value};

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
                    let of = super::item(constant.ty)?;
                    matches!(of.kind, Kind::Enumeration(_)).then_some(of.name)
                }
                _ => None,
            },
        }
    }

    /// Whether it is a bit of a flag set.
    pub(crate) fn is_flag(self) -> bool {
        self.enumeration()
            .and_then(super::item)
            .is_some_and(|item| matches!(&item.kind, Kind::Enumeration(of) if of.flags))
    }
}
