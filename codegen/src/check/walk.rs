//! Ways through a model that several rules take.

use super::Context;
use crate::diagnostic::{FileId, Span};
use crate::model::{
    Arches, Field, FieldType, Item, ItemKind, Model, Module, Name, Record, Signature, Type,
};

/// Every struct and union, those defined in place included, with the item that each is part of.
pub fn records<'m>(model: &'m Model, visit: &mut impl FnMut(&'m Item, &'m Record)) {
    for item in &model.items {
        if let ItemKind::Record(record) = &item.kind {
            nested(item, record, visit);
        }
    }
}

fn nested<'m>(item: &'m Item, record: &'m Record, visit: &mut impl FnMut(&'m Item, &'m Record)) {
    visit(item, record);
    for field in &record.fields {
        if let FieldType::Record(inner) = &field.ty {
            nested(item, inner, visit);
        }
    }
}

/// Every field of every struct and union.
pub fn fields<'m>(model: &'m Model, visit: &mut impl FnMut(&'m Item, &'m Field)) {
    records(model, &mut |item, record| {
        for field in &record.fields {
            visit(item, field);
        }
    });
}

/// Every function's and callback's parameters and result.
pub fn signatures(model: &Model) -> impl Iterator<Item = (&Item, &Signature)> {
    model.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Function(function) => Some((item, &function.signature)),
        ItemKind::Callback(callback) => Some((item, &callback.signature)),
        _ => None,
    })
}

/// The type within arrays of arrays.
pub fn element(ty: &Type) -> &Type {
    let mut ty = ty;
    while let Type::Array { of, .. } = ty {
        ty = of;
    }
    ty
}

/// The item that a type's name stands for.
pub fn named<'a>(context: &'a Context<'_>, name: &Name, arches: Arches) -> Option<&'a Item> {
    let id = context.index.type_item(&name.text, arches)?;
    context.model.items.get(id.0 as usize)
}

/// The type that a type is once aliases are followed; one of a cycle, when they never end.
pub fn behind<'a>(context: &'a Context<'_>, ty: &'a Type, arches: Arches) -> &'a Type {
    const CHAIN_LIMIT: usize = 64;
    let mut ty = ty;
    for _ in 0..CHAIN_LIMIT {
        let Type::Named(name) = ty else {
            break;
        };
        match named(context, name, arches).map(|item| &item.kind) {
            Some(ItemKind::Alias(target)) => ty = target,
            _ => break,
        }
    }
    ty
}

/// Every file that was parsed whole, with its module and whether that has items.
pub fn files<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (Span, &'a Module, bool)> {
    let modules = &context.model.modules;
    let mut used = vec![false; modules.len()];
    for item in &context.model.items {
        if let Some(used) = used.get_mut(item.module.0 as usize) {
            *used = true;
        }
    }
    let files = (0..).map(FileId).zip(modules).zip(used);
    let whole = files.filter(|((file, _), _)| !context.faulty.contains(file));
    whole.map(|((file, module), used)| {
        let start = Span {
            file,
            ..Span::default()
        };
        (start, module, used)
    })
}
