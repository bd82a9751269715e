//! Prepares the inputs of the generator's cases.

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

use winsec_codegen::bindings::{File, bindings};
use winsec_codegen::emit::{self, Spec};
use winsec_codegen::model::{ItemId, ModuleId};
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::tokens::Tokens;
use winsec_codegen::{Analysis, Options, analyse, parse};

use crate::case::Work;
use crate::input::{made_up, specs, stored, win32};
use crate::peer::bindgen::{self, Metadata};
use crate::peer::rdl;

/// The filter that lets all of Win32 through.
const ALL: [&str; 1] = ["Windows.Win32"];

pub(super) fn specs() -> Work {
    let sources = specs::sources();
    Box::new(move || drop(black_box(generate(&sources, &Options::SPECS))))
}

pub(super) fn specs_parse() -> Work {
    let sources = specs::sources();
    Box::new(move || drop(black_box(parse(&sources, &Options::SPECS))))
}

pub(super) fn specs_analyse() -> Work {
    let sources = specs::sources();
    Box::new(move || drop(black_box(checked(&sources, &Options::SPECS))))
}

pub(super) fn specs_emit() -> Work {
    let found = checked(&specs::sources(), &Options::SPECS);
    Box::new(move || {
        let spec = Spec::new(&found.model, &found.index, &found.layouts);
        let mut tokens = Tokens::new();
        for (at, _) in (0..).zip(&found.model.modules) {
            let id = ModuleId(at);
            let of_module = (0..)
                .map(ItemId)
                .zip(&found.model.items)
                .filter(|(_, item)| item.module == id)
                .map(|(item, _)| item);
            let items: Vec<_> = of_module.collect();
            for piece in emit::pieces(&spec, id, &items) {
                tokens.clear();
                piece.emit(&spec, &mut tokens);
                black_box(&tokens);
            }
        }
    })
}

pub(super) fn specs_bindings() -> Work {
    let found = checked(&specs::sources(), &Options::SPECS);
    Box::new(move || drop(black_box(rendered(&found))))
}

pub(super) fn specs_bindgen() -> Work {
    let found = checked(&specs::sources(), &Options::SPECS);
    let filters = bindgen::filters(&specs::shared_names(&found.model));
    Box::new(move || drop(black_box(bindgen::generate(&Metadata::Whole, &filters))))
}

pub(super) fn specs_bindgen_cut() -> Work {
    let found = checked(&specs::sources(), &Options::SPECS);
    let filters = bindgen::filters(&specs::shared_names(&found.model));
    let metadata = specs_cut(&filters);
    Box::new(move || drop(black_box(bindgen::generate(&metadata, &filters))))
}

/// Metadata of what the filters let through and all that it needs, as a file.
pub(super) fn specs_cut(filters: &[String]) -> Metadata {
    let names = filters.iter().filter_map(|path| path.rsplit('.').next());
    let text = stored("specs", &win32::of_names(&win32::text(), names));
    Metadata::File(rdl::to_metadata(&text))
}

pub(super) fn win32_parse() -> Work {
    let sources = one(win32::text());
    Box::new(move || drop(black_box(parse(&sources, &Options::METADATA))))
}

pub(super) fn win32_analyse() -> Work {
    let sources = one(win32::text());
    Box::new(move || drop(black_box(checked(&sources, &Options::METADATA))))
}

pub(super) fn win32() -> Work {
    whole(win32::text())
}

pub(super) fn win32_reader() -> Work {
    reader(win32::file())
}

pub(super) fn win32_bindgen() -> Work {
    Box::new(|| drop(black_box(bindgen::generate(&Metadata::Whole, ALL))))
}

pub(super) fn win32_both() -> Work {
    let text = win32::file();
    Box::new(move || {
        let metadata = Metadata::Win32(rdl::to_metadata(&text));
        drop(black_box(bindgen::generate(&metadata, ALL)));
    })
}

pub(super) fn cut<const ITEMS: usize>() -> Work {
    let file = win32::cut_file(ITEMS);
    whole(fs::read_to_string(file).expect("the cut can be read"))
}

pub(super) fn cut_reader<const ITEMS: usize>() -> Work {
    reader(win32::cut_file(ITEMS))
}

pub(super) fn made_up<const ITEMS: usize>() -> Work {
    whole(made_up::text(ITEMS, made_up::SEED))
}

pub(super) fn made_up_reader<const ITEMS: usize>() -> Work {
    let text = made_up::text(ITEMS, made_up::SEED);
    reader(stored(&format!("made-up-{ITEMS}"), &text))
}

/// Takes a text in Microsoft's form all the way to Rust.
fn whole(text: String) -> Work {
    let sources = one(text);
    Box::new(move || drop(black_box(generate(&sources, &Options::METADATA))))
}

/// Takes a file as far as windows-rdl does.
fn reader(file: PathBuf) -> Work {
    Box::new(move || drop(black_box(rdl::to_metadata(&file))))
}

fn one(text: String) -> Sources {
    Sources::new([Source::new("win32.rdl", text)])
}

/// Text to Rust.
pub(super) fn generate(sources: &Sources, options: &Options) -> Vec<File> {
    rendered(&checked(sources, options))
}

pub(super) fn checked(sources: &Sources, options: &Options) -> Analysis {
    analyse(sources, options).unwrap_or_else(|found| panic!("{} mistakes: {found:?}", found.len()))
}

fn rendered(found: &Analysis) -> Vec<File> {
    bindings(found)
}
