//! What a person sees: pages of text that fit the terminal, in few colours.

pub(crate) mod markdown;
mod page;
pub(crate) mod style;
mod table;

pub(crate) use page::Page;
pub(crate) use table::{Align, Table};
