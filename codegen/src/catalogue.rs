//! The files of the command-line tool's catalogue: their names and their whole text.

use crate::bindings::{File, header};
use crate::emit::{self, Spec};
use crate::model::{ItemId, ModuleId};
use crate::pipeline::Analysis;
use crate::render::render;

/// Makes the catalogue: `mod.rs`, and a file for each spec file, in their order.
#[must_use]
pub fn catalogue(analysis: &Analysis) -> Vec<File> {
    let Analysis {
        model,
        index,
        layouts,
    } = analysis;
    let spec = Spec::new(model, index, layouts);
    let modules = (0..).map(ModuleId).zip(&model.modules);
    let mut files: Vec<File> = modules
        .map(|(at, module)| {
            let items = (0..).map(ItemId).zip(&model.items);
            let own = items.filter(|(_, item)| item.module == at);
            let own: Vec<ItemId> = own.map(|(id, _)| id).collect();
            let source = format!("specs/{}.rdl", module.name);
            let tokens = emit::catalogue::module(&spec, &module.name, &own);
            File {
                name: format!("{}.rs", module.name),
                text: render(&header(&source), tokens),
            }
        })
        .collect();
    files.push(File {
        name: "mod.rs".to_owned(),
        text: render(&header("specs"), emit::catalogue::root(model)),
    });
    files
}
