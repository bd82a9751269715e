//! `WSAQuerySocketSecurity`, rule by rule.

mod common;

use winsec_emulator::scenario::{Security, SocketSpec};
use winsec_ffi::{SOCKET_INFO_CONNECTION_ENCRYPTED, SOCKET_INFO_CONNECTION_SECURED, WSAENOTSOCK};

use common::{address, query, world};

#[test]
fn a_connected_tcp_socket_needs_no_template() {
    let (world, _entered) = world();
    let spec = SocketSpec::tcp4().connected(address("192.0.2.1:443"));
    let socket = world.socket(spec.security(Security::encrypted()));
    let (info, len) = query(socket.raw(), None).expect("it is connected");
    assert_eq!(len, 24);
    let both = SOCKET_INFO_CONNECTION_SECURED | SOCKET_INFO_CONNECTION_ENCRYPTED;
    assert_eq!(info.Flags, both);
}

#[test]
fn without_a_world_there_is_no_socket() {
    assert_eq!(query(3, None).unwrap_err(), WSAENOTSOCK);
}
