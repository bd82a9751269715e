//! A session with WinINet: where every handle begins.

use winsec_ffi::HINTERNET;

use crate::handle::Handle;
use crate::options::Timeout;
use crate::text::wide_some;
use crate::{Call, Connection, Result, SessionOptions, Url, sys};

/// A session; closed when it goes.
///
/// It can be sent to another thread, but not be used by two at once: WinINet documents the closing
/// of a handle as safe only while no other call uses it.
///
/// Reference: [HINTERNET handles][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/appendix-a-hinternet-handles
#[derive(Debug)]
#[doc(alias = "HINTERNET")]
pub struct Session {
    handle: Handle<'static>,
    timeout: Timeout,
}

impl Session {
    pub(crate) const fn new(handle: Handle<'static>, timeout: Timeout) -> Self {
        Self { handle, timeout }
    }

    /// What to open a session with; [`SessionOptions::open`] opens it.
    #[must_use]
    pub fn options() -> SessionOptions {
        SessionOptions::default()
    }

    /// Names the server of a URL; nothing is sent before a request is.
    ///
    /// # Errors
    ///
    /// The host holds a NUL, or the system refuses.
    ///
    /// Reference: [InternetConnectW][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetconnectw
    #[doc(alias = "InternetConnect")]
    #[doc(alias = "InternetConnectW")]
    pub fn connect(&self, url: &Url) -> Result<Connection<'_>> {
        let host = wide_some(Call::Connect, url.host())?;
        let handle = sys::calls::connect(&self.handle, &host, url.port())?;
        Ok(Connection::new(handle, self.timeout))
    }

    /// The handle itself, for calls that this crate does not make. It stays this session's to close.
    #[must_use]
    pub const fn as_raw(&self) -> HINTERNET {
        self.handle.raw()
    }
}
