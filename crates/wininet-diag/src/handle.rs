//! A handle of WinINet's, owned: closed once, when it goes.

use core::ptr::NonNull;

use winsec_ffi::HINTERNET;

use crate::sys::calls;

/// An open handle: a session's, a connection's or a request's.
///
/// It may move to another thread, and is used by one at a time: WinINet documents closing a handle
/// as safe only while no other call uses it. So it is `Send`, and as a pointer not `Sync`.
#[derive(Debug)]
pub(crate) struct Handle {
    raw: NonNull<core::ffi::c_void>,
}

// SAFETY: a handle of WinINet's belongs to the process; no call asks for the thread that opened it.
unsafe impl Send for Handle {}

impl Handle {
    /// Owns a handle; `None` for a null one.
    ///
    /// # Safety
    ///
    /// A handle that is not null is open, and nobody else closes it.
    pub(crate) unsafe fn adopt(raw: HINTERNET) -> Option<Self> {
        NonNull::new(raw).map(|raw| Self { raw })
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
