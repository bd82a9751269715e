//! Metadata (`.winmd`) straight into the model: only the items that were asked for, and what these
//! need.

mod blob;
mod read;
mod tables;

use std::cmp::Reverse;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::{Diagnostic, FileId, Span, sort};
use crate::model::{Item, Model, Module, ModuleId, Skipped};
use crate::parse::Parsed;
use crate::source::{Source, Sources};
use crate::types;
use read::{Category, File};
use tables::table::{FIELD, METHOD, TYPE_DEF};

/// A file's metadata, and what it is called.
#[derive(Debug, Clone, Copy)]
pub struct Winmd<'a> {
    /// The module that its items come into.
    pub module: &'a str,
    /// What errors call it.
    pub name: &'a str,
    /// The whole file.
    pub bytes: &'a [u8],
    /// Whether nothing is read of it but what others need.
    pub reference: bool,
}

impl Winmd<'static> {
    /// The metadata of Win32 that windows-default carries, and WinRT's for what that needs of it.
    #[must_use]
    pub const fn system() -> [Self; 2] {
        [
            Self {
                module: "win32",
                name: "Windows.Win32.winmd",
                bytes: windows_default::WIN32,
                reference: false,
            },
            Self {
                module: "winrt",
                name: "Windows.winmd",
                bytes: windows_default::WINRT,
                reference: true,
            },
        ]
    }
}

/// Several files of metadata that are read together.
#[derive(Debug)]
pub struct Metadata<'a> {
    modules: Vec<Module>,
    /// Each with whether it is for reference alone.
    files: Vec<(File<'a>, bool)>,
    types: Types<'a>,
}

/// The types of a name, each with its namespace, in all files.
type Types<'a> = FxHashMap<&'a str, Vec<(&'a str, Row)>>;

/// A row of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row {
    file: usize,
    table: usize,
    row: usize,
    /// The type that the row belongs to, or is.
    of: usize,
}

/// A name in metadata, and what is to be read for it.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The namespace: `Windows.Win32`.
    pub namespace: &'a str,
    /// The name of an item, or of an enumeration's member.
    pub name: &'a str,
    /// The enumeration that a member belongs to.
    pub of: Option<&'a str>,
    /// The item.
    pub row: Row,
}

impl<'a> Metadata<'a> {
    /// Opens files, and adds them to the run's sources.
    ///
    /// # Errors
    ///
    /// What is wrong with each file that is no metadata.
    pub fn open(winmds: &[Winmd<'a>], sources: &mut Sources) -> Result<Self, Vec<Diagnostic>> {
        let mut metadata = Self {
            modules: Vec::new(),
            files: Vec::new(),
            types: Types::default(),
        };
        let mut faults = Vec::new();
        for winmd in winmds {
            let id = sources.push(Source::binary(winmd.name));
            match File::open(id, winmd.bytes) {
                Ok(file) => metadata.files.push((file, winmd.reference)),
                Err(damage) => faults.push(fault(id, 0, damage)),
            }
            metadata.modules.push(Module {
                name: winmd.module.to_owned(),
                docs: String::new(),
            });
        }
        if faults.is_empty() {
            faults = metadata.enter();
        }
        if faults.is_empty() {
            Ok(metadata)
        } else {
            Err(faults)
        }
    }

    /// Learns the names of all types.
    fn enter(&mut self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for (at, (file, _)) in self.files.iter().enumerate() {
            for row in file.tables.rows(TYPE_DEF) {
                let found = file.type_name(row);
                match found {
                    // What lies in another type is found through that one.
                    Ok(("", _)) => {}
                    Ok((namespace, name)) => {
                        let row = Row {
                            file: at,
                            table: TYPE_DEF,
                            row,
                            of: row,
                        };
                        self.types.entry(name).or_default().push((namespace, row));
                    }
                    Err(damage) => faults.push(fault(file.id, 0, damage)),
                }
            }
        }
        faults
    }

    /// Shows every name, of items and of members, in the files that are for reference or in the others.
    ///
    /// # Errors
    ///
    /// The rows that cannot be read.
    pub fn entries(
        &self,
        for_reference: bool,
        mut show: impl FnMut(Entry<'a>),
    ) -> Result<(), Vec<Diagnostic>> {
        let mut faults = Vec::new();
        let files = self.files.iter().enumerate();
        for (at, (file, _)) in files.filter(|(_, (_, is))| *is == for_reference) {
            for row in file.tables.rows(TYPE_DEF) {
                if let Err(damage) = self.entries_of(at, row, &mut show) {
                    faults.push(fault(file.id, 0, damage));
                }
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    fn entries_of(
        &self,
        file: usize,
        row: usize,
        show: &mut impl FnMut(Entry<'a>),
    ) -> tables::Result<()> {
        let of = &self.files[file].0;
        let tables = &of.tables;
        let (namespace, name) = of.type_name(row)?;
        if namespace.is_empty() {
            return Ok(());
        }
        let mut entry = |table, at, name, of| {
            show(Entry {
                namespace,
                name,
                of,
                row: Row {
                    file,
                    table,
                    row: at,
                    of: row,
                },
            });
        };
        match of.category(row)? {
            Category::Attribute => {}
            Category::Class if name == "Apis" => {
                for method in tables.list(TYPE_DEF, row, 5, METHOD)? {
                    entry(METHOD, method, tables.name(METHOD, method, 3)?, None);
                }
                for field in tables.list(TYPE_DEF, row, 4, FIELD)? {
                    entry(FIELD, field, tables.name(FIELD, field, 1)?, None);
                }
            }
            category => {
                entry(TYPE_DEF, row, name, None);
                if category == Category::Enum {
                    for field in tables.list(TYPE_DEF, row, 4, FIELD)? {
                        let member = tables.name(FIELD, field, 1)?;
                        if member != "value__" {
                            entry(TYPE_DEF, row, member, Some(name));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The constants of some types, by name.
    ///
    /// # Errors
    ///
    /// The rows that cannot be read.
    pub(crate) fn constants_of(
        &self,
        types: &FxHashSet<&str>,
    ) -> Result<Vec<&'a str>, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let mut faults = Vec::new();
        for for_reference in [false, true] {
            self.entries(for_reference, |entry| {
                let file = &self.files[entry.row.file].0;
                if entry.row.table == FIELD {
                    match file.type_of(entry.row.row) {
                        Ok(Some(ty)) if types.contains(ty) => found.push(entry.name),
                        Ok(_) => {}
                        Err(damage) => faults.push(fault(file.id, 0, damage.of(entry.name))),
                    }
                }
            })?;
        }
        if faults.is_empty() {
            Ok(found)
        } else {
            Err(faults)
        }
    }

    /// The items of the names that are wanted; a member stands for its enumeration.
    ///
    /// # Errors
    ///
    /// The rows that cannot be read.
    pub fn select(&self, wanted: impl Fn(&Entry<'a>) -> bool) -> Result<Vec<Row>, Vec<Diagnostic>> {
        let mut rows = Vec::new();
        self.entries(false, |entry| {
            if wanted(&entry) {
                rows.push(entry.row);
            }
        })?;
        Ok(rows)
    }

    /// Adds items to those that were parsed, sorted by name, and all that they and these need. What C
    /// has not, such as generic types, is skipped.
    ///
    /// # Errors
    ///
    /// Everything that cannot be read.
    pub(crate) fn read(
        &self,
        rows: impl IntoIterator<Item = Row>,
        parsed: &mut Parsed,
    ) -> Result<(), Vec<Diagnostic>> {
        let model = &mut parsed.model;
        let has = model.items.iter().filter(|item| item.kind.is_type());
        let mut need = Need {
            types: &self.types,
            has: &has.map(|item| item.name.text.as_str()).collect(),
            seen: FxHashSet::default(),
            open: Vec::new(),
            own: "",
        };
        for row in rows {
            if need.seen.insert(row) {
                need.open.push(row);
            }
        }
        for item in &model.items {
            types::each(item, &mut |ty| {
                if let Some((name, _)) = types::named(ty) {
                    need.found(|_| true, name.rsplit("::").next().unwrap_or(name));
                }
            });
        }
        let first = model.modules.len();
        let mut items: Vec<(Item, Arc<str>)> = Vec::new();
        let mut namespaces: FxHashMap<&str, Arc<str>> = FxHashMap::default();
        let mut faults = Vec::new();
        let mut skipped = Vec::new();
        let mut made = Vec::new();
        while let Some(row) = need.open.pop() {
            let file = &self.files[row.file].0;
            let module = ModuleId((first + row.file) as u32);
            let read = file.type_name(row.of);
            let read = read.map_err(|damage| (0, String::new(), damage));
            let read = read.and_then(|(namespace, _)| {
                need.own = namespace;
                file.item(row.table, row.row, module, &mut need, &mut made)
            });
            match read {
                Ok(()) => {
                    let namespace = namespaces
                        .entry(need.own)
                        .or_insert_with(|| need.own.replace('.', "::").into());
                    items.extend(made.drain(..).map(|item| (item, Arc::clone(namespace))));
                }
                Err((_, name, damage)) if damage.foreign => {
                    // Those of its records that were read before are nobody's.
                    made.clear();
                    skipped.push(Skipped {
                        name,
                        reason: damage.to_string(),
                    });
                }
                Err((at, name, damage)) => faults.push(fault(file.id, at, damage.of(&name))),
            }
        }
        if !faults.is_empty() {
            sort(&mut faults);
            return Err(faults);
        }
        items.sort_by(|(a, _), (b, _)| {
            // Of several definitions, that for 64 bits comes first.
            let key = |item: &Item| (item.module, Reverse(item.arches), item.name.span.start);
            (&a.name.text, key(a)).cmp(&(&b.name.text, key(b)))
        });
        let (items, namespaces): (Vec<_>, Vec<_>) = items.into_iter().unzip();
        model.items.extend(items);
        parsed.lost.extend(skipped.iter().map(|of| of.name.clone()));
        model.skipped.extend(skipped);
        model.modules.extend(self.modules.iter().cloned());
        parsed.namespaces.extend(namespaces);
        Ok(())
    }

    /// The model of everything, but of files for reference; what C has not is skipped.
    ///
    /// # Errors
    ///
    /// Everything that cannot be read.
    pub fn all(&self) -> Result<Model, Vec<Diagnostic>> {
        let rows = self.select(|entry| entry.of.is_none())?;
        let mut parsed = Parsed::default();
        self.read(rows, &mut parsed)?;
        parsed.settle();
        Ok(parsed.model)
    }
}

/// What is needed and not yet read.
struct Need<'n, 'a> {
    types: &'n Types<'a>,
    /// The types that were parsed.
    has: &'n FxHashSet<&'n str>,
    seen: FxHashSet<Row>,
    open: Vec<Row>,
    /// The namespace of the item that is being read.
    own: &'a str,
}

impl Need<'_, '_> {
    /// How an item names a type of some namespace, which is read if it is in the metadata.
    fn named(&mut self, namespace: &str, name: &str) -> String {
        let built_in = match (namespace, name) {
            ("System", "Guid") => "GUID",
            ("Windows.Foundation", "HResult") => "HRESULT",
            _ => {
                self.found(|of| of == namespace, name);
                let name = read::ident(name);
                return if namespace == self.own || self.has.contains(&*name) {
                    name
                } else {
                    format!("{}::{name}", namespace.replace('.', "::"))
                };
            }
        };
        self.found(|_| true, built_in);
        built_in.to_owned()
    }

    /// Sees to it that the types of a name are read.
    fn found(&mut self, of: impl Fn(&str) -> bool, name: &str) {
        if self.has.contains(name) {
            return;
        }
        let all = self.types.get(name).into_iter().flatten();
        let mut rows = all.filter(|(namespace, _)| of(namespace)).peekable();
        let file = rows.peek().map(|(_, row)| row.file);
        // A later file's type of the name is another one.
        for (_, row) in rows.take_while(|(_, row)| Some(row.file) == file) {
            if self.seen.insert(*row) {
                self.open.push(*row);
            }
        }
    }
}

/// An error at a place in a file of metadata.
fn fault(file: FileId, at: usize, damage: tables::Damage) -> Diagnostic {
    let start = u32::try_from(at).unwrap_or_default();
    let span = Span {
        file,
        start,
        end: start,
    };
    Diagnostic::new(span, damage.to_string())
        .with_help("name a `.winmd` file that is whole, and of Win32 alone")
}
