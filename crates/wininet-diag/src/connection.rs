//! A server of a session, before anything is sent.

use core::marker::PhantomData;

use winsec_ffi::{HINTERNET, INTERNET_FLAGS};

use crate::handle::Handle;
use crate::options::Timeout;
use crate::text::wide_some;
use crate::{Call, Request, Result, Scheme, Session, Url, sys};

/// A server that requests go to; closed when it goes, before its session.
///
/// Reference: [HINTERNET handles][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/appendix-a-hinternet-handles
#[derive(Debug)]
pub struct Connection<'session> {
    handle: Handle<'session>,
    timeout: Timeout,
    session: PhantomData<&'session Session>,
}

impl<'session> Connection<'session> {
    pub(crate) const fn new(handle: Handle<'session>, timeout: Timeout) -> Self {
        Self {
            handle,
            timeout,
            session: PhantomData,
        }
    }

    /// A `GET` of a URL's resource: from the server, not from a cache, without cookies or dialogs,
    /// and over TLS if the URL says so. Nothing is sent yet. The URL's host and port are those of
    /// [`Session::connect`]; they are not looked at here.
    ///
    /// # Errors
    ///
    /// The resource holds a NUL, or the system refuses.
    ///
    /// Reference: [HttpOpenRequestW][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpopenrequestw
    #[doc(alias = "HttpOpenRequest")]
    #[doc(alias = "HttpOpenRequestW")]
    pub fn get(&self, url: &Url) -> Result<Request<'_>> {
        let verb = wide_some(Call::OpenRequest, "GET")?;
        let object = wide_some(Call::OpenRequest, url.resource())?;
        let mut flags = INTERNET_FLAGS::INTERNET_FLAG_RELOAD
            | INTERNET_FLAGS::INTERNET_FLAG_NO_CACHE_WRITE
            | INTERNET_FLAGS::INTERNET_FLAG_NO_COOKIES
            | INTERNET_FLAGS::INTERNET_FLAG_NO_UI
            | INTERNET_FLAGS::INTERNET_FLAG_KEEP_CONNECTION;
        if url.scheme() == Scheme::Https {
            flags |= INTERNET_FLAGS::INTERNET_FLAG_SECURE;
        }
        let handle = sys::calls::open_request(&self.handle, &verb, &object, flags)?;
        self.timeout.set(&handle)?;
        Ok(Request::new(handle))
    }

    /// The handle itself, for calls that this crate does not make. It stays this connection's to
    /// close.
    #[must_use]
    pub const fn as_raw(&self) -> HINTERNET {
        self.handle.raw()
    }
}
