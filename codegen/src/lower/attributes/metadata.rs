//! Attributes that only metadata has: those of its previous generation, and what says nothing here.

use super::Attrs;
use crate::lower::Lower;
use crate::lower::arguments::text;
use crate::lower::number::whole;
use crate::model::{BitField, Len, Name, Type, Value as Constant};
use crate::syntax::attribute::{Argument, Attribute};
use crate::syntax::value::Value;

/// What only metadata says of a thing.
#[derive(Debug, Default)]
pub struct Native {
    /// `Const`: the memory behind the pointer may not be changed.
    pub constant: bool,
    /// `NativeTypedef`: the struct stands for its only field's type.
    pub typedef: bool,
    /// `NativeBitfield`: the first bit of each bit-field, and the bit-field.
    pub bits: Vec<(u32, BitField)>,
    /// `Constant`: a value that is no number.
    pub value: Option<Constant>,
}

/// Attributes that windows-rdl takes wherever they stand.
const ANYWHERE: [&str; 13] = [
    "arch",
    "encoding",
    "iid_is",
    "len_const",
    "len_param",
    "no_guid",
    "noreturn",
    "reserved",
    "retval",
    "scoped",
    "size_param",
    "win32",
    "winrt",
];

/// Attributes that versions of windows-rdl behind 0.100 write, and that say nothing that a model keeps.
const NEWER: [&str; 3] = ["annotation", "associated_enum", "invoke"];

impl Lower<'_> {
    /// Passes over an attribute that says nothing where it stands; one that windows-rdl would not have
    /// there counts as unknown.
    pub(super) fn harmless(&mut self, name: &str) {
        if !ANYWHERE.contains(&name) {
            self.parsed.unknown.push(name.to_owned());
        }
    }

    /// Reads an attribute that no spec has, whatever its path is.
    pub(super) fn annotation(&mut self, attrs: &mut Attrs, attribute: &Attribute, written: &str) {
        let name = written.rsplit("::").next().unwrap_or(written).trim();
        match name {
            "Alignment" => attrs.align = self.power_of_two(attribute, "Alignment"),
            "ComOutPtr" => attrs.iid_is = true,
            "Const" => attrs.native.constant = true,
            "DoesNotReturn" => attrs.noreturn = true,
            "NativeEncoding" => attrs.encoding = self.encoding(attribute),
            "NativeTypedef" => attrs.native.typedef = true,
            "Reserved" => attrs.reserved = true,
            "RetVal" => attrs.retval = true,
            "ScopedEnum" => attrs.scoped = true,
            "SupportedArchitecture" => attrs.arches = self.arches(attribute),
            "Constant" => attrs.native.value = self.constant_text(attribute),
            "Guid" => attrs.guid = self.guid_parts(attribute),
            "NativeArrayInfo" | "MemorySize" => {
                attrs.len = attrs.len.or_else(|| self.native_len(attribute));
            }
            "NativeBitfield" => attrs.native.bits.extend(self.native_bits(attribute)),
            name if NEWER.contains(&name) => {}
            name => self.parsed.unknown.push(name.to_owned()),
        }
    }

    fn constant_text(&mut self, attribute: &Attribute) -> Option<Constant> {
        let (written, _) = self.string(attribute, r#"Constant("{..}, 1")"#)?;
        if let Ok(number) = written.parse() {
            return Some(Constant::Int(number));
        }
        let inside = written.strip_prefix('{')?;
        let (format, id) = inside.split_once('}')?;
        let numbers: Option<Vec<u128>> =
            format.split(',').map(|of| whole(of.trim()).ok()).collect();
        let format = from_parts(&numbers?)?;
        match id.strip_prefix(',') {
            Some(id) => Some(Constant::PropertyKey {
                format,
                id: id.trim().parse().ok()?,
            }),
            None => Some(Constant::Guid(format)),
        }
    }

    fn guid_parts(&mut self, attribute: &Attribute) -> Option<u128> {
        let numbers: Option<Vec<u128>> = self.list(attribute)?.iter().map(number).collect();
        from_parts(&numbers?)
    }

    fn native_len(&mut self, attribute: &Attribute) -> Option<Len> {
        let named = |(name, number): (String, u128)| match name.as_str() {
            "CountParamIndex" => Some(Len::Param(u16::try_from(number).ok()?)),
            "BytesParamIndex" => Some(Len::Bytes(u16::try_from(number).ok()?)),
            "CountConst" => Some(Len::Const(u32::try_from(number).ok()?)),
            _ => None,
        };
        let arguments = self.list(attribute)?.iter();
        let arguments =
            arguments.filter_map(|of| Some((of.name.as_ref()?.to_string(), number(of)?)));
        arguments.filter_map(named).next()
    }

    fn native_bits(&mut self, attribute: &Attribute) -> Option<(u32, BitField)> {
        let span = self.span(attribute.span());
        let [name, first, width] = self.list(attribute)? else {
            return None;
        };
        let Value::Literal { literal, .. } = &name.value else {
            return None;
        };
        let bits = BitField {
            name: Some(Name {
                text: text(literal)?,
                span,
            }),
            docs: String::new(),
            width: u32::try_from(number(width)?).ok()?,
            span,
        };
        Some((u32::try_from(number(first)?).ok()?, bits))
    }
}

/// A whole number without a sign.
fn number(argument: &Argument) -> Option<u128> {
    match &argument.value {
        Value::Literal {
            minus: None,
            literal,
        } => whole(&literal.to_string()).ok(),
        _ => None,
    }
}

/// A GUID of its eleven parts.
fn from_parts(parts: &[u128]) -> Option<u128> {
    const BITS: [u32; 11] = [32, 16, 16, 8, 8, 8, 8, 8, 8, 8, 8];
    let fits = |(part, bits): (&u128, u32)| *part < 1 << bits;
    if parts.len() != BITS.len() || !parts.iter().zip(BITS).all(fits) {
        return None;
    }
    let joined = parts.iter().zip(BITS);
    Some(joined.fold(0, |id, (part, bits)| id << bits | part))
}

impl Native {
    /// The type of a field, parameter or result, whose memory may be constant.
    pub fn applied(&self, mut ty: Type) -> Type {
        if let Type::Pointer { mutable, .. } = &mut ty {
            *mutable &= !self.constant;
        }
        ty
    }

    /// The bit-fields of a field, with what lies between them.
    pub fn into_bits(mut self) -> Vec<BitField> {
        self.bits.sort_by_key(|(first, _)| *first);
        let mut all = Vec::new();
        let mut end = 0;
        for (first, bits) in self.bits {
            if bits.width == 0 {
                continue;
            }
            if first > end {
                all.push(BitField {
                    name: None,
                    width: first - end,
                    ..bits.clone()
                });
            }
            end = first + bits.width;
            all.push(bits);
        }
        all
    }
}
