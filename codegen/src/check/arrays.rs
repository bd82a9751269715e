//! An array without elements is the open end of a struct, and nothing else.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{FieldType, RecordKind, Type};

/// Reports arrays of no elements that are not a struct's last field.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    walk::records(context.model, &mut |_, record| {
        let last = record.fields.len().saturating_sub(1);
        for (at, field) in record.fields.iter().enumerate() {
            let FieldType::Type(Type::Array { of, len }) = &field.ty else {
                continue;
            };
            let open_end = at == last && at > 0 && record.kind == RecordKind::Struct;
            if has_none(of) || (*len == 0 && !open_end) {
                let message = format!("`{}` is an array without elements", field.name.text);
                found.push(Diagnostic::new(field.name.span, message).with_help(
                    "give its length; 0 is for the open end of a struct, its last field, behind others",
                ));
            }
        }
    });
}

/// Whether an array is in a type, at any depth, that has no element.
fn has_none(ty: &Type) -> bool {
    let mut ty = ty;
    while let Type::Array { of, len } = ty {
        if *len == 0 {
            return true;
        }
        ty = of;
    }
    false
}
