//! How files come, in what order and with which line ends, changes nothing.

use winsec_bindgen::analyse;
use winsec_bindgen::options::{Docs, Options};
use winsec_bindgen::source::{Position, Source, Sources};

const UNDOCUMENTED: Options = Options {
    docs: Docs::Optional,
    ..Options::SPECS
};

#[test]
fn neither_order_nor_line_ends_nor_marks_change_anything() {
    let first = "//! First.\n\n/// Text\n/// of two lines.\nstruct A {\n    b: B,\n}\n";
    let second = "/** Block\n * text. */\ntype B = u32;\nconst C: String = \"a\\\n    b\";\n";
    let plain = |name: &str, text: &str| Source::new(name, text);
    let windows = |name: &str, text: &str| {
        Source::new(name, format!("\u{FEFF}{}", text.replace('\n', "\r\n")))
    };
    let run = |files: [Source; 2]| {
        let sources = Sources::new(files);
        let analysis = analyse(&sources, &UNDOCUMENTED).expect("the specs are right");
        analysis.model
    };
    let expected = run([plain("x/a.rdl", first), plain("x/b.rdl", second)]);
    assert_eq!(expected.items[0].docs, "Text\nof two lines.");
    assert_eq!(
        run([plain("x/b.rdl", second), plain("x/a.rdl", first)]),
        expected
    );
    assert_eq!(
        run([windows("x\\a.rdl", first), windows("x\\b.rdl", second)]),
        expected
    );
    assert_eq!(
        run([windows("x/b.rdl", second), plain("x/a.rdl", first)]),
        expected
    );
}

#[test]
fn errors_come_in_one_order() {
    let wrong = |name: &str| Source::new(name, "struct A { a: X, a: Y }\nconst B: u8 = 256;\n");
    let run = |files: Vec<Source>| analyse(&Sources::new(files), &UNDOCUMENTED).expect_err("wrong");
    let errors = run(vec![wrong("a.rdl"), wrong("b.rdl"), wrong("c.rdl")]);
    assert_eq!(
        run(vec![wrong("c.rdl"), wrong("a.rdl"), wrong("b.rdl")]),
        errors
    );
    assert!(errors.windows(2).all(|pair| pair[0].span <= pair[1].span));
}

#[test]
fn places_are_lines_and_columns_of_characters() {
    let sources = Sources::new([Source::new(
        "a.rdl",
        "\u{FEFF}// \u{1F980}\r\nstruct A { x: B }\n",
    )]);
    let errors = analyse(&sources, &UNDOCUMENTED).expect_err("B is unknown");
    let expected = Position {
        line: 2,
        column: 15,
    };
    assert_eq!(sources.position(errors[0].span), expected);
    assert_eq!(sources.text(errors[0].span), "B");
}

#[test]
fn folders_are_read_in_the_order_of_names() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("folder_of_specs");
    std::fs::create_dir_all(folder.join("inner.rdl")).expect("the folder is made");
    for (name, text) in [
        ("b.rdl", "type B = A;"),
        ("a.rdl", "type A = u8;"),
        ("c.txt", "?"),
    ] {
        std::fs::write(folder.join(name), text).expect("the file is written");
    }
    let sources = Sources::load([&folder, &folder.join("a.rdl")]).expect("the folder is read");
    let names: Vec<_> = sources.iter().map(|(_, source)| source.stem()).collect();
    assert_eq!(names, ["a", "b"]);
    let error = Sources::load([folder.join("missing.rdl")]).expect_err("it is missing");
    assert!(error.to_string().contains("missing.rdl"), "{error}");
}
