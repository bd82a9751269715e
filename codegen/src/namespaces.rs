//! Namespaces to one: every name is looked up in its own namespace first, and what two namespaces
//! call by one name gets two.
//!
//! A model is flat, as C is, and so is the Rust that is made of it. Metadata has namespaces (`mod`),
//! each with names of its own. Here each name of a type or of a value becomes that of the item that it
//! means; of several items with one name the first keeps it, and the others are called after their
//! namespaces, too: `B::T` is `B_T`. Nothing is lost.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::{Diagnostic, Span};
use crate::model::{
    Arches, Field, FieldType, Item, ItemKind, Markers, Model, ModuleId, Name, Primitive, Record,
    RecordKind, Renamed, Type, Value,
};
use crate::types;

/// Whether a name stands for a type or for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Space {
    Types,
    Values,
}

/// Which of the two an item's name stands for.
pub fn space(item: &Item) -> Space {
    if item.kind.is_type() {
        Space::Types
    } else {
        Space::Values
    }
}

/// The names that are defined: for each the namespaces that define it, with what it is called in the
/// flat model.
type Defined = FxHashMap<(Space, String), Vec<(Arc<str>, Option<String>)>>;

/// Makes the names of a model flat.
///
/// `namespaces` are those of its items, and `used` those that files use whole.
pub fn flatten(
    model: &mut Model,
    namespaces: &[Arc<str>],
    used: &[Name],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut defined = defined(model, namespaces);
    rename(model, namespaces, &mut defined);
    twice(model, diagnostics);
    let known: FxHashSet<&str> = namespaces.iter().map(AsRef::as_ref).collect();
    for name in used {
        if !known.contains(name.text.as_str()) {
            let message = format!("there is no namespace `{}`", name.text);
            let help = "leave `use` out, or give the file that has it, too";
            diagnostics.push(Diagnostic::new(name.span, message).with_help(help));
        }
    }
    let mut needs_guid = None;
    for (item, own) in model.items.iter_mut().zip(namespaces) {
        let look = Look {
            defined: &defined,
            own,
            file: item.module.0,
            used,
        };
        types::each_mut(item, &mut |ty| {
            let place = types::innermost(ty);
            let Type::Named(name) = place else { return };
            match look.up(Space::Types, &name.text) {
                Found::One(flat) => name.text = flat,
                Found::Several(all) => diagnostics.push(ambiguous(name, &all)),
                // Types that are there without a definition.
                Found::None if name.text == "GUID" => needs_guid = Some(name.span),
                Found::None if name.text == "HRESULT" => *place = Type::Primitive(Primitive::I32),
                Found::None if name.text == "Type" => {
                    *place = Type::Pointer {
                        mutable: true,
                        to: Box::new(Type::Void),
                    };
                }
                Found::None => {}
            }
        });
        let value = |value: &mut Value| {
            let Value::Names(names) = value else { return };
            for name in names {
                if let Found::One(flat) = look.up(Space::Values, &name.text) {
                    name.text = flat;
                }
            }
        };
        match &mut item.kind {
            ItemKind::Constant(of) => value(&mut of.value),
            ItemKind::Enum(of) => of.members.iter_mut().for_each(|of| value(&mut of.value)),
            _ => {}
        }
    }
    model.items.extend(needs_guid.map(guid));
}

/// Which namespaces define each name.
fn defined(model: &Model, namespaces: &[Arc<str>]) -> Defined {
    let mut defined = Defined::default();
    for (item, own) in model.items.iter().zip(namespaces) {
        let key = (space(item), item.name.text.clone());
        let spaces = defined.entry(key).or_default();
        if !spaces.iter().any(|(known, _)| known == own) {
            spaces.push((Arc::clone(own), None));
        }
    }
    defined
}

/// Gives all items but the first of a name, and those whose names are reserved, names that nothing
/// else has.
fn rename(model: &mut Model, namespaces: &[Arc<str>], defined: &mut Defined) {
    let taken: FxHashSet<(Space, String)> = defined.keys().cloned().collect();
    let free = |space, name: String| {
        let mut name = name;
        while taken.contains(&(space, name.clone())) {
            name.push('_');
        }
        name
    };
    for ((space, name), spaces) in defined.iter_mut() {
        let first = usize::from(!is_reserved(*space, name));
        for (at, (own, flat)) in spaces.iter_mut().enumerate().skip(first) {
            *flat = Some(match at {
                0 => free(*space, format!("{name}_")),
                _ => free(*space, format!("{}_{name}", own.replace("::", "_"))),
            });
        }
    }
    for (item, own) in model.items.iter_mut().zip(namespaces) {
        let spaces = defined.get(&(space(item), item.name.text.clone()));
        let entry = spaces.and_then(|spaces| spaces.iter().find(|(known, _)| known == own));
        if let Some((_, Some(flat))) = entry {
            let name = std::mem::replace(&mut item.name.text, flat.clone());
            model.renamed.push(Renamed {
                name: flat.clone(),
                was: format!("{own}::{name}"),
            });
            if let ItemKind::Function(function) = &mut item.kind {
                function.import.get_or_insert(name);
            }
        }
    }
}

/// Reports types of one name in one namespace: whatever names them would be laid out with the first.
/// Variants for architectures of their own are one type.
fn twice(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: FxHashMap<&str, Vec<&Item>> = FxHashMap::default();
    let types = model.items.iter().filter(|item| item.kind.is_type());
    for item in types.filter(|item| !matches!(item.kind, ItemKind::Interface)) {
        let Name { text, span } = &item.name;
        let earlier = seen.entry(text).or_default();
        match earlier.iter().find(|of| of.arches.intersects(item.arches)) {
            Some(first) => diagnostics.push(
                Diagnostic::new(*span, format!("the type `{text}` is defined twice"))
                    .with_related(first.name.span, "first defined here")
                    .with_help("remove one of them, or limit each to its own `#[arch(..)]`"),
            ),
            None => earlier.push(item),
        }
    }
}

/// Whether an item of this name would change what generated code means: Rust's own types, and what
/// generated functions call, or call their parameters and variables.
pub fn is_reserved(space: Space, name: &str) -> bool {
    const LOCAL: [&str; 8] = [
        "align_of", "bits", "f", "name", "other", "size_of", "unit", "value",
    ];
    const PRIMITIVE: [&str; 19] = [
        "bool", "char", "str", "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "i128",
        "u128", "isize", "usize", "f16", "f32", "f64", "f128",
    ];
    LOCAL.contains(&name) || (space == Space::Types && PRIMITIVE.contains(&name))
}

/// Where a name is looked up.
struct Look<'a> {
    defined: &'a Defined,
    own: &'a str,
    /// The file that the name is in, whose `use` counts.
    file: u32,
    used: &'a [Name],
}

/// What a name means.
enum Found {
    /// The item that is called so in the flat model.
    One(String),
    /// An item of one of several namespaces.
    Several(Vec<Arc<str>>),
    /// Nothing that is there.
    None,
}

impl Look<'_> {
    /// Looks a name up as windows-rdl does: in the namespace that it names or its own, below its own,
    /// and in those that are used; and where no other has it, wherever it is.
    fn up(&self, space: Space, written: &str) -> Found {
        let path = written.strip_prefix("::").unwrap_or(written);
        let (within, name) = match path.rsplit_once("::") {
            Some((within, name)) => (Some(within), name),
            None => (None, path),
        };
        let Some(all) = self.defined.get(&(space, name.to_owned())) else {
            return Found::None;
        };
        let flat = |flat: &Option<String>| Found::One(flat.as_deref().unwrap_or(name).to_owned());
        let of = |namespace: &str| all.iter().find(|(own, _)| &**own == namespace);
        let found = match within {
            Some(within) => {
                let absolute = absolute(self.own, within);
                of(&absolute).or_else(|| of(&format!("{}::{absolute}", self.own)))
            }
            None => of(self.own),
        };
        let used = || {
            let here = |name: &&Name| name.span.file.0 == self.file && within.is_none();
            self.used
                .iter()
                .filter(here)
                .find_map(|namespace| of(&namespace.text))
        };
        match (found.or_else(used), &all[..]) {
            (Some((_, name)), _) => flat(name),
            (None, [(_, name)]) if within.is_none() => flat(name),
            (None, several) if within.is_none() => {
                Found::Several(several.iter().map(|(own, _)| Arc::clone(own)).collect())
            }
            _ => Found::None,
        }
    }
}

/// A namespace as it is called from everywhere, given how it is called in `own`.
fn absolute(own: &str, written: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    for (at, part) in written.split("::").enumerate() {
        match part {
            "super" if path.is_empty() && at == 0 => {
                path.extend(own.split("::"));
                path.pop();
            }
            "super" => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("::")
}

fn ambiguous(name: &Name, all: &[Arc<str>]) -> Diagnostic {
    let all: Vec<String> = all.iter().map(|own| format!("`{own}`")).collect();
    let message = format!("`{}` is in several namespaces", name.text);
    Diagnostic::new(name.span, message).with_help(format!(
        "write the path to the one that is meant; it is in {}",
        all.join(", ")
    ))
}

/// The definition of the GUID, which is there without one.
fn guid(span: Span) -> Item {
    let name = |text: &str| Name {
        text: text.to_owned(),
        span,
    };
    let byte = Type::Primitive(Primitive::U8);
    let of = Box::new(byte);
    let short = Type::Primitive(Primitive::U16);
    let fields = [
        ("Data1", Type::Primitive(Primitive::U32)),
        ("Data2", short.clone()),
        ("Data3", short),
        ("Data4", Type::Array { of, len: 8 }),
    ];
    let fields = fields.map(|(text, ty)| Field {
        name: name(text),
        docs: String::new(),
        ty: FieldType::Type(ty),
        align: None,
        bits: Vec::new(),
        markers: Markers::default(),
    });
    Item {
        name: name("GUID"),
        module: ModuleId(span.file.0),
        docs: String::new(),
        origin: Arc::default(),
        markers: Markers::default(),
        arches: Arches::ALL,
        kind: ItemKind::Record(Record {
            kind: RecordKind::Struct,
            packed: None,
            align: None,
            fields: fields.into(),
        }),
    }
}
