//! The files of the generated bindings: their names and their whole text.

use crate::emit::{self, Spec};
use crate::model::{ItemId, Module, ModuleId};
use crate::ordered;
use crate::pipeline::Analysis;
use crate::render::{Print, Renderer};
use crate::tokens::Tokens;

/// What marks a file as generated, so that it may be overwritten and removed.
pub const MARK: &str = "@generated";

/// How many pieces keep a thread busy for longer than it takes to start it.
const PIECES_A_THREAD: usize = 16;

/// One file of the bindings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name: `mstcpip.rs`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Makes the bindings: a file for each spec file, in their order, `mod.rs`, and what these need.
#[must_use]
pub fn bindings(analysis: &Analysis) -> Vec<File> {
    files(analysis, &|module| {
        let of = module.map_or("specs".to_owned(), |module| {
            format!("specs/{}.rdl", module.name)
        });
        format!("`cargo xtask gen` from {of}")
    })
}

/// The same, with other words of who made each module, and of what; those of `mod.rs` come for none.
pub(crate) fn files(
    analysis: &Analysis,
    origin: &(dyn Fn(Option<&Module>) -> String + Sync),
) -> Vec<File> {
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
    let modules = (0..).map(ModuleId).zip(&items);
    let pieces: Vec<_> = modules
        .flat_map(|(id, items)| {
            let pieces = emit::pieces(&spec, id, items);
            pieces.into_iter().map(move |piece| (id, piece))
        })
        .collect();
    let headers = model.modules.iter().map(|module| origin(Some(module)));
    let mut prints: Vec<Print> = headers.map(|text| Print::header(&mark(&text))).collect();
    ordered::map(
        &pieces,
        PIECES_A_THREAD,
        || (Tokens::new(), Renderer::default()),
        |(tokens, renderer), (_, piece)| {
            tokens.clear();
            piece.emit(&spec, tokens);
            renderer.items(tokens)
        },
        |(id, _), print| prints[id.0 as usize].append(print),
    );
    let named = model.modules.iter().zip(prints);
    let mut files: Vec<_> = named
        .map(|(module, print)| File {
            name: format!("{}.rs", module.name),
            text: print.finish(),
        })
        .collect();
    let mut root = Print::header(&mark(&origin(None)));
    root.append(Renderer::default().items(&emit::root(model, layouts)));
    files.push(File {
        name: "mod.rs".to_owned(),
        text: root.finish(),
    });
    let shared = [
        (
            emit::has_flag_sets(model),
            emit::FLAG_SET,
            include_str!("bindings/flag_set.rs"),
        ),
        (
            emit::has_packed(layouts),
            emit::PACKED,
            include_str!("bindings/packed.rs"),
        ),
    ];
    let shared = shared.into_iter().filter(|(used, ..)| *used);
    files.extend(shared.map(|(_, name, text)| File {
        name: format!("{name}.rs"),
        text: format!("// {}\n\n{text}", header("codegen")),
    }));
    files
}

/// What a file for others to include is not judged by: names are those of the C headers.
const ALLOWED: &str = "#[allow(
    clippy::all,
    dead_code,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals
)]";

/// When the compiler checks how records lie in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assertions {
    /// Whenever it compiles the bindings.
    Always,
    /// When it compiles the tests of the crate that the bindings are in.
    Tests,
}

/// What one file of bindings has beside the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flat {
    /// Documentation.
    pub(crate) docs: bool,
    /// Assertions of the records' layouts.
    pub(crate) assertions: Option<Assertions>,
}

impl Default for Flat {
    fn default() -> Self {
        Self {
            docs: true,
            assertions: None,
        }
    }
}

/// Makes one file of all items, which works as a module and by `include!`.
///
/// Remarks stand at the top, a line each. What it has inside is in a private module, since an included file cannot allow anything for all
/// of itself.
pub(crate) fn flat(mut analysis: Analysis, origin: &str, remarks: &[String], flat: Flat) -> String {
    for item in &mut analysis.model.items {
        item.module = ModuleId(0);
    }
    analysis.model.modules = vec![Module::default()];
    let model = &analysis.model;
    let spec = Spec::new(model, &analysis.index, &analysis.layouts);
    let items: Vec<ItemId> = (0..model.items.len() as u32).map(ItemId).collect();
    let (mut print, mut assertions) = (Print::default(), Print::default());
    let mut renderer = Renderer::default();
    let mut tokens = Tokens::new();
    for piece in emit::pieces(&spec, ModuleId(0), &items) {
        tokens.clear();
        let print = match (piece.is_assertions(), flat.assertions) {
            (true, None) => continue,
            (true, Some(Assertions::Tests)) => &mut assertions,
            _ => &mut print,
        };
        piece.emit(&spec, &mut tokens);
        if !flat.docs {
            tokens = tokens.without_docs();
        }
        print.append(renderer.items(&tokens));
    }
    let mut text = format!("// {}\n", mark(origin));
    let flags = emit::has_flag_sets(model);
    if flags {
        text.push_str("// It needs the crate `bitflags`, version 2.\n");
    }
    for remark in remarks {
        text.push_str(&format!("// {remark}\n"));
    }
    text.push_str(&format!("\n{ALLOWED}\nmod bindings {{\n"));
    if flags {
        let macros = include_str!("bindings/flag_set.rs").lines();
        // What the macro's own file says of itself is not this module's.
        let macros = macros.filter(|line| {
            let line = line.trim_start();
            !line.starts_with("//!") && (flat.docs || !line.starts_with("///"))
        });
        indent(&mut text, 1, macros.skip_while(|line| line.is_empty()));
        text.push('\n');
    }
    indent(&mut text, 1, print.finish().lines());
    let assertions = assertions.finish();
    if !assertions.trim().is_empty() {
        text.push_str(TESTS);
        indent(&mut text, 2, assertions.lines());
        text.push_str("    }\n");
    }
    text.push_str("}\n\n#[allow(unused_imports)]\npub use bindings::*;\n");
    if emit::has_packed(&analysis.layouts) {
        let wrappers = include_str!("bindings/packed.rs").lines();
        let wrappers = wrappers.filter(|line| !line.starts_with("//!"));
        text.push_str(&format!("\n{ALLOWED}\nmod {} {{\n", emit::PACKED));
        indent(&mut text, 1, wrappers.skip_while(|line| line.is_empty()));
        text.push_str("}\n");
    }
    text
}

/// How the module of assertions begins that tests alone compile.
const TESTS: &str = concat!(
    "\n    #[cfg(test)]\n    mod layouts {\n",
    "        #[allow(unused_imports)]\n        use super::*;\n"
);

/// Adds lines, so many levels in.
fn indent<'l>(text: &mut String, levels: usize, lines: impl Iterator<Item = &'l str>) {
    for line in lines {
        if !line.is_empty() {
            text.push_str(&"    ".repeat(levels));
            text.push_str(line);
        }
        text.push('\n');
    }
}

/// The comment that a file generated of specs begins with.
pub(crate) fn header(source: &str) -> String {
    mark(&format!("`cargo xtask gen` from {source}"))
}

/// The comment that a file begins with that was made by, and of, something.
fn mark(origin: &str) -> String {
    format!("{MARK} by {origin}; do not edit.")
}
