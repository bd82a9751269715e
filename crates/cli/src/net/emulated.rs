//! Sockets that exist in a scenario alone.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use winsec_core::PeerTargetName;
use winsec_core::os::{AsSocket, BorrowedSocket};
use winsec_emulator::scenario::{Connect as Behaviour, Endpoint, Scenario, SocketSpec};
use winsec_emulator::{EmulatedSocket, World};

use super::race::{Miss, race};
use super::{Connection, Target};
use crate::catalogue::{didyoumean, similar};
use crate::outcome::{Failure, Outcome};
use crate::place::Place;

/// A socket of a scenario.
#[derive(Debug)]
pub(super) struct Socket(EmulatedSocket);

impl AsSocket for Socket {
    fn as_socket(&self) -> BorrowedSocket<'_> {
        self.0.as_socket()
    }
}

/// Something that connects: what it takes to do so on another thread.
pub(crate) type Connect = Box<dyn FnOnce() -> Outcome<Connection> + Send>;

/// A connection to a server of the scenario, whose principal may be named before it is made.
pub(crate) fn connect(
    place: &Place,
    target: &Target,
    principal: Option<&str>,
    _limit: Duration,
) -> Connect {
    open(
        place,
        target,
        principal,
        SocketSpec::tcp4,
        SocketSpec::tcp6,
        |socket, name, peer| {
            if let Some(name) = name {
                PeerTargetName::for_stream(name)?.set(socket)?;
            }
            socket.connect(peer).map_err(|code| {
                Failure::refused(format!("{peer} cannot be connected to: {code:?}"))
                    .help("with a target name, the peer must prove to be it")
            })
        },
    )
}

/// A UDP socket of the scenario.
pub(crate) fn probe(
    place: &Place,
    target: &Target,
    principal: Option<&str>,
    _limit: Duration,
) -> Connect {
    open(
        place,
        target,
        principal,
        SocketSpec::udp4,
        SocketSpec::udp6,
        |socket, name, peer| {
            if let Some(name) = name {
                PeerTargetName::for_peer(peer, name)?.set(socket)?;
            }
            Ok(())
        },
    )
}

fn open(
    place: &Place,
    target: &Target,
    principal: Option<&str>,
    four: fn() -> SocketSpec,
    six: fn() -> SocketSpec,
    prepare: fn(&EmulatedSocket, Option<&str>, SocketAddr) -> Outcome<()>,
) -> Connect {
    let Place::Emulated(emulated) = place else {
        return Box::new(|| Err(Failure::unsupported("there is no scenario to connect in")));
    };
    let scenario = emulated.scenario().clone();
    let world = emulated.world().clone();
    let target = target.clone();
    let principal = principal.map(str::to_owned);
    Box::new(move || {
        let addresses = resolve(&scenario, &target)?;
        // Whatever a scenario's servers do, they do it at once: no attempt overtakes another.
        let forever = Duration::MAX;
        let raced = race(&target, addresses, forever, forever, move |peer, _| {
            let _entered = world.enter();
            let blank = if peer.is_ipv4() { four() } else { six() };
            let spec = describe(&scenario, blank, peer)?;
            let local = spec.local;
            let socket = world.socket(spec);
            prepare(&socket, principal.as_deref(), peer).map_err(Miss::Hopeless)?;
            Ok(Connection {
                socket: Socket(socket),
                local,
                peer,
                others: Vec::new(),
            })
        });
        let (mut connection, others) = raced?;
        connection.others = others;
        Ok(connection)
    })
}

/// The addresses of a host: what it says itself, or what the scenario says of it.
fn resolve(scenario: &Scenario, target: &Target) -> Outcome<Vec<SocketAddr>> {
    if let Some(address) = target.address() {
        return Ok(vec![address]);
    }
    let mut addresses = Vec::new();
    for server in &scenario.servers {
        let known = server.host.eq_ignore_ascii_case(&target.host);
        if known && server.connect != Behaviour::NotResolved {
            let mut address = server.place();
            address.set_port(target.port);
            addresses.push(address);
        }
    }
    let hosts = || scenario.servers.iter().map(|server| server.host.as_str());
    if !addresses.is_empty() {
        return Ok(addresses);
    }
    if target.host.eq_ignore_ascii_case("localhost")
        && !hosts().any(|host| host.eq_ignore_ascii_case("localhost"))
    {
        let loopback: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        return Ok(loopback.map(|ip| SocketAddr::new(ip, target.port)).to_vec());
    }
    let near = similar(&target.host, hosts());
    Err(
        Failure::refused(format!("the host {} was not found", target.host)).help(
            didyoumean(&near).unwrap_or_else(|| "the scenario knows it under no name".to_owned()),
        ),
    )
}

/// What the scenario says of a socket that is to be connected to this peer.
fn describe(scenario: &Scenario, blank: SocketSpec, peer: SocketAddr) -> Result<SocketSpec, Miss> {
    let mut rules = scenario.sockets.iter();
    if let Some(spec) = rules.find_map(|rule| rule.connecting(&blank, peer)) {
        return Ok(spec);
    }
    let mut servers = scenario.servers.iter();
    let server = servers.find(|server| Endpoint::from(server.place()).matches(Some(peer)));
    match server.map(|server| (server, server.connect)) {
        Some((server, Behaviour::Accepts)) => Ok(blank.security(server.security.clone())),
        Some((_, Behaviour::TimesOut)) => Err(io::Error::from(ErrorKind::TimedOut).into()),
        _ => Err(io::Error::from(ErrorKind::ConnectionRefused).into()),
    }
}

/// The peers that a scenario has connect.
#[derive(Debug)]
pub(crate) struct Listeners {
    world: World,
    addresses: Vec<SocketAddr>,
    peers: Vec<SocketSpec>,
    /// The families that nothing listens on: a scenario has them all.
    pub(crate) missing: Vec<String>,
}

/// The first port that peers come from of which the scenario names none.
const FIRST_PORT: u16 = 49152;

/// Waits for the connections that the scenario has for local addresses.
pub(crate) fn listen(place: &Place, addresses: &[SocketAddr]) -> Outcome<Listeners> {
    let Place::Emulated(emulated) = place else {
        return Err(Failure::unsupported("there is no scenario to listen in"));
    };
    let mut peers = Vec::new();
    for (rule, port) in emulated
        .scenario()
        .sockets
        .iter()
        .zip((FIRST_PORT..=u16::MAX).cycle())
    {
        let mut addresses = addresses.iter();
        peers.extend(addresses.find_map(|address| rule.accepted(*address, port)));
    }
    Ok(Listeners {
        world: emulated.world().clone(),
        addresses: addresses.to_vec(),
        peers,
        missing: Vec::new(),
    })
}

impl Listeners {
    /// The addresses that they wait on.
    pub(crate) fn addresses(&self) -> Vec<SocketAddr> {
        self.addresses.clone()
    }

    /// Hands over the connections of the scenario one after the other, until `take` wants no more.
    pub(crate) fn accept(&self, take: impl Fn(Outcome<Connection>) -> bool + Sync) {
        for spec in &self.peers {
            let Some(peer) = spec.remote else {
                continue;
            };
            let accepted = Ok(Connection {
                local: spec.local,
                peer,
                socket: Socket(self.world.socket(spec.clone())),
                others: Vec::new(),
            });
            if !take(accepted) {
                break;
            }
        }
    }
}
