//! Which constants functions and records take, and the types that these have to be of.
//!
//! Today's metadata knows neither: `uses.txt` has it from the metadata's previous generation, as
//! windows-sys keeps it. Each line has the items that take constants, the type, and the constants.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxHashSet;

use crate::lower::primitive;
use crate::model::{ItemKind, Model, Name, Type, Value};
use crate::whole::feeds::same_bits;
use crate::winmd::Winmd;

const TABLE: &str = include_str!("uses.txt");

/// The lines: the items, the type and the constants of each.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().filter_map(|line| {
        let (items, rest) = line.split_once(": ")?;
        let (ty, constants) = rest.split_once(' ')?;
        Some((items, ty, constants))
    })
}

/// The constants that items of a model take, by name.
pub(super) fn taken(model: &Model) -> impl Iterator<Item = &'static str> {
    let items: HashSet<&str> = model
        .items
        .iter()
        .map(|item| item.name.text.as_str())
        .collect();
    let lines = lines().filter(move |(takers, ..)| takers.split(' ').any(|of| items.contains(of)));
    lines.flat_map(|(_, _, constants)| constants.split(' '))
}

/// The types of a model that are handles.
pub(super) fn handles(model: &Model) -> FxHashSet<&str> {
    let handles = model.items.iter().filter(|item| match &item.kind {
        ItemKind::Alias(Type::Pointer { to, .. }) => **to == Type::Void,
        _ => false,
    });
    handles.map(|item| item.name.text.as_str()).collect()
}

/// Gives the constants of Microsoft's metadata the types of what takes them.
pub(super) fn retype(model: &mut Model) {
    let [win32, _] = Winmd::system();
    let mut types = HashSet::new();
    let mut constants = HashMap::new();
    for item in &mut model.items {
        let module = model.modules.get(item.module.0 as usize);
        if item.kind.is_type() {
            types.insert(item.name.text.as_str());
        } else if let ItemKind::Constant(of) = &mut item.kind
            && module.is_some_and(|of| of.name == win32.module)
        {
            constants.insert(item.name.text.as_str(), of);
        }
    }
    for (_, ty, names) in lines() {
        for name in names.split(' ') {
            let Some(constant) = constants.get_mut(name) else {
                continue;
            };
            let (Type::Primitive(was), Value::Int(value)) = (&constant.ty, &mut constant.value)
            else {
                continue;
            };
            let Some(integer) = primitive(ty) else {
                // An enumeration, whose constants have its type where it is there.
                if types.contains(ty) {
                    constant.ty = Type::Named(Name {
                        text: ty.to_owned(),
                        span: constant.value_span,
                    });
                }
                continue;
            };
            if let Some(same) = same_bits(*value, *was, integer) {
                *value = same;
                constant.ty = Type::Primitive(integer);
            }
        }
    }
}
