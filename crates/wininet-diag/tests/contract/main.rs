//! The contract of this crate, on every backend: each module is one part of it.

#[path = "../common/mod.rs"]
mod common;

#[cfg(not(windows))]
mod answers;
#[cfg(not(windows))]
mod books;
mod diagnosis;
mod failures;
mod handles;
mod reading;
mod readme;
#[cfg(not(windows))]
mod security;
mod url;
