//! `cargo xtask win32`, run as a user runs it, on metadata of a few items.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const METADATA: &str = "#[win32]
mod Windows {
    mod Win32 {
        type SOCKET = usize;
        struct SOCKET_PAIR {
            one: SOCKET,
            other: SOCKET,
        }
        #[library(\"ws2_32.dll\")]
        extern fn Pair(pair: *mut SOCKET_PAIR, by: IPairing) -> i32;
        #[no_guid]
        interface IPairing {}
        #[library(\"ws2_32.dll\")]
        extern fn Lost(by: super::Elsewhere::Thing);
        struct SERVICE_STATUS {
            dwServiceType: u32,
        }
        const SERVICE_WIN32_OWN_PROCESS: i32 = 16;
        const SOMETHING: i32 = 1;
    }
}
";

/// A fresh folder with the metadata in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is none the first time.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join("few.rdl"), METADATA).expect("the metadata can be written");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask-heavy"))
        .args(["win32", "out", "--from", "few.rdl"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("xtask starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn every_item_is_accounted_for() {
    let folder = folder("win32-all");
    let output = run(&folder, &["--skip"]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let sum = "8 items in few.rdl = 7 generated + 1 skipped + 0 not asked for";
    assert!(said.contains(sum), "{said}");
    assert!(
        said.contains("Skipped Lost: it holds a `super::Elsewhere::Thing`, which is not there"),
        "{said}"
    );
    let report = fs::read_to_string(folder.join("out/REPORT.md")).expect("there is a report");
    assert!(report.contains(sum), "{report}");
    assert!(report.contains("- `IPairing`"), "{report}");
    let typed = "2 constants = 1 by what they feed + 0 that had that type + 1 left + 0 that";
    assert!(said.contains(typed), "{said}");
    let example = "`SERVICE_WIN32_OWN_PROCESS`: `u32` (SERVICE_STATUS.dwServiceType)";
    assert!(report.contains(example), "{report}");
    let bindings = fs::read_to_string(folder.join("out/src/win32/few.rs")).expect("there are some");
    assert!(bindings.contains("pub struct SOCKET_PAIR {"), "{bindings}");
    let typed = "pub const SERVICE_WIN32_OWN_PROCESS: u32 = 16;";
    assert!(bindings.contains(typed), "{bindings}");
    // Nothing but the metadata and the crate is left.
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 2);
}

#[test]
fn pages_document_the_crate() {
    let folder = folder("win32-docs");
    let write = |file: &str, text: &str| {
        fs::create_dir_all(folder.join("pages")).expect("the folder can be made");
        fs::write(folder.join("pages").join(file), text).expect("the page can be written");
    };
    write(
        "pair.md",
        "---\nUID: NS:few._SOCKET_PAIR\nreq.target-min-winverclnt: Windows 95\n---\n\n\
         # SOCKET_PAIR structure\n\n## -description\n\nTwo sockets, of Vec<[u8]> each.\n\n\
         ## -struct-fields\n\n### -field one\n\nThe first.\n\n### -field third\n\nNone.\n",
    );
    write(
        "pair2.md",
        "---\nUID: NS:few._SOCKET_PAIR\n---\n\n# SOCKET_PAIR structure\n\n## -description\n\nMore.\n",
    );
    write("other.md", "# Elsewhere function\n");
    write("article.md", "# About pairs\n");
    write("bad.md", "---\nUID: NS\n---\n");
    let output = run(&folder, &["--docs", "pages", "--skip"]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let sum = "1 of 7 items; 5 pages = 1 used + 1 second of an item + 1 of no item here + 1 not about one item + 1 failed";
    assert!(said.contains(sum), "{said}");
    let report = fs::read_to_string(folder.join("out/REPORT.md")).expect("there is a report");
    assert!(report.contains(sum), "{report}");
    assert!(
        report.contains("- pages/bad.md:2: the UID `NS` does not name"),
        "{report}"
    );
    assert!(report.contains("has no field `third`"), "{report}");
    let second = "`SOCKET_PAIR` has the words of another page, pages/pair.md";
    assert!(report.contains(second), "{report}");
    let bindings = fs::read_to_string(folder.join("out/src/win32/few.rs")).expect("there are some");
    let docs = "/// Two sockets, of Vec\\<\\[u8\\]> each.\n";
    assert!(bindings.contains(docs), "{bindings}");
    assert!(bindings.contains("    /// The first.\n"), "{bindings}");
    assert!(bindings.contains("few/ns-few-socket_pair"), "{bindings}");
}

#[test]
fn a_part_is_replaced_by_another() {
    let folder = folder("win32-part");
    assert!(run(&folder, &["--skip"]).status.success());
    let output = run(&folder, &["--only", "SOCKET_*"]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let sum = "8 items in few.rdl = 2 generated + 0 skipped + 6 not asked for";
    assert!(said.contains(sum), "{said}");
    let bindings = fs::read_to_string(folder.join("out/src/win32/few.rs")).expect("there are some");
    assert!(!bindings.contains("Pair("), "{bindings}");
}

#[test]
fn nothing_of_others_is_replaced() {
    let folder = folder("win32-others");
    fs::create_dir(folder.join("out")).expect("the folder can be made");
    fs::write(folder.join("out/mine.txt"), "mine").expect("the file can be written");
    let output = run(&folder, &[]);
    assert!(!output.status.success());
    assert!(
        said(&output).contains("name another folder"),
        "{}",
        said(&output)
    );
    assert!(folder.join("out/mine.txt").is_file());
}

#[test]
fn what_is_no_metadata_is_an_error_with_its_place() {
    let folder = folder("win32-bad");
    fs::write(folder.join("few.rdl"), "struct A { b: }\n").expect("the file can be written");
    let output = run(&folder, &[]);
    assert!(!output.status.success());
    assert!(said(&output).contains("few.rdl:1:15"), "{}", said(&output));
    assert!(!folder.join("out").exists());
    fs::write(folder.join("few.rdl"), METADATA).expect("the file can be written");
    let output = run(
        &folder,
        &["--only", "Nothing*", "--only", "SOCKET", "--only", "SOKET"],
    );
    let said = said(&output);
    assert!(
        said.contains("nothing in few.rdl matches `Nothing*`"),
        "{said}"
    );
    assert!(
        said.contains("matches `SOKET`; did you mean `SOCKET`?"),
        "{said}"
    );
    assert!(!said.contains("matches `SOCKET`"), "{said}");
    assert!(!folder.join("out").exists());
}

#[test]
fn what_is_left_out_is_a_failure_unless_that_is_asked_for() {
    let folder = folder("win32-skip");
    let output = run(&folder, &[]);
    assert!(!output.status.success());
    let said = said(&output);
    assert!(said.contains("1 are left out; `--skip`"), "{said}");
    assert!(folder.join("out/Cargo.toml").is_file());
}

#[test]
fn what_two_namespaces_call_alike_is_told_apart() {
    let folder = folder("win32-namespaces");
    let text =
        "#[win32] mod A { struct T { a: u8, } const M: i32 = 1; #[repr(u8)] enum M { X = 1, } }
        #[win32] mod B { struct T { a: u64, } struct U { t: T, } }";
    fs::write(folder.join("few.rdl"), text).expect("the metadata can be written");
    let output = run(&folder, &[]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("Renamed B::T is B_T"), "{said}");
    assert!(said.contains("Integer M: "), "{said}");
    let bindings = fs::read_to_string(folder.join("out/src/win32/few.rs")).expect("there are some");
    assert!(bindings.contains("pub t: B_T,"), "{bindings}");
}
