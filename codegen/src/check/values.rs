//! A constant's value is of the kind that its type asks for.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Constant, Field, FieldType, Item, ItemKind, Primitive, Type, Value};
use crate::options::Rules;
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
        Value::Int(_) | Value::AllOnes | Value::Names(_) => {
            let other = holds_no_int(context, item, &constant.ty)?;
            Some((
                format!("`{name}` is a whole number, but its type is {other}"),
                "give it an integer's type, or a pointer's",
            ))
        }
        Value::Guid(_) if !is_guid(context, item, &constant.ty) => Some((
            format!("`{name}` is a GUID, but its type is no struct of four fields"),
            "a GUID is `struct GUID { Data1: u32, Data2: u16, Data3: u16, Data4: [u8; 8] }`",
        )),
        Value::PropertyKey { .. } if !is_key(context, item, &constant.ty) => Some((
            format!("`{name}` is a property key, but its type is none"),
            "a key is a struct of two fields: a GUID and a `u32`",
        )),
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

/// What a type is of which no whole number can be; an unknown type has been reported already.
fn holds_no_int(context: &Context<'_>, item: &Item, ty: &Type) -> Option<&'static str> {
    match walk::behind(context, ty, item.arches) {
        Type::Array { .. } => Some("an array"),
        Type::Named(name) => match &walk::named(context, name, item.arches)?.kind {
            ItemKind::Record(record) => match &record.fields[..] {
                // A handle that is a struct of one field.
                [
                    Field {
                        ty: FieldType::Type(ty),
                        ..
                    },
                ] if context.rules == Rules::Metadata => holds_no_int(context, item, ty),
                _ => Some("a struct or a union"),
            },
            ItemKind::Callback(_) => Some("a callback"),
            _ => None,
        },
        _ => None,
    }
}

/// The fields of the struct that a type is; an unknown type has been reported already.
fn fields<'a>(context: &'a Context<'_>, item: &Item, ty: &'a Type) -> Option<&'a [Field]> {
    let Type::Named(name) = walk::behind(context, ty, item.arches) else {
        return None;
    };
    match &walk::named(context, name, item.arches)?.kind {
        ItemKind::Record(record) => Some(&record.fields),
        _ => None,
    }
}

fn is_guid(context: &Context<'_>, item: &Item, ty: &Type) -> bool {
    fields(context, item, ty).is_some_and(|fields| fields.len() == 4)
}

fn is_key(context: &Context<'_>, item: &Item, ty: &Type) -> bool {
    let Some([format, id]) = fields(context, item, ty) else {
        return false;
    };
    let FieldType::Type(format) = &format.ty else {
        return false;
    };
    let FieldType::Type(id) = &id.ty else {
        return false;
    };
    is_guid(context, item, format)
        && context.index.behind(id, item.arches) == Underlying::Primitive(Primitive::U32)
}
