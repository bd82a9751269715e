//! The types that an item is written with.

use crate::model::{FieldType, Item, ItemKind, Record, Signature, Type};

/// Shows every type that an item is written with; those inside of it come with it.
pub fn each<'m>(item: &'m Item, visit: &mut impl FnMut(&'m Type)) {
    match &item.kind {
        ItemKind::Record(of) => record(of, visit),
        ItemKind::Constant(of) => visit(&of.ty),
        ItemKind::Alias(of) => visit(of),
        ItemKind::Function(of) => signature(&of.signature, visit),
        ItemKind::Callback(of) => signature(&of.signature, visit),
        ItemKind::Enum(_) | ItemKind::Interface => {}
    }
}

fn record<'m>(of: &'m Record, visit: &mut impl FnMut(&'m Type)) {
    for field in &of.fields {
        match &field.ty {
            FieldType::Type(ty) => visit(ty),
            FieldType::Record(inner) => record(inner, visit),
        }
    }
}

fn signature<'m>(of: &'m Signature, visit: &mut impl FnMut(&'m Type)) {
    for param in &of.params {
        visit(&param.ty);
    }
    visit(&of.result);
}

/// The same, so that they can be changed.
pub fn each_mut(item: &mut Item, visit: &mut impl FnMut(&mut Type)) {
    match &mut item.kind {
        ItemKind::Record(of) => record_mut(of, visit),
        ItemKind::Constant(of) => visit(&mut of.ty),
        ItemKind::Alias(of) => visit(of),
        ItemKind::Function(of) => signature_mut(&mut of.signature, visit),
        ItemKind::Callback(of) => signature_mut(&mut of.signature, visit),
        ItemKind::Enum(_) | ItemKind::Interface => {}
    }
}

fn record_mut(of: &mut Record, visit: &mut impl FnMut(&mut Type)) {
    for field in &mut of.fields {
        match &mut field.ty {
            FieldType::Type(ty) => visit(ty),
            FieldType::Record(inner) => record_mut(inner, visit),
        }
    }
}

fn signature_mut(of: &mut Signature, visit: &mut impl FnMut(&mut Type)) {
    for param in &mut of.params {
        visit(&mut param.ty);
    }
    visit(&mut of.result);
}

/// The name in a type, if there is one, and whether it stands behind a pointer.
pub fn named(ty: &Type) -> Option<(&str, bool)> {
    let mut ty = ty;
    let mut pointer = false;
    loop {
        match ty {
            Type::Named(name) => return Some((&name.text, pointer)),
            Type::Array { of, .. } => ty = of,
            Type::Pointer { to, .. } => {
                pointer = true;
                ty = to;
            }
            Type::Void | Type::Primitive(_) | Type::String => return None,
        }
    }
}

/// The place of the name in a type.
pub fn innermost(ty: &mut Type) -> &mut Type {
    match ty {
        Type::Array { of, .. } => innermost(of),
        Type::Pointer { to, .. } => innermost(to),
        Type::Void | Type::Primitive(_) | Type::String | Type::Named(_) => ty,
    }
}
