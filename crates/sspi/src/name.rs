//! Names of packages: text that the system can be asked for.

use core::fmt;
use core::str::FromStr;

use widestring::{U16CStr, U16CString};
use winsec_core::__private::encode;
use winsec_core::TextError;

/// The longest name, in UTF-16 units: names travel to the local security authority in a
/// `UNICODE_STRING`, whose length is counted in bytes by 16 bits, terminator included.
const MAX_UNITS: usize = 0xFFFF / 2 - 1;

/// The name of a security package, in the form that the system takes.
///
/// ```
/// use winsec_sspi::{PackageName, TextError};
///
/// let name: PackageName = "Kerberos".parse()?;
/// assert!(name.matches("KERBEROS"));
/// assert_eq!("".parse::<PackageName>(), Err(TextError::Empty));
/// # Ok::<(), TextError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PackageName(U16CString);

impl PackageName {
    /// A name given as UTF-16, without a terminator.
    ///
    /// # Errors
    ///
    /// It is empty, holds a NUL, is too long, or holds half a surrogate pair.
    pub fn from_utf16(units: &[u16]) -> Result<Self, TextError> {
        let name = Self::from_units(units.iter().copied())?;
        match unpaired_surrogate(units) {
            Some(position) => Err(TextError::UnpairedSurrogate { position }),
            None => Ok(name),
        }
    }

    /// A name that may hold half a surrogate pair: one allocation.
    fn from_units(units: impl Iterator<Item = u16> + Clone) -> Result<Self, TextError> {
        let name = encode(units, MAX_UNITS)?;
        if name.is_empty() {
            return Err(TextError::Empty);
        }
        Ok(Self(U16CString::from_vec_truncate(name)))
    }

    /// The name with its terminator.
    #[must_use]
    pub fn as_u16cstr(&self) -> &U16CStr {
        &self.0
    }

    /// Whether `other` names the same package: the system compares without regard to case.
    #[must_use]
    pub fn matches(&self, other: &str) -> bool {
        is_same(self.0.as_ustr().chars_lossy(), other.chars())
    }
}

impl FromStr for PackageName {
    type Err = TextError;

    fn from_str(name: &str) -> Result<Self, TextError> {
        Self::from_units(name.encode_utf16())
    }
}

impl fmt::Display for PackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.display().fmt(f)
    }
}

impl fmt::Debug for PackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.to_string_lossy())
    }
}

/// Whether two names are the same but for case, letter by letter.
pub(crate) fn is_same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> bool {
    one.flat_map(char::to_lowercase)
        .eq(other.flat_map(char::to_lowercase))
}

/// The place of the first half of a surrogate pair that stands alone.
fn unpaired_surrogate(units: &[u16]) -> Option<usize> {
    let mut position = 0;
    for unit in char::decode_utf16(units.iter().copied()) {
        match unit {
            Ok(c) => position += c.len_utf16(),
            Err(_) => return Some(position),
        }
    }
    None
}
