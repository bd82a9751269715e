//! The functions that an error can come from.

/// The function that an error came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// `InternetOpenW`
    OpenSession,
    /// `InternetConnectW`
    Connect,
    /// `HttpOpenRequestW`
    OpenRequest,
    /// `HttpSendRequestW`
    Send,
    /// `HttpQueryInfoW`
    QueryHeaders,
    /// `InternetReadFile`
    Read,
    /// `InternetQueryOptionW`
    QueryOption,
    /// `InternetSetOptionW`
    SetOption,
    /// `InternetCrackUrlW`
    CrackUrl,
}

impl Call {
    /// The function's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenSession => "InternetOpenW",
            Self::Connect => "InternetConnectW",
            Self::OpenRequest => "HttpOpenRequestW",
            Self::Send => "HttpSendRequestW",
            Self::QueryHeaders => "HttpQueryInfoW",
            Self::Read => "InternetReadFile",
            Self::QueryOption => "InternetQueryOptionW",
            Self::SetOption => "InternetSetOptionW",
            Self::CrackUrl => "InternetCrackUrlW",
        }
    }
}
