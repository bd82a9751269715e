//! The exports by which a test scripts the DLL and reads its books.
//!
//! Texts are UTF-8 with a length. A function that gives a text writes as much of it as there is room for
//! and returns its whole length; no text is length 0.
#![allow(non_snake_case, reason = "the exports are named as those of a DLL are")]

use std::panic::catch_unwind;
use std::ptr;
use std::slice;

use winsec_emulator::Call;
use winsec_emulator::scenario::Scenario;

use crate::world;

/// What a control function that failed itself has to say.
const BROKEN: &str = "the stand-in fwpuclnt.dll failed: a bug of its own";

/// # Safety
///
/// `text` is null, or valid for reads of `len` bytes.
unsafe fn read(text: *const u8, len: usize) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: not null, so valid for reads, as promised to this function.
    let bytes = unsafe { slice::from_raw_parts(text, len) };
    String::from_utf8_lossy(bytes).into_owned()
}

/// # Safety
///
/// `at` is null, or valid for writes of `room` bytes.
unsafe fn write(text: &str, at: *mut u8, room: usize) -> usize {
    if !at.is_null() {
        let count = text.len().min(room);
        // SAFETY: not null, so valid for writes of `room` bytes, as promised to this function.
        unsafe { ptr::copy_nonoverlapping(text.as_ptr(), at, count) };
    }
    text.len()
}

/// Begins a new world with this scenario, in TOML. Gives what is wrong with it: then the old world stays.
///
/// # Safety
///
/// `text` is valid for reads of `len` bytes, `message` for writes of `room`.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WinsecEmulatorSetScenario(
    text: *const u8,
    len: usize,
    message: *mut u8,
    room: usize,
) -> usize {
    // SAFETY: as promised to this function.
    let text = unsafe { read(text, len) };
    let wrong = catch_unwind(|| match Scenario::read("scenario", &text) {
        Ok(scenario) => {
            world::replace(scenario);
            String::new()
        }
        Err(error) => error.to_string(),
    });
    let wrong = wrong.unwrap_or_else(|_| BROKEN.to_owned());
    // SAFETY: as promised to this function.
    unsafe { write(&wrong, message, room) }
}

/// How often a function was called in this world, by its name; all ones for one that does not exist.
///
/// # Safety
///
/// `name` is valid for reads of `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WinsecEmulatorCalls(name: *const u8, len: usize) -> u64 {
    // SAFETY: as promised to this function.
    let name = unsafe { read(name, len) };
    let count = catch_unwind(|| {
        let mut calls = Call::ALL.iter().copied();
        let call = calls.find(|call| call.name() == name)?;
        Some(world::current().calls(call))
    });
    count.ok().flatten().unwrap_or(u64::MAX)
}

/// Balances the books, and gives what is wrong.
///
/// # Safety
///
/// `message` is valid for writes of `room` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WinsecEmulatorAudit(message: *mut u8, room: usize) -> usize {
    let wrong = catch_unwind(|| world::current().audit());
    let wrong = match wrong {
        Ok(Ok(())) => String::new(),
        Ok(Err(audit)) => audit.to_string(),
        Err(_) => BROKEN.to_owned(),
    };
    // SAFETY: as promised to this function.
    unsafe { write(&wrong, message, room) }
}

/// Completes the overlapped operations that wait for it, and tells how many that were.
#[unsafe(no_mangle)]
pub extern "system" fn WinsecEmulatorAdvance() -> usize {
    catch_unwind(|| world::current().advance()).unwrap_or(0)
}
