//! From a documented spec of Windows structs, enums, flags, constants and functions to verified
//! Rust bindings.
//!
//! The modules are the stages, in the order that data takes.

pub mod diagnostic;
pub mod options;
pub mod source;

mod cut;

mod syntax;

mod lower;

mod namespaces;

mod parse;

pub mod model;

mod types;

pub mod winmd;

pub mod resolve;

mod check;

pub mod pipeline;

pub mod layout;

pub mod tokens;

pub mod emit;

pub mod render;

pub mod bindings;

pub mod whole;

pub mod catalogue;

pub mod reconcile;

pub mod builder;

mod nearest;

mod ordered;

mod parallel;

pub use bindings::Assertions;
pub use builder::{Builder, Error};
#[doc(hidden)]
pub use lower::attribute_names;
pub use nearest::nearest;
pub use options::Options;
pub use parse::parse;
pub use pipeline::{Analysis, analyse, analyse_model, analyse_with, parse_with};
