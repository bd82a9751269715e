//! From texts to the model: cut, lex, parse and lower, item by item.

mod file;

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::{Model, Module};
use crate::options::Options;
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
    let files: Vec<_> = sources.iter().collect();
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
    for (file, heads) in &opened {
        all.add(heads.clone());
        all.model.modules.push(Module {
            name: file.name().to_owned(),
            docs: file.docs().to_owned(),
        });
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
    }
}
