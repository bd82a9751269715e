//! Looks names up in Microsoft's metadata, as windows-default carries it.

use std::collections::HashMap;

use windows_metadata::{
    Value,
    reader::{self, File, Item, TypeCategory, TypeDef},
};
use winsec_codegen::model::Primitive;

/// The namespace of everything that is Win32.
pub const NAMESPACE: &str = "Windows.Win32";

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The enumeration.
    pub owner: String,
    /// The integer that it is.
    pub repr: Primitive,
    /// The member's value.
    pub value: i128,
}

/// The metadata, and the members of its enumerations by name.
pub struct Index {
    rows: reader::Index,
    /// The enumeration that each member belongs to.
    members: HashMap<String, String>,
}

impl Index {
    /// Reads the metadata.
    ///
    /// # Errors
    ///
    /// When the carried file is not metadata, in words.
    pub fn new() -> Result<Self, String> {
        let file = File::new(windows_default::WIN32.to_vec())
            .ok_or("windows-default carries no readable metadata")?;
        let rows = reader::Index::new(vec![file]);
        let mut members = HashMap::new();
        for (name, item) in rows.namespace_items(NAMESPACE) {
            if let Item::Type(ty) = item
                && ty.category() == TypeCategory::Enum
            {
                for field in ty.fields().filter(|field| field.constant().is_some()) {
                    members.insert(field.name().to_owned(), name.to_owned());
                }
            }
        }
        Ok(Self { rows, members })
    }

    /// Whether the metadata has `name`: an item's or an enumeration's member.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.owner(name).is_some()
    }

    /// The item to ask for to learn of `name`: itself, or the enumeration that it is a member of.
    #[must_use]
    pub fn owner<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        if self.items(name).next().is_some() {
            Some(name)
        } else {
            self.members.get(name).map(String::as_str)
        }
    }

    /// The member of an enumeration that `name` is, unless it is an item or none.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Member> {
        let owner = self.members.get(name)?;
        self.items(owner).find_map(|item| {
            let Item::Type(ty) = item else {
                return None;
            };
            let field = ty.fields().find(|field| field.name() == name)?;
            let (repr, value) = integer(&field.constant()?.value())?;
            Some(Member {
                owner: owner.clone(),
                repr,
                value,
            })
        })
    }

    /// Whether `name` is a constant.
    #[must_use]
    pub fn is_constant(&self, name: &str) -> bool {
        self.items(name).any(|item| matches!(item, Item::Const(_)))
    }

    /// Every definition of an item: one for each architecture on which they differ.
    pub fn items(&self, name: &str) -> impl Iterator<Item = Item<'_>> {
        self.rows.get_item(NAMESPACE, name)
    }

    /// The types that are defined inside a type.
    pub fn nested<'a>(&'a self, ty: TypeDef<'a>) -> impl Iterator<Item = TypeDef<'a>> {
        self.rows.nested(ty)
    }

    /// Every name: the items' and the enumerations' members'.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rows
            .namespace_items(NAMESPACE)
            .map(|(name, _)| name)
            .chain(self.members.keys().map(String::as_str))
    }
}

/// A value that is an integer, with its type.
fn integer(value: &Value) -> Option<(Primitive, i128)> {
    Some(match *value {
        Value::U8(value) => (Primitive::U8, value.into()),
        Value::I8(value) => (Primitive::I8, value.into()),
        Value::U16(value) => (Primitive::U16, value.into()),
        Value::I16(value) => (Primitive::I16, value.into()),
        Value::U32(value) => (Primitive::U32, value.into()),
        Value::I32(value) => (Primitive::I32, value.into()),
        Value::U64(value) => (Primitive::U64, value.into()),
        Value::I64(value) => (Primitive::I64, value.into()),
        _ => return None,
    })
}
