//! What Winsock's own functions tell of an emulated socket.

mod common;

use std::ptr;

use common::sockets::sockaddr;
use common::{address, winsock, world};
use winsec_emulator::scenario::{SocketSpec, SocketState};
use winsec_emulator::ws2_32::{closesocket, getpeername, getsockname, getsockopt};
use winsec_ffi::{
    SO_ACCEPTCONN, SO_ERROR, SO_KEEPALIVE, SO_PROTOCOL_INFOW, SO_TYPE, SOCKADDR, SOCKET,
    SOL_SOCKET, WSA_ERROR, WSAECONNRESET, WSAEFAULT, WSAEINVAL, WSAENOPROTOOPT, WSAENOTCONN,
    WSAENOTSOCK, WSAPROTOCOL_INFOW,
};

fn number(socket: SOCKET, option: i32) -> Result<i32, WSA_ERROR> {
    let mut value = -1_i32;
    let mut len = 4;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    winsock(unsafe { getsockopt(socket, SOL_SOCKET, option, at, &raw mut len) })?;
    assert_eq!(len, 4);
    Ok(value)
}

type Name = unsafe extern "system" fn(SOCKET, *mut SOCKADDR, *mut i32) -> i32;

fn name(of: Name, socket: SOCKET, room: usize) -> Result<Vec<u8>, WSA_ERROR> {
    let mut bytes = vec![0; room];
    let mut len = room as i32;
    // SAFETY: the buffer has that length.
    winsock(unsafe { of(socket, bytes.as_mut_ptr().cast(), &raw mut len) })?;
    bytes.truncate(len as usize);
    Ok(bytes)
}

#[test]
fn type_and_protocol_are_told() {
    let (world, _entered) = world();
    for (spec, kind, protocol, family) in [
        (SocketSpec::tcp4(), 1, 6, 2),
        (SocketSpec::udp4(), 2, 17, 2),
        (SocketSpec::tcp6(), 1, 6, 23),
        (SocketSpec::udp6(), 2, 17, 23),
    ] {
        let socket = world.socket(spec);
        assert_eq!(number(socket.raw(), SO_TYPE), Ok(kind));
        let mut info = WSAPROTOCOL_INFOW::default();
        let mut len = size_of_val(&info) as i32;
        let at = (&raw mut info).cast();
        // SAFETY: the buffer has that length.
        let result = unsafe {
            getsockopt(
                socket.raw(),
                SOL_SOCKET,
                SO_PROTOCOL_INFOW,
                at,
                &raw mut len,
            )
        };
        assert_eq!(winsock(result), Ok(()));
        let told = (info.iSocketType.0, info.iProtocol.0, info.iAddressFamily);
        assert_eq!(told, (kind, protocol, family));
    }
}

#[test]
fn a_listener_accepts_connections() {
    let (world, _entered) = world();
    let listener = world.socket(SocketSpec::tcp4().listening(address("127.0.0.1:80")));
    let stream = world.socket(SocketSpec::tcp4());
    assert_eq!(number(listener.raw(), SO_ACCEPTCONN), Ok(1));
    assert_eq!(number(stream.raw(), SO_ACCEPTCONN), Ok(0));
}

#[test]
fn an_error_is_told_once() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp4().error(WSAECONNRESET));
    assert_eq!(number(socket.raw(), SO_ERROR), Ok(10054));
    assert_eq!(number(socket.raw(), SO_ERROR), Ok(0));
}

#[test]
fn bad_option_calls_are_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    let mut value = 0_i32;
    let mut len = 3;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    let short = unsafe { getsockopt(socket.raw(), SOL_SOCKET, SO_TYPE, at, &raw mut len) };
    assert_eq!(winsock(short), Err(WSAEFAULT));
    // SAFETY: the null pointer to the length is what is tested.
    let null = unsafe { getsockopt(socket.raw(), SOL_SOCKET, SO_TYPE, at, ptr::null_mut()) };
    assert_eq!(winsock(null), Err(WSAEFAULT));
    assert_eq!(number(socket.raw(), SO_KEEPALIVE), Err(WSAENOPROTOOPT));
    assert_eq!(number(0x4444, SO_TYPE), Err(WSAENOTSOCK));
}

#[test]
fn both_addresses_are_told() {
    let (world, _entered) = world();
    let (local, remote) = (address("[::1]:5000"), address("[2001:db8::1]:443"));
    let socket = world.socket(SocketSpec::tcp6().bound(local).connected(remote));
    assert_eq!(name(getsockname, socket.raw(), 128), Ok(sockaddr(local)));
    assert_eq!(name(getpeername, socket.raw(), 28), Ok(sockaddr(remote)));
    assert_eq!(name(getpeername, socket.raw(), 27), Err(WSAEFAULT));
    assert_eq!(name(getpeername, 0x4444, 28), Err(WSAENOTSOCK));
}

#[test]
fn addresses_that_are_not_there() {
    let (world, _entered) = world();
    let new = world.socket(SocketSpec::tcp4());
    assert_eq!(name(getpeername, new.raw(), 16), Err(WSAENOTCONN));
    assert_eq!(name(getsockname, new.raw(), 16), Err(WSAEINVAL));
    let bound = world.socket(SocketSpec::udp4().state(SocketState::Bound));
    assert_eq!(
        name(getsockname, bound.raw(), 16),
        Ok(sockaddr(address("0.0.0.0:0")))
    );
}

#[test]
fn a_closed_socket_is_none() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    // SAFETY: nothing uses the socket any more.
    assert_eq!(winsock(unsafe { closesocket(socket.raw()) }), Ok(()));
    assert_eq!(number(socket.raw(), SO_TYPE), Err(WSAENOTSOCK));
    let complaint = common::complaint(&world);
    let expected = "made by the test, closed by closesocket (call 1), used by getsockopt (call 2)";
    assert!(complaint.contains(expected), "{complaint}");
}
