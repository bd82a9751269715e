//! `WSAQuerySocketSecurity`, rule by rule; `WSAIoctl` must give the same.

mod buffers;
#[path = "../common/mod.rs"]
mod common;

use std::ptr;

use common::sockets::{
    Raw, bytes_of, query, query2, storage_of, template, template_for, template_with_mask, template2,
};
use common::{address, close, last_error, winsock, world, world_of};
use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
use winsec_emulator::scenario::{
    Ipsec2, Peer, Scenario, SecureSockets, Security, SocketSpec, SocketState, Token,
};
use winsec_emulator::{Call, Kind, OpenToken};
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, IPPROTO, IPPROTO_TCP, SOCK_RAW, SOCK_STREAM, SOCKET_INFO_FLAGS,
    SOCKET_QUERY_IPSEC2_FIELD_MASK, SOCKET_QUERY_IPSEC2_FLAGS, SOCKET_SECURITY_PROTOCOL,
    SOCKET_SECURITY_QUERY_INFO, TOKEN_ACCESS_MASK, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET,
    WSAEFAULT, WSAEINVAL, WSAEMSGSIZE, WSAENOTCONN, WSAENOTSOCK, WSAEOPNOTSUPP,
};

const PEER: &str = "192.0.2.1:443";
const OTHER: &str = "192.0.2.2:443";

fn connected() -> SocketSpec {
    SocketSpec::tcp4().connected(address(PEER))
}

#[test]
fn a_connected_tcp_socket_needs_no_template() {
    let (world, _entered) = world();
    let socket = world.socket(connected().security(Security::encrypted()));
    let (info, len) = query(socket.raw(), None).expect("it is connected");
    assert_eq!((info.Flags.bits(), len), (3, 24));
    assert_eq!(info.SecurityProtocol.0, 0, "only the flags are told");
    assert_eq!(world.calls(Call::WSAQuerySocketSecurity), 1);
}

#[test]
fn an_all_zero_template_asks_for_the_default() {
    let (world, _entered) = world();
    let token = Token::new("alice");
    let socket = world.socket(connected().security(Security::secured().application(token)));
    let (info, _) = query(socket.raw(), Some(&template())).expect("it is connected");
    assert_eq!(info.Flags.bits(), 1);
    assert_eq!(info.SecurityProtocol.0, 0);
    assert_eq!(info.PeerApplicationAccessTokenHandle, 0);
}

#[test]
fn a_template_that_names_the_protocol_is_told_the_protocol() {
    let (world, _entered) = world();
    let socket = world.socket(connected().security(Security::secured()));
    let mut asked = template();
    asked.SecurityProtocol = SOCKET_SECURITY_PROTOCOL(1);
    let (info, _) = query(socket.raw(), Some(&asked)).expect("it is connected");
    assert_eq!(info.SecurityProtocol.0, 1);
}

#[test]
fn clear_text_is_success_without_flags() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let (info, _) = query(socket.raw(), None).expect("it is connected");
    assert_eq!(info.Flags.bits(), 0);
}

#[test]
fn a_mask_opens_the_tokens_that_there_are() {
    let (world, _entered) = world();
    let security = Security::secured().application(Token::new(r"CONTOSO\alice"));
    let socket = world.socket(connected().security(security.machine(Token::new("PC$"))));
    let (info, _) = query(socket.raw(), Some(&template_with_mask(8))).expect("it is connected");
    let user = world
        .token(info.PeerApplicationAccessTokenHandle)
        .expect("a token");
    let computer = world
        .token(info.PeerMachineAccessTokenHandle)
        .expect("a token");
    assert_eq!((&*user.account, user.access), (r"CONTOSO\alice", 8));
    assert_eq!((&*computer.account, computer.access), ("PC$", 8));
    assert_eq!(world.outstanding(Kind::ApplicationToken), 1);
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
    close(info.PeerMachineAccessTokenHandle).expect("it is open");
    assert_eq!(
        world.token(info.PeerMachineAccessTokenHandle),
        None::<OpenToken>
    );
}

#[test]
fn a_peer_without_a_machine_token_has_none() {
    let (world, _entered) = world();
    let security = Security::secured().application(Token::new("alice"));
    let socket = world.socket(connected().security(security));
    let (info, _) = query(socket.raw(), Some(&template_with_mask(2))).expect("it is connected");
    assert_eq!(info.PeerMachineAccessTokenHandle, 0);
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
}

#[test]
fn a_token_gives_no_more_access_than_it_has() {
    let (world, _entered) = world();
    let security = Security::secured()
        .application(Token::new("alice"))
        .machine(Token::new("PC$").access(8));
    let socket = world.socket(connected().security(security));
    let refused = query(socket.raw(), Some(&template_with_mask(0xA)));
    assert_eq!(refused.map(|_| ()), Err(WSAEACCES));
    assert_eq!(
        world.outstanding(Kind::ApplicationToken),
        0,
        "nothing was opened"
    );
}

#[test]
fn what_is_no_socket_is_refused() {
    let (_world, _entered) = world();
    assert_eq!(query(0x4444, None).map(|_| ()), Err(WSAENOTSOCK));
}

#[test]
fn other_families_and_types_are_refused() {
    let (world, _entered) = world();
    let unix = SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0));
    let raw = SocketSpec::new(AF_INET, SOCK_RAW, IPPROTO_TCP);
    for spec in [unix, raw] {
        let socket = world.socket(spec.state(SocketState::Connected));
        assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAEINVAL));
    }
}

#[test]
fn a_stream_must_be_connected() {
    let (world, _entered) = world();
    for state in [
        SocketState::Created,
        SocketState::Bound,
        SocketState::Listening,
    ] {
        let socket = world.socket(SocketSpec::tcp4().state(state));
        assert_eq!(
            query(socket.raw(), None).map(|_| ()),
            Err(WSAENOTCONN),
            "{state:?}"
        );
    }
    let reset = world.socket(SocketSpec::tcp6().state(SocketState::Reset));
    for _ in 0..2 {
        assert_eq!(query(reset.raw(), None).map(|_| ()), Err(WSAECONNRESET));
    }
}

#[test]
fn an_unreachable_port_is_told_once() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4().error(WSAECONNRESET));
    let asked = template_for(address(PEER));
    assert_eq!(
        query(socket.raw(), Some(&asked)).map(|_| ()),
        Err(WSAECONNRESET)
    );
    assert!(query(socket.raw(), Some(&asked)).is_ok());
}

#[test]
fn a_datagram_query_names_its_peer() {
    let (world, _entered) = world();
    let peer = Peer::new(address(PEER), Security::encrypted());
    let socket = world.socket(SocketSpec::udp4().peer(peer));
    let (known, _) = query(socket.raw(), Some(&template_for(address(PEER)))).expect("a peer");
    let (unknown, _) = query(socket.raw(), Some(&template_for(address(OTHER)))).expect("a peer");
    assert_eq!((known.Flags.bits(), unknown.Flags.bits()), (3, 0));

    let six = Peer::new(address("[2001:db8::1]:53"), Security::secured());
    let socket = world.socket(SocketSpec::udp6().peer(six));
    let asked = template_for(address("[2001:db8::1]:53"));
    assert_eq!(
        query(socket.raw(), Some(&asked))
            .expect("a peer")
            .0
            .Flags
            .bits(),
        1
    );
}

#[test]
fn a_datagram_query_without_a_peer_is_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4());
    let refused = |asked: &_| query(socket.raw(), Some(asked)).map(|_| ()).unwrap_err();
    assert_eq!(
        query(socket.raw(), None).map(|_| ()),
        Err(WSAEMSGSIZE),
        "no template"
    );
    assert_eq!(refused(&template()), WSAEAFNOSUPPORT, "no family");
    assert_eq!(
        refused(&template_for(address("[::1]:1"))),
        WSAEAFNOSUPPORT,
        "another family"
    );
    assert_eq!(
        refused(&template_for(address("0.0.0.0:0"))),
        WSAEINVAL,
        "nobody"
    );
    let mut odd = template();
    odd.PeerAddress = storage_of(ADDRESS_FAMILY(17));
    assert_eq!(refused(&odd), WSAEAFNOSUPPORT, "an unknown family");
}

#[test]
fn the_peer_in_a_template_is_ignored_on_tcp() {
    let (world, _entered) = world();
    let socket = world.socket(connected().security(Security::secured()));
    let asked = template_for(address("[::1]:9"));
    assert_eq!(
        query(socket.raw(), Some(&asked))
            .expect("it is connected")
            .0
            .Flags
            .bits(),
        1
    );
}

#[test]
fn unknown_protocols_are_refused_and_short_templates_too() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    for protocol in [3, -1, 77] {
        let mut asked = template();
        asked.SecurityProtocol = SOCKET_SECURITY_PROTOCOL(protocol);
        assert_eq!(
            query(socket.raw(), Some(&asked)).map(|_| ()),
            Err(WSAEINVAL),
            "{protocol}"
        );
    }
    let bytes = [0; 143];
    let mut buffer = [0; 24];
    let raw = Raw {
        socket: socket.raw(),
        template: Some(&bytes),
        template_len: 143,
        buffer: Some(&mut buffer),
        len: 24,
    };
    assert_eq!(raw.query().0, Err(WSAEMSGSIZE));
}
