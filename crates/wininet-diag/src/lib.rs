//! Which socket carries this HTTP request, through which ports, kept alive, secure, proxied,
//! tunnelled?
//!
//! WinINet, the HTTP client of the system's own browser, tells what is behind a request
//! ([`INTERNET_DIAGNOSTIC_SOCKET_INFO`][structure]). This crate asks it, for a request handle of
//! somebody else ([`BorrowedRequest`]) or for one of its own: a [`Session`] makes [`Request`]s.
//!
//! ```
//! use winsec_wininet_diag::{Result, Session, SocketReport, Url};
//!
//! fn what_is_behind(url: &str) -> Result<SocketReport> {
//!     let url: Url = url.parse()?;
//!     let session = Session::options().open()?;
//!     let mut request = session.get(&url)?;
//!     request.send()?;
//!     Ok(request.socket_info()?.report())
//! }
//!
//! match what_is_behind("http://localhost:8080/") {
//!     Ok(report) => println!("{report}"),
//!     Err(error) => println!("{error}"),
//! }
//! ```
//!
//! Where the system lends the socket itself, [`SocketInfo::socket`] passes it on for the request's
//! lifetime, to [`winsec_core::StreamQuery`] for example; [`SocketInfo::security`] does that in one
//! step.
//!
//! # What Microsoft documents
//!
//! The option is documented as *no longer supported* since Windows 7, and many systems refuse it:
//! expect [`ErrorKind::OptionNotSupported`]. WinINet is not for services or servers; those use
//! WinHTTP.
//!
//! # Where it runs
//!
//! On Windows (and under Wine) wininet.dll answers. Elsewhere every operation fails with
//! [`ErrorKind::PlatformNotSupported`], unless the feature `emulator` is on: then
//! `winsec-emulator` answers from a test's scenario, and [`SocketInfo::backend`] says so.
//!
//! # Features
//!
//! - `serde`: [`SocketReport`] and [`SocketFlags`] can be serialised.
//! - `emulator`: off Windows, the emulator answers. Meant for tests.
//!
//! [structure]: https://learn.microsoft.com/windows/win32/api/wininet/ns-wininet-internet_diagnostic_socket_info
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod error;
mod flags;
mod handle;
mod info;
mod options;
mod report;
mod request;
mod session;
mod sys;
mod text;
mod url;

pub use self::url::{Scheme, Url, UrlError, redact};
pub use error::{Call, Error, ErrorKind, Result};
pub use flags::SocketFlags;
pub use info::{BorrowedRequest, PortOutOfRange, SocketInfo};
pub use options::{CertificateChecks, Proxy, SessionOptions};
pub use report::{Port, SocketReport};
pub use request::Request;
pub use session::Session;
pub use winsec_core::{Backend, TextError};

/// The examples of the README, which run with those of this documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
