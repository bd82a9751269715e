//! The contract of this crate, on every backend: each module is one part of it.

#[path = "../common/mod.rs"]
mod common;

#[cfg(not(windows))]
mod answers;
mod differences;
mod list;
mod manage;
mod names;
#[cfg(not(windows))]
mod oddities;
mod one;
mod selection;
mod threads;
