//! What an item is, as far as two versions are compared.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use winsec_codegen::Analysis;
use winsec_codegen::layout::{Arch, RecordLayout};
use winsec_codegen::model::{
    Abi, FieldType, Item, ItemId, ItemKind, Record, RecordKind, Signature, Type, Value,
};
use winsec_codegen::resolve::{Evaluated, ValueId};

/// What an item is on an architecture, as far as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// What kind of thing it is.
    pub(super) kind: &'static str,
    /// How it is typed: each part by its name.
    pub(super) types: BTreeMap<String, String>,
    pub(super) library: Option<String>,
    pub(super) value: Option<String>,
    /// Size, alignment and offsets.
    pub(super) layout: BTreeMap<String, u64>,
}

/// What every name is on an architecture; a function and a type of one name are the function.
pub(super) fn shapes(analysis: &Analysis, arch: Arch) -> HashMap<&str, Shape> {
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
                    kind: CONSTANT,
                    value: value.map(number),
                    ..Shape::default()
                };
                shapes.entry(&member.name.text).or_insert(member_shape);
            }
        }
    }
    shapes
}

/// What a constant is, and a member of an enumeration: users write both alike.
const CONSTANT: &str = "constant";

/// A kind of thing, in words.
const fn kind(of: &ItemKind) -> &'static str {
    match of {
        ItemKind::Record(record) => match record.kind {
            RecordKind::Struct => "struct",
            RecordKind::Union => "union",
        },
        ItemKind::Enum(_) => "enum",
        ItemKind::Constant(_) => CONSTANT,
        ItemKind::Alias(_) => "alias",
        ItemKind::Function(_) => "function",
        ItemKind::Callback(_) => "callback",
        ItemKind::Interface => "interface",
    }
}

fn shape(analysis: &Analysis, id: ItemId, item: &Item, arch: Arch) -> Shape {
    let mut shape = Shape {
        kind: kind(&item.kind),
        ..Shape::default()
    };
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
    let convention = match of.abi {
        Abi::System => "system",
        Abi::C => "C",
        Abi::Fastcall => "fastcall",
    };
    let convention = format!(
        "{convention}{}",
        if of.variadic { ", variadic" } else { "" }
    );
    shape.types.insert("convention".to_owned(), convention);
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
