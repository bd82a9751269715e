//! A struct without fields is one of which nothing is known, and stands behind pointers alone.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, FieldType, ItemKind, Name, RecordKind, Type};

/// Reports structs without fields where their size matters.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    walk::fields(context.model, &mut |item, field| match &field.ty {
        FieldType::Type(ty) => found.extend(by_value(context, ty, item.arches)),
        FieldType::Record(record) if record.fields.is_empty() => {
            let message = format!("`{}` is a struct without fields", field.name.text);
            found.push(
                Diagnostic::new(field.name.span, message)
                    .with_help("write its fields, or leave it out"),
            );
        }
        FieldType::Record(_) => {}
    });
    for (item, signature) in walk::signatures(context.model) {
        let params = signature.params.iter().map(|param| &param.ty);
        for ty in params.chain([&signature.result]) {
            found.extend(by_value(context, ty, item.arches));
        }
    }
}

fn by_value(context: &Context<'_>, ty: &Type, arches: Arches) -> Option<Diagnostic> {
    let Type::Named(name) = walk::element(ty) else {
        return None;
    };
    let opaque = opaque(context, name, arches)?;
    let message = format!("nothing is known of what is in `{}`", opaque.text);
    Some(
        Diagnostic::new(name.span, message)
            .with_related(opaque.span, "it has no fields")
            .with_help(format!(
                "point at it: `*mut {}`, or write its fields",
                name.text
            )),
    )
}

/// The struct without fields that a name stands for, through aliases.
fn opaque<'a>(context: &'a Context<'_>, name: &'a Name, arches: Arches) -> Option<&'a Name> {
    // Aliases of themselves have a rule of their own; the way here ends at some length.
    const CHAIN_LIMIT: usize = 64;
    let mut name = name;
    for _ in 0..CHAIN_LIMIT {
        let id = context.index.type_item(&name.text, arches)?;
        let item = &context.model.items[id.0 as usize];
        match &item.kind {
            ItemKind::Alias(ty) => match walk::element(ty) {
                Type::Named(next) => name = next,
                _ => return None,
            },
            ItemKind::Record(record)
                if record.kind == RecordKind::Struct && record.fields.is_empty() =>
            {
                return Some(&item.name);
            }
            _ => return None,
        }
    }
    None
}
