//! A session with WinINet: where every request begins.

use std::sync::Arc;

use winsec_ffi::{HINTERNET, INTERNET_FLAGS};

use crate::handle::Handle;
use crate::options::Timeout;
use crate::text::wide_some;
use crate::{Call, Request, Result, Scheme, SessionOptions, Url, sys};

/// A session; closed once it and its requests are gone.
///
/// It is used by several threads at once, each with requests of its own.
///
/// Reference: [HINTERNET handles][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/appendix-a-hinternet-handles
#[derive(Debug)]
#[doc(alias = "HINTERNET")]
pub struct Session {
    handle: Arc<Handle>,
    timeout: Timeout,
    automatic_logon: bool,
}

impl Session {
    pub(crate) fn new(handle: Handle, timeout: Timeout, automatic_logon: bool) -> Self {
        Self {
            handle: Arc::new(handle),
            timeout,
            automatic_logon,
        }
    }

    /// What to open a session with; [`SessionOptions::open`] opens it.
    #[must_use]
    pub fn options() -> SessionOptions {
        SessionOptions::default()
    }

    /// A `GET` of a URL: from its server, not from a cache, without cookies or dialogs, and over TLS
    /// if the URL says so. Nothing is sent yet.
    ///
    /// What a server answers is told as it is: a redirect is not followed
    /// ([`Request::location`] tells where it leads), and a server that wants to know who asks is
    /// told nothing unless [`SessionOptions::automatic_logon`] allows it.
    ///
    /// # Errors
    ///
    /// The system refuses.
    ///
    /// Reference: [InternetConnectW][connect], [HttpOpenRequestW][open].
    ///
    /// [connect]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetconnectw
    /// [open]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpopenrequestw
    #[doc(alias = "InternetConnect")]
    #[doc(alias = "InternetConnectW")]
    #[doc(alias = "HttpOpenRequest")]
    #[doc(alias = "HttpOpenRequestW")]
    pub fn get(&self, url: &Url) -> Result<Request> {
        let host = wide_some(Call::Connect, url.host())?;
        let verb = wide_some(Call::OpenRequest, "GET")?;
        let object = wide_some(Call::OpenRequest, url.resource())?;
        let mut flags = INTERNET_FLAGS::INTERNET_FLAG_RELOAD
            | INTERNET_FLAGS::INTERNET_FLAG_NO_CACHE_WRITE
            | INTERNET_FLAGS::INTERNET_FLAG_NO_COOKIES
            | INTERNET_FLAGS::INTERNET_FLAG_NO_UI
            | INTERNET_FLAGS::INTERNET_FLAG_NO_AUTO_REDIRECT
            | INTERNET_FLAGS::INTERNET_FLAG_KEEP_CONNECTION;
        flags.set(INTERNET_FLAGS::INTERNET_FLAG_NO_AUTH, !self.automatic_logon);
        flags.set(
            INTERNET_FLAGS::INTERNET_FLAG_SECURE,
            url.scheme() == Scheme::Https,
        );
        let connection = sys::calls::connect(&self.handle, &host, url.port())?;
        let request = sys::calls::open_request(connection, &verb, &object, flags)?;
        self.timeout.set(&request)?;
        Ok(Request::new(request))
    }

    /// The handle itself, for calls that this crate does not make. It stays this session's to close.
    #[must_use]
    pub fn as_raw(&self) -> HINTERNET {
        self.handle.raw()
    }
}
