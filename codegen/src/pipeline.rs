//! All stages up to a model that is known to be right.

use crate::check::{self, Context};
use crate::diagnostic::{Diagnostic, sort};
use crate::layout::Layouts;
use crate::model::Model;
use crate::options::Options;
use crate::parse::{Parsed, parse_all, parse_texts};
use crate::resolve::Index;
use crate::source::Sources;
use crate::winmd::{Entry, Metadata};

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
    examine(parse_all(sources, options), sources, options)
}

/// As [`analyse`], with items of metadata beside those of the specs, and what both need of it.
///
/// # Errors
///
/// Everything that is wrong with the specs, or with the items of the metadata.
pub fn analyse_with(
    sources: &Sources,
    options: &Options,
    metadata: &Metadata<'_>,
    wanted: impl Fn(&Entry<'_>) -> bool,
) -> Result<Analysis, Vec<Diagnostic>> {
    let mut parsed = parse_texts(sources, options);
    let read = metadata
        .select(wanted)
        .and_then(|rows| metadata.read(rows, &mut parsed));
    parsed.diagnostics.extend(read.err().into_iter().flatten());
    parsed.settle();
    examine(parsed, sources, options)
}

/// As [`parse`](crate::parse), with the types of metadata that the texts name and do not define.
///
/// # Errors
///
/// Everything that is wrong with the syntax of the texts, or with the types of the metadata.
pub fn parse_with(
    sources: &Sources,
    options: &Options,
    metadata: &Metadata<'_>,
) -> Result<Model, Vec<Diagnostic>> {
    let mut parsed = parse_texts(sources, options);
    let read = metadata.read([], &mut parsed);
    parsed.diagnostics.extend(read.err().into_iter().flatten());
    parsed.settle();
    if parsed.diagnostics.is_empty() {
        return Ok(parsed.model);
    }
    sort(&mut parsed.diagnostics);
    Err(parsed.diagnostics)
}

/// Looks up, checks and lays out a model that was read of sources.
///
/// # Errors
///
/// Everything that is wrong, as [`analyse`] does.
pub fn analyse_model(
    model: Model,
    sources: &Sources,
    options: &Options,
) -> Result<Analysis, Vec<Diagnostic>> {
    let parsed = Parsed {
        model,
        ..Parsed::default()
    };
    examine(parsed, sources, options)
}

fn examine(
    parsed: Parsed,
    sources: &Sources,
    options: &Options,
) -> Result<Analysis, Vec<Diagnostic>> {
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
