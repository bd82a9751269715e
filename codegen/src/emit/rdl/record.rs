//! Structs and unions of RDL.

use super::{Docs, INDENT, arch, ty};
use crate::model::{Field, FieldType, Item, Record, RecordKind};

/// A struct or a union.
pub(super) fn item(item: &Item, record: &Record, docs: Docs) -> String {
    let mut text = String::new();
    if let Some(packed) = record.packed {
        text.push_str(&format!("#[packed({packed})]\n"));
    }
    if let Some(align) = record.align {
        text.push_str(&format!("#[align({align})]\n"));
    }
    text.push_str(&arch(item.arches));
    text.push_str(keyword(record));
    text.push(' ');
    text.push_str(&ty::ident(&item.name.text));
    text.push(' ');
    body(record, "", docs, &mut text);
    text.push('\n');
    text
}

fn keyword(record: &Record) -> &'static str {
    match record.kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    }
}

/// The fields in their braces, whose lines stand `indent` in.
fn body(record: &Record, indent: &str, docs: Docs, text: &mut String) {
    if record.fields.is_empty() {
        text.push_str("{}");
        return;
    }
    let inner = format!("{indent}{INDENT}");
    text.push_str("{\n");
    for field in &record.fields {
        // What C leaves without a name has stand-ins, which need no words.
        let needs = matches!(field.ty, FieldType::Type(_)) && field.bits.is_empty();
        if needs || !field.docs.is_empty() {
            text.push_str(&docs.of(&inner, &field.docs));
        }
        text.push_str(&docs.markers(&inner, &field.markers));
        text.push_str(&inner);
        if let Some(align) = field.align {
            text.push_str(&format!("#[align({align})] "));
        }
        text.push_str(&ty::ident(&field.name.text));
        text.push_str(": ");
        match &field.ty {
            FieldType::Type(of) => {
                text.push_str(&ty::ty(of));
                bits(field, &inner, docs, text);
            }
            FieldType::Record(record) => nested(record, &inner, docs, text),
        }
        text.push_str(",\n");
    }
    text.push_str(indent);
    text.push('}');
}

fn nested(record: &Record, indent: &str, docs: Docs, text: &mut String) {
    if let Some(packed) = record.packed {
        text.push_str(&format!("#[packed({packed})] "));
    }
    if let Some(align) = record.align {
        text.push_str(&format!("#[align({align})] "));
    }
    text.push_str(keyword(record));
    text.push(' ');
    body(record, indent, docs, text);
}

/// The bit-fields of an integer; unnamed bits are said where named ones follow.
fn bits(field: &Field, indent: &str, docs: Docs, text: &mut String) {
    if field.bits.iter().all(|bits| bits.name.is_none()) {
        return;
    }
    text.push_str(" {\n");
    let mut unnamed = 0;
    for bits in &field.bits {
        let Some(name) = &bits.name else {
            unnamed += bits.width;
            continue;
        };
        if unnamed > 0 {
            text.push_str(&format!("{indent}{INDENT}_: {unnamed},\n"));
            unnamed = 0;
        }
        text.push_str(&docs.of(&format!("{indent}{INDENT}"), &bits.docs));
        let name = ty::ident(&name.text);
        text.push_str(&format!("{indent}{INDENT}{name}: {},\n", bits.width));
    }
    text.push_str(indent);
    text.push('}');
}
