//! Attributes: which there are, where each may stand, and what they say.

use super::{Lower, docs};
use crate::diagnostic::Span;
use crate::model::{
    Arches, Encoding, ErrorCause, LastError, Len, Marker, Markers, Name, Origin, Party, Primitive,
};
use crate::nearest::nearest;
use crate::syntax::attribute::{Arguments, Attribute};

/// Where an attribute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the file's head.
    File,
    /// Before `mod`.
    Module,
    /// Before a struct or union.
    Record,
    /// Before a struct or union that is defined in place.
    Inline,
    /// Before an enumeration.
    Enum,
    /// Before a constant.
    Const,
    /// Before an alias.
    Alias,
    /// Before a function or callback.
    Fn,
    /// Before an interface.
    Interface,
    /// Before a field.
    Field,
    /// Before a bit-field.
    BitField,
    /// Before a member of an enumeration.
    Member,
    /// Before a parameter.
    Param,
    /// Before a result's type.
    Result,
}

impl Place {
    /// The place in words: `a field`.
    fn words(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Module => "a module",
            Self::Record => "a struct or union",
            Self::Inline => "a struct or union that is defined in place",
            Self::Enum => "an enumeration",
            Self::Const => "a constant",
            Self::Alias => "an alias",
            Self::Fn => "a function",
            Self::Interface => "an interface",
            Self::Field => "a field",
            Self::BitField => "a bit-field",
            Self::Member => "a member",
            Self::Param => "a parameter",
            Self::Result => "a result",
        }
    }
}

const ITEMS: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
];
const ITEMS_AND_FILE: &[Place] = &[
    Place::File,
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
];
const EXPLAINED: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
    Place::Field,
    Place::Member,
    Place::Param,
];
const ITEMS_AND_MEMBERS: &[Place] = &[
    Place::Record,
    Place::Enum,
    Place::Const,
    Place::Alias,
    Place::Fn,
    Place::Member,
];
const RECORDS: &[Place] = &[Place::Record, Place::Inline];

/// Every attribute, with the places where it may stand.
const KNOWN: &[(&str, &[Place])] = &[
    ("absent", ITEMS_AND_MEMBERS),
    ("align", RECORDS),
    (
        "arch",
        &[
            Place::Record,
            Place::Enum,
            Place::Const,
            Place::Alias,
            Place::Fn,
            Place::Interface,
        ],
    ),
    ("client", ITEMS_AND_FILE),
    ("differs", EXPLAINED),
    ("encoding", &[Place::Const]),
    ("error", &[Place::Fn]),
    ("flags", &[Place::Enum]),
    ("guid", &[Place::Const, Place::Interface]),
    ("header", ITEMS_AND_FILE),
    ("iid_is", &[Place::Param]),
    ("in", &[Place::Param]),
    ("last_error", &[Place::Fn]),
    ("len_const", &[Place::Param]),
    ("len_param", &[Place::Param]),
    ("library", &[Place::Fn]),
    ("no_guid", &[Place::Interface]),
    ("noreturn", &[Place::Fn]),
    ("opt", &[Place::Param]),
    ("out", &[Place::Param]),
    ("packed", RECORDS),
    ("page", ITEMS),
    ("repr", &[Place::Enum]),
    ("reserved", &[Place::Param]),
    ("retval", &[Place::Param]),
    ("scoped", &[Place::Enum]),
    ("server", ITEMS_AND_FILE),
    ("size_param", &[Place::Param]),
    (
        "win32",
        &[Place::Module, Place::Record, Place::Enum, Place::Interface],
    ),
    ("winrt", &[]),
];

/// The largest packing and alignment, in bytes, as in C compilers for Windows.
const MOST_ALIGN: u32 = 8192;

/// The site below which reference pages are.
const PAGES: &str = "https://learn.microsoft.com/windows/win32/api/";

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
            let written = self.slice(span).trim_start_matches("r#");
            if written == "doc" || written.starts_with("//") || written.starts_with("/*") {
                self.doc(&mut attrs, attribute);
                continue;
            }
            let Some(&(name, places)) = KNOWN.iter().find(|(name, _)| *name == written) else {
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
                self.misplaced(span, name, places, place);
                continue;
            }
            let repeats = matches!(name, "differs" | "error");
            match seen.iter().find(|(other, _)| *other == name) {
                Some(&(_, first)) if !repeats => {
                    let message = format!("`{name}` is given twice");
                    self.report(
                        crate::diagnostic::Diagnostic::new(span, message)
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
                    .map(|(reason, span)| Marker { reason, span });
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

    fn one_string(&mut self, attribute: &Attribute, form: &str) -> Option<String> {
        self.string(attribute, form).map(|(text, _)| text)
    }

    fn page(&mut self, attribute: &Attribute) -> Option<String> {
        const FORM: &str = r#"page("mstcpip/ns-mstcpip-sockaddr_storage")"#;
        let (text, span) = self.string(attribute, FORM)?;
        let wrong = |ch: char| ch.is_whitespace() || ch.is_control() || "<>\"`\\".contains(ch);
        if text.contains(wrong) || text.starts_with('/') {
            self.error(
                span,
                "this is no address of a page",
                "write the part behind `windows/win32/api/`, or the whole `https://` address",
            );
            None
        } else if text.starts_with("https://") {
            Some(text)
        } else if text.contains("://") {
            self.error(
                span,
                "the address must be `https://`",
                "write the part behind `windows/win32/api/`, or the whole `https://` address",
            );
            None
        } else {
            Some(format!("{PAGES}{text}"))
        }
    }

    fn differs(&mut self, attribute: &Attribute) -> Option<(Party, Marker)> {
        const FORM: &str = r#"differs(metadata, "why")"#;
        let [party, reason] = self.positional(attribute, FORM)?;
        let name = self.name_value(attribute, party, FORM)?;
        let (reason, span) = self.string_value(attribute, reason, FORM)?;
        let party = match name.text.as_str() {
            "metadata" => Party::Metadata,
            "c" => Party::C,
            "windows_sys" => Party::WindowsSys,
            other => {
                self.error(
                    name.span,
                    format!("`{other}` is not an oracle"),
                    "the oracles are `metadata`, `c` and `windows_sys`",
                );
                return None;
            }
        };
        Some((party, Marker { reason, span }))
    }

    fn arches(&mut self, attribute: &Attribute) -> Option<Arches> {
        const FORM: &str = "arch(X86 | X64 | Arm64)";
        use crate::syntax::value::Value;
        let [value] = self.positional(attribute, FORM)?;
        let Value::Names(names) = value else {
            self.misshapen(attribute, FORM);
            return None;
        };
        let mut arches = Arches::NONE;
        for name in names {
            let name = self.name(name);
            arches = arches.union(match name.text.as_str() {
                "X86" => Arches::X86,
                "X64" => Arches::X64,
                "Arm64" => Arches::ARM64,
                other => {
                    self.error(
                        name.span,
                        format!("`{other}` is not an architecture"),
                        "the architectures are `X86`, `X64` and `Arm64`",
                    );
                    return None;
                }
            });
        }
        Some(arches)
    }

    fn power_of_two(&mut self, attribute: &Attribute, name: &str) -> Option<u16> {
        let form = format!("{name}(4)");
        let what = if name == "packed" {
            "a packing"
        } else {
            "an alignment"
        };
        let (number, span) = self.number(attribute, &form, MOST_ALIGN, what)?;
        if !number.is_power_of_two() {
            self.error(
                span,
                format!("{number} is not a power of two"),
                format!("{what} is 1, 2, 4, 8 or a larger power of two"),
            );
            return None;
        }
        u16::try_from(number).ok()
    }

    fn repr(&mut self, attribute: &Attribute) -> Option<Primitive> {
        const FORM: &str = "repr(u32)";
        let [value] = self.positional(attribute, FORM)?;
        let name = self.name_value(attribute, value, FORM)?;
        match super::ty::primitive(&name.text) {
            Some(
                integer @ (Primitive::I8
                | Primitive::U8
                | Primitive::I16
                | Primitive::U16
                | Primitive::I32
                | Primitive::U32
                | Primitive::I64
                | Primitive::U64),
            ) => Some(integer),
            _ => {
                self.error(
                    name.span,
                    format!("an enumeration cannot be `{}`", name.text),
                    "it is an integer of fixed width: `i8`, `u8`, `i16`, `u16`, `i32`, `u32`, `i64` or `u64`",
                );
                None
            }
        }
    }

    fn encoding(&mut self, attribute: &Attribute) -> Option<Encoding> {
        let (text, span) = self.string(attribute, r#"encoding("utf-16")"#)?;
        match text.as_str() {
            "ansi" => Some(Encoding::Ansi),
            "utf-16" => Some(Encoding::Utf16),
            _ => {
                self.error(
                    span,
                    format!("`{text}` is not an encoding"),
                    "the encodings are `ansi` and `utf-16`",
                );
                None
            }
        }
    }

    fn guid_attribute(&mut self, attribute: &Attribute) -> Option<u128> {
        const FORM: &str = "guid(0x00112233_4455_6677_8899_aabbccddeeff)";
        use crate::syntax::value::Value;
        let [value] = self.positional(attribute, FORM)?;
        if let Value::Literal {
            minus: None,
            literal,
        } = value
        {
            self.guid(literal)
        } else {
            self.misshapen(attribute, FORM);
            None
        }
    }

    fn library(&mut self, attribute: &Attribute) -> Option<(Name, Option<String>)> {
        const FORM: &str = r#"library("ws2_32.dll", import = "ExportedName")"#;
        use crate::syntax::value::Value;
        let mut library = None;
        let mut import = None;
        for argument in self.list(attribute)? {
            let text = match &argument.value {
                Value::Literal {
                    minus: None,
                    literal,
                } => super::arguments::text(literal).map(|text| (text, self.span(literal.span()))),
                _ => None,
            };
            match (&argument.name, text) {
                (None, Some((text, span))) if library.is_none() => {
                    library = Some(Name { text, span });
                }
                (Some(name), Some((text, _))) if name == "import" && import.is_none() => {
                    import = Some(text);
                }
                _ => {
                    self.misshapen(attribute, FORM);
                    return None;
                }
            }
        }
        match library {
            Some(library) => Some((library, import)),
            None => {
                self.misshapen(attribute, FORM);
                None
            }
        }
    }

    fn last_error(&mut self, attribute: &Attribute) -> Option<LastError> {
        const FORM: &str = "last_error(GetLastError)";
        let [value] = self.positional(attribute, FORM)?;
        let name = self.name_value(attribute, value, FORM)?;
        match name.text.as_str() {
            "WSAGetLastError" => Some(LastError::WsaGetLastError),
            "GetLastError" => Some(LastError::GetLastError),
            "result" => Some(LastError::Result),
            "none" => Some(LastError::None),
            other => {
                self.error(
                    name.span,
                    format!("`{other}` is not where an error code is found"),
                    "say `WSAGetLastError`, `GetLastError`, `result` or `none`",
                );
                None
            }
        }
    }

    fn error_cause(&mut self, attribute: &Attribute) -> Option<ErrorCause> {
        const FORM: &str = r#"error(WSAENOTSOCK, "The descriptor is not a socket.")"#;
        let [code, cause] = self.positional(attribute, FORM)?;
        let code = self.name_value(attribute, code, FORM)?;
        let (cause, _) = self.string_value(attribute, cause, FORM)?;
        Some(ErrorCause { code, cause })
    }

    fn len(&mut self, attrs: &mut Attrs, attribute: &Attribute, name: &str, span: Span) {
        let form = format!("{name}(1)");
        if attrs.len.is_some() {
            self.error(
                span,
                "the length is given twice",
                "keep one of `len_param`, `size_param` and `len_const`",
            );
            return;
        }
        let (what, most) = match name {
            "len_const" => ("a length", u32::MAX),
            _ => ("a parameter's place", u32::from(u16::MAX)),
        };
        if let Some((number, _)) = self.number(attribute, &form, most, what) {
            attrs.len = Some(match name {
                "len_param" => Len::Param(number as u16),
                "size_param" => Len::Bytes(number as u16),
                _ => Len::Const(number),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reference has a table of all attributes, which must be these.
    #[test]
    fn the_reference_lists_every_attribute() {
        let readme = include_str!("../../../specs/README.md");
        let table = readme.split("## Attributes").nth(1).unwrap();
        let table = table.split("\n## ").next().unwrap();
        let mut listed: Vec<&str> = table
            .lines()
            .filter(|line| line.starts_with("| `#["))
            .flat_map(|line| line.split("`#[").skip(1))
            .map(|rest| rest.split(['(', ']']).next().unwrap())
            .collect();
        listed.dedup();
        let known = KNOWN.iter().filter(|(_, places)| !places.is_empty());
        let mut known: Vec<&str> = known.map(|(name, _)| *name).collect();
        known.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, known);
    }
}
