//! The contract of this crate, on every backend: each module is one part of it.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/scenes.rs"]
mod scenes;
#[path = "../common/wine.rs"]
mod wine;

#[cfg(not(windows))]
mod answers;
#[cfg(not(windows))]
mod anything;
#[cfg(not(windows))]
mod books;
mod diagnosis;
mod differences;
mod failures;
mod handles;
#[cfg(not(windows))]
mod lent_socket;
mod reading;
mod readme;
mod security;
mod url;
