//! What costs no allocation: walking the packages, reading their names in place, finding one, asking
//! for one.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "it is `const`; where a target has no storage of its own for threads, the lint misses it"
)]

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;
use std::ptr;

use common::Lab;
use winsec_sspi::{Capabilities, PackageName, package_named, packages};

/// Counts what each thread allocates.
struct Counting;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

// SAFETY: everything is the system allocator's; counting allocates nothing, because the counter
// needs neither initialisation nor destruction.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        // SAFETY: as the caller vouches.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as the caller vouches.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many allocations this makes on this thread.
fn allocations(work: impl FnOnce()) -> u64 {
    let before = COUNT.get();
    work();
    COUNT.get() - before
}

/// The same without what happens once, or once in a while: the emulator's books grow.
fn fewest_allocations(work: impl Fn()) -> u64 {
    (0..100).map(|_| allocations(&work)).min().unwrap()
}

/// The same calls by hand: where the emulator answers, its own allocations are counted as well.
mod raw {
    use super::ptr;
    #[cfg(not(windows))]
    use winsec_emulator::secur32::{
        EnumerateSecurityPackagesW, FreeContextBuffer, QuerySecurityPackageInfoW,
    };
    #[cfg(windows)]
    use winsec_ffi::{EnumerateSecurityPackagesW, FreeContextBuffer, QuerySecurityPackageInfoW};

    pub fn list() {
        let mut len = 0;
        let mut first = ptr::null_mut();
        // SAFETY: both can be written to.
        let _ = unsafe { EnumerateSecurityPackagesW(&raw mut len, &raw mut first) };
        // SAFETY: nothing uses the buffer any more.
        let _ = unsafe { FreeContextBuffer(first.cast()) };
    }

    pub fn one(name: *const u16) {
        let mut first = ptr::null_mut();
        // SAFETY: the name is terminated, and the pointer can be written to.
        let _ = unsafe { QuerySecurityPackageInfoW(name, &raw mut first) };
        // SAFETY: nothing uses the buffer any more.
        let _ = unsafe { FreeContextBuffer(first.cast()) };
    }
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1_u8)))), 1);
    assert_eq!(allocations(|| drop(black_box(vec![0_u8; 100]))), 1);
}

#[test]
fn walking_the_packages_allocates_nothing() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let count = allocations(|| {
        for package in &list {
            black_box(package.name().as_slice());
            black_box(package.comment().as_slice());
            black_box(package.capabilities() | Capabilities::INTEGRITY);
            black_box((package.version(), package.rpc_id(), package.max_token()));
        }
        black_box(list.find("negotiate"));
        black_box(list.with(Capabilities::DELEGATION).count());
    });
    assert_eq!(count, 0);
}

#[test]
fn asking_allocates_nothing_of_our_own() {
    let _lab = Lab::new();
    let name: PackageName = "Negotiate".parse().unwrap();
    let safe = || {
        drop(black_box(packages()));
        drop(black_box(package_named(&name)));
    };
    let by_hand = || {
        raw::list();
        raw::one(name.as_u16cstr().as_ptr());
    };
    let wanted = fewest_allocations(by_hand);
    assert_eq!(fewest_allocations(safe), wanted);
    if cfg!(windows) {
        assert_eq!(wanted, 0, "secur32.dll does not use our allocator");
    }
}
