//! A request: sent, read, and looked at.

use core::cell::Cell;
use core::marker::PhantomData;
use std::io;

use winsec_core::{Backend, backend};
use winsec_ffi::{
    HINTERNET, HTTP_QUERY_LOCATION, HTTP_QUERY_RAW_HEADERS_CRLF, HTTP_QUERY_STATUS_TEXT,
    INTERNET_OPTION_SECURITY_FLAGS,
};

use crate::handle::Handle;
use crate::{BorrowedRequest, CertificateChecks, Error, ErrorKind, Result, SocketInfo, sys};

/// A request; closed when it goes. It keeps its session open, so that one struct can hold both, and
/// may move to another thread.
///
/// [`Request::socket_info`] may be asked before it is sent, once the answer has begun, and after
/// its body: what the system tells changes on the way.
///
/// Reference: [HINTERNET handles][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/wininet/appendix-a-hinternet-handles
#[derive(Debug)]
pub struct Request {
    handle: Handle,
    /// One thread at a time uses it.
    one_thread: PhantomData<Cell<()>>,
}

impl Request {
    pub(crate) const fn new(handle: Handle) -> Self {
        Self {
            handle,
            one_thread: PhantomData,
        }
    }

    /// Leaves checks of the server's certificate out. For tests and diagnoses: nobody knows then
    /// who answers.
    ///
    /// # Errors
    ///
    /// The system refuses.
    ///
    /// Reference: [option flags][reference], `INTERNET_OPTION_SECURITY_FLAGS`.
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/wininet/option-flags
    #[doc(alias = "INTERNET_OPTION_SECURITY_FLAGS")]
    pub fn skip_certificate_checks(&mut self, checks: CertificateChecks) -> Result<()> {
        let flags = sys::calls::number(&self.handle, INTERNET_OPTION_SECURITY_FLAGS)?;
        sys::calls::set_number(
            &self.handle,
            INTERNET_OPTION_SECURITY_FLAGS,
            flags | checks.bits(),
        )
    }

    /// Sends the request, and waits until the answer begins.
    ///
    /// # Errors
    ///
    /// The server was not found, does not answer in time, does not accept the connection, breaks
    /// it, shows a certificate that does not pass, or sends no HTTP: see
    /// [`ErrorKind`](crate::ErrorKind).
    ///
    /// Reference: [HttpSendRequestW][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpsendrequestw
    #[doc(alias = "HttpSendRequest")]
    #[doc(alias = "HttpSendRequestW")]
    pub fn send(&mut self) -> Result<()> {
        sys::calls::send(&self.handle)?;
        // Wine calls it a success that nothing came, or something whose status is none; for what has
        // no status line it makes up one.
        let is_http = match self.status() {
            Err(error) => error.kind() != ErrorKind::WrongHandleState,
            Ok(200) if backend() == Backend::Wine => {
                let head = sys::calls::header(&self.handle, HTTP_QUERY_RAW_HEADERS_CRLF)?;
                head.as_deref() != Some("HTTP/1.0 200 OK\r\n\r\n")
            }
            Ok(status) => (100..1000).contains(&status),
        };
        if is_http {
            Ok(())
        } else {
            Err(Error::no_http())
        }
    }

    /// The answer's status, such as 200.
    ///
    /// # Errors
    ///
    /// There is no answer yet, or the system refuses.
    ///
    /// Reference: [HttpQueryInfoW][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpqueryinfow
    #[doc(alias = "HttpQueryInfo")]
    #[doc(alias = "HttpQueryInfoW")]
    pub fn status(&self) -> Result<u32> {
        sys::calls::status(&self.handle)
    }

    /// The words beside the answer's status, such as `Not Found`; `None` where there are none.
    ///
    /// # Errors
    ///
    /// There is no answer yet, or the system refuses.
    ///
    /// Reference: [HttpQueryInfoW][reference], `HTTP_QUERY_STATUS_TEXT`.
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpqueryinfow
    #[doc(alias = "HTTP_QUERY_STATUS_TEXT")]
    pub fn reason(&self) -> Result<Option<String>> {
        sys::calls::header(&self.handle, HTTP_QUERY_STATUS_TEXT)
    }

    /// Where an answer says that something else is, as it says it: relative to the request's own URL
    /// ([`Url::join`](crate::Url::join)). `None` where it says nothing of the kind.
    ///
    /// # Errors
    ///
    /// There is no answer yet, or the system refuses.
    ///
    /// Reference: [HttpQueryInfoW][reference], `HTTP_QUERY_LOCATION`.
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-httpqueryinfow
    #[doc(alias = "HTTP_QUERY_LOCATION")]
    pub fn location(&self) -> Result<Option<String>> {
        sys::calls::header(&self.handle, HTTP_QUERY_LOCATION)
    }

    /// Reads some of the body; 0 bytes at its end.
    ///
    /// # Errors
    ///
    /// The connection breaks, nothing comes in time, or the system refuses.
    ///
    /// Reference: [InternetReadFile][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetreadfile
    #[doc(alias = "InternetReadFile")]
    pub fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        sys::calls::read(&self.handle, buffer)
    }

    /// Reads the body to its end and forgets it; tells how many bytes it had.
    ///
    /// # Errors
    ///
    /// As for [`Request::read`].
    pub fn drain(&mut self) -> Result<u64> {
        let mut buffer = [0; 4096];
        let mut total = 0;
        loop {
            match self.read(&mut buffer)? {
                0 => return Ok(total),
                read => total += read as u64,
            }
        }
    }

    /// What is behind the request now.
    ///
    /// # Errors
    ///
    /// As for [`BorrowedRequest::socket_info`].
    #[inline]
    pub fn socket_info(&self) -> Result<SocketInfo<'_>> {
        self.as_borrowed().socket_info()
    }

    /// The request, for code that works on any request's handle.
    #[must_use]
    pub fn as_borrowed(&self) -> BorrowedRequest<'_> {
        // SAFETY: the handle is open as long as `self` is, which the result borrows.
        unsafe { BorrowedRequest::borrow_raw(self.as_raw()) }
    }

    /// The handle itself, for calls that this crate does not make. It stays this request's to close.
    #[must_use]
    pub const fn as_raw(&self) -> HINTERNET {
        self.handle.raw()
    }
}

impl io::Read for Request {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(Self::read(self, buffer)?)
    }
}
