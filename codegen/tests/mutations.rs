//! No text makes the front end panic: what is not right is an error with a place in the text.

use winsec_codegen::analyse;
use winsec_codegen::diagnostic::{Style, render};
use winsec_codegen::options::{Docs, Options};
use winsec_codegen::source::{Source, Sources};

/// A spec with every construct.
const SPEC: &str = r##"//! File.
#![header("a.h")]
#[win32]
mod Windows { mod Win32 {
/// Doc.
#[page("a/b")] #[packed(1)] #[arch(X86 | X64)]
struct S { a: u32, Anonymous: #[packed(1)] union { b: [u8; 4], c: *mut *const S, },
    bits: u32 { Low: 3, _: 4, High: 25 }, }
} }
#[repr(u32)] #[flags] enum F { F1 = 0x1, F2 = 2, F3 = F1 | F2, F4 = !0, }
type T = *const void; /* a /* b */ c */
const C: String = "x\"\\\n\u{41}"; const R: String = r#"y"z"#; const D: f64 = -1.5e3;
const G: GUID = 0xaec2ef9c_3a4d_4d3e_8842_239942e39a47; struct GUID { a: u32, b: u16, c: u16, d: [u8; 8] }
#[library("a.dll", import = "b")] #[last_error(GetLastError)] #[error(E, "why")]
extern "C" fn Fn(#[in] #[out] #[len_param(1)] a: *mut u8, r#type: u32, ...) -> i32;
extern fn Cb(#[opt] a: T); const E: i32 = -5; interface I { fn x(&self); }
"##;

const OPTIONS: [Options; 2] = [
    Options {
        docs: Docs::Optional,
        ..Options::SPECS
    },
    Options::METADATA,
];

/// Analyses bytes; whatever the outcome, it comes, and errors are places in the text.
fn run(bytes: &[u8], options: &Options) -> usize {
    let sources = Sources::new([Source::new("a.rdl", bytes)]);
    let Err(errors) = analyse(&sources, options) else {
        return 0;
    };
    assert!(!errors.is_empty());
    for error in &errors {
        let length = sources
            .get(error.span.file)
            .expect("the file is one of the run")
            .text()
            .len();
        assert!(error.span.start <= error.span.end, "{error:?}");
        assert!(error.span.end as usize <= length, "{error:?}");
        assert!(error.help.is_some(), "{error:?}");
        assert!(!error.message.contains('\n'), "{error:?}");
    }
    let shown = &errors[..errors.len().min(3)];
    assert!(render(shown, &sources, Style::Coloured).contains("a.rdl"));
    errors.len()
}

/// A small generator of numbers, the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn the_spec_itself_is_right() {
    assert_eq!(run(SPEC.as_bytes(), &Options::METADATA), 0);
}

#[test]
fn a_spec_cut_at_any_byte_is_an_outcome() {
    for end in 0..SPEC.len() {
        for options in &OPTIONS {
            run(&SPEC.as_bytes()[..end], options);
        }
    }
}

#[test]
fn a_spec_without_any_byte_is_an_outcome() {
    for at in 0..SPEC.len() {
        let mut bytes = SPEC.as_bytes().to_vec();
        bytes.remove(at);
        run(&bytes, &OPTIONS[at % 2]);
    }
}

#[test]
fn tokens_in_any_order_are_an_outcome() {
    let tokens: Vec<&str> = tokens(SPEC);
    let extra = [
        "'",
        "\"",
        "r#\"",
        "/*",
        "*/",
        "//",
        "///",
        "\\",
        "\0",
        "\u{e9}",
        "\u{1F980}",
        "#!",
        "mod",
        "0x",
        "1e",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        "::",
        "&",
        "..",
        "union",
        "-",
        "!",
        "|",
        "b'",
        "c\"x\"",
        "r#",
        "r##",
        "'a",
        "\r",
        "99999999999999999999999999999999999999999",
        "$",
        "_",
    ];
    let mut dice = Dice(1);
    for round in 0..1500 {
        let mut mutated = tokens.clone();
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(mutated.len());
            match dice.roll(5) {
                0 => {
                    mutated.remove(at);
                }
                1 => mutated.insert(at, tokens[dice.roll(tokens.len())]),
                2 => mutated.insert(at, extra[dice.roll(extra.len())]),
                3 => mutated[at] = extra[dice.roll(extra.len())],
                _ => {
                    let other = dice.roll(mutated.len());
                    mutated.swap(at, other);
                }
            }
        }
        let separator = if round % 2 == 0 { " " } else { "" };
        run(mutated.join(separator).as_bytes(), &OPTIONS[round % 2]);
    }
}

/// Words, and every other character on its own.
fn tokens(text: &str) -> Vec<&str> {
    let is_word = |ch: char| ch.is_alphanumeric() || ch == '_';
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if is_word(first) {
            rest.find(|ch| !is_word(ch)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..end]);
        rest = &rest[end..];
    }
    tokens
}
