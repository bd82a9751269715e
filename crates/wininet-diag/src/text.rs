//! Text on its way to the system: UTF-16, terminated, and whole.

use core::fmt;

use widestring::U16CString;

use crate::{Call, Error, Result};

/// Why a text cannot be passed to the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextError {
    /// There is no text where some is needed.
    Empty,
    /// A NUL would end the text early.
    InteriorNul {
        /// Its place, in UTF-16 units from 0.
        position: usize,
    },
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text is empty"),
            Self::InteriorNul { position } => {
                write!(f, "the text holds a NUL at UTF-16 unit {position}")
            }
        }
    }
}

impl std::error::Error for TextError {}

/// A text that may be empty.
pub(crate) fn wide(call: Call, text: &str) -> Result<U16CString> {
    // `U16CString` would take a NUL at the end for the terminator, and the text without it.
    match text.encode_utf16().position(|unit| unit == 0) {
        Some(position) => Err(Error::text(call, TextError::InteriorNul { position })),
        None => Ok(U16CString::from_str_truncate(text)),
    }
}

/// A text that may not be empty.
pub(crate) fn wide_some(call: Call, text: &str) -> Result<U16CString> {
    if text.is_empty() {
        return Err(Error::text(call, TextError::Empty));
    }
    wide(call, text)
}
