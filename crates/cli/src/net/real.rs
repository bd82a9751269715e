//! Real sockets, of a machine that has the system to ask about them.

use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs, UdpSocket};
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, SockAddr, Type};
use winsec_core::PeerTargetName;
use winsec_core::os::{AsSocket, BorrowedSocket};

use super::{Connection, Target};
use crate::outcome::{Failure, Outcome};
use crate::place::Place;

/// A socket of the system.
#[derive(Debug)]
pub(super) enum Socket {
    Stream(TcpStream),
    Datagram(UdpSocket),
}

impl AsSocket for Socket {
    fn as_socket(&self) -> BorrowedSocket<'_> {
        match self {
            Self::Stream(socket) => socket.as_socket(),
            Self::Datagram(socket) => socket.as_socket(),
        }
    }
}

/// Something that connects: what it takes to do so on another thread.
pub(crate) type Connect = Box<dyn FnOnce() -> Outcome<Connection> + Send>;

/// A connection to a TCP server, whose principal may be named before it is made.
pub(crate) fn connect(
    _place: &Place,
    target: &Target,
    principal: Option<&str>,
    limit: Duration,
) -> Connect {
    let target = target.clone();
    let principal = principal.map(str::to_owned);
    Box::new(move || {
        let end = Instant::now() + limit;
        let mut last = None;
        for address in resolve(&target)? {
            let left = end.saturating_duration_since(Instant::now());
            match stream(address, principal.as_deref(), left) {
                Ok(connection) => return Ok(connection),
                Err(Attempt::Refused(failure)) => return Err(failure),
                Err(Attempt::Failed(error)) => last = Some(error),
            }
        }
        Err(not_connected(&target, last))
    })
}

/// Why an attempt to connect came to nothing.
enum Attempt {
    /// Trying another address makes no sense.
    Refused(Failure),
    /// Another address may do.
    Failed(io::Error),
}

impl From<io::Error> for Attempt {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

fn stream(
    address: SocketAddr,
    principal: Option<&str>,
    limit: Duration,
) -> Result<Connection, Attempt> {
    let socket = socket2::Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    if let Some(name) = principal {
        PeerTargetName::for_stream(name)
            .and_then(|name| name.set(&socket))
            .map_err(|error| Attempt::Refused(error.into()))?;
    }
    socket.connect_timeout(
        &SockAddr::from(address),
        limit.max(Duration::from_millis(1)),
    )?;
    let stream = TcpStream::from(socket);
    Ok(Connection {
        local: stream.local_addr().ok(),
        peer: stream.peer_addr().unwrap_or(address),
        socket: Socket::Stream(stream),
    })
}

/// A UDP socket that has sent one empty datagram to a peer, which is when Windows can tell of it.
pub(crate) fn probe(_place: &Place, target: &Target, principal: Option<&str>) -> Connect {
    let target = target.clone();
    let principal = principal.map(str::to_owned);
    Box::new(move || {
        let peer = resolve(&target)?.next();
        let peer = peer.ok_or_else(|| unknown_host(&target, None))?;
        match datagram(peer, principal.as_deref()) {
            Ok(connection) => Ok(connection),
            Err(Attempt::Refused(failure)) => Err(failure),
            Err(Attempt::Failed(error)) => Err(not_connected(&target, Some(error))),
        }
    })
}

fn datagram(peer: SocketAddr, principal: Option<&str>) -> Result<Connection, Attempt> {
    let any: SocketAddr = if peer.is_ipv4() {
        ([0, 0, 0, 0], 0).into()
    } else {
        ([0_u16; 8], 0).into()
    };
    let socket = UdpSocket::bind(any)?;
    if let Some(name) = principal {
        PeerTargetName::for_peer(peer, name)
            .and_then(|name| name.set(&socket))
            .map_err(|error| Attempt::Refused(error.into()))?;
    }
    socket.send_to(&[], peer)?;
    Ok(Connection {
        local: socket.local_addr().ok(),
        peer,
        socket: Socket::Datagram(socket),
    })
}

fn resolve(target: &Target) -> Outcome<std::vec::IntoIter<SocketAddr>> {
    (target.host.as_str(), target.port)
        .to_socket_addrs()
        .map_err(|error| unknown_host(target, Some(&error)))
}

fn unknown_host(target: &Target, error: Option<&io::Error>) -> Failure {
    let failure = Failure::refused(format!("the host {} was not found", target.host));
    let failure = match error {
        Some(error) => failure.help(format!("the name service said: {error}")),
        None => failure,
    };
    failure.help("check its spelling, or give its address")
}

fn not_connected(target: &Target, error: Option<io::Error>) -> Failure {
    let Some(error) = error else {
        return unknown_host(target, None);
    };
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            Failure::refused(format!("{target} refuses the connection"))
                .help("check the port, and that the server runs and is not behind a firewall")
        }
        ErrorKind::TimedOut | ErrorKind::WouldBlock => {
            Failure::refused(format!("{target} does not answer in time"))
                .help("allow more time with --timeout SECONDS, or look for a firewall on the way")
        }
        _ => Failure::refused(format!("{target} cannot be reached: {error}")),
    }
}

/// A socket that waits for connections.
#[derive(Debug)]
pub(crate) struct Listener(TcpListener);

/// Waits for connections on a local address.
pub(crate) fn listen(_place: &Place, address: SocketAddr) -> Outcome<Listener> {
    let listener = TcpListener::bind(address);
    listener.map(Listener).map_err(|error| {
        let failure = Failure::refused(format!("nothing can listen on {address}: {error}"));
        match error.kind() {
            ErrorKind::AddrInUse => failure.help("another program has the port: choose another"),
            ErrorKind::AddrNotAvailable => failure.help("use an address of this machine"),
            _ => failure,
        }
    })
}

impl Listener {
    /// The address that it waits on.
    pub(crate) fn address(&self) -> Option<SocketAddr> {
        self.0.local_addr().ok()
    }

    /// The connections as they come, each failure to accept one included.
    pub(crate) fn incoming(self) -> impl Iterator<Item = Outcome<Connection>> + Send {
        let listener = self.0;
        std::iter::from_fn(move || Some(accept(&listener)))
    }
}

fn accept(listener: &TcpListener) -> Outcome<Connection> {
    let accepted = listener.accept();
    let (stream, peer) =
        accepted.map_err(|error| Failure::refused(format!("a connection failed: {error}")))?;
    Ok(Connection {
        local: stream.local_addr().ok(),
        peer,
        socket: Socket::Stream(stream),
    })
}
