//! What `winsec-bindgen` does: one file of bindings for the items that are asked for.

mod selection;
mod uses;

use std::collections::{BTreeMap, HashSet};
use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bindings::{self, Assertions, Flat};
use crate::diagnostic::{Diagnostic, Style, render, sort};
use crate::model::{ItemKind, Model, Skipped, Value};
use crate::options::Options;
use crate::parse::{Parsed, parse_texts};
use crate::reconcile;
use crate::resolve::Index;
use crate::source::Sources;
use crate::whole::Whole;
use crate::winmd::{Entry, Metadata, Winmd};
use selection::Selection;

/// The namespace that the items of specs are in.
const NAMESPACE: &str = "Windows.Win32";

/// The file in `OUT_DIR` that a build script writes, unless it names another.
const FILE: &str = "bindings.rs";

/// Makes bindings of the items that are named, and of all that these need.
///
/// A build script:
///
/// ```no_run
/// # fn main() -> Result<(), winsec_bindgen::Error> {
/// winsec_bindgen::Builder::new()
///     .name("GetExtendedTcpTable")
///     .name("FwpmEngine*")
///     .generate()
/// # }
/// ```
///
/// and where the bindings are wanted: `include!(concat!(env!("OUT_DIR"), "/bindings.rs"));`
#[derive(Debug, Clone, Default)]
pub struct Builder {
    inputs: Vec<PathBuf>,
    names: Vec<String>,
    output: Option<PathBuf>,
    constants: bool,
    flat: Flat,
    without_default: bool,
}

impl Builder {
    /// Asks for nothing yet; Microsoft's metadata of Win32 is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a `.winmd` file, an `.rdl` file, or a folder of `.rdl` files.
    ///
    /// Where no names are asked for, everything in the inputs is. What an input says of a name stands
    /// before what a later one or Microsoft's metadata says.
    #[must_use]
    pub fn input(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.push(path.into());
        self
    }

    /// Asks for items: a name, a pattern with `*` or `?`, a namespace such as `Windows.Win32`, or
    /// `@file` for the names in a file, a line each. With `!` before it, what it names is not asked
    /// for; it comes all the same where something else needs it.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.names.push(name.into());
        self
    }

    /// Names the file that is written; `bindings.rs` in `OUT_DIR` otherwise.
    #[must_use]
    pub fn output(mut self, path: impl Into<PathBuf>) -> Self {
        self.output = Some(path.into());
        self
    }

    /// Takes the constants, too, that go into parameters and fields of what is asked for: flags and
    /// codes by the metadata's previous generation, handles by their type. Codes of errors are not
    /// among them.
    #[must_use]
    pub const fn constants(mut self) -> Self {
        self.constants = true;
        self
    }

    /// Writes no documentation.
    #[must_use]
    pub const fn without_docs(mut self) -> Self {
        self.flat.docs = false;
        self
    }

    /// Writes assertions of every record's size, alignment and offsets, for the compiler to check
    /// whenever it compiles the bindings, or their tests.
    #[must_use]
    pub const fn assertions(mut self, when: Assertions) -> Self {
        self.flat.assertions = Some(when);
        self
    }

    /// Does without Microsoft's metadata: the inputs have to hold all that is needed.
    #[must_use]
    pub const fn without_default(mut self) -> Self {
        self.without_default = true;
        self
    }

    /// Writes the file, unless it is as it would be written; in a build script, tells cargo what it
    /// depends on.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with what is asked for or with the inputs, or why the file cannot be
    /// written; then it is as it was.
    pub fn generate(&self) -> Result<(), Error> {
        let out = self.out()?;
        if env::var_os("OUT_DIR").is_some() && env::var_os("CARGO_MANIFEST_DIR").is_some() {
            for path in self.read() {
                println!("cargo::rerun-if-changed={}", path.display());
            }
        }
        let text = self.text()?;
        // What a pipe or a device holds is not to be waited for.
        let is_file = fs::metadata(&out).is_ok_and(|old| old.is_file());
        if is_file && fs::read(&out).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        reconcile::write(&out, &text)
            .map_err(|error| Error::new(format!("cannot write {}: {error}", out.display())))
    }

    /// Whether the file is as it would be written; how its lines end does not matter.
    ///
    /// # Errors
    ///
    /// As [`Self::generate`]; that there is no file is none.
    pub fn check(&self) -> Result<bool, Error> {
        let out = self.out()?;
        let text = self.text()?;
        let old = fs::read_to_string(&out).unwrap_or_default();
        Ok(old.replace("\r\n", "\n") == text)
    }

    fn out(&self) -> Result<PathBuf, Error> {
        match (&self.output, env::var_os("OUT_DIR")) {
            (Some(path), _) => Ok(path.clone()),
            (None, Some(folder)) => Ok(Path::new(&folder).join(FILE)),
            (None, None) => Err(Error::new("no file is named to write the bindings to")),
        }
    }

    /// The files and folders that the result depends on, beside this program.
    fn read(&self) -> Vec<PathBuf> {
        let lists = self.names.iter().filter_map(|name| Selection::list(name));
        let mut paths: Vec<PathBuf> = lists
            .map(PathBuf::from)
            .chain(self.inputs.clone())
            .collect();
        // Without any, cargo would take every file of the package for one.
        if paths.is_empty() {
            paths.push("build.rs".into());
        }
        paths
    }

    /// The bindings' text.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with what is asked for or with the inputs.
    pub fn text(&self) -> Result<String, Error> {
        let mut selection = Selection::of(&self.names)?;
        if selection.is_empty() && self.inputs.is_empty() {
            return Err(Error::new(
                "nothing is asked for: name items, or inputs to take whole",
            ));
        }
        let (winmds, texts): (Vec<_>, Vec<_>) = self.inputs.iter().partition(|path| is_winmd(path));
        let mut sources = Sources::load(&texts).map_err(|error| Error::new(error.to_string()))?;
        if let Some(path) = texts.iter().find(|path| !path.is_dir() && !is_rdl(path)) {
            let what = "is neither a `.winmd` nor an `.rdl` file, nor a folder of these";
            return Err(Error::new(format!("{} {what}", path.display())));
        }
        let mut files = Vec::new();
        for path in &winmds {
            let bytes = fs::read(path)
                .map_err(|error| Error::new(format!("cannot read {}: {error}", path.display())))?;
            files.push((path.display().to_string(), bytes));
        }
        let mut inputs: Vec<Winmd<'_>> = files
            .iter()
            .map(|(name, bytes)| Winmd {
                module: "winmd",
                name,
                bytes,
                reference: false,
            })
            .collect();
        if !self.without_default {
            let [win32, winrt] = Winmd::system();
            // Names are looked for in all of it; without names nobody wants all of it.
            let reference = selection.is_empty();
            inputs.extend([Winmd { reference, ..win32 }, winrt]);
        }
        let parsed = parse_texts(&sources, &Options::METADATA);
        let metadata = Metadata::open(&inputs, &mut sources);
        let metadata = match metadata {
            Ok(metadata) if parsed.diagnostics.is_empty() => metadata,
            metadata => {
                let mut errors = parsed.diagnostics;
                errors.extend(metadata.err().into_iter().flatten());
                sort(&mut errors);
                return Err(shown(&errors, &sources));
            }
        };
        let read = |parsed, selection: &mut _, taken: &_| {
            self.whole(parsed, &sources, &metadata, selection, taken)
        };
        let mut whole = read(parsed.clone(), &mut selection, &HashSet::new())?;
        if self.constants {
            let model = &whole.analysis.model;
            let mut taken: HashSet<&str> = uses::taken(model).collect();
            let handles = metadata.constants_of(&uses::handles(model));
            taken.extend(handles.map_err(|errors| shown(&errors, &sources))?);
            taken.retain(|name| !selection.excludes(NAMESPACE, name));
            whole = read(parsed, &mut selection, &taken)?;
        }
        let skipped = skipped(&whole.skipped);
        Ok(bindings::flat(
            whole.analysis,
            &self.origin(),
            &skipped,
            self.flat,
        ))
    }

    /// What is selected, and all that it needs; `taken` are constants that come along where they exist.
    fn whole(
        &self,
        mut parsed: Parsed,
        sources: &Sources,
        metadata: &Metadata<'_>,
        selection: &mut Selection,
        taken: &HashSet<&str>,
    ) -> Result<Whole, Error> {
        let mut chosen = select(&mut parsed, metadata, selection, taken)
            .map_err(|errors| shown(&errors, sources))?;
        selection.missing(|| names(&parsed.model, metadata))?;
        if !self.without_default {
            uses::retype(&mut parsed.model);
        }
        parsed.settle();
        let Parsed {
            model,
            diagnostics: mut errors,
            lost,
            ..
        } = parsed;
        errors.extend(Index::with_lost(&model, &lost).1);
        if !errors.is_empty() {
            sort(&mut errors);
            return Err(shown(&errors, sources));
        }
        for of in &model.renamed {
            let was = of.was.rsplit("::").next().unwrap_or(&of.was);
            if chosen.contains(was) {
                chosen.insert(of.name.clone());
            }
        }
        let whole = Whole::of(model, sources, |name| chosen.contains(name));
        let mut whole = whole.map_err(|errors| shown(&errors, sources))?;
        // Attributes that nothing declares are among them.
        whole
            .skipped
            .retain(|of| of.name.starts_with('#') || chosen.contains(&of.name));
        let skipped = whole.skipped.iter().filter(|of| selection.names(&of.name));
        let skipped: Vec<String> = skipped
            .map(|of| format!("`{}` cannot be Rust: {}", of.name, of.reason))
            .collect();
        if !skipped.is_empty() {
            return Err(Error::new(skipped.join("\n")));
        }
        Ok(whole)
    }

    /// What the bindings are made of, for the file's first line.
    fn origin(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let inputs = self.inputs.iter().map(|path| {
            let shown = path.display().to_string();
            shown.replace('\\', "/")
        });
        let default = (!self.without_default).then(|| "windows-default 0.100".to_owned());
        let inputs: Vec<String> = inputs.chain(default).collect();
        format!("winsec-bindgen {version} from {}", inputs.join(", "))
    }
}

/// What is wrong with inputs, with the places.
fn shown(errors: &[Diagnostic], sources: &Sources) -> Error {
    Error::new(render(errors, sources, Style::Plain).trim_end())
}

/// What is left out, a line for each reason: how many items, and the first of them.
fn skipped(all: &[Skipped]) -> Vec<String> {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for of in all {
        reasons.entry(&of.reason).or_default().push(&of.name);
    }
    let lines = reasons.into_iter().map(|(reason, names)| {
        let count = names.len();
        let first = names.into_iter().take(3).collect::<Vec<_>>().join(", ");
        format!("Left out, {count} of these: {reason}: {first}")
    });
    lines.collect()
}

/// Reads what is selected or taken into the model, beside the specs' own items; the names of all of it.
fn select(
    parsed: &mut Parsed,
    metadata: &Metadata<'_>,
    selection: &mut Selection,
    taken: &HashSet<&str>,
) -> Result<HashSet<String>, Vec<Diagnostic>> {
    let model = &parsed.model;
    let mut chosen = HashSet::new();
    let mut own = HashSet::new();
    for item in &model.items {
        let members: &[_] = match &item.kind {
            ItemKind::Enum(of) => &of.members,
            _ => &[],
        };
        let members = members.iter().map(|member| &member.name.text);
        for name in std::iter::once(&item.name.text).chain(members) {
            if selection.takes(NAMESPACE, name) {
                chosen.insert(name.clone());
            }
            own.insert(name.clone());
        }
    }
    chosen.extend(taken.iter().map(|&name| name.to_owned()));
    let mut values = values(model, &own);
    values.extend(taken.iter().map(|&name| name.to_owned()));
    let mut rows = Vec::new();
    metadata.entries(false, |entry| {
        if own.contains(entry.name) {
            return;
        }
        let takes = selection.takes(entry.namespace, entry.name);
        if takes {
            chosen.insert(entry.name.to_owned());
        }
        if takes || values.contains(entry.name) {
            rows.push(entry.row);
        }
    })?;
    if !values.is_empty() {
        metadata.entries(true, |entry| {
            if values.contains(entry.name) && !own.contains(entry.name) {
                rows.push(entry.row);
            }
        })?;
    }
    chosen.extend(values);
    metadata.read(rows, parsed)?;
    Ok(chosen)
}

/// The values that the items of specs name and do not define.
fn values(model: &Model, own: &HashSet<String>) -> HashSet<String> {
    let mut named = HashSet::new();
    let mut add = |value: &Value| {
        if let Value::Names(names) = value {
            named.extend(names.iter().map(|name| name.text.clone()));
        }
    };
    for item in &model.items {
        match &item.kind {
            ItemKind::Constant(of) => add(&of.value),
            ItemKind::Enum(of) => of.members.iter().for_each(|member| add(&member.value)),
            _ => {}
        }
    }
    named.retain(|name| !own.contains(name));
    named
}

/// Every name that can be asked for.
fn names(model: &Model, metadata: &Metadata<'_>) -> Vec<String> {
    let mut names: Vec<String> = model
        .items
        .iter()
        .map(|item| item.name.text.clone())
        .collect();
    // What cannot be read has been told.
    let _ = metadata.entries(false, |Entry { name, .. }| names.push(name.to_owned()));
    names
}

fn is_winmd(path: &Path) -> bool {
    let kind = path.extension();
    kind.is_some_and(|kind| kind.eq_ignore_ascii_case("winmd"))
}

fn is_rdl(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "rdl")
}

/// What is wrong, in words; several lines where several things are.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As it is displayed: that is what a build script's `main` prints of it.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
