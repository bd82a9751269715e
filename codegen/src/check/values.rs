//! A constant's value is of the kind that its type asks for.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Constant, Item, ItemKind, Primitive, Type, Value};
use crate::resolve::{Index, Underlying};

/// Reports texts, fractions and whole numbers where the type asks for something else.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        if let ItemKind::Constant(constant) = &item.kind
            && let Some((message, help)) = mismatch(context, item, constant)
        {
            found.push(Diagnostic::new(constant.value_span, message).with_help(help));
        }
    }
}

fn mismatch(
    context: &Context<'_>,
    item: &Item,
    constant: &Constant,
) -> Option<(String, &'static str)> {
    let name = &item.name.text;
    let is_string = constant.ty == Type::String;
    match &constant.value {
        Value::Text { .. } if !is_string => Some((
            format!("`{name}` is a text, but its type is another"),
            "give it the type `String`",
        )),
        _ if is_string && !matches!(constant.value, Value::Text { .. }) => Some((
            format!("`{name}` has the type `String`, but is no text"),
            r#"write the text: `"..."`"#,
        )),
        Value::Float(_) if !is_float(context.index, &constant.ty) => Some((
            format!("`{name}` has a fraction, but its type has none"),
            "give it the type `f32` or `f64`, or write a whole number",
        )),
        Value::Int(_) | Value::AllOnes if is_float(context.index, &constant.ty) => Some((
            format!("`{name}` is a whole number, but its type has fractions"),
            "write a fraction: `1.0`",
        )),
        Value::Int(_) | Value::AllOnes | Value::Names(_) if !holds_int(context, item, constant) => {
            Some((
                format!(
                    "`{name}` is a whole number, but its type is a struct, a union or an array"
                ),
                "give it an integer's type, or a pointer's",
            ))
        }
        Value::Float(text) if !text.parse::<f64>().is_ok_and(f64::is_finite) => Some((
            format!("`{name}` is too large for its type"),
            "write a number that a `f64` can hold",
        )),
        _ => None,
    }
}

fn is_float(index: &Index, ty: &Type) -> bool {
    matches!(
        index.behind(ty, Arches::X64),
        Underlying::Primitive(Primitive::F32 | Primitive::F64)
    )
}

/// Whether a whole number can be of this type; an unknown type has been reported already.
fn holds_int(context: &Context<'_>, item: &Item, constant: &Constant) -> bool {
    match &constant.ty {
        Type::Array { .. } => false,
        Type::Named(name) => match context.index.type_item(&name.text, item.arches) {
            Some(id) => !matches!(context.model.items[id.0 as usize].kind, ItemKind::Record(_)),
            None => true,
        },
        _ => true,
    }
}
