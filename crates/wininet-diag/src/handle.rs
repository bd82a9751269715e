//! A handle of WinINet's, owned: closed once, when it goes.

use core::marker::PhantomData;
use core::ptr::NonNull;

use winsec_ffi::HINTERNET;

use crate::sys::calls;

/// An open handle: a session's, a connection's or a request's.
///
/// It may move to another thread, and is used by one at a time: WinINet documents closing a handle
/// as safe only while no other call uses it. So it is `Send`, and as a pointer not `Sync`.
///
/// Closing a handle closes those that were made of it: what lives for `'parent` must be open until
/// this one is closed. That its `Drop` is generic over the lifetime has the compiler see to it, for
/// drops that nobody writes, too.
#[derive(Debug)]
pub(crate) struct Handle<'parent> {
    raw: NonNull<core::ffi::c_void>,
    parent: PhantomData<&'parent ()>,
}

// SAFETY: a handle of WinINet's belongs to the process; no call asks for the thread that opened it.
unsafe impl Send for Handle<'_> {}

impl Handle<'_> {
    /// Owns a handle; `None` for a null one.
    ///
    /// # Safety
    ///
    /// A handle that is not null is open, and nobody else closes it.
    pub(crate) unsafe fn adopt(raw: HINTERNET) -> Option<Self> {
        NonNull::new(raw).map(|raw| Self {
            raw,
            parent: PhantomData,
        })
    }

    pub(crate) const fn raw(&self) -> HINTERNET {
        self.raw.as_ptr()
    }
}

impl Drop for Handle<'_> {
    fn drop(&mut self) {
        // SAFETY: `adopt`'s caller vouched that the handle is open and ours; this is its only close.
        unsafe { calls::close(self.raw()) };
    }
}
