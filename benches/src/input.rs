//! What the generator is fed with: our specs, Microsoft's metadata as text, and made-up text.

pub mod made_up;
pub mod specs;
pub mod win32;

use std::fs;
use std::path::PathBuf;

/// The folder that holds what is made for benchmarks and kept between runs.
#[must_use]
pub fn scratch() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/bench"))
}

/// The file of a text, written anew.
///
/// # Panics
///
/// When it cannot be written.
#[must_use]
pub fn stored(name: &str, text: &str) -> PathBuf {
    let file = scratch().join(name).with_extension("rdl");
    fs::create_dir_all(scratch()).expect("the scratch folder can be made");
    fs::write(&file, text).expect("the scratch folder can be written to");
    file
}
