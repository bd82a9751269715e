//! Plain items, read from the text itself.
//!
//! Most items of Microsoft's metadata, and most of a spec, are of a few forms that leave no choice.
//! Reading those letter by letter takes a tenth of what it takes to make tokens of them and a tree of
//! the tokens. Attributes are the parser's even here, but for the few words that parameters have, and
//! so is all of an item that has anything out of the ordinary, be it a comment, a string or a mistake:
//! the parser says what an item means, and this only says the same of some of them.

mod parts;
mod reader;

use crate::cut::Cut;
use crate::diagnostic::FileId;
use crate::lower::{Attrs, Place};
use crate::model::{Callback, ItemKind, Name, Value};
use reader::Reader;
use std::ops::Range;

/// What the parser makes of the attributes in a range; nothing when anything is wrong with them.
pub type Lowered<'a> = dyn Fn(Range<usize>, Place) -> Option<Attrs> + 'a;

/// The name, the attributes and the content of an item, if it is plain.
pub fn item(
    text: &str,
    file: FileId,
    cut: &Cut,
    lowered: &Lowered<'_>,
) -> Option<(Name, Attrs, ItemKind)> {
    let mut reader = Reader {
        text: text.get(..cut.range.end)?,
        at: cut.keyword.start,
        file,
        lowered,
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
    if reader.at != cut.range.end {
        return None;
    }
    reader.at = cut.range.start;
    let docs = reader.docs()?;
    let before = reader.at..cut.keyword.start;
    let mut attrs = if before.is_empty() {
        Attrs::default()
    } else {
        lowered(before, place)?
    };
    attrs.docs = docs;
    let kind = with(kind, &mut attrs)?;
    Some((name, attrs, kind))
}

/// What an item is, given its attributes; nothing when they do not go with it.
fn with(kind: ItemKind, attrs: &mut Attrs) -> Option<ItemKind> {
    Some(match kind {
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
            Ok(function) => ItemKind::Function(Box::new(function)),
            Err(_) if attrs.for_functions.is_some() => return None,
            Err(signature) => ItemKind::Callback(Callback { signature }),
        },
        kind => kind,
    })
}
