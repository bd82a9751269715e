//! The principal that a peer must prove to be.

mod common;

use common::{Connection, Datagrams, Lab, ROUTES, SOON, kind};
use winsec_core::__private::LengthUnit;
use winsec_core::{
    ErrorKind, MAX_TEXT_UNITS, PeerTargetName, PeerTargetNameRemoval, Protocol, TextError,
};

const FRESH: &str =
    "[[socket]]\nname = \"fresh\"\nfamily = \"inet\"\nkind = \"stream\"\nstate = \"created\"\n";
const NAME: &str = "host/sërver.example";

#[test]
fn set_for_a_stream_before_it_connects() {
    for &route in ROUTES {
        let lab = Lab::new(FRESH);
        for protocol in [Protocol::SystemDefault, Protocol::Ipsec] {
            let name = PeerTargetName::for_stream(NAME)
                .unwrap()
                .protocol(protocol)
                .route(route);
            let socket = lab.fresh("fresh");
            name.set(&socket).unwrap();
            #[cfg(not(windows))]
            assert_eq!(
                lab.world.target_name(socket.raw(), None).as_deref(),
                Some(NAME)
            );
            let started = name.start(lab.fresh("fresh")).unwrap();
            started.finish_within(SOON).unwrap();
        }
        lab.settle();
    }
}

#[test]
fn set_for_datagram_peers_and_taken_back() {
    for datagrams in [Datagrams::v4(), Datagrams::v6()] {
        for &route in ROUTES {
            let lab = datagrams.lab("");
            let peer = datagrams.peer;
            let name = PeerTargetName::for_peer(peer, NAME).unwrap().route(route);
            name.set(&datagrams.socket).unwrap();
            #[cfg(not(windows))]
            {
                use winsec_core::os::AsRawSocket;
                let raw = datagrams.socket.as_raw_socket() as usize;
                assert_eq!(
                    lab.world.target_name(raw, Some(peer)).as_deref(),
                    Some(NAME)
                );
            }
            let removal = PeerTargetNameRemoval::new(peer).route(route);
            removal.run(&datagrams.socket).unwrap();
            #[cfg(not(windows))]
            {
                use winsec_core::os::AsRawSocket;
                let raw = datagrams.socket.as_raw_socket() as usize;
                assert_eq!(lab.world.target_name(raw, Some(peer)), None);
            }
            lab.audit();
        }
    }
}

#[test]
fn too_late_for_a_connected_socket() {
    let connection = Connection::v4();
    for &route in ROUTES {
        let _lab = connection.lab("");
        let name = PeerTargetName::for_stream(NAME).unwrap().route(route);
        assert_eq!(
            kind(name.set(&connection.client)),
            ErrorKind::AlreadyConnected
        );
        assert_eq!(
            kind(name.start(&connection.client)),
            ErrorKind::AlreadyConnected
        );
    }
}

#[test]
fn a_datagram_socket_wants_to_know_which_peer() {
    let datagrams = Datagrams::v4();
    let _lab = datagrams.lab("");
    let error = PeerTargetName::for_stream(NAME)
        .unwrap()
        .set(&datagrams.socket)
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.advice().contains("for_peer"));
}

#[test]
fn names_that_cannot_be_passed_on() {
    let peer = "192.0.2.7:5000".parse().unwrap();
    for (name, fault) in [
        ("", TextError::Empty),
        ("host/a\0b", TextError::InteriorNul { position: 6 }),
        (
            &*"x".repeat(MAX_TEXT_UNITS + 1),
            TextError::TooLong {
                units: 32_768,
                most: 32_767,
            },
        ),
    ] {
        assert_eq!(
            kind(PeerTargetName::for_stream(name)),
            ErrorKind::InvalidText(fault)
        );
        assert_eq!(
            kind(PeerTargetName::for_peer(peer, name)),
            ErrorKind::InvalidText(fault)
        );
    }
}

#[test]
fn the_longest_name_is_passed_on_whole() {
    let lab = Lab::new(FRESH);
    let longest = "x".repeat(MAX_TEXT_UNITS);
    let socket = lab.fresh("fresh");
    PeerTargetName::for_stream(&longest)
        .unwrap()
        .set(&socket)
        .unwrap();
    #[cfg(not(windows))]
    assert_eq!(lab.world.target_name(socket.raw(), None), Some(longest));
}

#[test]
fn the_unit_of_the_length_is_one_policy() {
    let lab = Lab::new(&format!("{FRESH}[system]\nstring-lengths = \"characters\""));
    let name = PeerTargetName::for_stream(NAME).unwrap();
    let error = name.set(&lab.fresh("fresh")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BufferSize);
    let socket = lab.fresh("fresh");
    name.length_unit(LengthUnit::Characters)
        .set(&socket)
        .unwrap();
    #[cfg(not(windows))]
    assert_eq!(
        lab.world.target_name(socket.raw(), None).as_deref(),
        Some(NAME)
    );
}
