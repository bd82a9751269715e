//! Text on its way to the system: UTF-16, terminated, and whole.

use widestring::U16CString;
use winsec_core::__private::encode;
use winsec_core::TextError;

use crate::{Call, Error, Result};

/// A text that may be empty.
pub(crate) fn wide(call: Call, text: &str) -> Result<U16CString> {
    encode(text.encode_utf16(), usize::MAX)
        .map(U16CString::from_vec_truncate)
        .map_err(|error| Error::text(call, error))
}

/// A text that may not be empty.
pub(crate) fn wide_some(call: Call, text: &str) -> Result<U16CString> {
    if text.is_empty() {
        return Err(Error::text(call, TextError::Empty));
    }
    wide(call, text)
}
