//! Every type's name must name a type.

use std::collections::HashSet;

use super::Index;
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Field, FieldType, Item, ItemKind, Model, Name, Signature, Type};
use crate::nearest::Search;

/// Reports the names of types that do not exist.
pub fn look_up(
    model: &Model,
    index: &Index,
    lost: &HashSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let search = Search::new();
    let mut report = |name: &Name, item: &Item| {
        let somewhere = arches(index, name);
        let known = somewhere != Arches::NONE && somewhere.contains(item.arches);
        // A path leads to another namespace, of which nothing is known.
        if !known && !name.text.contains("::") && !lost.contains(&name.text) {
            diagnostics.push(unknown(index, &search, name, item, somewhere));
        }
    };
    for item in &model.items {
        match &item.kind {
            ItemKind::Record(record) => fields(&record.fields, &mut |name| report(name, item)),
            ItemKind::Constant(constant) => ty(&constant.ty, &mut |name| report(name, item)),
            ItemKind::Alias(target) => ty(target, &mut |name| report(name, item)),
            ItemKind::Function(function) => {
                signature(&function.signature, &mut |name| report(name, item));
            }
            ItemKind::Callback(callback) => {
                signature(&callback.signature, &mut |name| report(name, item));
            }
            ItemKind::Enum(_) | ItemKind::Interface => {}
        }
    }
}

fn fields(all: &[Field], found: &mut impl FnMut(&Name)) {
    for field in all {
        match &field.ty {
            FieldType::Type(named) => ty(named, found),
            FieldType::Record(record) => fields(&record.fields, found),
        }
    }
}

fn signature(signature: &Signature, found: &mut impl FnMut(&Name)) {
    for param in &signature.params {
        ty(&param.ty, found);
    }
    ty(&signature.result, found);
}

fn ty(ty: &Type, found: &mut impl FnMut(&Name)) {
    let mut ty = ty;
    loop {
        match ty {
            Type::Pointer { to, .. } => ty = to,
            Type::Array { of, .. } => ty = of,
            Type::Named(name) => return found(name),
            Type::Void | Type::Primitive(_) | Type::String => return,
        }
    }
}

/// The architectures for which there is a type of a name.
fn arches(index: &Index, name: &Name) -> Arches {
    let items = index.type_items(&name.text);
    items.fold(Arches::NONE, |all, (_, arches)| all.union(arches))
}

fn unknown(
    index: &Index,
    search: &Search,
    name: &Name,
    item: &Item,
    somewhere: Arches,
) -> Diagnostic {
    let text = &name.text;
    if somewhere != Arches::NONE {
        let all = if somewhere.intersects(item.arches) {
            "all of "
        } else {
            ""
        };
        let found = Diagnostic::new(
            name.span,
            format!("`{text}` does not exist on {all}this item's architectures"),
        );
        return found.with_help(format!(
            "define `{text}` for them too, or limit this item by `#[arch(..)]`"
        ));
    }
    let found = Diagnostic::new(name.span, format!("unknown type `{text}`"));
    let types = index.types.keys().map(AsRef::as_ref);
    if !index.values(text).is_empty() {
        found.with_help(format!("`{text}` is a value, not a type"))
    } else if !index.functions(text).is_empty() {
        found.with_help(format!(
            "`{text}` is a function of a DLL; a callback has no `#[library]`"
        ))
    } else if let Some(names) = search.nearest(text, types.chain(PRIMITIVES)) {
        found.with_help(format!("did you mean {names}?"))
    } else {
        found.with_help("define it, or fetch it by `cargo xtask import`")
    }
}

/// The names of the language's own types.
const PRIMITIVES: [&str; 15] = [
    "bool", "f32", "f64", "i16", "i32", "i64", "i8", "isize", "u16", "u32", "u64", "u8", "usize",
    "void", "String",
];
