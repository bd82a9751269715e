//! Files are written whole or not at all.

mod common;

use std::fs;
use std::path::Path;

use common::{run, stderr};

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_picture_replaces_the_old_one_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("layout.svg");
    fs::write(&file, "old").unwrap();
    let output = run(&["layout", "OVERLAPPED", "--svg", file.to_str().unwrap()]);
    assert!(output.status.success());
    let picture = fs::read_to_string(&file).unwrap();
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    assert_eq!(names(folder.path()), ["layout.svg"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("missing").join("layout.svg");
    let output = run(&["layout", "OVERLAPPED", "--svg", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("cannot be written"));
    assert!(stderr(&output).contains("make the folder first"));
    assert!(
        !stderr(&output).contains(".winsec-"),
        "the file beside is not the user's"
    );
    assert!(output.stdout.is_empty(), "what failed prints no result");
}

#[test]
fn a_folder_in_the_file_s_place_stays() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    let output = run(&["layout", "OVERLAPPED", "--svg", taken.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("cannot be written"));
    assert_eq!(names(folder.path()), ["taken"]);
}

#[test]
fn standard_output_is_for_one_thing() {
    let report = if cfg!(windows) {
        ["report", "--json", "--html", "-"].as_slice()
    } else {
        &["report", "--emulate", "demo", "--json", "--html", "-"]
    };
    for arguments in [&["layout", "OVERLAPPED", "--json", "--svg", "-"], report] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let message = document["error"]["message"].as_str().unwrap();
        assert!(message.contains("standard output"), "{message}");
    }
}

#[test]
fn manual_pages_are_one_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["manual", folder.path().to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    let names = names(folder.path());
    assert!(names.contains(&"winsec.1".to_owned()), "{names:?}");
    assert!(names.contains(&"winsec-socket.1".to_owned()), "{names:?}");
    let page = fs::read_to_string(folder.path().join("winsec-socket.1")).unwrap();
    assert!(page.contains("target\\-name"), "{page}");
    assert!(
        page.contains(".SH EXAMPLES\n.nf\nwinsec socket fileserver:445"),
        "{page}"
    );
    assert!(page.contains("a requirement is not met"), "{page}");
}

#[cfg(unix)]
#[test]
fn a_new_file_may_be_read_by_whom_the_mask_allows() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("layout.svg");
    run(&["layout", "OVERLAPPED", "--svg", file.to_str().unwrap()]);
    let plain = folder.path().join("plain");
    fs::write(&plain, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), mode(&plain));
}
