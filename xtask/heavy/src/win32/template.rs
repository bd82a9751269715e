//! The files of a generated crate that are the same for all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::win32::output::MARK;

/// The manifest.
pub fn manifest(name: &str) -> String {
    format!(
        r#"{MARK}; it may be replaced as a whole.
[package]
name = "{name}"
version = "0.0.0"
edition = "2024"
rust-version = "1.85"
publish = false

[lib]
doctest = false

[dependencies]
bitflags = {{ version = "2.13", default-features = false }}

# It is nobody's member, wherever it lies.
[workspace]
"#
    )
}

/// The root module.
pub fn root(name: &str, metadata: &str) -> String {
    format!(
        "//! `{name}`: bindings made from {metadata}.
//!
//! Every item stands at the root under its C name. Functions exist on Windows alone; types and
//! constants are there everywhere.
#![no_std]

pub mod win32;

pub use win32::*;
"
    )
}

/// The manifest of the crate that compares a generated one with another party's.
pub fn beside(ours: &Path) -> Result<String> {
    let manifest = fs::read_to_string(ours.join("Cargo.toml"))?;
    let name = manifest
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .context("the manifest has no name")?;
    // A path's backslashes would be escapes in a string of another kind.
    let path = ours.display();
    Ok(format!(
        "[package]
name = \"beside\"
version = \"0.0.0\"
edition = \"2024\"

[dependencies]
ours = {{ package = {name}, path = '{path}' }}

[workspace]
"
    ))
}

/// The root of that crate.
pub const BESIDE: &str = "//! Two bindings beside each other.
#![no_std]
#![allow(warnings, reason = \"one is another party's, and the lines that compare are for errors\")]
mod theirs;
mod compare {
    use crate::theirs;
    include!(\"compare.rs\");
}
";
