//! How a session reaches servers, how long it waits, and which checks of a certificate are left out.

use core::fmt;
use std::time::Duration;

use winsec_ffi as ffi;

use crate::handle::Handle;
use crate::text::{wide, wide_some};
use crate::{Call, Result, Session, redact, sys};

/// How long a call of a session waits, unless told otherwise.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// The way to the servers.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Proxy {
    /// Straight to the server: the simple choice for a diagnosis.
    #[doc(alias = "INTERNET_OPEN_TYPE_DIRECT")]
    #[default]
    None,
    /// As the user configured the system.
    #[doc(alias = "INTERNET_OPEN_TYPE_PRECONFIG")]
    Configured,
    /// Through these proxies, in WinINet's form: `host:port`, or `http=host:port https=host:port`.
    /// It has no place for a user's name and password; [`Debug`] hides what looks like them.
    ///
    /// By default WinINet goes past a proxy for the local machine; the bypass list `<-loopback>`
    /// keeps it from that.
    #[doc(alias = "INTERNET_OPEN_TYPE_PROXY")]
    Named {
        /// The proxies.
        servers: String,
        /// Hosts that are reached without them, separated by spaces; may be empty.
        bypass: String,
    },
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Configured => f.write_str("Configured"),
            Self::Named { servers, bypass } => f
                .debug_struct("Named")
                .field("servers", &redact(servers))
                .field("bypass", bypass)
                .finish(),
        }
    }
}

/// What a session is opened with.
///
/// ```
/// use std::time::Duration;
/// use winsec_wininet_diag::Session;
///
/// fn impatient() -> winsec_wininet_diag::Result<Session> {
///     Session::options().timeout(Duration::from_secs(5)).open()
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionOptions {
    agent: String,
    proxy: Proxy,
    timeout: Duration,
    automatic_logon: bool,
}

impl Default for SessionOptions {
    fn default() -> Self {
        Self {
            agent: concat!("winsec/", env!("CARGO_PKG_VERSION")).to_owned(),
            proxy: Proxy::default(),
            timeout: DEFAULT_TIMEOUT,
            automatic_logon: false,
        }
    }
}

impl SessionOptions {
    /// The program's name, as servers are told it.
    #[must_use]
    pub fn user_agent(mut self, agent: impl Into<String>) -> Self {
        self.agent = agent.into();
        self
    }

    /// The way to the servers.
    #[must_use]
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = proxy;
        self
    }

    /// How long each of connecting, sending and receiving may take; 30 seconds unless given. The
    /// system counts in milliseconds, from 1; what does not fit into 32 bits is for ever.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Whether a server or a proxy that asks who is there is told: WinINet then answers it with the
    /// credentials of the user that runs the program (NTLM, Negotiate), as browsers do on an
    /// intranet. Not unless allowed: the answer with status 401 or 407 is told as it is.
    ///
    /// Reference: [HttpOpenRequestW][reference], `INTERNET_FLAG_NO_AUTH`.
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/wininet/api-flags
    #[must_use]
    #[doc(alias = "INTERNET_FLAG_NO_AUTH")]
    pub const fn automatic_logon(mut self, allowed: bool) -> Self {
        self.automatic_logon = allowed;
        self
    }

    /// Opens the session. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// A text holds a NUL, or names no proxy; the system refuses; off Windows,
    /// [`ErrorKind::PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported).
    ///
    /// Reference: [InternetOpenW][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetopenw
    #[doc(alias = "InternetOpen")]
    #[doc(alias = "InternetOpenW")]
    pub fn open(&self) -> Result<Session> {
        let agent = wide(Call::OpenSession, &self.agent)?;
        let (access, servers, bypass) = match &self.proxy {
            Proxy::None => (ffi::INTERNET_OPEN_TYPE_DIRECT, None, None),
            Proxy::Configured => (ffi::INTERNET_OPEN_TYPE_PRECONFIG, None, None),
            Proxy::Named { servers, bypass } => (
                ffi::INTERNET_OPEN_TYPE_PROXY,
                Some(wide_some(Call::OpenSession, servers)?),
                // The system takes an empty list literally, so none is passed.
                (!bypass.is_empty())
                    .then(|| wide(Call::OpenSession, bypass))
                    .transpose()?,
            ),
        };
        let handle =
            sys::calls::open_session(&agent, access, servers.as_deref(), bypass.as_deref())?;
        let timeout = Timeout::new(self.timeout);
        timeout.set(&handle)?;
        Ok(Session::new(handle, timeout, self.automatic_logon))
    }
}

/// How long each step may take, as the system counts it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timeout {
    milliseconds: u32,
}

impl Timeout {
    fn new(timeout: Duration) -> Self {
        let milliseconds = u32::try_from(timeout.as_millis()).unwrap_or(u32::MAX);
        Self {
            milliseconds: milliseconds.max(1),
        }
    }

    /// Has the steps of a handle take no longer. A session's requests inherit it as documented;
    /// Wine's do not, so each is told.
    pub(crate) fn set(self, handle: &Handle) -> Result<()> {
        for option in [
            ffi::INTERNET_OPTION_CONNECT_TIMEOUT,
            ffi::INTERNET_OPTION_SEND_TIMEOUT,
            ffi::INTERNET_OPTION_RECEIVE_TIMEOUT,
        ] {
            sys::calls::set_number(handle, option, self.milliseconds)?;
        }
        Ok(())
    }
}

bitflags::bitflags! {
    /// Checks of a server's certificate that a test leaves out.
    ///
    /// Reference: [option flags][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/wininet/option-flags
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[doc(alias = "INTERNET_OPTION_SECURITY_FLAGS")]
    pub struct CertificateChecks: u32 {
        /// That somebody who is trusted has signed it.
        #[doc(alias = "SECURITY_FLAG_IGNORE_UNKNOWN_CA")]
        const ISSUER = ffi::SECURITY_FLAGS::SECURITY_FLAG_IGNORE_UNKNOWN_CA.bits();
        /// That it is for the server's name.
        #[doc(alias = "SECURITY_FLAG_IGNORE_CERT_CN_INVALID")]
        const NAME = ffi::SECURITY_FLAGS::SECURITY_FLAG_IGNORE_CERT_CN_INVALID.bits();
        /// That it is valid today.
        #[doc(alias = "SECURITY_FLAG_IGNORE_CERT_DATE_INVALID")]
        const DATE = ffi::SECURITY_FLAGS::SECURITY_FLAG_IGNORE_CERT_DATE_INVALID.bits();
        /// That it was not revoked.
        #[doc(alias = "SECURITY_FLAG_IGNORE_REVOCATION")]
        const REVOCATION = ffi::SECURITY_FLAGS::SECURITY_FLAG_IGNORE_REVOCATION.bits();
        /// That it is for servers.
        #[doc(alias = "SECURITY_FLAG_IGNORE_WRONG_USAGE")]
        const USAGE = ffi::SECURITY_FLAGS::SECURITY_FLAG_IGNORE_WRONG_USAGE.bits();
    }
}
