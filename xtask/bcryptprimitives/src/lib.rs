//! `bcryptprimitives.dll` reduced to the one function that Rust's standard library imports.
//!
//! Wine has had the DLL since version 9. It cannot be written with the standard library, which
//! imports the function that it exports.
#![no_std]

use core::ffi::c_void;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

#[cfg_attr(
    target_arch = "x86",
    link(name = "advapi32", kind = "raw-dylib", import_name_type = "undecorated")
)]
#[cfg_attr(not(target_arch = "x86"), link(name = "advapi32", kind = "raw-dylib"))]
unsafe extern "system" {
    /// `RtlGenRandom` by the name that advapi32.dll exports.
    fn SystemFunction036(buffer: *mut u8, len: u32) -> u8;
}

/// Fills a buffer with random bytes; 0 says that there were none to be had.
///
/// # Safety
///
/// `len` bytes at `buffer` may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn ProcessPrng(buffer: *mut u8, len: usize) -> i32 {
    const CHUNK: usize = 1 << 30;
    let mut done = 0;
    while done < len {
        let chunk = (len - done).min(CHUNK);
        // SAFETY: `done` is below `len`, and the caller promises `len` bytes.
        let start = unsafe { buffer.add(done) };
        // SAFETY: `chunk` bytes from `start` are within the caller's `len`; 2^30 fits 32 bits.
        if unsafe { SystemFunction036(start, chunk as u32) } == 0 {
            return 0;
        }
        done += chunk;
    }
    1
}

/// The DLL's entry point: there is nothing to set up.
#[unsafe(no_mangle)]
pub extern "system" fn DllMainCRTStartup(_: *mut c_void, _: u32, _: *mut c_void) -> i32 {
    1
}
