//! Blobs: signatures, values and the arguments of attributes, read byte by byte.

use super::tables::{Damage, Result};

/// How many pointers may stand above each other, and how deep arrays may lie in each other.
const DEEPEST: usize = 64;

/// What is left of a blob.
#[derive(Debug, Clone, Copy)]
pub struct Blob<'a>(&'a [u8]);

/// A type in a signature; a type with a name is a coded index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// A type of the runtime, by its code.
    Code(u8),
    /// A type that has a name.
    Named(usize),
    /// A pointer, and whether it is `*mut`.
    Pointer(bool, Box<Self>),
    /// An array of fixed length.
    Array(Box<Self>, u32),
}

/// The codes of types, section II.23.1.16.
pub mod code {
    pub const VOID: u8 = 0x01;
    pub const BOOLEAN: u8 = 0x02;
    pub const CHAR: u8 = 0x03;
    pub const I1: u8 = 0x04;
    pub const U1: u8 = 0x05;
    pub const I2: u8 = 0x06;
    pub const U2: u8 = 0x07;
    pub const I4: u8 = 0x08;
    pub const U4: u8 = 0x09;
    pub const I8: u8 = 0x0A;
    pub const U8: u8 = 0x0B;
    pub const R4: u8 = 0x0C;
    pub const R8: u8 = 0x0D;
    pub const STRING: u8 = 0x0E;
    pub const POINTER: u8 = 0x0F;
    pub const VALUE_TYPE: u8 = 0x11;
    pub const CLASS: u8 = 0x12;
    pub const ARRAY: u8 = 0x14;
    pub const I: u8 = 0x18;
    pub const U: u8 = 0x19;
    pub const OBJECT: u8 = 0x1C;
    pub const MODIFIER_REQUIRED: u8 = 0x1F;
    pub const MODIFIER_OPTIONAL: u8 = 0x20;
}

impl<'a> Blob<'a> {
    /// All of these bytes.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What is left.
    pub const fn rest(self) -> &'a [u8] {
        self.0
    }

    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or_else(|| Damage::new("a blob ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next bytes, as many as the result has.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        bytes.copy_from_slice(self.take(N)?);
        Ok(bytes)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8> {
        self.bytes().map(|[byte]| byte)
    }

    /// A number in one, two or four bytes.
    pub fn compressed(&mut self) -> Result<usize> {
        let first = self.byte()?;
        let (value, more) = match first {
            0x00..=0x7F => (first, 0),
            0x80..=0xBF => (first & 0x3F, 1),
            _ => (first & 0x1F, 3),
        };
        let more = self.take(more)?.iter();
        Ok(more.fold(usize::from(value), |value, byte| {
            value << 8 | usize::from(*byte)
        }))
    }

    /// A text with its length before it; none is empty.
    pub fn text(&mut self) -> Result<&'a str> {
        if self.0.first() == Some(&0xFF) {
            self.byte()?;
            return Ok("");
        }
        let length = self.compressed()?;
        str::from_utf8(self.take(length)?).map_err(|_| Damage::new("a text is not UTF-8"))
    }

    /// A type; `constant` says of a modifier's type whether it makes a pointer `*const`.
    pub fn ty(&mut self, constant: &dyn Fn(usize) -> Result<bool>) -> Result<Signature> {
        self.ty_within(constant, DEEPEST)
    }

    fn ty_within(
        &mut self,
        constant: &dyn Fn(usize) -> Result<bool>,
        deeper: usize,
    ) -> Result<Signature> {
        let Some(deeper) = deeper.checked_sub(1) else {
            return Err(Damage::new("its type is too deep"));
        };
        let mut is_constant = false;
        let mut pointers = 0;
        let base = loop {
            match self.byte()? {
                code::MODIFIER_REQUIRED | code::MODIFIER_OPTIONAL => {
                    is_constant |= constant(self.compressed()?)?;
                }
                code::POINTER => pointers += 1,
                code::VALUE_TYPE | code::CLASS => break Signature::Named(self.compressed()?),
                code::ARRAY => {
                    let of = self.ty_within(constant, deeper)?;
                    break Signature::Array(Box::new(of), self.length()?);
                }
                other @ (code::VOID..=code::STRING | code::I | code::U | code::OBJECT) => {
                    break Signature::Code(other);
                }
                0x10 => return Err(Damage::foreign("it is a reference")),
                0x13 | 0x15 | 0x1E => return Err(Damage::foreign("it is generic")),
                0x1D => return Err(Damage::foreign("it is an array without a length")),
                other => {
                    return Err(Damage::new(format!(
                        "there is no type of the code {other:#04x}"
                    )));
                }
            }
        };
        if pointers > DEEPEST {
            return Err(Damage::new("its type is too deep"));
        }
        if is_constant && pointers == 0 {
            return Err(Damage::foreign("it is a reference"));
        }
        Ok((0..pointers).fold(base, |to, _| Signature::Pointer(!is_constant, Box::new(to))))
    }

    /// The length of an array of one dimension.
    fn length(&mut self) -> Result<u32> {
        let (rank, sizes) = (self.compressed()?, self.compressed()?);
        let length = self.compressed()?;
        for _ in 0..self.compressed()? {
            self.compressed()?;
        }
        match (rank, sizes) {
            (1, 1) => Ok(length as u32),
            _ => Err(Damage::foreign("it is an array of several dimensions")),
        }
    }

    /// The named arguments of an attribute, behind those without names, as far as they are whole
    /// numbers or texts.
    pub fn named(&mut self) -> Result<Vec<(&'a str, Option<i64>)>> {
        let count = u16::from_le_bytes(self.bytes()?);
        let mut named = Vec::new();
        for _ in 0..count {
            self.byte()?;
            let kind = self.byte()?;
            if kind == 0x55 {
                // An enumeration, by its name.
                self.text()?;
            }
            let name = self.text()?;
            let value = match kind {
                code::BOOLEAN | code::U1 => Some(self.byte()?.into()),
                code::I1 => Some(i8::from_le_bytes(self.bytes()?).into()),
                code::I2 => Some(i16::from_le_bytes(self.bytes()?).into()),
                code::U2 | code::CHAR => Some(u16::from_le_bytes(self.bytes()?).into()),
                code::I4 | 0x55 => Some(i32::from_le_bytes(self.bytes()?).into()),
                code::U4 => Some(u32::from_le_bytes(self.bytes()?).into()),
                code::I8 | code::U8 => Some(i64::from_le_bytes(self.bytes()?)),
                code::STRING => {
                    self.text()?;
                    None
                }
                other => {
                    let what = format!("an attribute has an argument of kind {other:#04x}");
                    return Err(Damage::new(what));
                }
            };
            named.push((name, value));
        }
        Ok(named)
    }
}
