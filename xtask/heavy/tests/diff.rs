//! `cargo xtask diff`, run as a user runs it, on two versions of a few items.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is none the first time.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).expect("the folder can be made");
    let write = |file: &str, text: &str| {
        fs::write(folder.join(file), text).expect("a file can be written");
    };
    write(
        "old.rdl",
        "#[library(\"a.dll\")] extern fn Lost(); #[library(\"a.dll\")] extern fn LostToo(); const KEPT: u32 = 1;",
    );
    write("new.rdl", "const KEPT: u32 = 1; const ADDED: u32 = 2;");
    write("src/lib.rs", "fn main() { Lost(KEPT) }");
    write("src/notes.txt", "LostToo");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask-heavy"))
        .arg("diff")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("xtask starts");
    let text = [&*output.stdout, &*output.stderr].concat();
    let text = String::from_utf8(text).expect("it prints text");
    (output, text)
}

#[test]
fn what_is_lost_is_told() {
    let folder = folder("diff-all");
    let (output, text) = run(&folder, &["old.rdl", "new.rdl"]);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.starts_with("gone     Lost\ngone     LostToo\n"),
        "{text}"
    );
    let sum = "3 names of old.rdl with new.rdl: 1 unchanged, 2 changed (2 gone), 1 new";
    assert!(text.contains(sum), "{text}");
    let (output, text) = run(&folder, &["old.rdl", "old.rdl"]);
    assert!(output.status.success(), "{text}");
}

#[test]
fn only_what_is_used_is_told() {
    let folder = folder("diff-used");
    let (_, text) = run(&folder, &["old.rdl", "new.rdl", "--used-by", "src"]);
    let sum = "2 names of old.rdl with new.rdl: 1 unchanged, 1 changed (1 gone), 0 new";
    assert!(text.contains(sum), "{text}");
    assert!(!text.contains("LostToo"), "{text}");
}

#[test]
fn a_version_that_is_not_there_is_an_error() {
    let folder = folder("diff-missing");
    let (_, text) = run(&folder, &["older.rdl", "new.rdl"]);
    assert!(text.contains("cannot read older.rdl"), "{text}");
    let (_, text) = run(&folder, &["src", "new.rdl"]);
    assert!(
        text.contains("there is no Windows.Win32.winmd in src"),
        "{text}"
    );
}
