//! The one world of the process.

use std::sync::{Mutex, PoisonError};

use windows_sys::Win32::Networking::WinSock::{SOCKET_ERROR, WSAGetLastError, WSASetLastError};
use winsec_emulator::World;
use winsec_emulator::scenario::Scenario;

use crate::host::Windows;

static WORLD: Mutex<Option<World>> = Mutex::new(None);

fn fresh(scenario: Scenario) -> World {
    World::hosted(scenario, Box::new(Windows::default())).without_final_audit()
}

/// The world, which is empty until a scenario is set.
pub(crate) fn current() -> World {
    let mut world = WORLD.lock().unwrap_or_else(PoisonError::into_inner);
    world.get_or_insert_with(|| fresh(Scenario::new())).clone()
}

/// Begins a new world.
pub(crate) fn replace(scenario: Scenario) {
    let mut world = WORLD.lock().unwrap_or_else(PoisonError::into_inner);
    *world = Some(fresh(scenario));
}

/// Runs a function of the six in the world.
///
/// The last error is set after everything else: reaching a thread's storage resets it on Windows. A call
/// that succeeds leaves it as it was.
pub(crate) fn within(call: impl FnOnce() -> i32) -> i32 {
    // SAFETY: it takes nothing.
    let before = unsafe { WSAGetLastError() };
    let world = current();
    let entered = world.enter();
    let result = call();
    let code = match result {
        // SAFETY: it takes nothing.
        SOCKET_ERROR => unsafe { WSAGetLastError() },
        _ => before,
    };
    drop(entered);
    drop(world);
    // SAFETY: any value will do.
    unsafe { WSASetLastError(code) };
    result
}
