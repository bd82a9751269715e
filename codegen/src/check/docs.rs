//! Everything that a spec names must be documented.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{FieldType, ItemKind, Name};

/// Reports what has no documentation.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut need = |docs: &str, name: &Name, what: &str| {
        if docs.trim().is_empty() {
            let message = format!("{what} `{}` is not documented", name.text);
            found.push(
                Diagnostic::new(name.span, message)
                    .with_help("say what it is in a line before it: `/// ...`"),
            );
        }
    };
    for item in &context.model.items {
        let what = match &item.kind {
            ItemKind::Record(_) => "the type",
            ItemKind::Enum(_) => "the enumeration",
            ItemKind::Constant(_) => "the constant",
            ItemKind::Alias(_) => "the alias",
            ItemKind::Function(_) => "the function",
            ItemKind::Callback(_) => "the callback",
            ItemKind::Interface => continue,
        };
        need(&item.docs, &item.name, what);
        if let ItemKind::Enum(item) = &item.kind {
            for member in &item.members {
                need(&member.docs, &member.name, "the member");
            }
        }
    }
    walk::fields(context.model, &mut |_, field| {
        // What C leaves without a name has stand-ins, which need no words.
        let nameless = matches!(field.ty, FieldType::Record(_)) || !field.bits.is_empty();
        if !nameless {
            need(&field.docs, &field.name, "the field");
        }
        for bit in &field.bits {
            if let Some(name) = &bit.name {
                need(&bit.docs, name, "the bit-field");
            }
        }
    });
    for (_, signature) in walk::signatures(context.model) {
        for param in &signature.params {
            need(&param.docs, &param.name, "the parameter");
        }
    }
    for (start, module, used) in walk::files(context) {
        if used && module.docs.trim().is_empty() {
            let message = format!("the file `{}` is not documented", module.name);
            found.push(
                Diagnostic::new(start, message)
                    .with_help("say what it is about in its first line: `//! ...`"),
            );
        }
    }
}
