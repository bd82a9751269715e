//! Types as people read them: the spelling of the specs.

use super::super::number;
use crate::model::Type;

/// A type's text.
pub(super) fn text(of: &Type) -> String {
    match of {
        Type::Void => "void".to_owned(),
        Type::Primitive(primitive) => number::primitive(*primitive).to_owned(),
        Type::String => "String".to_owned(),
        Type::Named(name) => name.text.clone(),
        Type::Pointer { mutable: true, to } => format!("*mut {}", text(to)),
        Type::Pointer { mutable: false, to } => format!("*const {}", text(to)),
        Type::Array { of, len } => format!("[{}; {len}]", text(of)),
    }
}
