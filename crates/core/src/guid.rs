//! Globally unique identifiers, the names of policies and lookup contexts.

use core::fmt;
use core::str::FromStr;

use winsec_ffi::GUID;

/// A globally unique identifier: the key of a policy, or an answer's lookup context.
///
/// It converts from and to winsec-ffi's `GUID`, and the `u128` of its text form, which is what
/// `uuid::Uuid` and `windows::core::GUID` convert from and to as well.
///
/// ```
/// use winsec_core::Guid;
///
/// let key = Guid::from_u128(0xaec2ef9c_3a4d_4d3e_8842_239942e39a47);
/// assert_eq!(key.to_string(), "aec2ef9c-3a4d-4d3e-8842-239942e39a47");
/// assert_eq!("aec2ef9c-3a4d-4d3e-8842-239942e39a47".parse(), Ok(key));
/// ```
///
/// Source: [`GUID`](https://learn.microsoft.com/windows/win32/api/guiddef/ns-guiddef-guid).
#[doc(alias = "GUID")]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct Guid(
    /// In the order of the text form, so that it compares as the number does.
    [u8; 16],
);

impl Guid {
    /// The identifier of all zeros, which stands for *none*.
    pub const ZERO: Self = Self([0; 16]);

    /// The identifier whose text form is this number in hexadecimal.
    #[must_use]
    pub const fn from_u128(value: u128) -> Self {
        Self(value.to_be_bytes())
    }

    /// The number whose hexadecimal digits are the text form.
    #[must_use]
    pub const fn to_u128(self) -> u128 {
        u128::from_be_bytes(self.0)
    }

    /// Whether every bit is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.to_u128() == 0
    }

    /// The 16 bytes as Windows keeps them in memory: three integers in the machine's byte order,
    /// then eight bytes as they come.
    pub(crate) const fn to_memory(self) -> [u8; 16] {
        swap_integers(self.0)
    }

    /// The reverse of [`to_memory`](Self::to_memory).
    pub(crate) const fn from_memory(bytes: [u8; 16]) -> Self {
        Self(swap_integers(bytes))
    }
}

/// Turns the first three integers of a GUID from big-endian to the machine's order, or back.
const fn swap_integers(b: [u8; 16]) -> [u8; 16] {
    if cfg!(target_endian = "big") {
        return b;
    }
    [
        b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13],
        b[14], b[15],
    ]
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let v = self.to_u128();
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            v >> 96,
            (v >> 80) & 0xffff,
            (v >> 64) & 0xffff,
            (v >> 48) & 0xffff,
            v & 0xffff_ffff_ffff
        )
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guid({self})")
    }
}

impl FromStr for Guid {
    type Err = ParseGuidError;

    /// Reads the text form, 32 hexadecimal digits in five groups, with or without braces.
    fn from_str(text: &str) -> Result<Self, ParseGuidError> {
        let bare = text
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
            .unwrap_or(text);
        let mut groups = bare.split('-');
        let mut value = 0;
        for digits in [8, 4, 4, 4, 12] {
            let group = groups.next().ok_or(ParseGuidError)?;
            if group.len() != digits || !group.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(ParseGuidError);
            }
            let number = u128::from_str_radix(group, 16).map_err(|_| ParseGuidError)?;
            value = value << (4 * digits) | number;
        }
        if groups.next().is_some() {
            return Err(ParseGuidError);
        }
        Ok(Self::from_u128(value))
    }
}

/// A text that is not the text form of a [`Guid`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseGuidError;

impl fmt::Display for ParseGuidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a GUID: 32 hexadecimal digits in groups of 8-4-4-4-12 are expected")
    }
}

impl core::error::Error for ParseGuidError {}

#[cfg(feature = "serde")]
impl TryFrom<String> for Guid {
    type Error = ParseGuidError;

    fn try_from(text: String) -> Result<Self, ParseGuidError> {
        text.parse()
    }
}

#[cfg(feature = "serde")]
impl From<Guid> for String {
    fn from(guid: Guid) -> Self {
        guid.to_string()
    }
}

impl From<GUID> for Guid {
    fn from(guid: GUID) -> Self {
        let high =
            u128::from(guid.Data1) << 32 | u128::from(guid.Data2) << 16 | u128::from(guid.Data3);
        Self::from_u128(high << 64 | u128::from(u64::from_be_bytes(guid.Data4)))
    }
}

impl From<Guid> for GUID {
    fn from(guid: Guid) -> Self {
        let value = guid.to_u128();
        Self {
            Data1: (value >> 96) as u32,
            Data2: (value >> 80) as u16,
            Data3: (value >> 64) as u16,
            Data4: (value as u64).to_be_bytes(),
        }
    }
}

impl From<u128> for Guid {
    fn from(value: u128) -> Self {
        Self::from_u128(value)
    }
}

impl From<Guid> for u128 {
    fn from(value: Guid) -> Self {
        value.to_u128()
    }
}
