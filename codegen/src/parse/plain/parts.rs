//! What plain items are made of.

use super::reader::Reader;
use crate::diagnostic::Span;
use crate::lower::{Attrs, Place, guid, parameter, primitive};
use crate::model::{
    Abi, Callback, Constant, Enum, Field, FieldType, Len, Markers, Member, Name, Param, Primitive,
    Record, RecordKind, Signature, Type, Value,
};

/// How many pointers may follow one another here.
const POINTERS: usize = 4;

/// The calling conventions, as they are written, with a blank: what follows at once would be a part
/// of the string's token.
const ABIS: [(&str, Abi); 3] = [
    ("\"system\" ", Abi::System),
    ("\"C\" ", Abi::C),
    ("\"fastcall\" ", Abi::Fastcall),
];

impl Reader<'_> {
    /// A type: a name, pointers to one, or an array.
    fn ty(&mut self) -> Option<Type> {
        let mut pointers = [false; POINTERS];
        let mut depth = 0;
        while self.takes(b'*') {
            *pointers.get_mut(depth)? = match self.word()? {
                "mut" => true,
                "const" => false,
                _ => return None,
            };
            depth += 1;
        }
        let base = if self.takes(b'[') {
            let of = Box::new(self.ty()?);
            self.take(b';')?;
            let len = u32::try_from(self.number()?.1).ok()?;
            self.take(b']')?;
            Type::Array { of, len }
        } else {
            match self.word()? {
                // A union that is defined in place, or a mistake.
                "union" => return None,
                "void" => Type::Void,
                "String" => Type::String,
                name => match primitive(name) {
                    Some(primitive) => Type::Primitive(primitive),
                    None => Type::Named(self.named(name)?),
                },
            }
        };
        let pointers = pointers[..depth].iter().rev();
        Some(pointers.fold(base, |to, &mutable| Type::Pointer {
            mutable,
            to: Box::new(to),
        }))
    }

    /// A whole number that may have a sign, or names joined by `|`.
    fn value(&mut self) -> Option<(Value, Span)> {
        let first = self.next()?;
        if first.is_ascii_alphabetic() || first == b'_' {
            return self.names();
        }
        let sign = first == b'-';
        let start = self.at;
        self.at += usize::from(sign);
        let (_, number) = self.number()?;
        let number = i128::try_from(number).ok()?;
        let span = self.span(self.at - start);
        Some((Value::Int(if sign { -number } else { number }), span))
    }

    fn names(&mut self) -> Option<(Value, Span)> {
        let first = self.name()?;
        // No keywords of Rust, but of specs, of which a value cannot be made.
        if matches!(&*first.text, "union" | "interface" | "attribute") {
            return None;
        }
        let mut span = first.span;
        let mut names = vec![first];
        while self.takes(b'|') {
            let name = self.name()?;
            span = span.to(name.span);
            names.push(name);
        }
        Some((Value::Names(names), span))
    }

    /// Documentation, and what attributes say of disagreements.
    fn described(&mut self, place: Place) -> Option<(String, Markers)> {
        let docs = self.docs()?;
        if self.next()? != b'#' {
            return Some((docs, Markers::default()));
        }
        let range = self.attributes()?;
        Some((docs, (self.lowered)(range, place)?.markers))
    }

    pub fn constant(&mut self) -> Option<Constant> {
        self.take(b':')?;
        let ty = self.ty()?;
        self.take(b'=')?;
        let (value, value_span) = match &ty {
            Type::Named(name) if name.text == "GUID" => {
                let written = self.word()?;
                (Value::Guid(guid(written)?), self.span(written.len()))
            }
            _ => self.value()?,
        };
        self.take(b';')?;
        Some(Constant {
            ty,
            value,
            value_span,
        })
    }

    pub fn alias(&mut self) -> Option<Type> {
        self.take(b'=')?;
        let ty = self.ty()?;
        self.take(b';')?;
        Some(ty)
    }

    /// Entries in brackets, with commas between them.
    fn list<T>(
        &mut self,
        [open, close]: [u8; 2],
        mut entry: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take(open)?;
        let mut entries = Vec::new();
        while !self.takes(close) {
            entries.push(entry(self)?);
            if !self.takes(b',') {
                self.take(close)?;
                break;
            }
        }
        // They stay for as long as the model does.
        entries.shrink_to_fit();
        Some(entries)
    }

    pub fn enumeration(&mut self) -> Option<Enum> {
        Some(Enum {
            repr: Primitive::I32,
            flags: false,
            scoped: false,
            members: self.list(*b"{}", Self::member)?,
        })
    }

    fn member(&mut self) -> Option<Member> {
        let (docs, markers) = self.described(Place::Member)?;
        let name = self.name()?;
        self.take(b'=')?;
        let (value, value_span) = self.value()?;
        Some(Member {
            name,
            docs,
            value,
            value_span,
            markers,
        })
    }

    pub fn record(&mut self, keyword: &str) -> Option<Record> {
        Some(Record {
            kind: match keyword {
                "union" => RecordKind::Union,
                _ => RecordKind::Struct,
            },
            packed: None,
            align: None,
            fields: self.list(*b"{}", Self::field)?,
        })
    }

    fn field(&mut self) -> Option<Field> {
        let (docs, markers) = self.described(Place::Field)?;
        let name = self.name()?;
        self.take(b':')?;
        Some(Field {
            name,
            docs,
            ty: FieldType::Type(self.ty()?),
            bits: Vec::new(),
            markers,
        })
    }

    /// A function from what follows `extern` on, as if it were a callback.
    pub fn function(&mut self) -> Option<(Name, Callback)> {
        let abi = self.abi()?;
        if self.word()? != "fn" {
            return None;
        }
        let name = self.name()?;
        let params = self.list(*b"()", Self::param)?;
        let result = if self.next()? == b'-' {
            self.text[self.at..].strip_prefix("->")?;
            self.at += "->".len();
            self.ty()?
        } else {
            Type::Void
        };
        self.take(b';')?;
        let signature = Signature {
            abi,
            params,
            variadic: false,
            result,
        };
        Some((name, Callback { signature }))
    }

    fn abi(&mut self) -> Option<Abi> {
        if self.next()? != b'"' {
            return Some(Abi::System);
        }
        let rest = &self.text[self.at..];
        let (written, abi) = ABIS.iter().find(|(written, _)| rest.starts_with(written))?;
        self.at += written.len();
        Some(*abi)
    }

    fn param(&mut self) -> Option<Param> {
        let docs = self.docs()?;
        let start = self.at;
        let mut attrs = match self.words() {
            Some(attrs) => attrs,
            None => {
                self.at = start;
                let range = self.attributes()?;
                (self.lowered)(range, Place::Param)?
            }
        };
        attrs.docs = docs;
        let name = self.name()?;
        self.take(b':')?;
        let ty = self.ty()?;
        Some(parameter(name, ty, attrs))
    }

    /// A parameter's attributes, if they are of the usual ones.
    fn words(&mut self) -> Option<Attrs> {
        let mut attrs = Attrs::default();
        while self.takes(b'#') {
            self.take(b'[')?;
            match self.word()? {
                "in" if !attrs.input => attrs.input = true,
                "out" if !attrs.output => attrs.output = true,
                "opt" if !attrs.optional => attrs.optional = true,
                "reserved" if !attrs.reserved => attrs.reserved = true,
                "len_param" if attrs.len.is_none() => attrs.len = Some(Len::Param(self.place()?)),
                "size_param" if attrs.len.is_none() => attrs.len = Some(Len::Bytes(self.place()?)),
                _ => return None,
            }
            self.take(b']')?;
        }
        Some(attrs)
    }

    /// The place of a parameter, in parentheses.
    fn place(&mut self) -> Option<u16> {
        self.take(b'(')?;
        let (_, place) = self.number()?;
        self.take(b')')?;
        u16::try_from(place).ok()
    }
}
