//! Every command's text and JSON, and every mistake's answer, on the emulator, as they are printed.
//!
//! `TRYCMD=overwrite cargo test -p winsec --test sessions` writes what is printed into the files.
//! They show a path's separator, and so that of an account, as `/`.
#![cfg(not(windows))]

/// Runs what is in a folder's files, on so many columns.
fn sessions(folder: &str, columns: &str) {
    trycmd::TestCases::new()
        .case(format!("{folder}/*.trycmd"))
        .env("COLUMNS", columns)
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1767225600");
}

#[test]
fn eighty_columns() {
    sessions("tests/sessions", "80");
}

#[test]
fn forty_columns() {
    sessions("tests/sessions/narrow", "40");
}

#[test]
fn two_hundred_columns() {
    sessions("tests/sessions/wide", "200");
}
