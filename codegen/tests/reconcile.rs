//! A folder of generated files is brought up to date, and nothing else in it is touched.

use std::fs;
use std::path::{Path, PathBuf};

use winsec_bindgen::bindings::{File, MARK};
use winsec_bindgen::reconcile::{Action, Change, compare};

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("reconcile")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

fn generated(name: &str, body: &str) -> File {
    File {
        name: name.to_owned(),
        text: format!("// {MARK} by a test.\n\n{body}"),
    }
}

fn actions(changes: &[Change]) -> Vec<(String, Action)> {
    let name = |change: &Change| {
        let name = change.path.file_name().expect("a file has a name");
        name.to_string_lossy().into_owned()
    };
    changes
        .iter()
        .map(|change| (name(change), change.action))
        .collect()
}

fn apply(changes: &[Change]) {
    for change in changes {
        change.apply().expect("the change is made");
    }
}

#[test]
fn only_what_changed_is_written() {
    let folder = folder("only_what_changed");
    let mut files = vec![
        generated("a.rs", "pub const A: u8 = 1;\n"),
        generated("b.rs", "pub const B: u8 = 1;\n"),
    ];
    let changes = compare(&folder, &files).expect("the folder is read");
    assert_eq!(
        actions(&changes),
        [
            ("a.rs".to_owned(), Action::Create),
            ("b.rs".to_owned(), Action::Create)
        ]
    );
    apply(&changes);

    files[1].text.push_str("pub const C: u8 = 2;\n");
    let changes = compare(&folder, &files).expect("the folder is read");
    assert_eq!(
        actions(&changes),
        [
            ("a.rs".to_owned(), Action::Keep),
            ("b.rs".to_owned(), Action::Update)
        ]
    );
    let diff = changes[1].diff();
    assert!(diff.contains("+pub const C: u8 = 2;"), "{diff}");
    assert!(diff.contains(" pub const B: u8 = 1;"), "{diff}");
    assert_eq!(changes[0].diff(), "");
    apply(&changes);

    let changes = compare(&folder, &files).expect("the folder is read");
    assert!(!changes.iter().any(Change::is_stale));
}

#[test]
fn the_line_breaks_of_windows_are_no_change() {
    let folder = folder("line_breaks");
    let files = [generated("a.rs", "pub const A: u8 = 1;\n")];
    fs::write(folder.join("a.rs"), files[0].text.replace('\n', "\r\n")).expect("it is written");
    let changes = compare(&folder, &files).expect("the folder is read");
    assert_eq!(actions(&changes), [("a.rs".to_owned(), Action::Keep)]);
}

#[test]
fn orphans_go_and_what_people_wrote_stays() {
    let folder = folder("orphans");
    let old = generated("old.rs", "pub const OLD: u8 = 1;\n");
    fs::write(folder.join("old.rs"), &old.text).expect("it is written");
    fs::write(folder.join("mine.rs"), format!("//! Not {MARK}?\n")).expect("it is written");
    fs::write(folder.join("notes.txt"), format!("one\n{MARK}\n")).expect("it is written");
    fs::write(folder.join("picture.bin"), [0xFF, 0xFE, 0]).expect("it is written");
    fs::create_dir(folder.join("below")).expect("it is made");
    let changes = compare(&folder, &[]).expect("the folder is read");
    assert_eq!(actions(&changes), [("old.rs".to_owned(), Action::Remove)]);
    let diff = changes[0].diff();
    assert!(diff.contains("+++ /dev/null"), "{diff}");
    assert!(diff.contains("-pub const OLD: u8 = 1;"), "{diff}");
}

#[test]
fn a_folder_that_is_not_there_needs_every_file() {
    let missing = folder("missing").join("below");
    let files = [generated("a.rs", "")];
    let changes = compare(&missing, &files).expect("a missing folder is empty");
    assert_eq!(actions(&changes), [("a.rs".to_owned(), Action::Create)]);
    assert!(changes[0].diff().contains("--- /dev/null"));
    assert!(
        changes[0].apply().is_err(),
        "the folder is the caller's to make"
    );
}
