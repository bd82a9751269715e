//! Plain items, read from the text itself.
//!
//! Most items of Microsoft's metadata, and most of a spec, are of a few forms that leave no choice.
//! Reading those letter by letter takes a tenth of what it takes to make tokens of them and a tree of
//! the tokens. What stands before an item's keyword is the parser's even here, and so is all of an
//! item that has anything out of the ordinary, be it a comment, a string or a mistake: the parser
//! says what an item means, and this only says the same of some of them.

mod parts;
mod reader;

use crate::cut::Cut;
use crate::diagnostic::FileId;
use crate::lower::{Attrs, Place};
use crate::model::{Callback, ItemKind, Name, Value};
use reader::Reader;

/// An item as far as its attributes have no say.
pub struct Plain {
    /// What is before the keyword belongs to this.
    pub place: Place,
    /// The name.
    pub name: Name,
    kind: ItemKind,
}

/// The lines of documentation before an item, and where the rest of what is before it begins.
pub fn docs(text: &str, file: FileId, cut: &Cut) -> Option<(String, usize)> {
    let mut reader = Reader {
        text: text.get(..cut.range.end)?,
        at: cut.range.start,
        file,
    };
    Some((reader.docs()?, reader.at))
}

/// Reads an item from its keyword on, if it is plain.
pub fn item(text: &str, file: FileId, cut: &Cut) -> Option<Plain> {
    let mut reader = Reader {
        text: text.get(..cut.range.end)?,
        at: cut.keyword.start,
        file,
    };
    let keyword = reader.word()?;
    let (place, name, kind) = match keyword {
        "const" => {
            let name = reader.name()?;
            (Place::Const, name, ItemKind::Constant(reader.constant()?))
        }
        "type" => {
            let name = reader.name()?;
            (Place::Alias, name, ItemKind::Alias(reader.alias()?))
        }
        "struct" | "union" => {
            let name = reader.name()?;
            (
                Place::Record,
                name,
                ItemKind::Record(reader.record(keyword)?),
            )
        }
        "enum" => {
            let name = reader.name()?;
            (Place::Enum, name, ItemKind::Enum(reader.enumeration()?))
        }
        "extern" => {
            let (name, callback) = reader.function()?;
            (Place::Fn, name, ItemKind::Callback(callback))
        }
        _ => return None,
    };
    (reader.at == cut.range.end).then_some(Plain { place, name, kind })
}

impl Plain {
    /// The name and what the item is, given its attributes; nothing when they do not go with it.
    pub fn with(self, attrs: &mut Attrs) -> Option<(Name, ItemKind)> {
        let kind = match self.kind {
            ItemKind::Constant(mut constant) => {
                if attrs.encoding.is_some() {
                    return None;
                }
                if let Some(format) = attrs.guid {
                    let Value::Int(id) = constant.value else {
                        return None;
                    };
                    let id = u32::try_from(id).ok()?;
                    constant.value = Value::PropertyKey { format, id };
                }
                ItemKind::Constant(constant)
            }
            ItemKind::Enum(mut of) => {
                of.repr = attrs.repr?;
                of.flags = attrs.flags;
                of.scoped = attrs.scoped;
                ItemKind::Enum(of)
            }
            ItemKind::Record(mut record) => {
                record.packed = attrs.packed;
                record.align = attrs.align;
                ItemKind::Record(record)
            }
            ItemKind::Callback(callback) => match attrs.exported(callback.signature) {
                Ok(function) => ItemKind::Function(function),
                Err(_) if attrs.for_functions.is_some() => return None,
                Err(signature) => ItemKind::Callback(Callback { signature }),
            },
            kind => kind,
        };
        Some((self.name, kind))
    }
}
