//! Declarations in C: functions, structs, unions and enumerations, as pages print them.

mod lexer;
mod parser;
mod types;

use crate::definitions::{only_number, without_casts};
use crate::fault::Fault;
use crate::subject::is_name;

/// What a page's lines of C declare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declaration {
    /// A function, or a pointer to one.
    Function(Function),
    /// A struct or a union.
    Record(Record),
    /// An enumeration.
    Enumeration(Enumeration),
    /// A macro that stands for a number.
    Constant(Constant),
    /// A macro that takes arguments, or stands for something else.
    Macro,
}

/// A macro that stands for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constant {
    /// Its name.
    pub name: String,
    /// The number.
    pub value: i128,
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
    let defined = |line: &str| {
        line.trim()
            .strip_prefix('#')
            .map(|rest| rest.trim_start().to_owned())
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    if let Some(rest) = lines.next().and_then(defined)
        && let Some(rest) = rest.strip_prefix("define")
    {
        return Ok(macro_of(rest.trim()));
    }
    parser::Parser::new(lexer::words(text, line)).declaration()
}

/// A macro, of what follows `#define`.
fn macro_of(text: &str) -> Declaration {
    let text = text.split("//").next().unwrap_or_default();
    let text = text.split("/*").next().unwrap_or_default().trim();
    let constant = text
        .split_once(char::is_whitespace)
        .and_then(|(name, value)| {
            let value = only_number(&without_casts(value))?;
            is_name(name).then(|| Constant {
                name: name.to_owned(),
                value,
            })
        });
    constant.map_or(Declaration::Macro, Declaration::Constant)
}
