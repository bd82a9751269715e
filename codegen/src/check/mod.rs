//! What a model must be like beyond its syntax and names: one file a rule.

mod arches;
mod arrays;
mod bits;
mod cycles;
mod docs;
mod duplicates;
mod empty;
mod errors;
mod files;
mod flags;
mod library;
mod markers;
mod misuse;
mod opaque;
mod origin;
mod params;
mod ranges;
mod size;
mod values;
mod walk;

use crate::diagnostic::{Diagnostic, FileId};
use crate::model::Model;
use crate::options::{Docs, Rules};
use crate::resolve::Index;
use crate::source::Sources;
use std::collections::HashSet;

/// What a rule looks at.
pub struct Context<'a> {
    /// The model.
    pub model: &'a Model,
    /// What its names mean.
    pub index: &'a Index,
    /// The texts that it was made of.
    pub sources: &'a Sources,
    /// Which rules hold.
    pub rules: Rules,
    /// Names that were lost with items that could not be parsed.
    pub lost: &'a HashSet<String>,
    /// Files that could not be parsed whole.
    pub faulty: &'a HashSet<FileId>,
}

/// A rule: adds what is wrong.
type Rule = fn(&Context<'_>, &mut Vec<Diagnostic>);

/// The rules that every model keeps, Microsoft's metadata too.
const EVERYWHERE: [Rule; 6] = [
    arches::check,
    bits::check,
    cycles::check,
    ranges::check,
    size::check,
    values::check,
];

/// The rules for specs that are written by hand.
///
/// Microsoft's metadata breaks most of them: it has names twice, flags that overlap, enumerations
/// without members, arrays without elements and a type that is `void`.
const HOUSE: [Rule; 11] = [
    arrays::check,
    duplicates::check,
    empty::check,
    errors::check,
    files::check,
    flags::check,
    library::check,
    markers::check,
    misuse::check,
    opaque::check,
    params::check,
];

/// The rules for specs that must be documented.
const DOCUMENTED: [Rule; 2] = [docs::check, origin::check];

/// Everything that is wrong with a model whose names are known.
pub fn check(context: &Context<'_>, docs: Docs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut apply = |rules: &[Rule]| {
        for rule in rules {
            rule(context, &mut found);
        }
    };
    apply(&EVERYWHERE);
    if context.rules == Rules::House {
        apply(&HOUSE);
    }
    if docs == Docs::Required {
        apply(&DOCUMENTED);
    }
    found
}
