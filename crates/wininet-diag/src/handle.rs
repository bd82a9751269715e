//! A handle of WinINet's, owned: closed once, when it goes, and before the one that it came from.

use core::ptr::NonNull;
use std::sync::Arc;

use winsec_ffi::HINTERNET;

use crate::sys::calls;

/// An open handle: a session's, a connection's or a request's.
///
/// Closing a handle closes those that were made of it, so each keeps its parent open: the field goes
/// after `Drop` has closed the handle itself.
#[derive(Debug)]
pub(crate) struct Handle {
    raw: NonNull<core::ffi::c_void>,
    #[expect(dead_code, reason = "it is held for what its end does")]
    parent: Option<Arc<Self>>,
}

// SAFETY: a handle of WinINet's belongs to the process; no call asks for the thread that opened it.
unsafe impl Send for Handle {}

// SAFETY: making requests of one session on several threads at once is what WinINet is for; what it
// asks of its callers is that nobody uses a handle that is closed, and only the last owner closes.
unsafe impl Sync for Handle {}

impl Handle {
    /// Owns a handle; `None` for a null one.
    ///
    /// # Safety
    ///
    /// A handle that is not null is open, nobody else closes it, and it was made of `parent`, if of
    /// any.
    pub(crate) unsafe fn adopt(raw: HINTERNET, parent: Option<Arc<Self>>) -> Option<Self> {
        NonNull::new(raw).map(|raw| Self { raw, parent })
    }

    pub(crate) const fn raw(&self) -> HINTERNET {
        self.raw.as_ptr()
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: `adopt`'s caller vouched that the handle is open and ours; this is its only close.
        unsafe { calls::close(self.raw()) };
    }
}
