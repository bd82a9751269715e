//! The query of a datagram socket's traffic with one peer.

use core::net::SocketAddr;

use super::wishes::{Wishes, query_methods};

/// A query of a datagram socket's traffic with one peer.
///
/// Ask right after the first datagram to a new peer has been sent, or from it received. There is no
/// such query without a peer, hence no `Default`.
///
/// ```no_run
/// # // Not run: it waits for another machine's datagram.
/// use winsec_core::DatagramQuery;
///
/// let socket = std::net::UdpSocket::bind("0.0.0.0:5353")?;
/// let mut datagram = [0; 1500];
/// let (_, peer) = socket.recv_from(&mut datagram)?;
/// if DatagramQuery::new(peer).run(&socket)?.is_secured() {
///     println!("{peer} is who it claims to be");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatagramQuery {
    peer: SocketAddr,
    wishes: Wishes,
}

impl DatagramQuery {
    /// The default query for the traffic with this peer, which asks for the flags alone.
    #[doc(alias = "PeerAddress")]
    #[inline]
    #[must_use]
    pub fn new(peer: SocketAddr) -> Self {
        Self {
            peer,
            wishes: Wishes::default(),
        }
    }

    /// The peer that this query is about.
    #[must_use]
    pub const fn peer(&self) -> SocketAddr {
        self.peer
    }

    const fn peer_if_any(&self) -> Option<&SocketAddr> {
        Some(&self.peer)
    }

    query_methods!();
}
