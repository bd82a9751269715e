//! The files of the generated bindings: their names and their whole text.

use crate::emit::{self, Spec};
use crate::layout::Layouts;
use crate::model::{ItemId, Model, ModuleId};
use crate::render::render;
use crate::resolve::Index;

/// What marks a file as generated, so that it may be overwritten and removed.
pub const MARK: &str = "@generated";

/// One file of the bindings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: `mstcpip.rs`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Makes the bindings of a checked model: `mod.rs`, and a file for each spec file.
#[must_use]
pub fn bindings(model: &Model, index: &Index, layouts: &Layouts) -> Vec<File> {
    let spec = Spec::new(model, index, layouts);
    let mut items: Vec<Vec<ItemId>> = vec![Vec::new(); model.modules.len()];
    for (id, item) in (0..).map(ItemId).zip(&model.items) {
        if let Some(items) = items.get_mut(item.module.0 as usize) {
            items.push(id);
        }
    }
    let mut files = vec![File {
        name: "mod.rs".to_owned(),
        text: render(
            &format!("{MARK} by `cargo xtask gen` from specs; do not edit."),
            emit::root(model),
        ),
    }];
    files.extend((0..).map(ModuleId).zip(&model.modules).zip(&items).map(
        |((id, module), items)| File {
            name: format!("{}.rs", module.name),
            text: render(
                &format!(
                    "{MARK} by `cargo xtask gen` from specs/{}.rdl; do not edit.",
                    module.name
                ),
                emit::module(&spec, id, items),
            ),
        },
    ));
    files
}
