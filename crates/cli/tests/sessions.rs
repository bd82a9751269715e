//! Every command's text and JSON, and every mistake's answer, on the emulator, as they are printed.
//!
//! `TRYCMD=overwrite cargo test -p winsec --test sessions` writes what is printed into the files.
#![cfg(not(windows))]

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .case("tests/sessions/*.trycmd")
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1767225600");
}
