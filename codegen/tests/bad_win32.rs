//! Microsoft's own text, broken: cut, mutated, drowned in noise. Never a panic, always an error with
//! its place; and what is still right becomes Rust.

#[path = "common/outcome.rs"]
mod outcome;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use outcome::{Dice, run, tokens};
use winsec_bindgen::options::Options;
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::whole::Whole;
use winsec_bindgen::{analyse, parse};

/// How many texts each test breaks.
const ROUNDS: usize = 1_000;

/// How long a piece of the whole text is, about.
const PIECE: usize = 4_096;

/// The metadata of all Win32, printed once.
fn win32() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad_win32.rdl");
        windows_rdl::writer()
            .input_bytes(windows_default::WIN32)
            .output(&path)
            .write()
            .expect("windows-rdl prints its own metadata");
        fs::read_to_string(&path).expect("what was printed can be read")
    })
}

/// Whole items from anywhere in it, without the modules around them.
fn piece(dice: &mut Dice) -> &'static str {
    const ITEM: &str = "\n        ";
    let text = win32();
    let from = dice.roll(text.len() - 2 * PIECE);
    // An item begins where a line stands in as far as items do, and is not the end of one.
    let begin = |from: usize| {
        let is = |at: &usize| !text[at + ITEM.len()..].starts_with([' ', '}']);
        let mut places = text[from..].match_indices(ITEM).map(|(at, _)| from + at);
        let begin = places.find(|at| is(at) && !text[..*at].ends_with(']'));
        begin.unwrap_or(text.len())
    };
    let start = begin(from);
    &text[start..begin(start + PIECE)]
}

#[test]
fn text_cut_anywhere_is_an_error_with_its_place() {
    let mut dice = Dice(1);
    let mut wrong = 0;
    for _ in 0..ROUNDS {
        let piece = piece(&mut dice);
        let mut end = dice.roll(piece.len());
        while !piece.is_char_boundary(end) {
            end -= 1;
        }
        let whole = format!("#[win32] mod Windows {{ mod Win32 {{ {}", &piece[..end]);
        wrong += usize::from(run(whole.as_bytes(), &Options::METADATA) > 0);
    }
    // A module that is not closed is always an error.
    assert_eq!(wrong, ROUNDS);
}

#[test]
fn the_whole_cut_anywhere_is_an_error_with_its_place() {
    let mut dice = Dice(2);
    for _ in 0..2 {
        let mut end = dice.roll(win32().len());
        while !win32().is_char_boundary(end) {
            end -= 1;
        }
        let sources = Sources::new([Source::new("a.rdl", &win32()[..end])]);
        let errors = parse(&sources, &Options::METADATA).expect_err("its modules are not closed");
        for error in &errors {
            assert!(error.span.start <= error.span.end, "{error:?}");
            assert!(error.span.end as usize <= end, "{error:?}");
        }
    }
}

#[test]
fn noise_is_an_error_with_its_place() {
    let mut dice = Dice(3);
    for round in 0..ROUNDS {
        let length = 1 + dice.roll(PIECE / 4);
        let mut bytes: Vec<u8> = (0..length).map(|_| dice.roll(256) as u8).collect();
        if round % 2 == 0 {
            // What is text, too, so that more than the decoder sees it.
            for byte in &mut bytes {
                *byte = b' ' + *byte % 95;
            }
        }
        run(&bytes, &Options::METADATA);
    }
}

#[test]
fn what_is_still_right_becomes_rust() {
    let mut dice = Dice(4);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..ROUNDS {
        let mut mutated = tokens(piece(&mut dice));
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(mutated.len());
            let other = dice.roll(mutated.len());
            match dice.roll(4) {
                0 => {
                    mutated.remove(at);
                }
                1 => mutated[at] = mutated[other],
                2 => mutated.swap(at, other),
                _ => mutated.insert(at, mutated[other]),
            }
        }
        let mut text = mutated.concat();
        // Most names that a piece uses are defined elsewhere.
        text.push_str(&definitions(&text));
        if run(text.as_bytes(), &Options::METADATA) > 0 {
            wrong += 1;
            continue;
        }
        right += 1;
        let sources = Sources::new([Source::new("a.rdl", text.as_str())]);
        let analysis = analyse(&sources, &Options::METADATA).expect("it was right just now");
        let whole = Whole::of(analysis.model, &sources, |_| true).expect("what is left is right");
        for file in whole.files("a test") {
            if let Err(error) = syn::parse_file(&file.text) {
                panic!("{error}\n{text}\n{}", file.text);
            }
        }
    }
    assert!(right > ROUNDS / 20, "{right} of {ROUNDS} are right");
    assert!(wrong > ROUNDS / 20, "{wrong} of {ROUNDS} are wrong");
}

/// Integers by the names of the types that a text does not know.
fn definitions(text: &str) -> String {
    let sources = Sources::new([Source::new("a.rdl", text)]);
    let Err(errors) = analyse(&sources, &Options::METADATA) else {
        return String::new();
    };
    let unknown = errors.iter().filter_map(|error| {
        let name = error.message.strip_prefix("unknown type `")?;
        name.strip_suffix('`')
    });
    let mut names: Vec<&str> = unknown.collect();
    names.sort_unstable();
    names.dedup();
    let define = |name: &str| format!("\ntype {name} = u32;");
    names.into_iter().map(define).collect()
}
