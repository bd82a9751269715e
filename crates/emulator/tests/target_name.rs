//! Setting and deleting a peer's target name, rule by rule.

mod common;

use std::net::SocketAddr;

use common::sockets::{delete_target_name, set_target_name, sockaddr, target_name};
use common::{address, world, world_of};
use winsec_emulator::scenario::{Peer, Scenario, Security, SocketSpec, SocketState, StringLengths};
use winsec_ffi::{
    ADDRESS_FAMILY, IPPROTO, SOCK_STREAM, WSAEAFNOSUPPORT, WSAEFAULT, WSAEINVAL, WSAEISCONN,
    WSAEMSGSIZE, WSAENOTSOCK, WSAETIMEDOUT,
};

const NAME: &str = "host/server.contoso.com";
const BYTES: u32 = 2 * NAME.len() as u32;

fn peer() -> SocketAddr {
    address("192.0.2.1:53")
}

#[test]
fn a_stream_needs_no_address() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    set_target_name(socket.raw(), Some(&target_name(0, None, NAME, BYTES))).expect("it is new");
    assert_eq!(world.target_name(socket.raw(), None).as_deref(), Some(NAME));
}

#[test]
fn a_later_name_takes_the_place_of_an_earlier_one() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4());
    for name in [NAME, "host/b"] {
        let given = target_name(1, Some(peer()), name, 2 * name.len() as u32);
        set_target_name(socket.raw(), Some(&given)).expect("a peer");
    }
    assert_eq!(
        world.target_name(socket.raw(), Some(peer())).as_deref(),
        Some("host/b")
    );
}

#[test]
fn slack_behind_the_string_is_accepted() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    let mut given = target_name(0, None, NAME, BYTES);
    given.extend([0xEE; 4]);
    set_target_name(socket.raw(), Some(&given)).expect("it is new");
    assert_eq!(world.target_name(socket.raw(), None).as_deref(), Some(NAME));
}

#[test]
fn lengths_count_what_the_system_says() {
    let characters = Scenario::new().string_lengths(StringLengths::Characters);
    let (world, _entered) = world_of(characters);
    let socket = world.socket(SocketSpec::tcp4());
    let short = target_name(0, None, NAME, BYTES);
    assert_eq!(
        set_target_name(socket.raw(), Some(&short)),
        Err(WSAEMSGSIZE)
    );
    let given = target_name(0, None, NAME, BYTES / 2);
    set_target_name(socket.raw(), Some(&given)).expect("it is new");
    assert_eq!(world.target_name(socket.raw(), None).as_deref(), Some(NAME));
}

#[test]
fn bad_names_are_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    let set = |given: &[u8]| set_target_name(socket.raw(), Some(given));
    assert_eq!(set_target_name(socket.raw(), None), Err(WSAEFAULT));
    assert_eq!(set(&target_name(0, None, "", 0)[..139]), Err(WSAEMSGSIZE));
    assert_eq!(
        set(&target_name(0, None, NAME, BYTES + 2)),
        Err(WSAEMSGSIZE)
    );
    assert_eq!(set(&target_name(0, None, NAME, 3)), Err(WSAEINVAL));
    assert_eq!(set(&target_name(3, None, NAME, BYTES)), Err(WSAEINVAL));
    assert_eq!(
        set(&target_name(0, Some(address("[::1]:1")), NAME, BYTES)),
        Err(WSAEAFNOSUPPORT)
    );
    assert_eq!(world.target_name(socket.raw(), None), None);
}

#[test]
fn a_datagram_socket_needs_an_address() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4());
    for nobody in [None, Some(address("0.0.0.0:0"))] {
        let given = target_name(0, nobody, NAME, BYTES);
        assert_eq!(set_target_name(socket.raw(), Some(&given)), Err(WSAEINVAL));
    }
}

#[test]
fn connected_and_wrong_sockets_are_refused() {
    let (world, _entered) = world();
    let given = target_name(0, Some(peer()), NAME, BYTES);
    let tcp = world.socket(SocketSpec::tcp4().connected(peer()));
    let udp = world.socket(SocketSpec::udp4().connected(peer()));
    let unix = SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0));
    let unix = world.socket(unix.state(SocketState::Created));
    assert_eq!(set_target_name(tcp.raw(), Some(&given)), Err(WSAEISCONN));
    assert_eq!(set_target_name(udp.raw(), Some(&given)), Err(WSAEISCONN));
    assert_eq!(set_target_name(unix.raw(), Some(&given)), Err(WSAEINVAL));
    assert_eq!(set_target_name(0x4444, Some(&given)), Err(WSAENOTSOCK));
}

#[test]
fn a_name_is_deleted_by_its_address() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4());
    let given = target_name(0, Some(peer()), NAME, BYTES);
    set_target_name(socket.raw(), Some(&given)).expect("a peer");
    let other = sockaddr(address("192.0.2.1:54"));
    delete_target_name(socket.raw(), Some(&other)).expect("nothing to delete is no failure");
    assert!(world.target_name(socket.raw(), Some(peer())).is_some());
    delete_target_name(socket.raw(), Some(&sockaddr(peer()))).expect("it is there");
    assert_eq!(world.target_name(socket.raw(), Some(peer())), None);
}

#[test]
fn bad_deletions_are_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4());
    let delete = |bytes: &[u8]| delete_target_name(socket.raw(), Some(bytes));
    assert_eq!(delete_target_name(socket.raw(), None), Err(WSAEFAULT));
    assert_eq!(delete(&sockaddr(peer())[..15]), Err(WSAEMSGSIZE));
    assert_eq!(delete(&[]), Err(WSAEMSGSIZE));
    assert_eq!(delete(&sockaddr(address("[::1]:1"))), Err(WSAEAFNOSUPPORT));
    assert_eq!(delete(&[77; 16]), Err(WSAEAFNOSUPPORT));
    assert_eq!(
        delete_target_name(0x4444, Some(&sockaddr(peer()))),
        Err(WSAENOTSOCK)
    );
}

#[test]
fn a_peer_that_cannot_prove_its_name_is_not_connected_to() {
    let (world, _entered) = world();
    let spec = |principal: &str| {
        let listed = Peer::new(peer(), Security::secured()).principal(principal);
        SocketSpec::tcp4().peer(listed)
    };
    let given = target_name(0, None, NAME, BYTES);
    let wrong = world.socket(spec("host/imposter"));
    set_target_name(wrong.raw(), Some(&given)).expect("it is new");
    assert_eq!(wrong.connect(peer()), Err(WSAETIMEDOUT));
    let right = world.socket(spec(NAME));
    set_target_name(right.raw(), Some(&given)).expect("it is new");
    assert_eq!(right.connect(peer()), Ok(()));
}
