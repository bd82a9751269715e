//! What single attributes say, read from their arguments.

use super::Attrs;
use crate::diagnostic::Span;
use crate::lower::Lower;
use crate::lower::arguments::text;
use crate::lower::ty::fixed_integer;
use crate::model::{
    Arches, Encoding, ErrorCause, LastError, Len, Marker, Name, Origin, Party, Primitive,
};
use crate::syntax::attribute::Attribute;
use crate::syntax::value::Value;

/// The largest packing and alignment, in bytes, as in C compilers for Windows.
const MOST_ALIGN: u32 = 8192;

impl Lower<'_> {
    pub(super) fn one_string(&mut self, attribute: &Attribute, form: &str) -> Option<String> {
        self.string(attribute, form).map(|(text, _)| text)
    }

    pub(super) fn page(&mut self, attribute: &Attribute) -> Option<String> {
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
            Some(format!("{}{text}", Origin::PAGES))
        }
    }

    pub(super) fn differs(&mut self, attribute: &Attribute) -> Option<(Party, Marker)> {
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

    pub(super) fn arches(&mut self, attribute: &Attribute) -> Option<Arches> {
        const FORM: &str = "arch(X86 | X64 | Arm64)";
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

    pub(super) fn power_of_two(&mut self, attribute: &Attribute, name: &str) -> Option<u16> {
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

    pub(super) fn repr(&mut self, attribute: &Attribute) -> Option<Primitive> {
        const FORM: &str = "repr(u32)";
        let [value] = self.positional(attribute, FORM)?;
        let name = self.name_value(attribute, value, FORM)?;
        match fixed_integer(&name.text) {
            Some(integer) => Some(integer),
            None => {
                self.error(
                    name.span,
                    format!("an enumeration cannot be `{}`", name.text),
                    "it is an integer of fixed width: `i8`, `u8`, `i16`, `u16`, `i32`, `u32`, `i64` or `u64`",
                );
                None
            }
        }
    }

    pub(super) fn encoding(&mut self, attribute: &Attribute) -> Option<Encoding> {
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

    pub(super) fn guid_attribute(&mut self, attribute: &Attribute) -> Option<u128> {
        const FORM: &str = "guid(0x00112233_4455_6677_8899_aabbccddeeff)";
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

    pub(super) fn library(&mut self, attribute: &Attribute) -> Option<(Name, Option<String>)> {
        const FORM: &str = r#"library("ws2_32.dll", import = "ExportedName")"#;
        let mut library = None;
        let mut import = None;
        for argument in self.list(attribute)? {
            let text = match &argument.value {
                Value::Literal {
                    minus: None,
                    literal,
                } => text(literal).map(|text| (text, self.span(literal.span()))),
                _ => None,
            };
            match (&argument.name, text) {
                (None, Some((text, span))) if library.is_none() => {
                    library = Some(Name { text, span });
                }
                (Some(name), Some((text, _))) if name == "import" && import.is_none() => {
                    import = Some(text);
                }
                (Some(name), None) if name == "ordinal" && import.is_none() => {
                    let Value::Literal {
                        minus: None,
                        literal,
                    } = &argument.value
                    else {
                        self.misshapen(attribute, FORM);
                        return None;
                    };
                    let number = self.whole_up_to(literal, u16::MAX.into(), "an ordinal")?;
                    import = Some(format!("#{number}"));
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

    pub(super) fn last_error(&mut self, attribute: &Attribute) -> Option<LastError> {
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

    pub(super) fn error_cause(&mut self, attribute: &Attribute) -> Option<ErrorCause> {
        const FORM: &str = r#"error(WSAENOTSOCK, "The descriptor is not a socket.")"#;
        let [code, cause] = self.positional(attribute, FORM)?;
        let code = self.name_value(attribute, code, FORM)?;
        let (cause, _) = self.string_value(attribute, cause, FORM)?;
        Some(ErrorCause { code, cause })
    }

    pub(super) fn len(&mut self, attrs: &mut Attrs, attribute: &Attribute, name: &str, span: Span) {
        let form = format!("{name}(1)");
        if attrs.len.is_some() && self.is_metadata() {
            return;
        }
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
