//! No file, no union and no enumeration is empty.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{ItemKind, RecordKind};

/// Reports files without items, and unions and enumerations without fields or members.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    files(context, found);
    walk::records(context.model, &mut |item, record| {
        if record.kind == RecordKind::Union && record.fields.is_empty() {
            let message = format!("a union in `{}` has no fields", item.name.text);
            let help = "write its fields; a type of which nothing is known is `struct NAME {}`";
            found.push(Diagnostic::new(item.name.span, message).with_help(help));
        }
    });
    for item in &context.model.items {
        if let ItemKind::Enum(definition) = &item.kind
            && definition.members.is_empty()
        {
            let message = format!("`{}` has no members", item.name.text);
            let help = "write its members, or an alias of the integer: `type NAME = u32;`";
            found.push(Diagnostic::new(item.name.span, message).with_help(help));
        }
    }
}

fn files(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (start, module, used) in walk::files(context) {
        if !used {
            found.push(
                Diagnostic::new(start, format!("the file `{}` has no items", module.name))
                    .with_help("define something, or delete the file"),
            );
        }
    }
}
