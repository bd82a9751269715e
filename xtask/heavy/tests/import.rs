//! `cargo xtask import --docs`, run as a user runs it, on a folder of pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is none the first time.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages/winsock2")).expect("the folder can be made");
    let write = |file: &str, text: &str| {
        fs::write(folder.join("pages").join(file), text).expect("a file can be written");
    };
    write(
        "winsock2/completion.md",
        "---\nUID: NE:winsock2._WSACOMPLETIONTYPE\nreq.header: winsock2.h\n---\n\n\
         # WSACOMPLETIONTYPE enumeration\n\n## -description\n\nHow an end is told.\n\n\
         ## -enum-fields\n\n### -field NSP_NOTIFY_HWND\n\nBy a message.\n",
    );
    write(
        "known.txt",
        "# WSARevertImpersonation function\n\nThe specs have it.\n",
    );
    write("article.md", "# About nothing in particular\n");
    write("notes.rst", "No page.");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask-heavy"))
        .args(["import", "--docs", "pages"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("xtask starts");
    let told = String::from_utf8(output.stderr.clone()).expect("it prints text");
    (output, told)
}

#[test]
fn pages_become_a_file_of_documented_items() {
    let folder = folder("import-docs");
    let (output, told) = run(&folder, &["--out", "my.rdl"]);
    assert!(output.status.success(), "{told}");
    let written = fs::read_to_string(folder.join("my.rdl")).expect("the file is written");
    assert!(
        written.starts_with("//!\n\n/// How an end is told.\n"),
        "{written}"
    );
    assert!(
        written.contains("    /// By a message.\n    NSP_NOTIFY_HWND = 1,\n"),
        "{written}"
    );
    let sum = "3 pages: 1 written, 1 known to the specs, 0 second of an item, 1 not about one item, 0 failed";
    assert!(told.contains(sum), "{told}");
    assert!(
        told.contains("completion.md:2: the page does not document member"),
        "{told}"
    );
    // The file is there now, and may have been worked on.
    let (output, told) = run(&folder, &["--out", "my.rdl"]);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("cannot write my.rdl"), "{told}");
}

#[test]
fn a_page_that_cannot_be_read_fails_the_run_and_not_the_rest() {
    let folder = folder("import-docs-bad");
    let bad = folder.join("pages/winsock2/bad.md");
    fs::write(&bad, "---\nUID: NX:a.b\n---\n").expect("the page can be written");
    let (output, told) = run(&folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("pages/winsock2/bad.md:2: the UID `NX:a.b` is of no known kind"),
        "{told}"
    );
    assert!(told.contains("4 pages: 1 written"), "{told}");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("enum WSACOMPLETIONTYPE"), "{text}");
}

#[test]
fn a_name_without_a_page_fails_the_run() {
    let folder = folder("import-docs-missed");
    let (output, told) = run(&folder, &["WSACOMPLETIONTYPE", "GetAddrInfoW"]);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("Missed GetAddrInfoW: no page is about it"),
        "{told}"
    );
    let sum = "3 pages: 1 written, 0 known to the specs, 0 second of an item, 1 not about one item, 0 failed, \
               1 not asked for";
    assert!(told.contains(sum), "{told}");
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = folder("import-docs-none");
    fs::remove_dir_all(folder.join("pages")).expect("the folder can be removed");
    let (output, told) = run(&folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("cannot look into pages"), "{told}");
}
