//! Metadata read as it lies says what its text says: for all of Win32, and for what Win32 has not;
//! and damage is an error, never a panic.

use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;

use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::model::{Item, Model};
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::winmd::{Metadata, Winmd};
use winsec_bindgen::{Options, parse};

/// What windows-rdl looks up of attributes.
const ATTRIBUTES: &str = include_str!("../src/emit/rdl/metadata.rdl");

fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// What windows-rdl prints of metadata, read as text.
fn printed(metadata: &[u8], name: &str) -> Model {
    let path = scratch(name);
    windows_rdl::writer()
        .input_bytes(metadata)
        .output(&path)
        .write()
        .expect("windows-rdl prints it");
    let text = fs::read(&path).expect("what was printed can be read");
    let sources = Sources::new([Source::new("win32.rdl", text)]);
    match parse(&sources, &Options::METADATA) {
        Ok(model) => model,
        Err(errors) => panic!("{}", render(&errors, &sources, Style::Plain)),
    }
}

/// The metadata that windows-rdl makes of a text.
fn compiled(rdl: &str, name: &str) -> Vec<u8> {
    let path = scratch(name);
    let text = format!("#[win32] mod Windows {{ mod Win32 {{ {ATTRIBUTES} {rdl} }} }}");
    let mut reader = windows_rdl::reader();
    let read = reader.input_text(&text).output(&path).write();
    if let Err(error) = read {
        panic!("{error}");
    }
    fs::read(path).expect("what was made can be read")
}

/// All that metadata says, or what is wrong with it.
fn read(metadata: &[u8]) -> Result<Model, String> {
    let mut sources = Sources::default();
    let winmd = Winmd {
        module: "win32",
        name: "a.winmd",
        bytes: metadata,
        reference: false,
    };
    let model = Metadata::open(&[winmd], &mut sources).and_then(|metadata| metadata.all());
    model.map_err(|errors| {
        assert!(!errors.is_empty());
        render(&errors, &sources, Style::Plain)
    })
}

/// A thing without the places where it was written, and a type of another namespace by its name.
fn without_places(thing: &impl Debug) -> String {
    const SPAN: &str = "Span { file: ";
    let text = format!("{thing:?}");
    let mut parts = text.split(SPAN);
    let mut without = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        without.push_str(part.split_once(" }").map_or(part, |(_, rest)| rest));
    }
    let mut names = without.split("Named(Name { text: \"");
    let mut last = names.next().unwrap_or_default().to_owned();
    for name in names {
        last.push_str("Named(Name { text: \"");
        let (path, rest) = name.split_once('"').unwrap_or((name, ""));
        last.push_str(path.rsplit("::").next().unwrap_or(path));
        last.push('"');
        last.push_str(rest);
    }
    last
}

/// Compares two models, an item at a time.
fn same(theirs: &Model, ours: &Model) {
    let sorted = |model: &Model| {
        let key = |item: &Item| (item.name.text.clone(), without_places(item));
        let mut keys: Vec<_> = model.items.iter().map(key).collect();
        keys.sort();
        keys
    };
    let (theirs, ours) = (sorted(theirs), sorted(ours));
    for (their, our) in theirs.iter().zip(&ours) {
        assert_eq!(their, our);
    }
    assert_eq!(theirs.len(), ours.len());
}

#[test]
fn all_of_win32_is_what_its_text_says() {
    let theirs = printed(windows_default::WIN32, "winmd-all.rdl");
    assert!(theirs.items.len() > 130_000);
    let ours = read(windows_default::WIN32).expect("the metadata is whole");
    same(&theirs, &ours);
}

/// What Win32 has none of, or little.
const RARE: &str = "
    #[library(\"a.dll\")] extern \"fastcall\" fn Fast(a: u32, #[in] b: *mut u8) -> i32;
    #[library(\"a.dll\", import = \"#7\")] #[noreturn] extern \"C\" fn Printed(text: *const u8, ...);
    extern \"fastcall\" fn FAST(#[opt] a: *const *const u8);
    extern \"C\" fn SLOW() -> f64;
    #[repr(u8)] #[flags] enum SMALL { NONE = 0, ALL = 255, }
    #[repr(i64)] #[scoped] enum WIDE { LEAST = -9223372036854775808, }
    #[packed(2)] union U { a: u64, b: [[u16; 3]; 2], c: struct { d: u8, e: *mut U, } }
    #[align(16)] struct A { bits: u32 { _: 3, x: 5, y: 24, }, f: f32, }
    #[arch(X86)] struct S { a: u32, }
    #[arch(X64 | Arm64)] struct S { a: u64, }
    const HALF: f32 = 0.5; const THIRD: f64 = -0.333; const LONG: u64 = 18446744073709551615;
    #[encoding(\"ansi\")] const TEXT: String = \"a\\\"b\";
    type TWICE = *mut *mut S;
    struct r#type { r#in: bool, U: isize, V: usize, }
";

#[test]
fn what_is_rare_is_what_its_text_says() {
    let metadata = compiled(RARE, "rare.winmd");
    let sources = Sources::new([Source::new("rare.rdl", RARE)]);
    let written = parse(&sources, &Options::METADATA).expect("the text is right");
    let ours = read(&metadata).expect("the metadata is whole");
    same(&written, &ours);
    same(&printed(&metadata, "rare-back.rdl"), &ours);
}

#[test]
fn damage_anywhere_is_an_error_or_another_model() {
    let whole = compiled(RARE, "damaged.winmd");
    for length in 0..whole.len() {
        if let Err(error) = read(&whole[..length]) {
            assert!(error.starts_with("error: "), "{error}");
        }
    }
    // The same on every run.
    let mut state = 1_u64;
    let mut roll = |sides: usize| {
        state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
        (state >> 33) as usize % sides
    };
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..5_000 {
        let mut bytes = whole.clone();
        for _ in 0..=roll(3) {
            let at = roll(bytes.len());
            bytes[at] = match roll(3) {
                0 => 0xFF,
                1 => 0,
                _ => roll(256) as u8,
            };
        }
        match read(&bytes) {
            Ok(_) => right += 1,
            Err(error) => {
                assert!(
                    error.starts_with("error: ") && error.contains("a.winmd"),
                    "{error}"
                );
                wrong += 1;
            }
        }
    }
    assert!(right > 500 && wrong > 500, "{right} right, {wrong} wrong");
}
