//! Declarations in C: functions, structs, unions and enumerations, as pages print them.

mod lexer;
mod parser;
mod types;

use crate::fault::Fault;

/// What a page's lines of C declare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declaration {
    /// A function, or a pointer to one.
    Function(Function),
    /// A struct or a union.
    Record(Record),
    /// An enumeration.
    Enumeration(Enumeration),
}

/// A function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// What it returns.
    pub result: Type,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Data goes into the function.
    pub input: bool,
    /// Data comes out of the function.
    pub output: bool,
    /// It may be null.
    pub optional: bool,
}

/// A struct or a union.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub name: String,
    /// Whether it is a union.
    pub union: bool,
    /// The names and types of its fields.
    pub fields: Vec<(String, Type)>,
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enumeration {
    /// Its name.
    pub name: String,
    /// The names and numbers of its members.
    pub members: Vec<(String, i128)>,
}

/// A type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Type {
    /// Its name: `unsigned long`, `SOCKET`.
    pub name: String,
    /// Whether what it leads to is constant.
    pub constant: bool,
    /// How many pointers it is behind.
    pub pointers: usize,
    /// The lengths of its arrays.
    pub arrays: Vec<u32>,
}

/// Reads the first declaration of some lines, of which the first is line `line` of the page.
///
/// # Errors
///
/// When they are not understood.
pub fn read(text: &str, line: usize) -> Result<Declaration, Fault> {
    parser::Parser::new(lexer::words(text, line)).declaration()
}
