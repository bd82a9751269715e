//! Makes a model of somebody's whole metadata fit to become a crate of its own.
//!
//! Specs are written so that they become Rust; metadata is not. It has paths to namespaces that it
//! does not hold, names twice, and tens of thousands of items in one file. What cannot become Rust
//! is skipped, and the reason is kept: every item that goes in is generated, skipped, or was not
//! asked for.

mod closure;
pub mod feeds;
mod fit;
pub mod packing;
mod spread;

use crate::bindings::{self, File};
use crate::diagnostic::Diagnostic;
use crate::model::{ItemKind, Model, Skipped};
use crate::options::Options;
use crate::pipeline::{Analysis, analyse_model};
use crate::source::Sources;

/// A model that is fit to become a crate, and what became of the rest.
#[derive(Debug)]
pub struct Whole {
    /// What is generated.
    pub analysis: Analysis,
    /// What is not, and why.
    pub skipped: Vec<Skipped>,
    /// How many items were not asked for.
    pub unwanted: usize,
    /// Enumerations whose members are reached through them alone, since a name of theirs is also
    /// somebody else's.
    pub qualified: Vec<String>,
    /// Enumerations that are plain integers, since their own names are also somebody else's.
    pub integers: Vec<String>,
    /// How many pointers to what is not there became pointers to `void`.
    pub opaque: usize,
}

impl Whole {
    /// Takes the items whose names, or whose members' names, are wanted, and all that they need, of
    /// what was read of the sources.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with what is left.
    pub fn of(
        mut model: Model,
        sources: &Sources,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Self, Vec<Diagnostic>> {
        let all = model.items.len();
        closure::retain(&mut model, wanted);
        let unwanted = all - model.items.len();
        let fitted = fit::fit(&mut model);
        spread::spread(&mut model);
        let analysis = analyse_model(model, sources, &Options::METADATA)?;
        Ok(Self {
            analysis,
            skipped: fitted.skipped,
            unwanted,
            qualified: fitted.qualified,
            integers: fitted.integers,
            opaque: fitted.opaque,
        })
    }

    /// The names of COM interfaces, of which only a pointer is generated.
    pub fn interfaces(&self) -> impl Iterator<Item = &str> {
        let items = self.analysis.model.items.iter();
        items
            .filter(|item| matches!(item.kind, ItemKind::Interface))
            .map(|item| item.name.text.as_str())
    }

    /// The files of the crate's module of bindings; `origin` is what they were made of and by, for
    /// their first lines.
    #[must_use]
    pub fn files(&self, origin: &str) -> Vec<File> {
        bindings::files(&self.analysis, &|_| origin.to_owned())
    }
}
