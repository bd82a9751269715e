//! The harness on Windows and Wine: the machine as it is. Nobody counts calls there.

use winsec_core::{Backend, backend};

use super::{Expected, wine};

/// One test's stay on the machine.
pub struct Lab;

impl Lab {
    pub fn new() -> Self {
        Self
    }

    /// What the machine lists, where that is known.
    pub fn expected(&self) -> Option<Vec<Expected>> {
        (backend() == Backend::Wine).then(wine::packages)
    }

    /// Nothing to check here; the emulator does.
    pub fn nothing_was_called(&self) {}

    /// Nothing to check here; the emulator does, and so does `heap.rs` under Wine.
    pub fn audit(&self) {}

    /// For another thread, to be on the same machine.
    pub fn visitor(&self) -> Visitor {
        Visitor
    }
}

/// What lets another thread be on a lab's machine.
pub struct Visitor;

impl Visitor {
    pub fn enter(&self) -> Lab {
        Lab
    }
}
