//! What must not compile, with the message that the compiler gives.
//!
//! The messages are those of the toolchain that CI uses; `TRYBUILD=overwrite` writes them anew. What
//! compiles is the same on every platform, so one is enough.
#![cfg(not(windows))]

#[test]
fn misuse_does_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/compile_fail/pass_*.rs");
    cases.compile_fail("tests/compile_fail/fail_*.rs");
}
