//! The templates of `WSAQuerySocketSecurity`: peers, protocols, lengths, and the second version.

mod common;

use common::sockets::{
    Raw, bytes_of, query, query2, storage_of, template, template_for, template2,
};
use common::{address, close, world, world_of};
use winsec_emulator::scenario::{
    Ipsec2, Peer, Scenario, SecureSockets, Security, SocketSpec, Token,
};
use winsec_ffi::{
    ADDRESS_FAMILY, SOCKET_QUERY_IPSEC2_FIELD_MASK, SOCKET_QUERY_IPSEC2_FLAGS,
    SOCKET_SECURITY_PROTOCOL, TOKEN_ACCESS_MASK, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEFAULT,
    WSAEINVAL, WSAEMSGSIZE,
};

const PEER: &str = "192.0.2.1:443";
const OTHER: &str = "192.0.2.2:443";

fn connected() -> SocketSpec {
    SocketSpec::tcp4().connected(address(PEER))
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

#[test]
fn a_null_template_with_a_length_is_a_bad_pointer() {
    let (world, _entered) = world();
    let tcp = world.socket(connected());
    let udp = world.socket(SocketSpec::udp4());
    for (socket, len, code) in [
        (&tcp, 1, WSAEFAULT),
        (&tcp, 144, WSAEFAULT),
        (&udp, 143, WSAEMSGSIZE),
        (&udp, 144, WSAEFAULT),
    ] {
        let raw = Raw {
            socket: socket.raw(),
            template: None,
            template_len: len,
            buffer: None,
            len: 0,
        };
        assert_eq!(raw.query().0, Err(code), "{len}");
    }
}

#[test]
fn the_second_version_tells_what_its_mask_asks_for() {
    let (world, _entered) = world();
    let details = Ipsec2::new(0x1111, 0x2222).negotiation_error(13);
    let socket = world.socket(connected().security(Security::encrypted().ipsec2(details)));
    let mut asked = template2();
    for (mask, told) in [
        (0, (0, 0)),
        (1, (0x1111, 0)),
        (2, (0, 0x2222)),
        (3, (0x1111, 0x2222)),
    ] {
        asked.FieldMask = SOCKET_QUERY_IPSEC2_FIELD_MASK::from_bits_retain(mask);
        let (info, len) = query2(socket.raw(), &asked).expect("it is connected");
        assert_eq!(len, 64);
        assert_eq!(info.SecurityProtocol.0, 2);
        assert_eq!((info.MmSaId, info.QmSaId), told);
        assert_eq!(info.NegotiationWinerr.0, 13);
    }
}

#[test]
fn the_second_version_opens_tokens_as_the_first_does() {
    let (world, _entered) = world();
    let security = Security::secured().application(Token::new("alice"));
    let socket = world.socket(connected().security(security));
    let mut asked = template2();
    asked.PeerTokenAccessMask = TOKEN_ACCESS_MASK::from_bits_retain(8);
    let (info, _) = query2(socket.raw(), &asked).expect("it is connected");
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
}

#[test]
fn a_connection_can_be_aborted_when_its_associations_change() {
    let (world, _entered) = world();
    let with = |main| Security::secured().ipsec2(Ipsec2::new(main, 1));
    let socket = world.socket(connected().security(with(1)));
    let mut asked = template2();
    asked.Flags = SOCKET_QUERY_IPSEC2_FLAGS::from_bits_retain(1);
    query2(socket.raw(), &asked).expect("it is connected");
    assert!(world.set_security(socket.raw(), with(1)));
    query2(socket.raw(), &asked).expect("nothing has changed");
    assert!(world.set_security(socket.raw(), with(2)));
    assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAECONNRESET));
}

#[test]
fn vista_does_not_know_the_second_version() {
    let (world, _entered) = world_of(Scenario::new().secure_sockets(SecureSockets::Vista));
    let socket = world.socket(connected());
    assert_eq!(
        query2(socket.raw(), &template2()).map(|_| ()),
        Err(WSAEINVAL)
    );
    let mut short = template2();
    short.SecurityProtocol = SOCKET_SECURITY_PROTOCOL(1);
    assert_eq!(
        query2(socket.raw(), &short).expect("the first version").1,
        24
    );
}

#[test]
fn a_second_template_needs_its_whole_length() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let asked = template2();
    let mut buffer = [0; 64];
    let raw = Raw {
        socket: socket.raw(),
        template: Some(&bytes_of(&asked)[..151]),
        template_len: 151,
        buffer: Some(&mut buffer),
        len: 64,
    };
    assert_eq!(raw.query().0, Err(WSAEMSGSIZE));
}
