//! What was behind a request, copied, to keep, print and serialise.

use core::fmt;
use core::num::NonZeroU16;

use winsec_core::Backend;

use crate::SocketFlags;

/// A port: 1 to 65535.
pub type Port = NonZeroU16;

/// What was behind a request, without the socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SocketReport {
    /// Who told it.
    pub backend: Backend,
    /// Whether the system lent a socket.
    pub has_socket: bool,
    /// The port on this machine as the system told it; 0 for none.
    pub source_port: u32,
    /// The server's port as the system told it; 0 for none.
    pub destination_port: u32,
    /// How the connection was made.
    pub flags: SocketFlags,
}

impl fmt::Display for SocketReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let port = |port: u32| match port {
            0 => "unknown".to_owned(),
            port => port.to_string(),
        };
        write!(
            f,
            "port {} to port {}, {}",
            port(self.source_port),
            port(self.destination_port),
            self.flags.words()
        )?;
        f.write_str(self.backend.mark())
    }
}
