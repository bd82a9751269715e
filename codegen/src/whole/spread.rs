//! Spreads the items of a large file over several modules.

use crate::model::{Model, Module, ModuleId};

/// How many items one module may have; a file of more is slow to open, and one thread renders it.
const MOST: usize = 10_000;

/// Gives the items of every file that is too large to modules by the first letters of their names.
///
/// Items that are one beside the other stay so, and the order of names does not depend on case.
pub(super) fn spread(model: &mut Model) {
    let mut sizes = vec![0; model.modules.len()];
    for item in &model.items {
        if let Some(size) = sizes.get_mut(item.module.0 as usize) {
            *size += 1;
        }
    }
    let mut modules = Vec::new();
    let mut places: Vec<Vec<Option<ModuleId>>> = vec![vec![None; LETTERS]; sizes.len()];
    for item in &mut model.items {
        let file = item.module.0 as usize;
        let (Some(&size), Some(module)) = (sizes.get(file), model.modules.get(file)) else {
            continue;
        };
        let letter = if size > MOST {
            letter(&item.name.text)
        } else {
            0
        };
        let place = places[file][letter];
        item.module = place.unwrap_or_else(|| {
            let name = match letter {
                0 => module.name.clone(),
                of => format!("{}_{}", module.name, char::from(b'a' + of as u8 - 1)),
            };
            modules.push(Module {
                name,
                docs: module.docs.clone(),
            });
            let id = ModuleId(modules.len() as u32 - 1);
            places[file][letter] = Some(id);
            id
        });
    }
    model.modules = modules;
}

/// How many kinds of first letters there are: none, and 26.
const LETTERS: usize = 27;

/// The place of a name's first letter in the alphabet, counted from 1; 0 where there is none.
fn letter(name: &str) -> usize {
    let first = name.bytes().find(u8::is_ascii_alphabetic);
    first.map_or(0, |first| {
        usize::from(first.to_ascii_lowercase() - b'a') + 1
    })
}
