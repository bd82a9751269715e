//! Asking how a socket's traffic is secured, and by whom.

mod answer;
mod datagram;
mod ipsec2;
mod negotiate;
mod report;
mod room;
mod security;
mod stream;
mod template;
mod wishes;

pub(crate) use answer::{Answer, Expected};
pub(crate) use room::Room;
pub(crate) use template::Template;

pub use datagram::DatagramQuery;
pub use ipsec2::Ipsec2Details;
pub use report::SecurityReport;
pub use security::ConnectionSecurity;
pub use stream::StreamQuery;

use crate::error::Result;
use crate::os::AsSocket;

/// Asks how a connection's traffic is secured: the default query of a stream socket.
///
/// A shortcut for [`StreamQuery::new().run(socket)`](StreamQuery::run), which see for the errors.
///
/// ```no_run
/// # // Not run: it connects to another machine.
/// let stream = std::net::TcpStream::connect("server.example:443")?;
/// let security = winsec_core::query(&stream)?;
/// println!("{security}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As for [`StreamQuery::run`].
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[inline]
pub fn query(socket: &(impl AsSocket + ?Sized)) -> Result<ConnectionSecurity> {
    StreamQuery::new().run(socket)
}
