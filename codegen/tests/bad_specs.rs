//! Wrong specs, each beside the errors that it must give.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use winsec_bindgen::analyse;
use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::options::{Docs, Options};
use winsec_bindgen::source::{Source, Sources};

/// Set it, to any value, to write what is expected anew.
const BLESS: &str = "BLESS";

/// Rules of the house, without the need to document every line.
const UNDOCUMENTED: Options = Options {
    docs: Docs::Optional,
    ..Options::SPECS
};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

/// What is printed for files, each given by its name and content.
fn errors_of(files: Vec<(String, Vec<u8>)>, options: &Options) -> String {
    let files = files
        .into_iter()
        .map(|(name, content)| Source::new(name, content));
    let sources = Sources::new(files);
    match analyse(&sources, options) {
        Ok(_) => String::new(),
        Err(diagnostics) => {
            for found in &diagnostics {
                assert!(found.help.is_some(), "no help: {}", found.message);
            }
            render(&diagnostics, &sources, Style::Plain)
        }
    }
}

/// Compares what is printed with the file beside the spec; says so when it differs.
fn compare(expected: &Path, printed: &str) -> Option<String> {
    if std::env::var_os(BLESS).is_some() {
        fs::write(expected, printed).expect("the expected file is written");
        return None;
    }
    let wanted = fs::read_to_string(expected)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if printed.is_empty() {
        return Some(format!("{} gives no error", expected.display()));
    }
    (wanted != printed).then(|| format!("{} differs; it is now:\n{printed}", expected.display()))
}

fn check(differences: &[String]) {
    assert!(
        differences.is_empty(),
        "{}\nIf this is right, run the test again with {BLESS}=1 and look at what it writes.",
        differences.join("\n")
    );
}

fn content(path: &Path, shown: &str) -> (String, Vec<u8>) {
    let name = path
        .file_name()
        .expect("a file has a name")
        .to_string_lossy();
    (
        format!("{shown}{name}"),
        fs::read(path).expect("the fixture is read"),
    )
}

/// Runs every fixture of a folder: a file, or a folder of files that belong together.
fn run_folder(name: &str, options: &Options) -> usize {
    let entries: BTreeSet<PathBuf> = fs::read_dir(folder(name))
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry is read").path())
        .collect();
    let mut differences = Vec::new();
    let mut fixtures = 0;
    for path in &entries {
        let files = if path.is_dir() {
            let inner = fs::read_dir(path).expect("the folder is read");
            inner
                .map(|entry| content(&entry.expect("the entry is read").path(), "specs/"))
                .collect()
        } else if path.extension().is_some_and(|ext| ext == "rdl") {
            vec![content(path, "specs/")]
        } else {
            let rdl = path.with_extension("rdl");
            let spec = entries.contains(&rdl) || entries.contains(&path.with_extension(""));
            assert!(spec, "{} belongs to no spec", path.display());
            continue;
        };
        fixtures += 1;
        let printed = errors_of(files, options);
        differences.extend(compare(&path.with_extension("expected"), &printed));
    }
    check(&differences);
    fixtures
}

#[test]
fn wrong_specs_give_the_expected_errors() {
    let fixtures = run_folder("bad", &UNDOCUMENTED);
    assert!(fixtures >= 50, "only {fixtures} fixtures were found");
}

#[test]
fn undocumented_specs_give_the_expected_errors() {
    run_folder("bad_documented", &Options::SPECS);
}

/// What is too large, or no text, for a fixture: made here, with its expected errors in a file.
#[test]
fn huge_and_binary_specs_give_the_expected_errors() {
    const MIB: usize = 1 << 20;
    const DEEP: usize = 10_000;
    let utf16: Vec<u8> = "const A: u32 = 1;\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let with_mark = [&[0xFF, 0xFE], utf16.as_slice()].concat();
    let padding = "x: u32, ".repeat(MIB / 16);
    let cases: [(&str, Vec<u8>); 9] = [
        ("latin_1", b"/// Gr\xFC\xDFe.\nconst A: u32 = 1;\n".to_vec()),
        (
            "cut_character",
            b"\xEF\xBB\xBF// One line\r\nconst A: String = \"\xE2\x82".to_vec(),
        ),
        ("utf_16", with_mark),
        ("utf_16_without_mark", utf16),
        (
            "long_line",
            format!(
                "struct A {{ {padding}y: MISSING, {} }}",
                padding.replace('x', "z")
            )
            .into_bytes(),
        ),
        (
            "long_name",
            format!("const A: {} = 1;", "X".repeat(MIB)).into_bytes(),
        ),
        (
            "deep_braces",
            format!(
                "struct A {}{}",
                "{ a: struct ".repeat(DEEP),
                "}".repeat(DEEP)
            )
            .into_bytes(),
        ),
        (
            "deep_arrays",
            format!("type A = {}u8{};", "[".repeat(DEEP), "; 1]".repeat(DEEP)).into_bytes(),
        ),
        (
            "deep_pointers",
            format!("type A = {}u8;", "*mut ".repeat(DEEP)).into_bytes(),
        ),
    ];
    let mut differences = Vec::new();
    for (name, content) in cases {
        let options = Options {
            rules: winsec_bindgen::options::Rules::Metadata,
            ..UNDOCUMENTED
        };
        let printed = errors_of(vec![(format!("specs/{name}.rdl"), content)], &options);
        assert!(
            printed.len() < 4096,
            "{name} prints {} bytes",
            printed.len()
        );
        let expected = folder("bad_generated")
            .join(name)
            .with_extension("expected");
        differences.extend(compare(&expected, &printed));
    }
    check(&differences);
}
