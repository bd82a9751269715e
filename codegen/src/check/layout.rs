//! A record is packed or aligned, not both.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;

/// Reports records that are packed and aligned at once, which no Rust type can be.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    walk::records(context.model, &mut |item, record| {
        if record.packed.is_some() && record.align.is_some() {
            let message = format!("a record in `{}` is packed and aligned", item.name.text);
            found.push(
                Diagnostic::new(item.name.span, message).with_help(
                    "keep one; align an outer struct that has the packed one as a field",
                ),
            );
        }
    });
}
