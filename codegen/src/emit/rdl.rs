//! The model as RDL, in the form that Microsoft's windows-rdl reads and writes.
//!
//! What RDL has no word for is left out: documentation, origins, error codes; or it is written as our
//! specs write it. Values are numbers, whatever they were written as.

mod constant;
mod function;
mod record;
mod spec;
mod ty;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Spec, members};
use crate::model::{Arches, Enum, Item, ItemId, ItemKind};
use crate::resolve::ValueId;

/// The attributes that RDL's short forms stand for; windows-rdl looks them up.
const METADATA: &str = include_str!("rdl/metadata.rdl");

/// How far a level of braces stands in.
const INDENT: &str = "    ";

/// What becomes of what RDL has no word for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Docs {
    /// It is left out.
    None,
    /// It is written as in a spec; documentation that is missing is an empty line, to be filled in.
    Written,
}

/// Prints an item as a spec: with its documentation, or an empty `///` before everything that must
/// have some and has none, and with its origin, markers and failures.
#[must_use]
pub fn entry(spec: &Spec<'_>, id: ItemId, item: &Item) -> String {
    let docs = Docs::Written;
    docs.of("", &item.docs) + &spec::head(item) + &self::item(spec, id, item, docs)
}

/// Prints all items, sorted by name: one namespace has no files.
#[must_use]
pub fn rdl(spec: &Spec<'_>) -> String {
    let mut items: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, item) in (0..).map(ItemId).zip(&spec.model.items) {
        let text = self::item(spec, id, item, Docs::None);
        items.entry(&item.name.text).or_default().push(text);
    }
    let mut rdl = String::from("#[win32]\nmod Windows {\n    mod Win32 {\n");
    rdl.push_str(METADATA);
    for variants in items.values_mut() {
        variants.sort_unstable();
        for item in variants {
            for line in item.lines() {
                rdl.push_str(INDENT);
                rdl.push_str(INDENT);
                rdl.push_str(line);
                rdl.push('\n');
            }
        }
    }
    rdl.push_str("    }\n}\n");
    rdl
}

/// One item, not indented.
fn item(spec: &Spec<'_>, id: ItemId, item: &Item, docs: Docs) -> String {
    let name = ty::ident(&item.name.text);
    let arch = arch(item.arches);
    match &item.kind {
        ItemKind::Record(of) => record::item(item, of, docs),
        ItemKind::Enum(of) => enumeration(spec, id, item, of, docs),
        ItemKind::Constant(of) => constant::item(spec, id, item, of),
        ItemKind::Alias(of) => format!("{arch}type {name} = {};\n", ty::ty(of)),
        ItemKind::Function(of) => function::function(item, of, docs),
        ItemKind::Callback(of) => function::callback(item, of, docs),
        ItemKind::Interface => format!("{arch}#[no_guid]\ninterface {name} {{}}\n"),
    }
}

fn enumeration(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Enum, docs: Docs) -> String {
    let repr = super::number::primitive(of.repr);
    let mut text = format!("#[repr({repr})]\n");
    if of.flags {
        text.push_str("#[flags]\n");
    }
    text.push_str(&arch(item.arches));
    if of.scoped {
        text.push_str("#[scoped]\n");
    }
    let name = ty::ident(&item.name.text);
    if of.members.is_empty() {
        text.push_str(&format!("enum {name} {{}}\n"));
        return text;
    }
    text.push_str(&format!("enum {name} {{\n"));
    for (at, member) in (0..).zip(&of.members) {
        let name = ty::ident(&member.name.text);
        let value = members::integer(spec.index.evaluated(ValueId::Member(id, at)));
        let value = super::number::wrap(value, of.repr);
        text.push_str(&docs.of(INDENT, &member.docs));
        text.push_str(&docs.markers(INDENT, &member.markers));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{INDENT}{name} = {value},");
    }
    text.push_str("}\n");
    text
}

/// The attribute for some architectures, on a line of its own.
fn arch(arches: Arches) -> String {
    if arches == Arches::ALL {
        return String::new();
    }
    let names = [
        (Arches::X86, "X86"),
        (Arches::X64, "X64"),
        (Arches::ARM64, "Arm64"),
    ];
    let names: Vec<&str> = names
        .into_iter()
        .filter(|(arch, _)| arches.contains(*arch))
        .map(|(_, name)| name)
        .collect();
    format!("#[arch({})]\n", names.join(" | "))
}
