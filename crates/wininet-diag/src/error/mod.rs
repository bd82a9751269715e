//! The error of this crate: which call failed, with which code, and for which cause.

mod kind;

use winsec_core::__private::Code;
use winsec_ffi::{WIN32_ERROR, WSA_ERROR};

pub use kind::ErrorKind;

use crate::UrlError;

winsec_core::__calls! {
    /// Opening a session.
    OpenSession = "InternetOpenW",
    /// Naming the server of a session.
    Connect = "InternetConnectW",
    /// Making a request.
    OpenRequest = "HttpOpenRequestW",
    /// Sending a request.
    Send = "HttpSendRequestW",
    /// Reading the head of an answer.
    QueryHeaders = "HttpQueryInfoW",
    /// Reading the body of an answer.
    Read = "InternetReadFile",
    /// Asking for an option of a handle.
    QueryOption = "InternetQueryOptionW",
    /// Setting an option of a handle.
    SetOption = "InternetSetOptionW",
}

winsec_core::__error! {
    /// Why an operation failed: the call, the system's code, and the cause.
    ///
    /// [`Error::kind`] is for decisions, [`Error::code`] for logs, [`Error::advice`] for people. The
    /// error of every crate of winsec has this shape; that of `winsec-core` is what
    /// [`SocketInfo::security`](crate::SocketInfo::security) gives. A function that uses several of
    /// them returns [`std::io::Result`]: each converts into [`std::io::Error`] and is kept in it.
    ///
    /// ```
    /// use winsec_wininet_diag::Request;
    ///
    /// fn is_encrypted(request: &Request) -> std::io::Result<bool> {
    ///     let security = request.socket_info()?.security().transpose()?;
    ///     Ok(security.is_some_and(|security| security.is_encrypted()))
    /// }
    /// ```
}

impl Error {
    /// An error that the system reported with this code.
    pub(crate) fn wininet(call: Call, code: WIN32_ERROR) -> Self {
        let kind = ErrorKind::of(call, code);
        let code = match code.0 {
            // WinINet hands codes of Winsock's on, as numbers of Windows' own.
            10_000..12_000 => Code::Winsock(WSA_ERROR(code.0 as i32)),
            _ => Code::Win32(code),
        };
        Self::system(call, kind, code)
    }

    pub(crate) const fn invalid_answer(call: Call) -> Self {
        Self::own(call, ErrorKind::InvalidAnswer)
    }

    /// There is no status, because there is no answer.
    pub(crate) const fn no_answer_yet() -> Self {
        Self::own(Call::QueryHeaders, ErrorKind::WrongHandleState)
    }

    /// The system calls it a success, and there is no answer of HTTP.
    pub(crate) const fn no_http() -> Self {
        Self::own(Call::Send, ErrorKind::InvalidResponse)
    }

    /// A text that is not a URL of an HTTP server, so that there is nothing to connect to.
    pub(crate) const fn url(error: UrlError) -> Self {
        Self::own(Call::Connect, ErrorKind::InvalidUrl(error))
    }

    /// The same call and code, of which more is known.
    pub(crate) const fn meaning(self, kind: ErrorKind) -> Self {
        Self { kind, ..self }
    }
}
