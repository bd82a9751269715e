//! Typed, documented, verified bindings for the Windows network-security functions.
#![no_std]

#[allow(
    clippy::all,
    clippy::undocumented_unsafe_blocks,
    dead_code,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    unused_qualifications,
    reason = "provisional, until the generator writes them"
)]
mod generated;

pub use generated::*;
