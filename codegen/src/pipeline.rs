//! All stages up to a model that is known to be right.

use crate::check::{self, Context};
use crate::diagnostic::{Diagnostic, sort};
use crate::layout::Layouts;
use crate::model::Model;
use crate::options::Options;
use crate::parse::parse_all;
use crate::resolve::Index;
use crate::source::Sources;

/// A model that is known to be right.
#[derive(Debug)]
pub struct Analysis {
    /// What the specs say; one module for each file.
    pub model: Model,
    /// What its names mean.
    pub index: Index,
    /// How its records lie in memory.
    pub layouts: Layouts,
}

/// Parses, looks up, checks and lays out specs.
///
/// # Errors
///
/// Everything that is wrong, in the order of files and places; no mistake hides another, except
/// what is unknown for a mistake in its own definition.
pub fn analyse(sources: &Sources, options: &Options) -> Result<Analysis, Vec<Diagnostic>> {
    let parsed = parse_all(sources, options);
    let (index, unknown) = Index::with_lost(&parsed.model, &parsed.lost);
    let faulty = parsed.diagnostics.iter().map(|found| found.span.file);
    let context = Context {
        model: &parsed.model,
        index: &index,
        sources,
        rules: options.rules,
        lost: &parsed.lost,
        faulty: &faulty.collect(),
    };
    let mut diagnostics = parsed.diagnostics;
    diagnostics.extend(unknown);
    diagnostics.extend(check::check(&context, options.docs));
    if diagnostics.is_empty() {
        return Ok(Analysis {
            layouts: Layouts::compute(&parsed.model, &index)?,
            model: parsed.model,
            index,
        });
    }
    sort(&mut diagnostics);
    Err(diagnostics)
}
