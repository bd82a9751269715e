//! The files of the generated bindings: their names and their whole text.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::emit::{self, Spec};
use crate::model::{ItemId, ModuleId};
use crate::pipeline::Analysis;
use crate::render::render;

/// What marks a file as generated, so that it may be overwritten and removed.
pub const MARK: &str = "@generated";

/// How many items keep a thread busy for longer than it takes to start it.
const ITEMS_A_THREAD: usize = 64;

/// One file of the bindings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: `mstcpip.rs`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Makes the bindings: `mod.rs`, and a file for each spec file, in their order.
#[must_use]
pub fn bindings(analysis: &Analysis) -> Vec<File> {
    let Analysis {
        model,
        index,
        layouts,
    } = analysis;
    let spec = Spec::new(model, index, layouts);
    let mut items: Vec<Vec<ItemId>> = vec![Vec::new(); model.modules.len()];
    for (id, item) in (0..).map(ItemId).zip(&model.items) {
        if let Some(items) = items.get_mut(item.module.0 as usize) {
            items.push(id);
        }
    }
    let mut files: Vec<File> = model
        .modules
        .iter()
        .map(|module| format!("{}.rs", module.name))
        .map(|name| File {
            name,
            text: String::new(),
        })
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(items), Some(module)) = (items.get(at), model.modules.get(at)) else {
                return done;
            };
            let source = format!("specs/{}.rdl", module.name);
            let tokens = emit::module(&spec, ModuleId(at as u32), items);
            done.push((at, render(&header(&source), tokens)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(model.items.len().div_ceil(ITEMS_A_THREAD));
    thread::scope(|scope| {
        // Tokens live in the thread that makes them, and what they leave behind goes with it.
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            let done = worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            for (at, text) in done {
                files[at].text = text;
            }
        }
    });
    files.push(File {
        name: "mod.rs".to_owned(),
        text: render(&header("specs"), emit::root(model)),
    });
    files
}

fn header(source: &str) -> String {
    format!("{MARK} by `cargo xtask gen` from {source}; do not edit.")
}
