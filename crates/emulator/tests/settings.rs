//! `WSASetSocketSecurity`, rule by rule.

mod common;

use std::mem::offset_of;
use std::ptr;

use common::sockets::set_settings;
use common::{address, winsock, world, world_of};
use winsec_emulator::scenario::{
    Scenario, SecureSockets, Security, SocketSpec, SocketState, StringLengths,
};
use winsec_emulator::ws2_32::{WSAIoctl, getsockopt};
use winsec_ffi::{
    ADDRESS_FAMILY, IPPROTO, SIO_SET_SECURITY, SO_EXCLUSIVEADDRUSE, SOCK_STREAM, SOCKET,
    SOCKET_SECURITY_SETTINGS_IPSEC, SOL_SOCKET, WSAEFAULT, WSAEINVAL, WSAEISCONN, WSAEMSGSIZE,
    WSAENOTSOCK, WSAEOPNOTSUPP, WSAETIMEDOUT,
};

type Ipsec = SOCKET_SECURITY_SETTINGS_IPSEC;

const PEER: &str = "192.0.2.1:443";

fn plain(protocol: i32, flags: u32) -> Vec<u8> {
    [protocol.to_ne_bytes(), flags.to_ne_bytes()].concat()
}

/// The IPsec structure with its strings, and the lengths that it is to claim.
fn ipsec(strings: [&str; 3], lengths: [u32; 3]) -> Vec<u8> {
    let mut bytes = vec![0; offset_of!(Ipsec, AllStrings)];
    let mut put = |at: usize, part: &[u8]| bytes[at..at + part.len()].copy_from_slice(part);
    put(0, &1_i32.to_ne_bytes());
    put(offset_of!(Ipsec, IpsecFlags), &4_u32.to_ne_bytes());
    put(
        offset_of!(Ipsec, AuthipQMPolicyKey),
        &0xAEC2_EF9C_u32.to_ne_bytes(),
    );
    put(
        offset_of!(Ipsec, UserNameStringLen),
        &lengths[0].to_ne_bytes(),
    );
    put(
        offset_of!(Ipsec, DomainNameStringLen),
        &lengths[1].to_ne_bytes(),
    );
    put(
        offset_of!(Ipsec, PasswordStringLen),
        &lengths[2].to_ne_bytes(),
    );
    for string in strings {
        bytes.extend(string.encode_utf16().flat_map(u16::to_ne_bytes));
    }
    bytes
}

fn exclusive(socket: SOCKET) -> i32 {
    let mut value = -1_i32;
    let mut len = 4;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    let result = unsafe { getsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, at, &raw mut len) };
    winsock(result).expect("a socket");
    value
}

#[test]
fn null_means_the_default_settings() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    assert_eq!(exclusive(socket.raw()), 0);
    set_settings(socket.raw(), None).expect("it is new");
    let settings = world.settings(socket.raw()).expect("they were set");
    assert_eq!((settings.protocol.0, settings.flags.bits()), (0, 0));
    assert_eq!(exclusive(socket.raw()), 1, "the address is its own");
}

#[test]
fn flags_are_understood() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::udp6());
    set_settings(socket.raw(), Some(&plain(0, 1))).expect("it is new");
    assert_eq!(
        world
            .settings(socket.raw())
            .expect("they were set")
            .flags
            .bits(),
        1
    );
}

#[test]
fn ipsec_settings_carry_policies_and_credentials() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    let given = ipsec(["alice", "CONTOSO", "geheim"], [10, 14, 12]);
    set_settings(socket.raw(), Some(&given)).expect("it is new");
    let settings = world.settings(socket.raw()).expect("they were set");
    let ipsec = settings.ipsec.expect("IPsec's own");
    assert_eq!(ipsec.flags.bits(), 4);
    assert_eq!(ipsec.quick_mode_policy.Data1, 0xAEC2_EF9C);
    assert_eq!(ipsec.main_mode_policy.Data1, 0);
    let names = (&*ipsec.user_name, &*ipsec.domain_name, &*ipsec.password);
    assert_eq!(names, ("alice", "CONTOSO", "geheim"));
}

#[test]
fn string_lengths_count_what_the_system_says() {
    let characters = Scenario::new().string_lengths(StringLengths::Characters);
    let (world, _entered) = world_of(characters);
    let socket = world.socket(SocketSpec::tcp4());
    let too_long = ipsec(["alice", "", ""], [6, 0, 0]);
    assert_eq!(
        set_settings(socket.raw(), Some(&too_long)),
        Err(WSAEMSGSIZE)
    );
    let given = ipsec(["alice", "", ""], [5, 0, 0]);
    set_settings(socket.raw(), Some(&given)).expect("five characters");
    let settings = world.settings(socket.raw()).expect("they were set");
    assert_eq!(settings.ipsec.expect("IPsec's own").user_name, "alice");
}

#[test]
fn an_odd_number_of_bytes_is_no_text_and_a_large_one_too_long() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    for (length, code) in [
        (9, WSAEINVAL),
        (12, WSAEMSGSIZE),
        (u32::MAX - 1, WSAEMSGSIZE),
    ] {
        let given = ipsec(["alice", "", ""], [length, 0, 0]);
        assert_eq!(set_settings(socket.raw(), Some(&given)), Err(code));
    }
}

#[test]
fn structures_that_are_too_short_are_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    assert_eq!(set_settings(socket.raw(), Some(&[0; 7])), Err(WSAEMSGSIZE));
    assert_eq!(
        set_settings(socket.raw(), Some(&plain(1, 0))),
        Err(WSAEMSGSIZE)
    );
    assert_eq!(
        set_settings(socket.raw(), Some(&ipsec([""; 3], [0; 3])[..83])),
        Err(WSAEMSGSIZE)
    );
    assert!(world.settings(socket.raw()).is_none());
}

#[test]
fn wrong_values_are_refused() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    for (protocol, flags) in [(2, 0), (3, 0), (-1, 0), (0, 4), (0, 3)] {
        let given = plain(protocol, flags);
        assert_eq!(set_settings(socket.raw(), Some(&given)), Err(WSAEINVAL));
    }
}

#[test]
fn the_order_matters() {
    let (world, _entered) = world();
    for (state, code) in [
        (SocketState::Bound, WSAEINVAL),
        (SocketState::Listening, WSAEINVAL),
        (SocketState::Connected, WSAEISCONN),
        (SocketState::Reset, WSAEISCONN),
    ] {
        let socket = world.socket(SocketSpec::tcp4().state(state));
        assert_eq!(set_settings(socket.raw(), None), Err(code), "{state:?}");
    }
    let connected = world.socket(SocketSpec::udp4().connected(address(PEER)));
    assert_eq!(set_settings(connected.raw(), None), Err(WSAEISCONN));
}

#[test]
fn settings_are_set_once() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    set_settings(socket.raw(), None).expect("it is new");
    assert_eq!(set_settings(socket.raw(), None), Err(WSAEINVAL));
}

#[test]
fn wrong_sockets_are_refused() {
    let (world, _entered) = world();
    let unix = SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0));
    let unix = world.socket(unix);
    assert_eq!(set_settings(unix.raw(), None), Err(WSAEINVAL));
    assert_eq!(set_settings(0x4444, None), Err(WSAENOTSOCK));
}

#[test]
fn a_system_without_secure_sockets_refuses() {
    let scenario = Scenario::new().secure_sockets(SecureSockets::Unsupported);
    let (world, _entered) = world_of(scenario);
    let socket = world.socket(SocketSpec::tcp4());
    assert_eq!(set_settings(socket.raw(), None), Err(WSAEOPNOTSUPP));
}

#[test]
fn guaranteed_encryption_keeps_a_connection_from_being_made() {
    let (world, _entered) = world();
    let clear = world.socket(SocketSpec::tcp4());
    set_settings(clear.raw(), Some(&plain(0, 1))).expect("it is new");
    assert_eq!(clear.connect(address(PEER)), Err(WSAETIMEDOUT));
    let safe = world.socket(SocketSpec::tcp4().security(Security::encrypted()));
    set_settings(safe.raw(), Some(&plain(0, 1))).expect("it is new");
    assert_eq!(safe.connect(address(PEER)), Ok(()));
    assert_eq!(safe.connect(address(PEER)), Err(WSAEISCONN));
}

#[test]
fn the_ioctl_sets_the_same() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4());
    let given = plain(0, 2);
    let mut returned = 77;
    let ioctl = |returned: *mut u32| {
        // SAFETY: every pointer is null or valid for the length beside it.
        unsafe {
            WSAIoctl(
                socket.raw(),
                SIO_SET_SECURITY,
                given.as_ptr().cast(),
                8,
                ptr::null_mut(),
                0,
                returned,
                ptr::null_mut(),
                None,
            )
        }
    };
    assert_eq!(
        winsock(ioctl(ptr::null_mut())),
        Err(WSAEFAULT),
        "the count is required"
    );
    assert_eq!(winsock(ioctl(&raw mut returned)), Ok(()));
    assert_eq!(returned, 0);
    assert_eq!(
        world
            .settings(socket.raw())
            .expect("they were set")
            .flags
            .bits(),
        2
    );
}
