//! Whether a page can be about an item: its kind, and its fields or members.

use std::collections::BTreeSet;

use windows_metadata::HasAttributes as _;
use windows_metadata::reader::{Item as Row, TypeCategory, TypeDef};
use winsec_codegen::model::{Field, FieldType, Item, ItemKind};
use winsec_pages::{Kind, Page};

use crate::metadata::Index;

/// What an item is, as far as pages tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Record,
    Enumeration,
    Function,
    Callback,
    Constant,
    /// Another name of a type.
    Alias,
    Interface,
}

/// What an item is, and what it is made of.
#[derive(Debug)]
pub(super) struct Shape {
    what: What,
    /// The names of its fields or members.
    parts: BTreeSet<String>,
}

/// How well a page and an item go together: how many of the page's entries the item has, and whether the
/// page stands under the item's own header.
pub(super) type Score = (usize, bool);

impl What {
    /// In words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Record => "a struct",
            Self::Enumeration => "an enumeration",
            Self::Function => "a function",
            Self::Callback => "a callback",
            Self::Constant => "a constant",
            Self::Alias => "another name of a type",
            Self::Interface => "a COM interface",
        }
    }
}

impl Shape {
    /// Of an item of a model.
    pub(super) fn of(item: &Item) -> Self {
        let what = match &item.kind {
            ItemKind::Record(_) => What::Record,
            ItemKind::Enum(_) => What::Enumeration,
            ItemKind::Function(_) => What::Function,
            ItemKind::Callback(_) => What::Callback,
            ItemKind::Constant(_) => What::Constant,
            ItemKind::Alias(_) => What::Alias,
            ItemKind::Interface => What::Interface,
        };
        let parts = parts(item);
        Self { what, parts }
    }

    /// Of all items of a name in the metadata, and of the member of an enumeration.
    pub(super) fn in_metadata(index: &Index, name: &str) -> Vec<Self> {
        let mut shapes: Vec<Self> = index
            .items(name)
            .map(|row| Self::of_row(index, row))
            .collect();
        if shapes.is_empty() && index.member(name).is_some() {
            shapes.push(Self::constant());
        }
        shapes
    }

    /// Of a constant, or of a member of an enumeration, which is one for C.
    pub(super) const fn constant() -> Self {
        Self {
            what: What::Constant,
            parts: BTreeSet::new(),
        }
    }

    fn of_row(index: &Index, row: Row<'_>) -> Self {
        let mut parts = BTreeSet::new();
        let what = match row {
            Row::Fn(_) => What::Function,
            Row::Const(_) => What::Constant,
            Row::Type(ty) => {
                fields_of(index, ty, &mut parts);
                match ty.category() {
                    TypeCategory::Struct if ty.has_attribute("NativeTypedefAttribute") => {
                        parts.clear();
                        What::Alias
                    }
                    TypeCategory::Enum => What::Enumeration,
                    TypeCategory::Delegate => What::Callback,
                    TypeCategory::Struct => What::Record,
                    _ => What::Interface,
                }
            }
        };
        // The metadata names the bits of a bit-field elsewhere.
        if parts.iter().any(|part| part.starts_with("_bitfield")) {
            parts.clear();
        }
        Self { what, parts }
    }

    /// How well the page goes with it; not at all when the kinds differ, or none of the page's fields or
    /// members is there.
    fn score(&self, page: &Page) -> Option<Score> {
        let fits = match page.kind {
            Kind::Record => self.what == What::Record,
            Kind::Enumeration => self.what == What::Enumeration,
            Kind::Function => self.what == What::Function,
            Kind::Callback => self.what == What::Callback,
            Kind::Constant => self.what == What::Constant,
            Kind::Macro => matches!(self.what, What::Function | What::Constant),
        };
        let named = |name: &str| {
            self.parts
                .iter()
                .any(|part| part.eq_ignore_ascii_case(name))
        };
        let last = |name: &'_ str| name.rsplit('.').next().unwrap_or_default().to_owned();
        let entries = page.entries.iter();
        let found = entries.filter(|entry| named(&last(&entry.name))).count();
        let none = found == 0 && !page.entries.is_empty() && !self.parts.is_empty();
        let own = page
            .origin
            .header
            .as_deref()
            .zip(page.origin.page.as_deref());
        let own = own.is_some_and(|(header, page)| {
            let mut folders = page.rsplit('/').skip(1);
            folders.next() == Some(header.trim_end_matches(".h"))
        });
        (fits && !(none && page.kind != Kind::Function)).then_some((found, own))
    }
}

/// The name of a page's item among those that there are, and how well the two go together.
///
/// # Errors
///
/// When there is an item of such a name, but the page cannot be about it: why, in words.
pub(super) fn choose(
    page: &Page,
    shapes: impl Fn(&str) -> Vec<Shape>,
) -> Result<Option<(&str, Score)>, String> {
    let fitting = |name: &str| shapes(name).iter().filter_map(|of| of.score(page)).max();
    for name in &page.names {
        let Some(score) = fitting(name) else {
            continue;
        };
        // The words are about what a pointer leads to, where both have a name.
        let of = name.strip_prefix("LP").or_else(|| name.strip_prefix('P'));
        let of = page.names.iter().find(|other| Some(other.as_str()) == of);
        return Ok(Some(match of.and_then(|of| Some((of, fitting(of)?))) {
            Some((of, score)) => (of, score),
            None => (name, score),
        }));
    }
    let bare = |name: &str| name.trim_start_matches('_').to_owned();
    let own = page
        .names
        .first()
        .map(|name| bare(name))
        .unwrap_or_default();
    let mut named = page.names.iter().filter(|name| bare(name) == own);
    let Some((name, shape)) = named.find_map(|name| Some((name, shapes(name).pop()?))) else {
        return Ok(None);
    };
    // A type without parts may be declared as whatever it is made of.
    let types = matches!(page.kind, Kind::Record | Kind::Enumeration | Kind::Callback);
    if types && matches!(shape.what, What::Alias | What::Interface) {
        return Ok(Some((name, (0, false))));
    }
    let (what, about) = (shape.what.words(), about(page.kind));
    Err(if what == about {
        format!("`{name}` has none of the parts that the page documents")
    } else {
        format!("`{name}` is {what}, and the page is about {about}")
    })
}

/// What a page is about, in words.
const fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Record => What::Record.words(),
        Kind::Enumeration => What::Enumeration.words(),
        Kind::Function => What::Function.words(),
        Kind::Callback => What::Callback.words(),
        Kind::Constant => What::Constant.words(),
        Kind::Macro => "a macro",
    }
}

/// The names of an item's fields, members or parameters.
pub(super) fn parts(item: &Item) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    match &item.kind {
        ItemKind::Record(record) => fields(&record.fields, &mut parts),
        ItemKind::Enum(of) => parts.extend(of.members.iter().map(|of| of.name.text.clone())),
        ItemKind::Function(of) => {
            parts.extend(of.signature.params.iter().map(|of| of.name.text.clone()));
        }
        ItemKind::Callback(of) => {
            parts.extend(of.signature.params.iter().map(|of| of.name.text.clone()));
        }
        ItemKind::Constant(_) | ItemKind::Alias(_) | ItemKind::Interface => {}
    }
    parts
}

fn fields(of: &[Field], parts: &mut BTreeSet<String>) {
    for field in of {
        match &field.ty {
            FieldType::Record(record) => fields(&record.fields, parts),
            FieldType::Type(_) if field.bits.is_empty() => {
                parts.insert(field.name.text.clone());
            }
            FieldType::Type(_) => {
                let names = field.bits.iter().filter_map(|bits| bits.name.as_ref());
                parts.extend(names.map(|name| name.text.clone()));
            }
        }
    }
}

/// The names of the fields of a type of the metadata, and of the types within it.
fn fields_of(index: &Index, ty: TypeDef<'_>, parts: &mut BTreeSet<String>) {
    parts.extend(ty.fields().map(|field| field.name().to_owned()));
    for nested in index.nested(ty) {
        fields_of(index, nested, parts);
    }
}
