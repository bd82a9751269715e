//! Access tokens that an answer brought along, each closed exactly once.

use core::ffi::c_void;
use core::fmt;

use crate::backend::backend;
use crate::os::{AsHandle, AsRawHandle, BorrowedHandle, FromRawHandle, OwnedHandle, RawHandle};

/// An access token of the peer, closed when this value goes.
///
/// It lends its handle to whatever takes a token: `GetTokenInformation` to read the user's
/// identifier, `AccessCheck` to check rights. What may be done with it are the rights that the
/// query asked for, see [`TokenAccess`](crate::TokenAccess).
///
/// ```
/// use winsec_core::os::{AsHandle, AsRawHandle};
/// use winsec_core::{AccessToken, ConnectionSecurity};
///
/// fn check(mut security: ConnectionSecurity) -> Option<AccessToken> {
///     let token = security.take_peer_application_token()?;
///     println!("the peer's token is {:?}", token.as_handle().as_raw_handle());
///     Some(token)
/// }
/// ```
pub struct AccessToken(OwnedHandle);

impl AccessToken {
    /// Takes over a token handle as an answer holds it: 64 bits on every architecture, of which
    /// x86 uses the lower 32. `None` for the two values that stand for no handle.
    ///
    /// # Safety
    ///
    /// The handle is open, or none, and the caller has the right and the duty to close it.
    pub(crate) unsafe fn adopt(handle: u64) -> Option<Self> {
        let handle = handle as usize;
        if handle == 0 || handle == usize::MAX {
            return None;
        }
        let raw: RawHandle = core::ptr::with_exposed_provenance_mut::<c_void>(handle);
        // SAFETY: the caller owns the handle and hands it over.
        Some(Self(unsafe { OwnedHandle::from_raw_handle(raw) }))
    }

    /// Gives the handle away, to be closed by whoever takes it.
    #[must_use = "the handle is closed at once when it is not kept"]
    pub fn into_handle(self) -> OwnedHandle {
        self.0
    }
}

impl AsHandle for AccessToken {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        self.0.as_handle()
    }
}

impl AsRawHandle for AccessToken {
    fn as_raw_handle(&self) -> RawHandle {
        self.0.as_raw_handle()
    }
}

impl From<AccessToken> for OwnedHandle {
    fn from(token: AccessToken) -> Self {
        token.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "AccessToken({:?}){}",
            self.as_raw_handle(),
            backend().mark()
        )
    }
}
