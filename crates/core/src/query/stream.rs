//! The query of a stream socket's connection.

use core::net::SocketAddr;

use super::wishes::{Wishes, query_methods};

/// A query of a stream socket's connection.
///
/// It suits a connected `TcpStream`, one that a `TcpListener` accepted, and the TCP sockets of
/// every crate that lends them as [`AsSocket`](crate::os::AsSocket). Ask right after connect or accept has returned; ask
/// again as often as you like.
///
/// ```no_run
/// # // Not run: it connects to another machine.
/// use winsec_core::{StreamQuery, TokenAccess};
///
/// let stream = std::net::TcpStream::connect("server.example:443")?;
/// let security = StreamQuery::new().peer_tokens(TokenAccess::QUERY).run(&stream)?;
/// if !security.is_encrypted() {
///     eprintln!("anybody on the way can read this: {security}");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct StreamQuery {
    wishes: Wishes,
}

impl StreamQuery {
    /// The default query, which asks for the flags alone.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[expect(
        clippy::unused_self,
        reason = "the query of a datagram socket has a peer here"
    )]
    const fn peer_if_any(&self) -> Option<&SocketAddr> {
        None
    }

    query_methods!();
}
