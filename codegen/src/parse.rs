//! From texts to the model: cut, lex, parse and lower, item by item.

mod file;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::{Model, Module, Name, Skipped};
use crate::namespaces;
use crate::options::{Options, Rules};
use crate::parallel;
use crate::source::Sources;
use file::File;

/// How many bytes of text keep a thread busy for longer than it takes to start it.
const GRAIN: usize = 16 * 1024;

/// A model that may lack what could not be parsed.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// What could be parsed; one module for each file, in the order of the files.
    pub model: Model,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Names that the items that are wrong may define.
    pub lost: HashSet<String>,
    /// The namespace of each item: `Windows::Win32`.
    pub namespaces: Vec<Arc<str>>,
    /// The namespaces that files use whole (`use A::B::*;`).
    pub used: Vec<Name>,
    /// Attributes that are declared.
    pub declared: Vec<String>,
    /// Attributes that are used and that the language does not have.
    pub unknown: Vec<String>,
}

/// Makes the model of all files, in their order.
///
/// The result has one module for each file. Names are not looked up yet.
///
/// # Errors
///
/// Everything that is wrong with the syntax, in the order of files and places.
pub fn parse(sources: &Sources, options: &Options) -> Result<Model, Vec<Diagnostic>> {
    let mut parsed = parse_all(sources, options);
    if parsed.diagnostics.is_empty() {
        return Ok(parsed.model);
    }
    sort(&mut parsed.diagnostics);
    Err(parsed.diagnostics)
}

/// Makes the model of what can be parsed, and says what cannot.
pub fn parse_all(sources: &Sources, options: &Options) -> Parsed {
    let mut all = parse_texts(sources, options);
    if options.rules == Rules::Metadata {
        all.settle();
    }
    all
}

/// The same, with names as they are called in their namespaces.
pub fn parse_texts(sources: &Sources, options: &Options) -> Parsed {
    let files: Vec<_> = sources.iter().filter(|(_, of)| of.is_text()).collect();
    let weights: Vec<_> = files
        .iter()
        .map(|(_, source)| source.text().len())
        .collect();
    let opened = parallel::map(&weights, GRAIN, |at| {
        let (id, source) = files[at];
        File::open(id, source, sources.fault(id), options)
    });
    let chunks: Vec<_> = (0..)
        .zip(&opened)
        .flat_map(|(at, (file, _))| file.chunks().map(move |cuts| (at, cuts)))
        .collect();
    let file = |at: usize| -> &File<'_> { &opened[at].0 };
    let weights: Vec<_> = chunks
        .iter()
        .map(|(at, cuts)| file(*at).weight(cuts))
        .collect();
    let items = parallel::map(&weights, GRAIN, |at| {
        let (of, cuts): &(usize, Range<usize>) = &chunks[at];
        file(*of).items(cuts)
    });
    let mut all = Parsed::default();
    all.model
        .items
        .reserve_exact(items.iter().map(|part| part.model.items.len()).sum());
    for (file, heads) in opened {
        let mut name = file.name();
        // Whatever has its name would be hidden at the root.
        let hides = |name: &str| {
            let mut items = items.iter().flat_map(|part| &part.model.items);
            options.rules == Rules::Metadata && items.any(|of| of.name.text == name)
        };
        while hides(&name) || all.model.modules.iter().any(|other| other.name == name) {
            name.push('_');
        }
        let docs = file.docs().to_owned();
        all.model.modules.push(Module { name, docs });
        all.add(heads);
    }
    for parsed in items {
        all.add(parsed);
    }
    all
}

impl Parsed {
    fn add(&mut self, part: Self) {
        self.model.items.extend(part.model.items);
        self.diagnostics.extend(part.diagnostics);
        self.lost.extend(part.lost);
        self.model.skipped.extend(part.model.skipped);
        self.namespaces.extend(part.namespaces);
        self.used.extend(part.used);
        self.declared.extend(part.declared);
        self.unknown.extend(part.unknown);
    }

    /// Makes the names of all namespaces flat, and counts attributes that nothing declares.
    pub fn settle(&mut self) {
        namespaces::flatten(
            &mut self.model,
            &self.namespaces,
            &self.used,
            &mut self.diagnostics,
        );
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &self.unknown {
            *counts.entry(name).or_default() += 1;
        }
        for declared in &self.declared {
            counts.remove(declared.strip_suffix("Attribute").unwrap_or(declared));
        }
        let skipped = counts.into_iter().map(|(name, count)| Skipped {
            name: format!("#[{name}]"),
            reason: format!("an attribute that nothing declares; it stands at {count} places"),
        });
        self.model.skipped.extend(skipped);
    }
}
