//! A program that does nothing: `cargo xtask tool` measures the tool's start against it.

fn main() {}
