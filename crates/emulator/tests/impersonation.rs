//! Impersonating a socket's peer, and reverting, thread by thread.

mod common;

use std::thread;

use common::sockets::{impersonate, revert, sockaddr};
use common::{address, complaint, world};
use winsec_emulator::scenario::{Peer, Security, SocketSpec, Token};
use winsec_ffi::{
    ADDRESS_FAMILY, IPPROTO, SOCK_STREAM, WSAEACCES, WSAEAFNOSUPPORT, WSAEFAULT, WSAEMSGSIZE,
    WSAENOTCONN, WSAENOTSOCK, WSAEOPNOTSUPP,
};

const PEER: &str = "192.0.2.1:443";

fn with_both() -> Security {
    Security::secured()
        .application(Token::new("alice"))
        .machine(Token::new("PC$"))
}

fn stream(security: Security) -> SocketSpec {
    SocketSpec::tcp4()
        .connected(address(PEER))
        .security(security)
}

#[test]
fn the_application_is_impersonated_before_the_computer() {
    let (world, _entered) = world();
    for (security, account) in [
        (with_both(), "alice"),
        (Security::secured().machine(Token::new("PC$")), "PC$"),
    ] {
        let socket = world.socket(stream(security));
        impersonate(socket.raw(), None).expect("there is a token");
        let whom = world.impersonated().expect("it impersonates");
        assert_eq!((&*whom.account, whom.peer), (account, Some(address(PEER))));
        revert().expect("it impersonates");
        assert_eq!(world.impersonated(), None);
    }
}

#[test]
fn it_is_the_threads_own() {
    let (world, _entered) = world();
    let socket = world.socket(stream(with_both()));
    impersonate(socket.raw(), None).expect("there is a token");
    thread::scope(|scope| {
        scope.spawn(|| {
            let _entered = world.enter();
            assert_eq!(world.impersonated(), None);
            revert().expect("nothing to revert is no failure");
        });
    });
    assert!(world.impersonated().is_some());
    revert().expect("it impersonates");
}

#[test]
fn one_revert_ends_it_but_each_one_needs_its_own() {
    let (world, _entered) = world();
    let socket = world.socket(stream(with_both()));
    impersonate(socket.raw(), None).expect("there is a token");
    impersonate(socket.raw(), None).expect("again");
    revert().expect("it impersonates");
    assert_eq!(world.impersonated(), None);
    let complaint = complaint(&world);
    let expected =
        "not reverted: 1 impersonation(s), the last by WSAImpersonateSocketPeer (call 1)";
    assert!(complaint.contains(expected), "{complaint}");
    revert().expect("it does no harm");
    assert_eq!(world.audit(), Ok(()));
}

#[test]
fn the_address_is_ignored_on_a_stream_and_needed_on_a_datagram_socket() {
    let (world, _entered) = world();
    let tcp = world.socket(stream(with_both()));
    impersonate(tcp.raw(), Some(&[1, 2])).expect("the address is ignored");
    revert().expect("it impersonates");

    let peer = Peer::new(address(PEER), with_both());
    let udp = world.socket(SocketSpec::udp4().peer(peer));
    assert_eq!(impersonate(udp.raw(), None), Err(WSAEFAULT));
    let bytes = sockaddr(address(PEER));
    assert_eq!(impersonate(udp.raw(), Some(&bytes[..8])), Err(WSAEMSGSIZE));
    let six = sockaddr(address("[::1]:1"));
    assert_eq!(impersonate(udp.raw(), Some(&six)), Err(WSAEAFNOSUPPORT));
    impersonate(udp.raw(), Some(&bytes)).expect("a listed peer");
    assert_eq!(
        world.impersonated().expect("it impersonates").account,
        "alice"
    );
    revert().expect("it impersonates");
}

#[test]
fn what_cannot_be_impersonated_is_refused() {
    let (world, _entered) = world();
    let nobody = world.socket(stream(Security::secured()));
    assert_eq!(impersonate(nobody.raw(), None), Err(WSAEACCES));
    let alone = world.socket(SocketSpec::tcp4().security(with_both()));
    assert_eq!(impersonate(alone.raw(), None), Err(WSAENOTCONN));
    let restless = world.socket(stream(with_both()).nonblocking());
    assert_eq!(impersonate(restless.raw(), None), Err(WSAEOPNOTSUPP));
    let unix = SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0));
    let unix = world.socket(unix);
    assert_eq!(impersonate(unix.raw(), None), Err(WSAEAFNOSUPPORT));
    assert_eq!(impersonate(0x4444, None), Err(WSAENOTSOCK));
    assert_eq!(world.impersonated(), None);
}
