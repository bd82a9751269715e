//! Sockets that exist in a scenario alone.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use winsec_core::PeerTargetName;
use winsec_core::os::{AsSocket, BorrowedSocket};
use winsec_emulator::scenario::{
    Connect as Behaviour, Scenario, SocketFacts, SocketSpec, SocketState,
};
use winsec_emulator::{EmulatedSocket, World};

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
pub(crate) fn probe(place: &Place, target: &Target, principal: Option<&str>) -> Connect {
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
    prepare: impl FnOnce(&EmulatedSocket, Option<&str>, SocketAddr) -> Outcome<()> + Send + 'static,
) -> Connect {
    let Place::Emulated(emulated) = place else {
        return Box::new(|| Err(Failure::unsupported("there is no scenario to connect in")));
    };
    let scenario = emulated.scenario().clone();
    let world = emulated.world().clone();
    let target = target.clone();
    let principal = principal.map(str::to_owned);
    Box::new(move || {
        let peer = resolve(&scenario, &target)?;
        let blank = if peer.is_ipv4() { four() } else { six() };
        let spec = describe(&scenario, &target, blank, peer)?;
        let socket = world.socket(spec);
        prepare(&socket, principal.as_deref(), peer)?;
        Ok(Connection {
            socket: Socket(socket),
            local: None,
            peer,
        })
    })
}

/// The address of a host: what it says itself, or what the scenario says of it.
fn resolve(scenario: &Scenario, target: &Target) -> Outcome<SocketAddr> {
    if let Ok(ip) = target.host.parse::<IpAddr>() {
        return Ok(SocketAddr::new(ip, target.port));
    }
    let mut servers = scenario.servers.iter();
    let known = servers.find(|server| server.host.eq_ignore_ascii_case(&target.host));
    match known {
        Some(server) if server.connect != Behaviour::NotResolved => {
            Ok(SocketAddr::new(server.address, target.port))
        }
        None if target.host.eq_ignore_ascii_case("localhost") => {
            Ok(SocketAddr::new(Ipv4Addr::LOCALHOST.into(), target.port))
        }
        _ => {
            let hosts = scenario.servers.iter().map(|server| server.host.as_str());
            let near = similar(&target.host, hosts);
            Err(
                Failure::refused(format!("the host {} was not found", target.host)).help(
                    didyoumean(&near)
                        .unwrap_or_else(|| "the scenario knows it under no name".to_owned()),
                ),
            )
        }
    }
}

/// What the scenario says of a socket with this peer.
fn describe(
    scenario: &Scenario,
    target: &Target,
    blank: SocketSpec,
    peer: SocketAddr,
) -> Outcome<SocketSpec> {
    let facts = SocketFacts {
        family: blank.family,
        kind: blank.kind,
        protocol: blank.protocol,
        state: SocketState::Connected,
        local: None,
        remote: Some(peer),
    };
    if let Some(rule) = scenario.rule_for(&facts) {
        let mut spec = rule.complete(&facts);
        spec.state = SocketState::Created;
        spec.remote = None;
        return Ok(spec);
    }
    let mut servers = scenario.servers.iter();
    let server = servers.find(|server| server.port == peer.port() && server.address == peer.ip());
    match server.map(|server| (server, server.connect)) {
        Some((server, Behaviour::Accepts)) => Ok(blank.security(server.security.clone())),
        Some((_, Behaviour::TimesOut)) => Err(Failure::refused(format!(
            "{target} does not answer in time"
        ))),
        _ => Err(Failure::refused(format!("{target} refuses the connection"))
            .help("no socket and no server of the scenario is there")),
    }
}

/// The peers that a scenario has connect.
#[derive(Debug)]
pub(crate) struct Listener {
    world: World,
    address: SocketAddr,
    peers: Vec<SocketSpec>,
}

/// Waits for the connections that the scenario has for a local port.
pub(crate) fn listen(place: &Place, address: SocketAddr) -> Outcome<Listener> {
    let Place::Emulated(emulated) = place else {
        return Err(Failure::unsupported("there is no scenario to listen in"));
    };
    let specs = emulated.scenario().sockets.iter().map(|rule| rule.spec());
    let peers = specs.filter(|spec| {
        spec.state == SocketState::Connected
            && spec
                .local
                .is_some_and(|local| local.port() == address.port())
    });
    Ok(Listener {
        world: emulated.world().clone(),
        address,
        peers: peers.collect(),
    })
}

impl Listener {
    /// The address that it waits on.
    pub(crate) const fn address(&self) -> Option<SocketAddr> {
        Some(self.address)
    }

    /// The connections of the scenario, one after the other.
    pub(crate) fn incoming(self) -> impl Iterator<Item = Outcome<Connection>> + Send {
        let world = self.world;
        self.peers.into_iter().filter_map(move |spec| {
            let peer = spec.remote?;
            Some(Ok(Connection {
                local: spec.local,
                peer,
                socket: Socket(world.socket(spec)),
            }))
        })
    }
}
