//! Names and types of RDL.

use std::borrow::Cow;

use crate::emit::{name, number};
use crate::model::Type;

/// A name as RDL writes it.
pub(super) fn ident(text: &str) -> Cow<'_, str> {
    match text {
        "self" | "Self" => format!("{text}_").into(),
        "_" => "unused".into(),
        // RDL is older than this keyword.
        "gen" => text.into(),
        _ if name::is_keyword(text) => format!("r#{text}").into(),
        _ => text.into(),
    }
}

/// A type as RDL writes it: a chain of pointers is constant or mutable as a whole, as the
/// outermost is.
pub(super) fn ty(of: &Type) -> String {
    match of {
        Type::Void => "void".to_owned(),
        Type::Primitive(primitive) => number::primitive(*primitive).to_owned(),
        Type::String => "String".to_owned(),
        Type::Named(name) => ident(&name.text).into_owned(),
        Type::Pointer { mutable, to } => {
            let pointer = if *mutable { "*mut " } else { "*const " };
            let mut text = pointer.to_owned();
            let mut to = &**to;
            while let Type::Pointer { to: next, .. } = to {
                text.push_str(pointer);
                to = next;
            }
            text.push_str(&ty(to));
            text
        }
        Type::Array { of, len } => format!("[{}; {len}]", ty(of)),
    }
}
