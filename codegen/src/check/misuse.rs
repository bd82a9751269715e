//! Each type stands where C lets it stand.

use super::{Context, walk};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Abi, Field, FieldType, Item, ItemKind, Name, Signature, Type};

/// Where a type stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Field,
    Param,
    Result,
    Constant,
    Alias,
}

/// Reports `void` and `String` as the types of things, arrays by value, and `...` where it cannot be.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        match &item.kind {
            ItemKind::Constant(constant) => {
                check_type(&constant.ty, &item.name, Place::Constant, found);
            }
            ItemKind::Alias(ty) => check_type(ty, &item.name, Place::Alias, found),
            _ => {}
        }
    }
    walk::fields(context.model, &mut |_, field: &Field| {
        if let FieldType::Type(ty) = &field.ty {
            check_type(ty, &field.name, Place::Field, found);
        }
    });
    for (item, signature) in walk::signatures(context.model) {
        check_signature(item, signature, found);
    }
}

fn check_signature(item: &Item, signature: &Signature, found: &mut Vec<Diagnostic>) {
    for param in &signature.params {
        check_type(&param.ty, &param.name, Place::Param, found);
    }
    if signature.result != Type::Void {
        check_type(&signature.result, &item.name, Place::Result, found);
    }
    let name = &item.name.text;
    let mut wrong = |message: String, help: &str| {
        found.push(Diagnostic::new(item.name.span, message).with_help(help));
    };
    if signature.variadic && signature.abi != Abi::C {
        wrong(
            format!("`{name}` takes any number of arguments, which only C's convention allows"),
            r#"write `extern "C" fn`"#,
        );
    }
    if signature.variadic && matches!(item.kind, ItemKind::Callback(_)) {
        wrong(
            format!("the callback `{name}` takes any number of arguments"),
            "RDL knows no such callback; leave `...` out",
        );
    }
}

fn check_type(ty: &Type, name: &Name, place: Place, found: &mut Vec<Diagnostic>) {
    let mut wrong = |span: Span, message: String, help: &str| {
        found.push(Diagnostic::new(span, message).with_help(help));
    };
    let text = &name.text;
    match walk::element(ty) {
        Type::Void => wrong(
            name.span,
            format!("`{text}` has the type `void`"),
            "only a pointer can be to `void`: `*mut void`; a function without result has no `->`",
        ),
        Type::String if place != Place::Constant => wrong(
            name.span,
            format!("`{text}` has the type `String`"),
            "only a constant can have it; a string of C is a pointer: `*const u16`",
        ),
        _ => {}
    }
    if matches!(ty, Type::Array { .. }) {
        match place {
            Place::Param => wrong(
                name.span,
                format!("the parameter `{text}` is an array"),
                "C passes a pointer to its first element: `*const T` or `*mut T`",
            ),
            Place::Result => wrong(
                name.span,
                format!("the result of `{text}` is an array"),
                "C returns none; return a pointer or a struct",
            ),
            Place::Constant => wrong(
                name.span,
                format!("the constant `{text}` is an array"),
                "a constant is one number, text, GUID or property key",
            ),
            Place::Field | Place::Alias => {}
        }
    }
}
