//! No text makes the front end panic: what is not right is an error with a place in the text.

#[path = "common/outcome.rs"]
mod outcome;

use outcome::{Dice, run, tokens};
use winsec_bindgen::options::{Docs, Options};

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
