//! What the contract tests share: addresses, and calls with the arguments that a test leaves out.
#![allow(dead_code, reason = "each test file uses its part")]

use std::net::SocketAddr;
use std::ptr;

use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
use winsec_emulator::ws2_32::WSAGetLastError;
use winsec_emulator::{Entered, World, scenario::Scenario};
use winsec_ffi::{SOCKET, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE, WSA_ERROR};

/// A world for one test, which the test's thread has entered.
pub fn world() -> (World, Entered) {
    world_of(Scenario::new())
}

/// A world of this scenario, which the test's thread has entered.
pub fn world_of(scenario: Scenario) -> (World, Entered) {
    let world = World::new(scenario);
    let entered = world.enter();
    (world, entered)
}

pub fn address(text: &str) -> SocketAddr {
    text.parse().expect("an address")
}

/// The calling thread's last Winsock error.
pub fn last_error() -> WSA_ERROR {
    // SAFETY: it takes nothing.
    unsafe { WSAGetLastError() }
}

/// The result of a Winsock call: its last error if it failed.
pub fn checked(result: i32) -> Result<(), WSA_ERROR> {
    match result {
        0 => Ok(()),
        -1 => Err(last_error()),
        other => panic!("a Winsock function returned {other}"),
    }
}

/// A synchronous query with the buffer of the first version. Gives the answer and its length.
pub fn query(
    socket: SOCKET,
    template: Option<&SOCKET_SECURITY_QUERY_TEMPLATE>,
) -> Result<(SOCKET_SECURITY_QUERY_INFO, u32), WSA_ERROR> {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    let template_len = template.map_or(0, |given| size_of_val(given) as u32);
    let template = template.map_or(ptr::null(), ptr::from_ref);
    // SAFETY: every pointer is null or valid for the length beside it.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket,
            template,
            template_len,
            &raw mut info,
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    checked(result).map(|()| (info, len))
}
