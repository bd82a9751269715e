//! What is asked for by `--only`: which names match, and which pattern matches none.

use std::cell::{Cell, RefCell};

use anyhow::{Result, bail};
use glob::{MatchOptions, Pattern};
use winsec_codegen::nearest;

/// Patterns, and what they have matched so far.
#[derive(Debug)]
pub struct Asked<'a> {
    patterns: Vec<(&'a Pattern, Cell<bool>)>,
    /// Every name that was compared.
    names: RefCell<Vec<String>>,
}

impl<'a> Asked<'a> {
    /// Of these patterns; none asks for everything.
    pub fn of(patterns: &'a [Pattern]) -> Self {
        Self {
            patterns: patterns.iter().map(|of| (of, Cell::new(false))).collect(),
            names: RefCell::default(),
        }
    }

    /// Whether an item or a member of this name is asked for.
    pub fn wants(&self, name: &str) -> bool {
        if self.patterns.is_empty() {
            return true;
        }
        self.names.borrow_mut().push(name.to_owned());
        let mut wanted = false;
        for (pattern, found) in &self.patterns {
            if pattern.matches_with(name, MatchOptions::new()) {
                found.set(true);
                wanted = true;
            }
        }
        wanted
    }

    /// Fails when a pattern has matched nothing in the metadata, and says what looks like it.
    pub fn check(&self, metadata: &str) -> Result<()> {
        let missing = self.patterns.iter().filter(|(_, found)| !found.get());
        let names = self.names.borrow();
        let lines: Vec<String> = missing
            .map(|(pattern, _)| {
                let near = nearest(pattern.as_str(), names.iter().map(String::as_str));
                let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
                format!("nothing in {metadata} matches `{pattern}`{near}")
            })
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        bail!("{}", lines.join("\n"))
    }
}
