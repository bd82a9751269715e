//! What a page says, with the line of everything that may have to be named in a message.

use std::collections::BTreeMap;
use std::fmt;

use crate::block::{Block, markdown};
use crate::declaration::Declaration;
use crate::definitions;
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
    /// What a function returns, its failures among it.
    pub result: Results,
    /// The codes that a function returns.
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
    /// What it is.
    pub docs: String,
    /// The constants that it takes, which the text above explains.
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

/// A code that a function returns: a way to fail, unless the code is of success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its line.
    pub line: usize,
    /// The place of its row or term.
    pub(crate) at: usize,
    /// The constant that is its code.
    pub code: String,
    /// The code's number, where the page has it.
    pub number: Option<i128>,
    /// What leads to it, as plain text.
    pub cause: String,
    /// Whether the page says that it is one, and not only a result.
    pub said: bool,
}

/// What a function returns.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Results {
    pub(crate) blocks: Vec<Block>,
}

impl Page {
    /// What a function returns as Markdown, without the rows and terms whose codes are all among those
    /// that `told` says to be told elsewhere.
    #[must_use]
    pub fn result_without(&self, told: impl Fn(&Failure) -> bool) -> String {
        let mut rows: BTreeMap<usize, bool> = BTreeMap::new();
        for failure in &self.failures {
            *rows.entry(failure.at).or_insert(true) &= told(failure);
        }
        let told = |at: &usize| rows.get(at) == Some(&true);
        let mut kept = Vec::new();
        let mut left_out = false;
        for block in &self.result.blocks {
            match block {
                Block::Term { words, at, .. } => {
                    let number = definitions::only_number(&words.plain).is_some();
                    left_out = told(at) || (left_out && number);
                }
                Block::Table(table) if !left_out => {
                    let rest = table.without(|row| told(&row.at));
                    kept.extend(rest.map(Block::Table));
                    continue;
                }
                _ => {}
            }
            if !left_out {
                kept.push(block.clone());
            }
        }
        markdown(&kept)
    }
}

impl Results {
    /// All of it as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown(&self.blocks)
    }
}

impl fmt::Debug for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.markdown().fmt(f)
    }
}

/// A declaration in C.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Its line.
    pub line: usize,
    /// What it declares, or why it cannot be read.
    pub declared: Result<Declaration, Fault>,
}
