//! The data model: what a set of specs says, with no trace of syn, quote or paths.

mod arches;
mod function;
mod item;
mod record;
mod ty;
mod value;

use crate::diagnostic::Span;

pub use arches::Arches;
pub use function::{
    Abi, Callback, Direction, ErrorCause, Function, LastError, Len, Param, Signature,
};
pub use item::{Item, ItemKind, Marker, Markers, Origin, Party};
pub use record::{BitField, Field, FieldType, Record, RecordKind};
pub use ty::{Primitive, Type};
pub use value::{Constant, Encoding, Enum, Member, Value};

/// Everything that a set of spec files says, in the order of the files and of their items.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// One module for each spec file.
    pub modules: Vec<Module>,
    /// Every item of every module.
    pub items: Vec<Item>,
    /// Items that have other names here than in their namespaces.
    pub renamed: Vec<Renamed>,
    /// What the sources say and the model does not.
    pub skipped: Vec<Skipped>,
}

/// An item that has another name here than in its namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The name here: `B_T`.
    pub name: String,
    /// The name there: `B::T`.
    pub was: String,
}

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// One spec file: a header's worth of items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Module {
    /// The file's stem: `mstcpip` for `mstcpip.rdl`.
    pub name: String,
    /// The file's own documentation (`//!`), Markdown.
    pub docs: String,
}

/// A module, by its place in [`Model::modules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ModuleId(pub u32);

/// An item, by its place in [`Model::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// A name as it is written in a spec, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The identifier, without `r#`.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}
