//! Runs `unsupported/cases.rs` in a package of its own, in which the feature `emulator` is off: in
//! this one the other tests have turned it on.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const CORE: &str = env!("CARGO_MANIFEST_DIR");

/// Writes the package: its one test is `cases.rs`, and its versions are the workspace's.
fn write_package() -> PathBuf {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unsupported");
    fs::create_dir_all(package.join("src")).unwrap();
    fs::write(package.join("src/lib.rs"), "").unwrap();
    let manifest = format!(
        "[package]\nname = \"unsupported\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nwinsec-core = {{ path = {CORE:?} }}\n\n\
         [[test]]\nname = \"cases\"\npath = \"{CORE}/tests/unsupported/cases.rs\"\n\n\
         [workspace]\n"
    );
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    fs::copy(
        Path::new(CORE).join("../../Cargo.lock"),
        package.join("Cargo.lock"),
    )
    .unwrap();
    package
}

#[cfg_attr(windows, ignore = "Windows is supported")]
#[test]
fn without_the_emulator_every_operation_is_refused() {
    let package = write_package();
    let output = Command::new(env::var_os("CARGO").expect("cargo runs this test"))
        .args(["test", "--offline", "--test", "cases", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", package.join("target"))
        .output()
        .expect("cargo starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{text}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(text.contains("6 passed; 0 failed; 0 ignored"), "{text}");
}
