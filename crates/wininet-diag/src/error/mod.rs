//! The error of this crate: which call failed, with which code, and for which cause.

mod kind;

use winsec_core::__private::Code;
use winsec_ffi::WIN32_ERROR;

pub use kind::ErrorKind;

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
    /// Taking a URL apart.
    CrackUrl = "InternetCrackUrlW",
}

winsec_core::__error! {
    /// Why an operation failed: the call, the system's code, and the cause.
    ///
    /// [`Error::kind`] is for decisions, [`Error::code`] for logs, [`Error::advice`] for people. The
    /// error of every crate of winsec has this shape; that of `winsec-core`, which
    /// [`SocketInfo::security`](crate::SocketInfo::security) gives, converts into this one.
}

impl Error {
    /// An error that the system reported with this code.
    pub(crate) fn wininet(call: Call, code: WIN32_ERROR) -> Self {
        Self::system(call, ErrorKind::of(call, code), Code::Win32(code))
    }

    pub(crate) const fn invalid_answer(call: Call) -> Self {
        Self::own(call, ErrorKind::InvalidAnswer)
    }

    /// There is no status, because there is no answer.
    pub(crate) const fn no_answer_yet() -> Self {
        Self::own(Call::QueryHeaders, ErrorKind::WrongHandleState)
    }

    /// A URL that is well-formed, and not of an HTTP server.
    pub(crate) const fn not_http() -> Self {
        Self::own(Call::CrackUrl, ErrorKind::InvalidUrl)
    }

    /// The same call and code, of which more is known.
    pub(crate) const fn meaning(self, kind: ErrorKind) -> Self {
        Self { kind, ..self }
    }
}
