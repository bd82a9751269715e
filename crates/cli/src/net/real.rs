//! Real sockets, of a machine that has the system to ask about them.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::thread;
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, SockAddr, Type};
use winsec_core::PeerTargetName;
use winsec_core::os::{AsSocket, BorrowedSocket};

use super::race::{ATTEMPT_DELAY, Miss, race, unknown_host};
use super::{Connection, Target};
use crate::outcome::{Failure, Outcome};
use crate::place::Place;
use crate::sys;

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
    to_any(target, principal, limit, stream)
}

/// A UDP socket that has sent one empty datagram to a peer, which is when Windows can tell of it.
pub(crate) fn probe(
    _place: &Place,
    target: &Target,
    principal: Option<&str>,
    limit: Duration,
) -> Connect {
    to_any(target, principal, limit, datagram)
}

/// Whatever `attempt` makes of one of the target's addresses.
fn to_any(
    target: &Target,
    principal: Option<&str>,
    limit: Duration,
    attempt: fn(SocketAddr, Option<&str>, Duration) -> Result<Connection, Miss>,
) -> Connect {
    let target = target.clone();
    let principal = principal.map(str::to_owned);
    Box::new(move || {
        let start = Instant::now();
        let addresses = match target.address() {
            Some(address) => vec![address],
            None => sys::resolve(&target.host, target.port)
                .map_err(|error| unknown_host(&target, Some(&error)))?,
        };
        let left = limit.saturating_sub(start.elapsed());
        let (mut connection, others) = race(
            &target,
            addresses,
            ATTEMPT_DELAY,
            left,
            move |address, left| attempt(address, principal.as_deref(), left),
        )?;
        connection.others = others;
        Ok(connection)
    })
}

fn stream(
    address: SocketAddr,
    principal: Option<&str>,
    limit: Duration,
) -> Result<Connection, Miss> {
    let socket = socket2::Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    if let Some(name) = principal {
        PeerTargetName::for_stream(name)
            .and_then(|name| name.set(&socket))
            .map_err(|error| Miss::Hopeless(error.into()))?;
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
        others: Vec::new(),
    })
}

fn datagram(
    peer: SocketAddr,
    principal: Option<&str>,
    _limit: Duration,
) -> Result<Connection, Miss> {
    let any = match peer {
        SocketAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        SocketAddr::V6(_) => IpAddr::from(Ipv6Addr::UNSPECIFIED),
    };
    let socket = UdpSocket::bind((any, 0))?;
    if let Some(name) = principal {
        PeerTargetName::for_peer(peer, name)
            .and_then(|name| name.set(&socket))
            .map_err(|error| Miss::Hopeless(error.into()))?;
    }
    socket.send_to(&[], peer)?;
    Ok(Connection {
        local: socket.local_addr().ok(),
        peer,
        socket: Socket::Datagram(socket),
        others: Vec::new(),
    })
}

/// Sockets that wait for connections, one for each family of addresses.
#[derive(Debug)]
pub(crate) struct Listeners {
    sockets: Vec<TcpListener>,
    /// The families that nothing listens on though they were asked for, and why.
    pub(crate) missing: Vec<String>,
}

/// How often a free port of the first family is looked for that is free in the other one, too.
const FREE_PORTS: usize = 16;

/// Waits for connections on all of these addresses, which have one port. A family that the system does
/// not have is left out, if there is another one; port 0 is any that is free in all.
pub(crate) fn listen(_place: &Place, addresses: &[SocketAddr]) -> Outcome<Listeners> {
    let any_port = addresses.iter().any(|address| address.port() == 0);
    let mut bound = bind(addresses);
    for _ in 1..FREE_PORTS {
        if !(any_port && bound.is_err()) {
            break;
        }
        bound = bind(addresses);
    }
    bound
}

fn bind(addresses: &[SocketAddr]) -> Outcome<Listeners> {
    let mut listeners = Listeners {
        sockets: Vec::new(),
        missing: Vec::new(),
    };
    let mut port = None;
    for address in addresses {
        let mut address = *address;
        address.set_port(port.unwrap_or(address.port()));
        match socket(address) {
            Ok(socket) => {
                port = socket.local_addr().ok().map(|local| local.port());
                listeners.sockets.push(socket);
            }
            Err(error) if is_no_family(&error) && addresses.len() > 1 => {
                listeners.missing.push(format!("{address}: {error}"));
            }
            Err(error) => return Err(not_bound(address, &error)),
        }
    }
    match listeners.missing.first() {
        Some(missing) if listeners.sockets.is_empty() => {
            Err(Failure::refused(format!("nothing can listen on {missing}")))
        }
        _ => Ok(listeners),
    }
}

fn socket(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = socket2::Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    if address.is_ipv6() {
        // Each family has a socket of its own, so that a peer's address is what the peer calls it.
        socket.set_only_v6(true)?;
    }
    socket.bind(&address.into())?;
    socket.listen(128)?;
    Ok(socket.into())
}

/// Whether the system lacks a family of addresses.
fn is_no_family(error: &io::Error) -> bool {
    const WSAEAFNOSUPPORT: i32 = 10047;
    error.kind() == ErrorKind::AddrNotAvailable || error.raw_os_error() == Some(WSAEAFNOSUPPORT)
}

fn not_bound(address: SocketAddr, error: &io::Error) -> Failure {
    let failure = Failure::refused(format!("nothing can listen on {address}: {error}"));
    match error.kind() {
        ErrorKind::AddrInUse => failure.help("another program has the port: choose another"),
        ErrorKind::AddrNotAvailable => failure.help("use an address of this machine"),
        _ => failure,
    }
}

impl Listeners {
    /// The addresses that they wait on.
    pub(crate) fn addresses(&self) -> Vec<SocketAddr> {
        let local = |socket: &TcpListener| socket.local_addr().ok();
        self.sockets.iter().filter_map(local).collect()
    }

    /// Hands over the connections as they come, each failure to accept one included, until `take`
    /// wants no more.
    pub(crate) fn accept(&self, take: impl Fn(Outcome<Connection>) -> bool + Sync) {
        thread::scope(|scope| {
            let take = &take;
            for socket in &self.sockets {
                let accept_all = move || {
                    loop {
                        let accepted = accept(socket);
                        let failed = accepted.is_err();
                        if !take(accepted) {
                            break;
                        }
                        if failed {
                            // Whatever makes accepting fail, it need not fail in a hurry.
                            thread::sleep(Duration::from_millis(50));
                        }
                    }
                };
                let thread = thread::Builder::new().name("winsec-accept".to_owned());
                if let Err(error) = thread.spawn_scoped(scope, accept_all) {
                    take(Err(Failure::refused(format!(
                        "no thread can be started: {error}"
                    ))));
                }
            }
        });
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
        others: Vec::new(),
    })
}
