//! What a caller must see to: the `# Safety` section, from what is known of the parameters.

use super::docs::Docs;
use super::{Spec, params};
use crate::model::{Direction, Function, Item, ItemKind, Param, Type};

/// What a parameter's type lets a function do.
enum Role {
    /// A number: nothing.
    Value,
    /// A handle: a pointer that only Windows looks behind.
    Handle,
    /// A function to call.
    Callback,
    /// A text with a terminator.
    Text,
    /// Memory to read or to write.
    Memory,
}

/// Writes the section.
pub(super) fn document(spec: &Spec<'_>, item: &Item, function: &Function, docs: &mut Docs) {
    docs.heading("Safety");
    let params = &function.signature.params;
    let mut rules = params
        .iter()
        .filter_map(|param| rule(spec, item, params, param))
        .peekable();
    if rules.peek().is_none() {
        docs.paragraph(
            "No memory is passed; the caller keeps to what is documented for the function.",
        );
        return;
    }
    docs.part();
    for rule in rules {
        docs.entry(rule, "");
    }
}

fn rule(spec: &Spec<'_>, item: &Item, params: &[Param], param: &Param) -> Option<String> {
    let name = &param.name.text;
    let role = role(spec, item, &param.ty);
    if param.reserved {
        return match role {
            Role::Value => None,
            _ => Some(format!("`{name}` must be null.")),
        };
    }
    let or_null = if param.optional { "null or " } else { "" };
    Some(match role {
        Role::Value => return None,
        Role::Handle => {
            let kind = match &param.ty {
                Type::Named(of) => format!("a valid `{}`", of.text),
                _ => "a valid handle".to_owned(),
            };
            format!("`{name}` must be {or_null}{kind}.")
        }
        Role::Callback => {
            let or_none = if param.optional { "`None` or " } else { "" };
            format!("`{name}` must be {or_none}a function that is safe to call as its type says.")
        }
        Role::Text if param.len.is_none() && param.direction == Direction::In => {
            format!("`{name}` must be {or_null}a readable text that ends in NUL.")
        }
        Role::Text | Role::Memory => {
            let access = match param.direction {
                Direction::In => "reading",
                Direction::Out => "writing",
                Direction::InOut => "reading and writing",
            };
            let extent = match param.len {
                Some(len) => params::size(spec, item, params, len),
                None => extent(spec, item, &param.ty),
            };
            format!("`{name}` must be {or_null}valid for {access} {extent}.")
        }
    })
}

/// What a pointer without a size points at, in words.
fn extent(spec: &Spec<'_>, item: &Item, ty: &Type) -> String {
    match spec.behind(ty, item.arches) {
        Type::Pointer { to, .. } => match spec.behind(to, item.arches) {
            Type::Void => "as many bytes as is documented".to_owned(),
            _ => match &**to {
                Type::Named(name) => format!("one `{}`", name.text),
                Type::Primitive(primitive) => {
                    format!("one `{}`", super::number::primitive(*primitive))
                }
                Type::Pointer { .. } => "one pointer".to_owned(),
                _ => "one value".to_owned(),
            },
        },
        _ => "what it points at".to_owned(),
    }
}

/// Whether a parameter is passed as a pointer.
pub(super) fn is_pointer(spec: &Spec<'_>, item: &Item, ty: &Type) -> bool {
    matches!(spec.behind(ty, item.arches), Type::Pointer { .. })
}

fn role(spec: &Spec<'_>, item: &Item, ty: &Type) -> Role {
    match spec.behind(ty, item.arches) {
        Type::Pointer { to, .. } => {
            let Type::Named(name) = ty else {
                return Role::Memory;
            };
            match spec.behind(to, item.arches) {
                // `HANDLE`, `HINTERNET`: a name for a pointer to nothing in particular.
                Type::Void if name.text.starts_with('H') || name.text.ends_with("HANDLE") => {
                    Role::Handle
                }
                Type::Primitive(_) if name.text.contains("STR") => Role::Text,
                _ => Role::Memory,
            }
        }
        Type::Named(name) => match spec.named(name, item.arches) {
            Some((_, item)) => match item.kind {
                ItemKind::Callback(_) => Role::Callback,
                ItemKind::Interface => Role::Handle,
                _ => Role::Value,
            },
            None => Role::Value,
        },
        _ => Role::Value,
    }
}
