//! Types as a spec writes them.

use super::Name;

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// Nothing: a pointer's target, or what a function without a result returns.
    Void,
    /// A type of the language itself.
    Primitive(Primitive),
    /// A string constant's type.
    String,
    /// An item of the spec.
    Named(Name),
    /// A raw pointer.
    Pointer {
        /// Whether it is `*mut`.
        mutable: bool,
        /// What it points at.
        to: Box<Self>,
    },
    /// An array of fixed length.
    Array {
        /// The element.
        of: Box<Self>,
        /// How many.
        len: u32,
    },
}

/// The types of the language itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is Rust's type of that name")]
pub enum Primitive {
    Bool,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    Isize,
    Usize,
    F32,
    F64,
}
