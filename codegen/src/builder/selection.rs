//! Which names are asked for.

use std::fs;

use glob::Pattern;
use rustc_hash::FxHashMap;

use super::Error;
use crate::nearest::nearest;

/// What is asked for, and what of it was found.
#[derive(Debug, Default)]
pub(super) struct Selection {
    rules: Vec<Rule>,
    /// The rules that are a name alone.
    names: FxHashMap<String, Vec<usize>>,
}

/// One name or pattern.
#[derive(Debug)]
struct Rule {
    written: String,
    excludes: bool,
    of: Of,
    found: bool,
}

/// What a rule is of.
#[derive(Debug)]
enum Of {
    Name,
    Names(Pattern),
    /// A namespace and those within it, or a name with its namespace.
    Namespace(String),
}

impl Of {
    /// Whether a pattern or a namespace has a name; that of a name alone is looked up elsewhere.
    fn matches(&self, namespace: &str, name: &str) -> bool {
        match self {
            Self::Name => false,
            Self::Names(pattern) => pattern.matches(name),
            Self::Namespace(of) => match namespace.strip_prefix(of.as_str()) {
                Some(rest) => rest.is_empty() || rest.starts_with('.'),
                None => {
                    let path = of.strip_prefix(namespace);
                    path.and_then(|rest| rest.strip_prefix('.')) == Some(name)
                }
            },
        }
    }
}

impl Selection {
    /// Reads what is written, and the files that it names.
    pub(super) fn of(written: &[String]) -> Result<Self, Error> {
        let mut selection = Self::default();
        let mut faults = Vec::new();
        for rule in written {
            let added = match Self::list(rule) {
                Some(path) => selection.read(path),
                None => selection.add(rule),
            };
            faults.extend(added.err().map(|error| error.to_string()));
        }
        if faults.is_empty() {
            Ok(selection)
        } else {
            Err(Error::new(faults.join("\n")))
        }
    }

    /// The file that a rule names.
    pub(super) fn list(rule: &str) -> Option<&str> {
        rule.strip_prefix('@')
    }

    /// Adds the rules of a file: one a line, with comments behind `#` or `//`.
    fn read(&mut self, path: &str) -> Result<(), Error> {
        let text = fs::read_to_string(path);
        let text = text.map_err(|error| Error::new(format!("cannot read {path}: {error}")))?;
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.split("//").next().unwrap_or_default();
            let rule = line.split('#').next().unwrap_or_default().trim();
            if !rule.is_empty() {
                let at = |error| Error::new(format!("{path}:{number}: {error}"));
                self.add(rule).map_err(at)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, written: &str) -> Result<(), Error> {
        let (excludes, name) = match written.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        if name.is_empty() {
            return Err(Error::new(format!("`{written}` names nothing")));
        }
        let of = if name.contains(['*', '?', '[']) {
            let pattern = Pattern::new(name);
            Of::Names(pattern.map_err(|error| Error::new(format!("`{written}`: {}", error.msg)))?)
        } else if name.contains('.') {
            Of::Namespace(name.to_owned())
        } else {
            let rules = self.names.entry(name.to_owned()).or_default();
            rules.push(self.rules.len());
            Of::Name
        };
        self.rules.push(Rule {
            written: written.to_owned(),
            excludes,
            of,
            found: false,
        });
        Ok(())
    }

    /// Whether nothing is asked for by name.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.iter().all(|rule| rule.excludes)
    }

    /// Whether a name is asked for, which then is found.
    pub(super) fn takes(&mut self, namespace: &str, name: &str) -> bool {
        let (mut includes, mut excludes) = (self.is_empty(), false);
        let mut apply = |rule: &mut Rule| {
            rule.found = true;
            if rule.excludes {
                excludes = true;
            } else {
                includes = true;
            }
        };
        for rule in &mut self.rules {
            if rule.of.matches(namespace, name) {
                apply(rule);
            }
        }
        for at in self.names.get(name).into_iter().flatten() {
            apply(&mut self.rules[*at]);
        }
        includes && !excludes
    }

    /// Whether a name is asked for by itself, with its namespace or without, and not by a pattern.
    pub(super) fn names(&self, name: &str) -> bool {
        let mut rules = self.rules.iter().filter(|rule| !rule.excludes);
        rules.any(|rule| match &rule.of {
            Of::Name => rule.written == name,
            Of::Names(_) => false,
            Of::Namespace(path) => path.rsplit('.').next() == Some(name),
        })
    }

    /// Whether a name must not come along.
    pub(super) fn excludes(&self, namespace: &str, name: &str) -> bool {
        let names = self.names.get(name).into_iter().flatten();
        let names = names.map(|at| &self.rules[*at]);
        let rules = self.rules.iter();
        let mut rules = rules
            .filter(|rule| rule.of.matches(namespace, name))
            .chain(names);
        rules.any(|rule| rule.excludes)
    }

    /// Fails where something matched nothing; `names` are those that there are.
    pub(super) fn missing(&self, names: impl FnOnce() -> Vec<String>) -> Result<(), Error> {
        let missing: Vec<&Rule> = self.rules.iter().filter(|rule| !rule.found).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let names = names();
        let lines = missing.iter().map(|rule| {
            let written = &rule.written;
            let name = written.trim_start_matches('!');
            let last = name.rsplit('.').next().unwrap_or(name);
            match nearest(last, names.iter().map(String::as_str)) {
                Some(near) => format!("nothing is called `{written}`; did you mean {near}?"),
                None => format!("nothing is called `{written}`, and nothing like it"),
            }
        });
        Err(Error::new(lines.collect::<Vec<_>>().join("\n")))
    }
}
