//! What a page says, with the line of everything that may have to be named in a message.

use crate::declaration::Declaration;
use crate::fault::Fault;
use crate::subject::Kind;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// A page about an item.
    Page(Box<Page>),
    /// A page about something else.
    Article(Article),
}

/// A page that is not about an item of a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// What it is about, in words.
    pub about: String,
}

/// A page about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The line that says which item.
    pub line: usize,
    /// The kind of the item.
    pub kind: Kind,
    /// The item's possible names, the likeliest first; there is one at least.
    pub names: Vec<String>,
    /// Where the item is defined and documented, and since when it exists.
    pub origin: Origin,
    /// What it is.
    pub description: String,
    /// Its fields, members or parameters.
    pub entries: Vec<Entry>,
    /// Constants that are documented outside of the entries.
    pub values: Vec<Value>,
    /// What a function returns.
    pub result: String,
    /// How a function fails.
    pub failures: Vec<Failure>,
    /// Whatever else there is to say.
    pub remarks: String,
    /// Its declaration in C.
    pub syntax: Option<Syntax>,
}

/// Where an item is defined and documented, and since when it exists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The header: `mstcpip.h`.
    pub header: Option<String>,
    /// The first client.
    pub client: Option<String>,
    /// The first server.
    pub server: Option<String>,
    /// The DLL.
    pub library: Option<String>,
    /// The page's address, below `windows/win32/api/`.
    pub page: Option<String>,
}

/// A field, a member of an enumeration, or a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its line.
    pub line: usize,
    /// Its name; with those of the structs around it, parted by dots, where the page has them.
    pub name: String,
    /// What it is; the values are not in it.
    pub docs: String,
    /// The constants that it takes.
    pub values: Vec<Value>,
}

/// A constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its line.
    pub line: usize,
    /// Its name.
    pub name: String,
    /// Its number, where the page has it.
    pub number: Option<i128>,
    /// What it means.
    pub docs: String,
}

/// A way to fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its line.
    pub line: usize,
    /// The constant that is its code.
    pub code: String,
    /// The code's number, where the page has it.
    pub number: Option<i128>,
    /// What leads to it, as plain text.
    pub cause: String,
    /// The same as Markdown.
    pub docs: String,
}

/// A declaration in C.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Its line.
    pub line: usize,
    /// What it declares, or why it cannot be read.
    pub declared: Result<Declaration, Fault>,
}
