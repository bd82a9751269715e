//! Access tokens that an answer brought along, each closed exactly once.

use core::ffi::c_void;
use core::mem::ManuallyDrop;
use core::num::NonZero;
use core::{fmt, ptr};

use winsec_ffi::{ERROR_INSUFFICIENT_BUFFER, TOKEN_USER, TokenUser};

use crate::backend::backend;
use crate::error::{Call, Error, ErrorKind, Result};
use crate::os::{AsHandle, AsRawHandle, BorrowedHandle, FromRawHandle, OwnedHandle, RawHandle};
use crate::sid::Sid;
use crate::sys;

/// The most room that the answer about a token is given, in bytes.
const MAX_ROOM: u32 = 64 * 1024;

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
pub struct AccessToken(
    /// The handle, as a number: this way *no token* takes no more room than a token.
    NonZero<usize>,
);

impl AccessToken {
    /// Takes over a token handle as an answer holds it: 64 bits on every architecture, of which
    /// x86 uses the lower 32. `None` for the two values that stand for no handle.
    ///
    /// # Safety
    ///
    /// The handle is open, or none, and the caller has the right and the duty to close it.
    #[inline]
    pub(crate) unsafe fn adopt(handle: u64) -> Option<Self> {
        let handle = handle as usize;
        if handle == usize::MAX {
            return None;
        }
        NonZero::new(handle).map(Self)
    }

    /// Reads whose token it is, which takes [`TokenAccess::QUERY`](crate::TokenAccess::QUERY).
    ///
    /// # Errors
    ///
    /// [`AccessDenied`](ErrorKind::AccessDenied) when the token was opened without that right;
    /// [`ShortAnswer`](ErrorKind::ShortAnswer) when the system's answer holds no identifier.
    ///
    /// Source: [`GetTokenInformation`](https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation),
    /// `TokenUser`.
    #[doc(alias = "GetTokenInformation")]
    #[doc(alias = "TOKEN_USER")]
    pub fn user(&self) -> Result<Sid> {
        let call = Call::TokenInformation;
        let mut room: Vec<u64> = Vec::new();
        loop {
            let mut len = 0;
            // SAFETY: the handle is open, the buffer is as long as is said, and the length is
            // written to a place of this frame.
            let done = unsafe {
                sys::GetTokenInformation(
                    self.as_raw_handle(),
                    TokenUser,
                    room.as_mut_ptr().cast(),
                    size_of_val(&room[..]) as u32,
                    &raw mut len,
                )
            };
            if done != 0 {
                return user_in(&room, len);
            }
            let code = sys::windows_code();
            // Without a buffer the system tells how much room it takes.
            if code != ERROR_INSUFFICIENT_BUFFER || len as usize <= size_of_val(&room[..]) {
                return Err(Error::windows(call, code));
            }
            if len > MAX_ROOM {
                let kind = ErrorKind::HugeAnswer {
                    needed: len,
                    limit: MAX_ROOM,
                };
                return Err(Error::own(call, kind));
            }
            room = sys::zeroed(call, len as usize)?;
        }
    }

    /// Gives the handle away, to be closed by whoever takes it.
    #[must_use = "the handle is closed at once when it is not kept"]
    pub fn into_handle(self) -> OwnedHandle {
        let token = ManuallyDrop::new(self);
        // SAFETY: the token is open, and its own duty to close it has just been given up.
        unsafe { OwnedHandle::from_raw_handle(token.as_raw_handle()) }
    }
}

/// The identifier that a `TOKEN_USER` points at: it has to lie within the answer, of `len` bytes.
fn user_in(room: &[u64], len: u32) -> Result<Sid> {
    let malformed = Error::own(
        Call::TokenInformation,
        ErrorKind::ShortAnswer {
            received: len,
            needed: size_of::<TOKEN_USER>() as u32,
        },
    );
    let bytes = sys::bytes(room);
    let end = bytes.len().min(len as usize);
    if end < size_of::<TOKEN_USER>() {
        return Err(malformed);
    }
    // SAFETY: the buffer is aligned for the type and longer, and any bits make one.
    let user = unsafe { room.as_ptr().cast::<TOKEN_USER>().read() };
    let at = user.User.Sid.addr().wrapping_sub(room.as_ptr().addr());
    bytes.get(at..end).and_then(Sid::read).ok_or(malformed)
}

impl Drop for AccessToken {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the token is open, and nobody can use it after this.
        drop(unsafe { OwnedHandle::from_raw_handle(self.as_raw_handle()) });
    }
}

impl AsHandle for AccessToken {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        // SAFETY: the token stays open for as long as it is borrowed.
        unsafe { BorrowedHandle::borrow_raw(self.as_raw_handle()) }
    }
}

impl AsRawHandle for AccessToken {
    #[inline]
    fn as_raw_handle(&self) -> RawHandle {
        ptr::with_exposed_provenance_mut::<c_void>(self.0.get())
    }
}

impl From<AccessToken> for OwnedHandle {
    fn from(token: AccessToken) -> Self {
        token.into_handle()
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
