//! What costs no allocation: asking what is behind a request, and reading the answer.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "it is `const`; where a target has no storage of its own for threads, the lint misses it"
)]

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;

use common::{Lab, Manner, Setup};

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

/// The same call by hand: where the emulator answers, its own allocations are counted as well.
mod raw {
    #[cfg(not(windows))]
    use winsec_emulator::wininet::InternetQueryOptionW;
    #[cfg(windows)]
    use winsec_ffi::InternetQueryOptionW;
    use winsec_ffi::{
        HINTERNET, INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO,
    };

    pub fn diagnose(request: HINTERNET) -> INTERNET_DIAGNOSTIC_SOCKET_INFO {
        let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO::default();
        let mut len = size_of_val(&info) as u32;
        let option = INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;
        // SAFETY: the request is open, and the buffer is as long as `len` says.
        let _ =
            unsafe { InternetQueryOptionW(request, option, (&raw mut info).cast(), &raw mut len) };
        info
    }
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1_u8)))), 1);
    assert_eq!(allocations(|| drop(black_box(vec![0_u8; 100]))), 1);
}

#[test]
fn a_diagnosis_allocates_nothing_of_our_own() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    let raw = request.as_raw();
    let wanted = fewest_allocations(|| {
        let _ = black_box(raw::diagnose(raw));
    });
    let safe = fewest_allocations(|| {
        let Ok(info) = request.socket_info() else {
            return;
        };
        let _ = black_box((info.source_port(), info.destination_port()));
        let _ = black_box((info.flags(), info.has_socket(), info.report()));
    });
    assert_eq!(safe, wanted);
    if cfg!(windows) {
        assert_eq!(wanted, 0, "wininet.dll does not use our allocator");
    }
}
