//! What the contract tests share: worlds, addresses, and the raw calls as checked functions.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod internet;
pub mod operation;
pub mod sockets;

use std::net::SocketAddr;

use winsec_emulator::kernel32::{CloseHandle, GetLastError};
use winsec_emulator::scenario::Scenario;
use winsec_emulator::ws2_32::WSAGetLastError;
use winsec_emulator::{Entered, World};
use winsec_ffi::{BOOL, HANDLE, WIN32_ERROR, WSA_ERROR};

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
pub fn winsock(result: i32) -> Result<(), WSA_ERROR> {
    match result {
        0 => Ok(()),
        -1 => Err(last_error()),
        other => panic!("a Winsock function returned {other}"),
    }
}

/// The result of a call that gives a BOOL: its last error if it failed.
pub fn win32(result: BOOL) -> Result<(), WIN32_ERROR> {
    if result != 0 {
        return Ok(());
    }
    // SAFETY: it takes nothing.
    Err(unsafe { GetLastError() })
}

pub fn handle(value: u64) -> HANDLE {
    std::ptr::without_provenance_mut(value as usize)
}

pub fn close(value: u64) -> Result<(), WIN32_ERROR> {
    // SAFETY: nothing uses the handle any more.
    win32(unsafe { CloseHandle(handle(value)) })
}

pub fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// The message of the audit that must fail.
pub fn complaint(world: &World) -> String {
    world
        .audit()
        .expect_err("the books must not balance")
        .to_string()
}
