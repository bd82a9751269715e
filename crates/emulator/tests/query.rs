//! `WSAQuerySocketSecurity`, rule by rule; `WSAIoctl` must give the same.

mod common;

use std::ptr;

use common::sockets::{
    Raw, bytes_of, query, query2, template, template_for, template_with_mask, template2,
};
use common::{address, close, last_error, winsock, world, world_of};
use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
use winsec_emulator::scenario::{
    Scenario, SecureSockets, Security, SocketSpec, SocketState, Token,
};
use winsec_emulator::{Call, Kind, OpenToken};
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, IPPROTO, IPPROTO_TCP, SOCK_RAW, SOCK_STREAM, SOCKET_INFO_FLAGS,
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_QUERY_INFO, WSAEACCES, WSAECONNRESET, WSAEFAULT,
    WSAEINVAL, WSAEMSGSIZE, WSAENOTCONN, WSAENOTSOCK, WSAEOPNOTSUPP,
};

const PEER: &str = "192.0.2.1:443";

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
fn the_length_pointer_is_required() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let null = ptr::null();
    // SAFETY: the null pointer to the length is what is tested.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket.raw(),
            null,
            0,
            &raw mut info,
            ptr::null_mut(),
            ptr::null_mut(),
            None,
        )
    };
    assert_eq!(winsock(result), Err(WSAEFAULT));
}

#[test]
fn a_buffer_that_is_too_small_is_told_the_size() {
    let (world, _entered) = world();
    let tcp = world.socket(connected());
    let udp = world.socket(SocketSpec::udp4());
    let for_udp = template_for(address(PEER));
    let second = template2();
    for (socket, asked, needed, code) in [
        (&tcp, None, 24, WSAEFAULT),
        (&udp, Some(bytes_of(&for_udp)), 24, WSAEMSGSIZE),
        (&tcp, Some(bytes_of(&second)), 64, WSAEFAULT),
    ] {
        for len in [0, 1, needed - 1] {
            for with_buffer in [true, false] {
                let mut buffer = vec![0xEE; len as usize];
                let raw = Raw {
                    socket: socket.raw(),
                    template: asked,
                    template_len: asked.map_or(0, |bytes| bytes.len() as u32),
                    buffer: with_buffer.then_some(&mut buffer[..]),
                    len,
                };
                assert_eq!(raw.query(), (Err(code), needed));
                assert!(
                    buffer.iter().all(|byte| *byte == 0xEE),
                    "nothing is written"
                );
            }
        }
    }
}

#[test]
fn the_rest_of_a_large_buffer_stays_as_it_is() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let mut buffer = [0xEE; 100];
    let raw = Raw {
        socket: socket.raw(),
        template: None,
        template_len: 0,
        buffer: Some(&mut buffer),
        len: 100,
    };
    assert_eq!(raw.query(), (Ok(()), 24));
    assert!(buffer[24..].iter().all(|byte| *byte == 0xEE));
}

#[test]
fn a_system_without_secure_sockets_refuses_everything() {
    let scenario = Scenario::new().secure_sockets(SecureSockets::Unsupported);
    let (world, _entered) = world_of(scenario);
    let socket = world.socket(connected());
    assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAEOPNOTSUPP));
}

#[test]
fn odd_answers_pass_as_they_are() {
    let (world, _entered) = world();
    let odd = Security::clear()
        .protocol(SOCKET_SECURITY_PROTOCOL(42))
        .flags(SOCKET_INFO_FLAGS::from_bits_retain(0xFFFF_FFF2));
    let socket = world.socket(connected().security(odd));
    let (info, _) = query2(socket.raw(), &template2()).expect("it is connected");
    assert_eq!(
        (info.SecurityProtocol.0, info.Flags.bits()),
        (42, 0xFFFF_FFF2)
    );
}

#[test]
fn success_leaves_the_last_error_alone() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    assert!(query(0x4444, None).is_err());
    assert!(query(socket.raw(), None).is_ok());
    assert_eq!(last_error(), WSAENOTSOCK);
}

#[test]
fn the_ioctl_gives_the_same_results() {
    let (world, _entered) = world();
    let tcp = world.socket(connected().security(Security::encrypted()));
    let created = world.socket(SocketSpec::tcp4());
    let udp = world.socket(SocketSpec::udp4());
    let unix = world.socket(SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0)));
    let default = template();
    let for_peer = template_for(address(PEER));
    let second = template2();
    let templates = [
        None,
        Some(bytes_of(&default)),
        Some(bytes_of(&for_peer)),
        Some(bytes_of(&second)),
        Some(&bytes_of(&default)[..20]),
    ];
    for socket in [tcp.raw(), created.raw(), udp.raw(), unix.raw(), 0x4444] {
        for asked in templates {
            for len in [0, 23, 24, 63, 64, 200] {
                let template_len = asked.map_or(0, |bytes| bytes.len() as u32);
                let mut by_call = vec![0; len as usize];
                let mut by_ioctl = vec![0; len as usize];
                let raw = |buffer| Raw {
                    socket,
                    template: asked,
                    template_len,
                    buffer: Some(buffer),
                    len,
                };
                let (call, call_len) = raw(&mut by_call[..]).query();
                let (ioctl, ioctl_len) = raw(&mut by_ioctl[..]).ioctl();
                assert_eq!(call, ioctl);
                assert_eq!(by_call, by_ioctl);
                if call.is_ok() || ioctl_len != 0 {
                    assert_eq!(call_len, ioctl_len);
                }
            }
        }
    }
}
