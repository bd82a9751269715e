//! What the generator is fed with: our specs, Microsoft's metadata as text, and made-up text.

pub mod made_up;
pub mod specs;
pub mod win32;

use std::path::PathBuf;

/// The folder that holds what is made for benchmarks and kept between runs.
#[must_use]
pub fn scratch() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/bench"))
}
