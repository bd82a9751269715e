//! From a documented spec of Windows structs, enums, flags, constants and functions to verified
//! Rust bindings.
//!
//! The modules are the stages, in the order that data takes.

pub mod diagnostic;
pub mod model;
