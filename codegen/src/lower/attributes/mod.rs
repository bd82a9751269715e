//! Attributes: what they say of the thing that they stand before.

mod metadata;
mod places;
mod values;

use super::{Lower, docs};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{
    Arches, Encoding, ErrorCause, LastError, Len, Marker, Markers, Name, Origin, Primitive,
};
use crate::nearest::nearest;
use crate::syntax::attribute::{Arguments, Attribute};
use places::{ITEMS, KNOWN, known};

pub use metadata::Native;
pub use places::{Place, names};

/// Everything that attributes can say of one thing.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an attribute of its own"
)]
pub struct Attrs {
    /// `///`.
    pub docs: String,
    /// `header`, `client`, `server`, `page`.
    pub origin: Origin,
    /// `absent`, `differs`.
    pub markers: Markers,
    /// `arch`.
    pub arches: Option<Arches>,
    /// `packed`.
    pub packed: Option<u16>,
    /// `align`.
    pub align: Option<u16>,
    /// `repr`.
    pub repr: Option<Primitive>,
    /// Whether there is a `repr`, right or wrong.
    pub has_repr: bool,
    /// `flags`.
    pub flags: bool,
    /// `scoped`.
    pub scoped: bool,
    /// `encoding`.
    pub encoding: Option<Encoding>,
    /// `guid`.
    pub guid: Option<u128>,
    /// `library`: the DLL, and the name under which it exports the function.
    pub library: Option<(Name, Option<String>)>,
    /// `noreturn`.
    pub noreturn: bool,
    /// `last_error`.
    pub last_error: Option<LastError>,
    /// `error`.
    pub errors: Vec<ErrorCause>,
    /// The first attribute that only a function of a DLL may have.
    pub for_functions: Option<Span>,
    /// `in`.
    pub input: bool,
    /// `out`.
    pub output: bool,
    /// `opt`.
    pub optional: bool,
    /// `reserved`.
    pub reserved: bool,
    /// `retval`.
    pub retval: bool,
    /// `iid_is`.
    pub iid_is: bool,
    /// `len_param`, `size_param`, `len_const`.
    pub len: Option<Len>,
    /// What only metadata says.
    pub native: Native,
}

impl Lower<'_> {
    /// Reads the attributes of one thing.
    pub fn attributes(&mut self, attributes: &[Attribute], place: Place) -> Attrs {
        let mut attrs = Attrs::default();
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for attribute in attributes {
            let span = self.span(attribute.span());
            let span = match &attribute.name.last {
                Some(last) => span.to(self.span(last.span())),
                None => span,
            };
            let written = self.slice(span).trim_start_matches("r#").to_owned();
            let written = written.as_str();
            if written == "doc" || written.starts_with('/') {
                self.doc(&mut attrs, attribute);
                continue;
            }
            let Some((name, places)) = known(written) else {
                if self.is_metadata() {
                    self.annotation(&mut attrs, attribute, written);
                    continue;
                }
                let message = format!("unknown attribute `{written}`");
                let help = self.unknown_attribute_help(written, place);
                self.error(span, message, help);
                continue;
            };
            if attribute.inner != (place == Place::File) {
                self.wrong_side(span, name, attribute.inner);
                continue;
            }
            if !places.contains(&place) {
                // An alignment counts wherever it stands.
                if self.is_metadata() && !matches!(name, "align" | "packed") {
                    self.harmless(name);
                    continue;
                }
                self.misplaced(span, name, places, place);
                continue;
            }
            let repeats = matches!(name, "differs" | "error");
            match seen.iter().find(|(other, _)| *other == name) {
                Some(_) if self.is_metadata() && !repeats => continue,
                Some(&(_, first)) if !repeats => {
                    let message = format!("`{name}` is given twice");
                    self.report(
                        Diagnostic::new(span, message)
                            .with_related(first, "first given here")
                            .with_help("keep one of them"),
                    );
                    continue;
                }
                _ => seen.push((name, span)),
            }
            self.known(&mut attrs, attribute, name, span);
        }
        docs::finish(&mut attrs.docs);
        attrs
    }

    fn doc(&mut self, attrs: &mut Attrs, attribute: &Attribute) {
        if let Arguments::Text(literal) = &attribute.arguments
            && let Some(text) = super::arguments::text(literal)
        {
            docs::append(&mut attrs.docs, &text);
        } else {
            self.misshapen(attribute, r#"doc = "text""#);
        }
    }

    fn unknown_attribute_help(&self, written: &str, place: Place) -> String {
        let fitting = KNOWN.iter().filter(|(_, places)| places.contains(&place));
        match nearest(written, KNOWN.iter().map(|(name, _)| *name)) {
            Some(names) => format!("did you mean {names}?"),
            None => {
                let names: Vec<_> = fitting.map(|(name, _)| format!("`{name}`")).collect();
                let place = place.words();
                match names.split_last() {
                    None => format!("{place} takes none"),
                    Some((only, [])) => format!("{place} takes only {only}"),
                    Some((last, others)) => {
                        format!("{place} may have {} and {last}", others.join(", "))
                    }
                }
            }
        }
    }

    fn wrong_side(&mut self, span: Span, name: &str, inner: bool) {
        if inner {
            self.error(
                span,
                format!("`#![{name}]` may stand only at the head of a file"),
                format!("write `#[{name}]`"),
            );
        } else {
            self.error(
                span,
                format!("`#[{name}]` is an item's"),
                format!("write `#![{name}]`"),
            );
        }
    }

    fn misplaced(&mut self, span: Span, name: &str, places: &[Place], place: Place) {
        let message = format!("`{name}` does not belong to {}", place.words());
        let help = if name == "winrt" {
            "WinRT is not part of the C interface; a spec describes Win32 alone".to_owned()
        } else {
            let mut words: Vec<_> = places.iter().map(|place| place.words()).collect();
            if ITEMS.iter().all(|item| places.contains(item)) {
                let items: Vec<_> = ITEMS.iter().map(|place| place.words()).collect();
                words.retain(|word| !items.contains(word));
                words.insert(0, "an item");
            }
            format!("it belongs to {}", words.join(", or to "))
        };
        self.error(span, message, help);
    }

    fn known(&mut self, attrs: &mut Attrs, attribute: &Attribute, name: &str, span: Span) {
        match name {
            "header" => attrs.origin.header = self.one_string(attribute, r#"header("winsock2.h")"#),
            "client" => {
                attrs.origin.client = self.one_string(attribute, r#"client("Windows Vista")"#);
            }
            "server" => {
                attrs.origin.server =
                    self.one_string(attribute, r#"server("Windows Server 2008")"#);
            }
            "page" => attrs.origin.page = self.page(attribute),
            "absent" => {
                attrs.markers.absent = self
                    .string(attribute, r#"absent("why Microsoft's metadata lacks it")"#)
                    .map(|(reason, span)| Box::new(Marker { reason, span }));
            }
            "differs" => attrs.markers.differs.extend(self.differs(attribute)),
            "arch" => attrs.arches = self.arches(attribute),
            "packed" => attrs.packed = self.power_of_two(attribute, "packed"),
            "align" => attrs.align = self.power_of_two(attribute, "align"),
            "repr" => {
                attrs.has_repr = true;
                attrs.repr = self.repr(attribute);
            }
            "flags" => attrs.flags = self.bare(attribute, "flags"),
            "scoped" => attrs.scoped = self.bare(attribute, "scoped"),
            "encoding" => attrs.encoding = self.encoding(attribute),
            "guid" => attrs.guid = self.guid_attribute(attribute),
            "library" => attrs.library = self.library(attribute),
            "noreturn" => {
                attrs.noreturn = self.bare(attribute, "noreturn");
                attrs.for_functions.get_or_insert(span);
            }
            "last_error" => {
                attrs.last_error = self.last_error(attribute);
                attrs.for_functions.get_or_insert(span);
            }
            "error" => {
                attrs.errors.extend(self.error_cause(attribute));
                attrs.for_functions.get_or_insert(span);
            }
            "in" => attrs.input = self.bare(attribute, "in"),
            "out" => attrs.output = self.bare(attribute, "out"),
            "opt" => attrs.optional = self.bare(attribute, "opt"),
            "reserved" => attrs.reserved = self.bare(attribute, "reserved"),
            "retval" => attrs.retval = self.bare(attribute, "retval"),
            "iid_is" => attrs.iid_is = self.bare(attribute, "iid_is"),
            "len_param" | "size_param" | "len_const" => self.len(attrs, attribute, name, span),
            // `win32` and `no_guid` say nothing that the model keeps.
            _ => {
                self.bare(attribute, name);
            }
        }
    }
}
