//! Reads the pages on which Microsoft documents the items of Windows' interface.
//!
//! [`read`] takes a page's bytes and gives a plain [`Page`], whose texts are Markdown fit for
//! rustdoc, with the line of everything that may have to be named in a message. It knows nothing
//! of specs and of metadata, and reads no files.
//!
//! The modules are the stages, in the order that data takes.

mod fault;
mod text;

mod front;
mod subject;

mod token;

mod html;
mod markdown;

mod words;

mod block;
mod builder;
mod inline;

mod definitions;
mod origin;
mod sections;

pub mod declaration;
mod page;
mod read;

mod measure;

pub use fault::Fault;
pub use measure::{Loss, Measure, Part, measure};
pub use page::{Article, Entry, Failure, Known, Origin, Page, Results, Syntax, Value};
pub use read::read;
pub use subject::{Kind, address};
