//! The harness of the contract tests: the same bodies run on the emulator where there is no Windows,
//! and against the real `wininet.dll` on Windows and Wine, with servers on the loopback.
#![allow(dead_code, reason = "each test program uses its part")]

#[cfg(not(windows))]
#[path = "emulated.rs"]
mod platform;
#[cfg(windows)]
#[path = "system.rs"]
mod platform;
#[cfg(windows)]
mod servers;

use std::time::Duration;

use winsec_core::{Backend, backend};
use winsec_ffi::HINTERNET;
use winsec_wininet_diag::{
    BorrowedRequest, Call, Error, ErrorKind, Proxy, Session, SocketReport, Url,
};

pub use platform::Lab;

/// The body of every page, in bytes.
pub const BODY: usize = 10_000;

/// As much of the body as a server sends that closes in its midst.
pub const PART: usize = 1000;

/// Where a server redirects to.
pub const ELSEWHERE: &str = "../elsewhere?x";

/// How a server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It answers, and leaves the connection open.
    Answers,
    /// It answers with `Connection: close`, and closes.
    AnswersOnce,
    /// It takes the request and closes the connection.
    ClosesEarly,
    /// It closes the connection in the midst of the body.
    ClosesInBody,
    /// It takes the request and says nothing.
    NeverAnswers,
    /// Nobody listens at its port.
    Refuses,
    /// It answers with status 302, and [`ELSEWHERE`] for the place.
    Redirects,
    /// It answers nobody who does not log on by NTLM.
    AsksForLogon,
    /// It says this, which is not HTTP, and closes the connection.
    Says(&'static str),
}

/// What a test needs: one server, with a port of its own, and perhaps a proxy.
///
/// One for each test: Wine pools connections by server alone, whatever the proxy.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    pub manner: Manner,
    pub secure: bool,
    pub proxied: bool,
}

impl Setup {
    pub const fn http(manner: Manner) -> Self {
        Self {
            manner,
            secure: false,
            proxied: false,
        }
    }

    /// With TLS, and a certificate that nobody but the server has signed.
    pub const fn https(manner: Manner) -> Self {
        Self {
            secure: true,
            ..Self::http(manner)
        }
    }

    pub const fn through_proxy(self) -> Self {
        Self {
            proxied: true,
            ..self
        }
    }
}

impl Lab {
    /// The server's page.
    pub fn url(&self) -> Url {
        let scheme = if self.setup().secure { "https" } else { "http" };
        let url = format!("{scheme}://127.0.0.1:{}/page?query", self.port());
        url.parse().unwrap()
    }

    /// A session that reaches the server.
    pub fn session(&self) -> Session {
        self.session_within(Duration::from_secs(30))
    }

    /// A session that waits for so long.
    pub fn session_within(&self, timeout: Duration) -> Session {
        let options = Session::options().timeout(timeout);
        let options = match self.proxy() {
            None => options,
            Some(port) => options.proxy(Proxy::Named {
                servers: format!("127.0.0.1:{port}"),
                bypass: "<-loopback>".to_owned(),
            }),
        };
        options.open().unwrap()
    }
}

/// The kind of an error, which there has to be.
#[track_caller]
pub fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.expect_err("the system refuses").kind()
}

/// Asks what is behind a raw handle.
pub fn ask(raw: HINTERNET) -> Result<SocketReport, Error> {
    // SAFETY: no other thread uses the handle. Those that are not open are what is tested, on
    // systems that check their handles.
    let request = unsafe { BorrowedRequest::borrow_raw(raw) };
    request.socket_info().map(|info| info.report())
}

/// Checks that a raw handle is refused. Windows itself documents neither code.
#[track_caller]
pub fn refused(raw: HINTERNET, kind: ErrorKind, code: i32) {
    let error = ask(raw).unwrap_err();
    assert_eq!(error.call(), Call::QueryOption);
    let text = error.to_string();
    assert!(text.starts_with("InternetQueryOptionW: "), "{text}");
    assert!(text.contains(error.explanation()) && !text.contains(error.advice()));
    if backend() == Backend::Windows {
        return;
    }
    assert_eq!((error.kind(), error.code()), (kind, Some(code)), "{error}");
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::InvalidInput);
}
