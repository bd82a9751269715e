//! The memory that SSPI allocated for an answer: read in place, freed once.

use core::ptr::NonNull;
use core::slice;

use widestring::{U16CStr, u16cstr};
use winsec_ffi::{PWSTR, SecPkgInfoW};

use crate::{Call, Error, Result, sys};

/// More packages than any system has: a number above this is not one to read by.
const MAX_PACKAGES: usize = 1024;

/// A buffer of package descriptions, owned.
pub(crate) struct ContextBuffer {
    first: Option<NonNull<Description>>,
    len: usize,
}

// SAFETY: SSPI hands the memory over and does not touch it again; freeing it is bound to no thread.
unsafe impl Send for ContextBuffer {}

// SAFETY: nothing writes to the memory while it is shared: it is read alone until it is freed, and
// freeing takes the owner.
unsafe impl Sync for ContextBuffer {}

/// One package's description, inside a buffer that SSPI filled.
///
/// Only [`ContextBuffer`] gives references to it, so the text that it points at is alive as long as
/// such a reference is.
#[repr(transparent)]
pub(crate) struct Description(SecPkgInfoW);

// SAFETY: a description and the texts that it points at are only read while a reference to it
// exists: the buffer that holds them writes nothing and is freed by its owner alone.
unsafe impl Sync for Description {}

impl ContextBuffer {
    /// Takes ownership of what `call` gave: `len` descriptions from `first` on.
    ///
    /// # Safety
    ///
    /// `first` is null, or the pointer that a successful `call` of SSPI returned, which nobody frees
    /// elsewhere; if it is aligned and `len` is a number that a system can have, it points at `len`
    /// descriptions whose texts are null or, if they are aligned, terminated, and live as long as the
    /// buffer.
    ///
    /// # Errors
    ///
    /// There is no buffer for a number above 0, the number cannot be that of a system's packages, or
    /// a pointer cannot be one to a text. The buffer is freed then. Or the pointer to it cannot be one:
    /// then it is not freed either.
    pub(crate) unsafe fn adopt(call: Call, first: *mut SecPkgInfoW, len: u32) -> Result<Self> {
        let first = NonNull::new(first.cast::<Description>());
        if first.is_some_and(|first| !first.is_aligned()) {
            return Err(Error::invalid_answer(call));
        }
        let len = len as usize;
        let buffer = Self { first, len };
        if len > MAX_PACKAGES || (first.is_none() && len != 0) {
            return Err(Error::invalid_answer(call));
        }
        let aligned = |text: PWSTR| text.is_aligned();
        let descriptions = buffer.descriptions();
        if !descriptions
            .iter()
            .all(|Description(raw)| aligned(raw.Name) && aligned(raw.Comment))
        {
            return Err(Error::invalid_answer(call));
        }
        Ok(buffer)
    }

    /// The descriptions, in the system's order.
    pub(crate) const fn descriptions(&self) -> &[Description] {
        match self.first {
            // SAFETY: `adopt` found the pointer aligned and the number possible, and its caller
            // vouched for that many descriptions, which live until `drop`.
            Some(first) => unsafe { slice::from_raw_parts(first.as_ptr(), self.len) },
            None => &[],
        }
    }
}

impl Drop for ContextBuffer {
    fn drop(&mut self) {
        if let Some(first) = self.first {
            // SAFETY: SSPI returned the pointer, and it is freed here alone. The status says nothing
            // that could be acted upon.
            let _ = unsafe { sys::FreeContextBuffer(first.as_ptr().cast()) };
        }
    }
}

impl Description {
    /// The numbers as the system gave them; the texts have accessors of their own.
    pub(crate) const fn raw(&self) -> &SecPkgInfoW {
        &self.0
    }

    /// The package's name.
    pub(crate) fn name(&self) -> &U16CStr {
        self.text(self.0.Name)
    }

    /// The package's comment.
    pub(crate) fn comment(&self) -> &U16CStr {
        self.text(self.0.Comment)
    }

    /// A text of this description, in place; an absent one is empty.
    fn text(&self, text: PWSTR) -> &U16CStr {
        if text.is_null() {
            return u16cstr!("");
        }
        // SAFETY: `text` is one of this description's own pointers, which `ContextBuffer::adopt` found
        // aligned and its caller vouched for: terminated, and alive as long as the buffer that `self` borrows.
        unsafe { U16CStr::from_ptr_str(text) }
    }
}
