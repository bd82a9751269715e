//! URLs, taken apart by the system that will use them.

use core::fmt;
use core::ops::Range;
use core::str::FromStr;

use widestring::{U16CStr, U16Str};
use winsec_ffi::{INTERNET_SCHEME_HTTP, INTERNET_SCHEME_HTTPS};

use crate::text::wide_some;
use crate::{Call, Error, Result, sys};

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// HTTP.
    Http,
    /// HTTP over TLS.
    Https,
}

/// A URL of an HTTP server.
///
/// A user's name and password in it are left out, and so is a fragment: neither is sent.
///
/// ```
/// use winsec_wininet_diag::{Scheme, Url};
///
/// let url: Url = "HTTPS://example.com/a?b#c".parse()?;
/// assert_eq!((url.scheme(), url.host(), url.port()), (Scheme::Https, "example.com", 443));
/// assert_eq!(url.resource(), "/a?b");
/// # Ok::<(), winsec_wininet_diag::Error>(())
/// ```
///
/// Reference: [InternetCrackUrlW][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/nf-wininet-internetcrackurlw
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[doc(alias = "URL_COMPONENTS")]
#[doc(alias = "InternetCrackUrl")]
pub struct Url {
    scheme: Scheme,
    host: String,
    port: u16,
    resource: String,
}

impl Url {
    /// How the server is spoken to.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The server's name or address; an address of IPv6 stands in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The server's port, the scheme's own if the text names none.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Path and query: what the server is asked for. At least `/`. A fragment is left out: it is
    /// none of the server's business.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.resource
    }
}

impl FromStr for Url {
    type Err = Error;

    /// Takes a URL apart.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidUrl`](crate::ErrorKind::InvalidUrl) for what is not a URL of a scheme
    /// that WinINet knows, or not one of HTTP;
    /// [`ErrorKind::InvalidText`](crate::ErrorKind::InvalidText) for a text that is empty or holds a
    /// NUL; [`ErrorKind::InvalidAnswer`](crate::ErrorKind::InvalidAnswer) where the system takes
    /// an address of IPv6 apart, as Wine does unless a port follows.
    fn from_str(text: &str) -> Result<Self> {
        let wide = wide_some(Call::CrackUrl, text)?;
        let parts = sys::calls::crack_url(&wide)?;
        let text = |start, len| part(&wide, start, len);
        let scheme = match parts.nScheme {
            INTERNET_SCHEME_HTTP => Scheme::Http,
            INTERNET_SCHEME_HTTPS => Scheme::Https,
            _ => return Err(Error::not_http()),
        };
        let host = text(parts.lpszHostName, parts.dwHostNameLength)?;
        let path = text(parts.lpszUrlPath, parts.dwUrlPathLength)?;
        let extra = text(parts.lpszExtraInfo, parts.dwExtraInfoLength)?;
        let whole = format!("{path}{extra}");
        let resource = whole.split('#').next().unwrap_or_default();
        if host.is_empty() {
            return Err(Error::not_http());
        }
        // Without a port, Wine takes the last colon inside of the brackets for the port's.
        if host.starts_with('[') && !host.ends_with(']') {
            return Err(Error::invalid_answer(Call::CrackUrl));
        }
        Ok(Self {
            scheme,
            host,
            port: parts.nPort,
            resource: if resource.starts_with('/') {
                resource.to_owned()
            } else {
                format!("/{resource}")
            },
        })
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        let Self {
            host,
            port,
            resource,
            ..
        } = self;
        write!(f, "{scheme}://{host}:{port}{resource}")
    }
}

/// The part of a text that the system points at, copied; it must lie inside the text.
fn part(text: &U16CStr, start: *mut u16, len: u32) -> Result<String> {
    if start.is_null() || len == 0 {
        return Ok(String::new());
    }
    range(text, start, len)
        .and_then(|range| text.as_slice().get(range))
        .map(|units| U16Str::from_slice(units).to_string_lossy())
        .ok_or_else(|| Error::invalid_answer(Call::CrackUrl))
}

fn range(text: &U16CStr, start: *mut u16, len: u32) -> Option<Range<usize>> {
    let offset = start.addr().checked_sub(text.as_ptr().addr())?;
    let begin = (offset % size_of::<u16>() == 0).then_some(offset / size_of::<u16>())?;
    Some(begin..begin.checked_add(len as usize)?)
}
