//! Handles off Windows, shaped like std's on Windows.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;

use crate::sys;

/// A handle as the system passes it.
pub type RawHandle = *mut c_void;

/// A handle that somebody else owns and keeps open for `'a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct BorrowedHandle<'a> {
    raw: RawHandle,
    owner: PhantomData<&'a OwnedHandle>,
}

// SAFETY: a handle is a number that any thread may use; nothing is read through the pointer.
unsafe impl Send for BorrowedHandle<'_> {}
// SAFETY: as above.
unsafe impl Sync for BorrowedHandle<'_> {}

impl BorrowedHandle<'_> {
    /// Lends a handle.
    ///
    /// # Safety
    ///
    /// The handle must stay open for the whole of the lifetime.
    #[must_use]
    pub const unsafe fn borrow_raw(handle: RawHandle) -> Self {
        Self {
            raw: handle,
            owner: PhantomData,
        }
    }
}

/// A handle that is closed when this value goes.
#[derive(Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct OwnedHandle(RawHandle);

// SAFETY: a handle is a number that any thread may use and close; nothing is read through it.
unsafe impl Send for OwnedHandle {}
// SAFETY: as above.
unsafe impl Sync for OwnedHandle {}

impl Drop for OwnedHandle {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: this value owns the handle, and nobody can use it after this.
        unsafe { sys::CloseHandle(self.0) };
    }
}

/// Tells the raw handle.
pub trait AsRawHandle {
    /// The handle; it stays with its owner.
    fn as_raw_handle(&self) -> RawHandle;
}

/// Takes ownership of a raw handle.
pub trait FromRawHandle {
    /// Takes the handle over.
    ///
    /// # Safety
    ///
    /// The handle must be open and nobody else may close it.
    unsafe fn from_raw_handle(handle: RawHandle) -> Self;
}

/// Gives up ownership of a handle.
pub trait IntoRawHandle {
    /// The handle, for the caller to close.
    fn into_raw_handle(self) -> RawHandle;
}

/// Lends a handle.
pub trait AsHandle {
    /// The handle, for as long as `self` is borrowed.
    fn as_handle(&self) -> BorrowedHandle<'_>;
}

impl AsRawHandle for BorrowedHandle<'_> {
    fn as_raw_handle(&self) -> RawHandle {
        self.raw
    }
}

impl AsRawHandle for OwnedHandle {
    fn as_raw_handle(&self) -> RawHandle {
        self.0
    }
}

impl FromRawHandle for OwnedHandle {
    #[inline]
    unsafe fn from_raw_handle(handle: RawHandle) -> Self {
        Self(handle)
    }
}

impl IntoRawHandle for OwnedHandle {
    fn into_raw_handle(self) -> RawHandle {
        ManuallyDrop::new(self).0
    }
}

impl AsHandle for BorrowedHandle<'_> {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        *self
    }
}

impl AsHandle for OwnedHandle {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        BorrowedHandle {
            raw: self.0,
            owner: PhantomData,
        }
    }
}

impl<T: AsHandle + ?Sized> AsHandle for &T {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        (**self).as_handle()
    }
}
