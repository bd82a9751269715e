//! Names of packages: text that the system can be asked for.

use core::fmt;
use core::str::FromStr;

use widestring::{U16CStr, U16CString};

/// The longest name, in UTF-16 units: names travel to the local security authority in a
/// `UNICODE_STRING`, whose length is counted in bytes by 16 bits, terminator included.
const MAX_UNITS: usize = 0xFFFF / 2 - 1;

/// Why a text cannot be the name of a security package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameError {
    /// There is no text.
    Empty,
    /// A NUL would end the name early.
    InteriorNul {
        /// Its place, in UTF-16 units from 0.
        position: usize,
    },
    /// Longer than any name that the system can carry.
    TooLong {
        /// Its length, in UTF-16 units.
        units: usize,
    },
    /// Half a character.
    UnpairedSurrogate {
        /// Its place, in UTF-16 units from 0.
        position: usize,
    },
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the name is empty"),
            Self::InteriorNul { position } => {
                write!(f, "the name holds a NUL at UTF-16 unit {position}")
            }
            Self::TooLong { units } => {
                write!(
                    f,
                    "the name has {units} UTF-16 units; {MAX_UNITS} are the most"
                )
            }
            Self::UnpairedSurrogate { position } => {
                write!(
                    f,
                    "the name holds an unpaired surrogate at UTF-16 unit {position}"
                )
            }
        }
    }
}

impl std::error::Error for NameError {}

/// The name of a security package, in the form that the system takes.
///
/// ```
/// use winsec_sspi::{NameError, PackageName};
///
/// let name: PackageName = "Kerberos".parse()?;
/// assert!(name.matches("KERBEROS"));
/// assert_eq!("".parse::<PackageName>(), Err(NameError::Empty));
/// # Ok::<(), NameError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PackageName(U16CString);

impl PackageName {
    /// A name given as UTF-16, without a terminator.
    ///
    /// # Errors
    ///
    /// It is empty, holds a NUL, is too long, or holds half a surrogate pair.
    pub fn from_utf16(units: &[u16]) -> Result<Self, NameError> {
        let name = Self::from_units(units.len(), units.iter().copied())?;
        match unpaired_surrogate(units) {
            Some(position) => Err(NameError::UnpairedSurrogate { position }),
            None => Ok(name),
        }
    }

    /// A name of so many UTF-16 units, which may hold half a surrogate pair: one allocation.
    fn from_units(len: usize, units: impl Iterator<Item = u16> + Clone) -> Result<Self, NameError> {
        if len == 0 {
            return Err(NameError::Empty);
        }
        if len > MAX_UNITS {
            return Err(NameError::TooLong { units: len });
        }
        // `U16CString` would take a NUL at the end for the terminator, and the name without it.
        if let Some(position) = units.clone().position(|unit| unit == 0) {
            return Err(NameError::InteriorNul { position });
        }
        let mut name = Vec::with_capacity(len + 1);
        name.extend(units);
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
    type Err = NameError;

    fn from_str(name: &str) -> Result<Self, NameError> {
        let units = name.encode_utf16();
        Self::from_units(units.clone().count(), units)
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
