//! What became of each item between two versions of metadata.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use winsec_codegen::Analysis;
use winsec_codegen::layout::{Arch, RecordLayout};
use winsec_codegen::model::{
    Arches, FieldType, Item, ItemId, ItemKind, Record, Signature, Type, Value,
};
use winsec_codegen::resolve::{Evaluated, ValueId};

/// What can become of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is not there any more.
    Gone,
    /// Another DLL exports it.
    Moved,
    /// It has another type, or is another kind of thing.
    Retyped,
    /// It has another value.
    Revalued,
    /// It lies otherwise in memory.
    Relaid,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What became of the item.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What exactly.
    pub what: String,
    /// The architectures that it is true of.
    pub arches: Arches,
}

/// What an item is on an architecture, as far as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Shape {
    /// What it is, and how it is typed: each part by its name.
    types: BTreeMap<String, String>,
    library: Option<String>,
    value: Option<String>,
    /// Size, alignment and offsets.
    layout: BTreeMap<String, u64>,
}

/// Everything that changed for whoever uses the old version, sorted; what is new is no change.
#[must_use]
pub fn diff(old: &Analysis, new: &Analysis) -> Vec<Change> {
    let mut changes: BTreeMap<(Kind, String, String), Arches> = BTreeMap::new();
    for arch in Arch::ALL {
        let (old, new) = (shapes(old, arch), shapes(new, arch));
        for (name, before) in &old {
            let mut add = |kind, what: String| {
                let arches = changes.entry((kind, (*name).to_owned(), what));
                let arches = arches.or_insert(Arches::NONE);
                *arches = arches.union(arch.set());
            };
            match new.get(name) {
                None => add(Kind::Gone, String::new()),
                Some(after) => compare(before, after, &mut add),
            }
        }
    }
    let change = |((kind, name, what), arches)| Change {
        kind,
        name,
        what,
        arches,
    };
    changes.into_iter().map(change).collect()
}

/// The names that a version defines: of items and of members.
#[must_use]
pub fn names(analysis: &Analysis) -> BTreeSet<&str> {
    let shapes = Arch::ALL.map(|arch| shapes(analysis, arch));
    shapes.iter().flat_map(HashMap::keys).copied().collect()
}

fn compare(before: &Shape, after: &Shape, add: &mut impl FnMut(Kind, String)) {
    let arrow = |part: &str, old: &str, new: &str| match part {
        "" => format!("{old} -> {new}"),
        part => format!("{part}: {old} -> {new}"),
    };
    for (part, old) in &before.types {
        match after.types.get(part) {
            None => add(Kind::Retyped, format!("{part}: gone")),
            Some(new) if new != old => add(Kind::Retyped, arrow(part, old, new)),
            Some(_) => {}
        }
    }
    for part in after.types.keys() {
        if !before.types.contains_key(part) && !before.types.is_empty() {
            add(Kind::Retyped, format!("{part}: new"));
        }
    }
    if let (Some(old), Some(new)) = (&before.library, &after.library)
        && !old.eq_ignore_ascii_case(new)
    {
        add(Kind::Moved, arrow("", old, new));
    }
    if let (Some(old), Some(new)) = (&before.value, &after.value)
        && old != new
    {
        add(Kind::Revalued, arrow("", old, new));
    }
    for (part, old) in &before.layout {
        if let Some(new) = after.layout.get(part)
            && new != old
        {
            add(Kind::Relaid, format!("{part}: {old} -> {new}"));
        }
    }
}

/// What every name is on an architecture; a function and a type of one name are the function.
fn shapes(analysis: &Analysis, arch: Arch) -> HashMap<&str, Shape> {
    let mut shapes = HashMap::new();
    for (id, item) in (0..).map(ItemId).zip(&analysis.model.items) {
        if !item.arches.contains(arch.set()) {
            continue;
        }
        shapes.insert(item.name.text.as_str(), shape(analysis, id, item, arch));
        if let ItemKind::Enum(of) = &item.kind {
            for (at, member) in (0..).zip(&of.members) {
                let value = analysis.index.evaluated(ValueId::Member(id, at));
                let member_shape = Shape {
                    value: value.map(number),
                    ..Shape::default()
                };
                shapes.entry(&member.name.text).or_insert(member_shape);
            }
        }
    }
    shapes
}

fn shape(analysis: &Analysis, id: ItemId, item: &Item, arch: Arch) -> Shape {
    let mut shape = Shape::default();
    match &item.kind {
        ItemKind::Record(record) => {
            if let Some(layout) = analysis.layouts.record(id, arch) {
                shape.layout.insert("size".to_owned(), layout.extent.size);
                shape
                    .layout
                    .insert("alignment".to_owned(), layout.extent.align);
                fields(record, layout, "", 0, &mut shape);
            }
        }
        ItemKind::Enum(of) => {
            let repr = text(&Type::Primitive(of.repr));
            shape.types.insert(String::new(), repr);
        }
        ItemKind::Constant(of) => {
            // What an old version types by a bare integer a new one may type by what it feeds.
            let value = analysis.index.evaluated(ValueId::Constant(id));
            shape.value = match (&of.value, value) {
                (Value::Int(_) | Value::Names(_) | Value::AllOnes | Value::Float(_), value) => {
                    value.map(number)
                }
                (Value::Text { text, .. }, _) => Some(format!("{text:?}")),
                (Value::Guid(guid), _) => Some(format!("{guid:#034x}")),
                (Value::PropertyKey { format, id }, _) => Some(format!("{format:#034x} {id}")),
            };
        }
        ItemKind::Alias(of) => {
            shape.types.insert(String::new(), text(of));
        }
        ItemKind::Function(of) => {
            shape.library = Some(of.library.text.clone());
            signature(&of.signature, &mut shape);
        }
        ItemKind::Callback(of) => signature(&of.signature, &mut shape),
        ItemKind::Interface => {}
    }
    shape
}

fn fields(record: &Record, layout: &RecordLayout, path: &str, base: u64, shape: &mut Shape) {
    for (field, place) in record.fields.iter().zip(&layout.fields) {
        let name = format!("{path}{}", field.name.text);
        let offset = base + place.offset;
        shape.layout.insert(format!("offset of {name}"), offset);
        match (&field.ty, &place.nested) {
            (FieldType::Record(inner), Some(layout)) => {
                fields(inner, layout, &format!("{name}."), offset, shape);
            }
            (FieldType::Type(of), _) => {
                shape.types.insert(name, text(of));
            }
            (FieldType::Record(_), None) => {}
        }
    }
}

fn signature(of: &Signature, shape: &mut Shape) {
    // Names of parameters are nobody's concern but the reader's.
    for (at, param) in of.params.iter().enumerate() {
        shape
            .types
            .insert(format!("parameter {at}"), text(&param.ty));
    }
    shape.types.insert("result".to_owned(), text(&of.result));
}

fn number(value: Evaluated) -> String {
    match value {
        Evaluated::Int(value) => value.to_string(),
        Evaluated::Float(value) => value.to_string(),
        Evaluated::AllOnes => "!0".to_owned(),
        other => format!("{other:?}"),
    }
}

/// A type as RDL writes it.
fn text(ty: &Type) -> String {
    let mut text = String::new();
    write(ty, &mut text);
    text
}

fn write(ty: &Type, out: &mut String) {
    match ty {
        Type::Void => out.push_str("void"),
        Type::String => out.push_str("String"),
        Type::Primitive(primitive) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{}", format!("{primitive:?}").to_lowercase());
        }
        Type::Named(name) => out.push_str(&name.text),
        Type::Pointer { mutable, to } => {
            out.push_str(if *mutable { "*mut " } else { "*const " });
            write(to, out);
        }
        Type::Array { of, len } => {
            out.push('[');
            write(of, out);
            let _ = write!(out, "; {len}]");
        }
    }
}

#[cfg(test)]
mod tests {
    use winsec_codegen::source::{Source, Sources};
    use winsec_codegen::{Options, analyse};

    use super::*;

    fn analysed(text: &str) -> Analysis {
        let sources = Sources::new([Source::new("a.rdl", text)]);
        analyse(&sources, &Options::METADATA).expect("the text is right")
    }

    fn changes(old: &str, new: &str) -> Vec<String> {
        let changes = diff(&analysed(old), &analysed(new)).into_iter();
        let all = |change: Change| {
            let arches = if change.arches == Arches::ALL {
                ""
            } else {
                "!"
            };
            format!("{:?}{arches} {} {}", change.kind, change.name, change.what)
        };
        changes.map(all).collect()
    }

    #[test]
    fn each_kind_of_change_is_told() {
        let old = "#[library(\"a.dll\")] extern fn Gone(); #[library(\"a.dll\")] extern fn Moved(a: u32);
            struct S { a: u8, b: u32 } type P = *mut u8; const C: u32 = 1; #[repr(i32)] enum E { A = 1, B = 2, }
            struct Same { a: u64 }";
        let new = "#[library(\"b.dll\")] extern fn Moved(a: i32);
            struct S { a: u8, b: u16 } type P = *const u8; const C: u32 = 2; #[repr(i32)] enum E { A = 1, B = 3, }
            struct Same { a: u64 } type New = u8;";
        assert_eq!(
            changes(old, new),
            [
                "Gone Gone ",
                "Moved Moved a.dll -> b.dll",
                "Retyped Moved parameter 0: u32 -> i32",
                "Retyped P *mut u8 -> *const u8",
                "Retyped S b: u32 -> u16",
                "Revalued B 2 -> 3",
                "Revalued C 1 -> 2",
                "Relaid S alignment: 4 -> 2",
                "Relaid S offset of b: 4 -> 2",
                "Relaid S size: 8 -> 4",
            ]
        );
        assert_eq!(changes(old, old), [""; 0]);
    }

    #[test]
    fn a_change_on_some_architectures_is_told_with_them() {
        let old = "struct S { a: *mut u8, b: u8 }";
        let new = "#[packed(4)] struct S { a: *mut u8, b: u8 }";
        let changes = changes(old, new);
        assert_eq!(
            changes,
            ["Relaid! S alignment: 8 -> 4", "Relaid! S size: 16 -> 12"]
        );
    }

    #[test]
    fn members_are_names_too() {
        let old = analysed("#[repr(i32)] enum E { A = 1, } type T = u8;");
        assert_eq!(Vec::from_iter(names(&old)), ["A", "E", "T"]);
    }
}
