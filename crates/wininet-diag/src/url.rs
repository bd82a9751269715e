//! URLs of HTTP servers, taken apart alike on every system.

use core::fmt;
use core::str::FromStr;

use url::{ParseError, Position};

use crate::{Error, Result};

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "HTTP is spoken with TLS or without"
)]
pub enum Scheme {
    /// HTTP.
    Http,
    /// HTTP over TLS.
    Https,
}

/// A URL of an HTTP server, as the [URL standard][standard] reads it: what browsers take, it takes.
///
/// What is sent is ASCII: path and query are percent-encoded as UTF-8, a name in other letters
/// becomes its form for the name service (IDNA), and every way to write an address of IPv4 becomes
/// the usual one.
///
/// Neither a user's name and password nor a fragment is kept, and so neither is ever sent. Where
/// there was a name or a password, `***` stands in their place in [`Display`](fmt::Display) and
/// [`Debug`].
///
/// ```
/// use winsec_wininet_diag::{Scheme, Url};
///
/// let url: Url = "HTTPS://alice:secret@bücher.example/a b?ü#c".parse()?;
/// assert_eq!((url.scheme(), url.port()), (Scheme::Https, 443));
/// assert_eq!(url.host(), "xn--bcher-kva.example");
/// assert_eq!(url.resource(), "/a%20b?%C3%BC");
/// assert_eq!(url.to_string(), "https://***@xn--bcher-kva.example/a%20b?%C3%BC");
/// # Ok::<(), winsec_wininet_diag::Error>(())
/// ```
///
/// [standard]: https://url.spec.whatwg.org/
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Url {
    url: url::Url,
    scheme: Scheme,
    port: u16,
    had_credentials: bool,
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
        &self.url[Position::BeforeHost..Position::AfterHost]
    }

    /// The server's port, the scheme's own if the text names none; never 0.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Path and query: what the server is asked for. At least `/`.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.url[Position::BeforePath..Position::AfterQuery]
    }

    /// The URL that a reference in an answer to a request for this one leads to, such as the
    /// [`Location`](crate::Request::location) of a redirect.
    ///
    /// # Errors
    ///
    /// As for parsing a URL.
    pub fn join(&self, reference: &str) -> Result<Self> {
        Self::parse(Some(&self.url), reference).map_err(Error::url)
    }

    fn parse(base: Option<&url::Url>, text: &str) -> core::result::Result<Self, UrlError> {
        if text.is_empty() && base.is_none() {
            return Err(UrlError::Empty);
        }
        // The standard takes tabs and line ends out, and encodes the rest, in silence.
        if let Some(position) = text.chars().position(|c| c.is_ascii_control()) {
            return Err(UrlError::ControlCharacter { position });
        }
        let mut url = url::Url::options().base_url(base).parse(text)?;
        let scheme = match url.scheme() {
            "http" => Scheme::Http,
            "https" => Scheme::Https,
            _ => return Err(UrlError::OtherScheme),
        };
        // WinINet takes 0 for the scheme's own port.
        let port = url.port_or_known_default().filter(|port| *port != 0);
        let port = port.ok_or(UrlError::Port)?;
        let had_credentials = !url.username().is_empty() || url.password().is_some();
        // Both can be set, and so taken away, of every URL that has a host.
        let _ = (url.set_username(""), url.set_password(None));
        url.set_fragment(None);
        Ok(Self {
            url,
            scheme,
            port,
            had_credentials,
        })
    }
}

impl FromStr for Url {
    type Err = Error;

    /// Takes a URL apart. No call is made; an error names the one that would have been.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidUrl`](crate::ErrorKind::InvalidUrl) for what is not a URL of `http` or
    /// `https`, and for a text with control characters.
    fn from_str(text: &str) -> Result<Self> {
        Self::parse(None, text).map_err(Error::url)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.had_credentials {
            return f.write_str(self.url.as_str());
        }
        f.write_str(&self.url[..Position::BeforeHost])?;
        f.write_str("***@")?;
        f.write_str(&self.url[Position::BeforeHost..])
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({self})")
    }
}

/// Why a text is not a URL of an HTTP server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UrlError {
    /// There is no text.
    Empty,
    /// A control character, such as a tab or the end of a line.
    ControlCharacter {
        /// Its place, in characters from 0.
        position: usize,
    },
    /// There is no scheme.
    NoScheme,
    /// The scheme is neither `http` nor `https`.
    OtherScheme,
    /// There is no host.
    NoHost,
    /// The host is neither a name nor an address.
    Host,
    /// The port is not a number from 1 to 65535.
    Port,
    /// The system does not take it.
    RefusedBySystem,
}

impl From<ParseError> for UrlError {
    fn from(error: ParseError) -> Self {
        match error {
            ParseError::RelativeUrlWithoutBase => Self::NoScheme,
            ParseError::EmptyHost => Self::NoHost,
            ParseError::InvalidPort => Self::Port,
            _ => Self::Host,
        }
    }
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text is empty"),
            Self::ControlCharacter { position } => {
                write!(f, "character {} is a control character", position + 1)
            }
            Self::NoScheme => f.write_str("it does not begin with a scheme"),
            Self::OtherScheme => f.write_str("its scheme is neither http nor https"),
            Self::NoHost => f.write_str("it names no host"),
            Self::Host => f.write_str("its host is neither a name nor an address"),
            Self::Port => f.write_str("its port is not a number from 1 to 65535"),
            Self::RefusedBySystem => f.write_str("the system does not take it"),
        }
    }
}

impl core::error::Error for UrlError {}

/// A text with what may be a user's name and password in it, as it may be shown: `***` stands in
/// their place.
///
/// For what is *not* a [`Url`], which shows itself without them: a mistyped URL, or a proxy. Anything
/// before the last `@` counts as name and password, but for a scheme.
///
/// ```
/// use winsec_wininet_diag::redact;
///
/// assert_eq!(redact("http//alice:secret@host/"), "http//***@host/");
/// assert_eq!(redact("alice:se/cret@proxy:8080"), "***@proxy:8080");
/// assert_eq!(redact("proxy:8080"), "proxy:8080");
/// ```
#[must_use]
pub fn redact(text: &str) -> String {
    let Some(at) = text.rfind('@') else {
        return text.to_owned();
    };
    let (before, after) = text.split_at(at);
    // As much as can be nothing but a scheme: letters, or none, and the slashes that follow it.
    let letters = before.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(0);
    let rest = before[letters..].trim_start_matches(':');
    let slashes = rest.len() - rest.trim_start_matches(['/', '\\']).len();
    let scheme = if slashes < 2 {
        ""
    } else {
        &before[..before.len() - rest.len() + slashes]
    };
    format!("{scheme}***{after}")
}
