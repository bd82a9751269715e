//! Credentials do not stay behind in memory: not in what is given back to the allocator, after
//! success, after failure, and in overlapped operations.

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use common::{Lab, SOON};
use winsec_core::{Credentials, IpsecSettings};

/// Looks for the secret in every block that is given back.
struct Searching;

/// `hunter2`, in UTF-16.
const SECRET: [u8; 14] = *b"h\0u\0n\0t\0e\0r\x002\0";

/// The least alignment of the blocks that are searched; zero while nothing is.
///
/// The emulator keeps copies of what it reads, as bytes and as UTF-16. What is handed over to the
/// system is aligned to eight bytes, and the emulator allocates nothing like it.
static SEARCHED: AtomicUsize = AtomicUsize::new(0);
const ANY: usize = 1;
const HANDED_OVER: usize = 8;
static FOUND: AtomicUsize = AtomicUsize::new(0);

// SAFETY: the system's allocator does the work; the search reads what is still allocated.
unsafe impl GlobalAlloc for Searching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // Zeroed, so that what a block never held is not found in it later.
        // SAFETY: the caller keeps the rules of this function, which are the same.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        let least = SEARCHED.load(Ordering::SeqCst);
        if least != 0 && layout.align() >= least {
            // SAFETY: the block is still allocated, and has been initialised from its beginning.
            let block = unsafe { std::slice::from_raw_parts(at, layout.size()) };
            if block.windows(SECRET.len()).any(|part| part == SECRET) {
                FOUND.fetch_add(1, Ordering::SeqCst);
            }
        }
        // SAFETY: the caller keeps the rules of this function, which are the same.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Searching = Searching;

/// How many blocks with the secret were given back meanwhile.
fn left_behind(least_alignment: usize, work: impl FnOnce()) -> usize {
    FOUND.store(0, Ordering::SeqCst);
    SEARCHED.store(least_alignment, Ordering::SeqCst);
    work();
    SEARCHED.store(0, Ordering::SeqCst);
    FOUND.load(Ordering::SeqCst)
}

/// The secret as it is handed over.
#[repr(align(8))]
struct Handed(#[expect(dead_code, reason = "it is looked for where it was")] [u8; 14]);

fn settings() -> IpsecSettings {
    IpsecSettings::new().credentials(Credentials::new("user", "domain", "hunter2").unwrap())
}

fn lab(socket: &str, more: &str) -> Lab {
    Lab::new(&format!(
        "[[socket]]\nname = \"fresh\"\nkind = \"stream\"\n{socket}\n{more}"
    ))
}

// One test, because the search is one for the whole process.
#[test]
fn credentials_are_wiped() {
    let unwiped: Vec<u16> = "hunter2".encode_utf16().collect();
    assert_eq!(
        left_behind(ANY, || drop(unwiped)),
        1,
        "the search finds what is not wiped"
    );
    let unwiped = Box::new(Handed(SECRET));
    assert_eq!(
        left_behind(HANDED_OVER, || drop(unwiped)),
        1,
        "and so does the narrower one"
    );

    let made = || drop(Credentials::new("u", "d", "hunter2").unwrap());
    assert_eq!(left_behind(ANY, made), 0);
    let kept = settings();
    assert_eq!(left_behind(ANY, || drop(kept.clone())), 0);
    assert_eq!(left_behind(ANY, || drop(kept)), 0);

    let refusing = lab(
        "",
        "[[fault]]\ncall = \"WSASetSocketSecurity\"\nfail = 10022",
    );
    let socket = refusing.fresh("fresh");
    assert_eq!(
        left_behind(ANY, || assert!(settings().apply(&socket).is_err())),
        0
    );
    assert_eq!(
        left_behind(ANY, || assert!(settings().start(&socket).is_err())),
        0
    );
    drop((socket, refusing));

    let accepting = lab("", "");
    let socket = accepting.fresh("fresh");
    assert_eq!(
        left_behind(HANDED_OVER, || settings().apply(&socket).unwrap()),
        0
    );
    #[cfg(not(windows))]
    {
        let seen = accepting.world.settings(socket.raw()).unwrap();
        assert_eq!(seen.ipsec.unwrap().password, "hunter2");
    }
    drop((socket, accepting));

    for completion in ["completion = \"immediate\"", "completion = { after = 10 }"] {
        for fault in [
            "",
            "[[fault]]\ncall = \"WSASetSocketSecurity\"\nfinish-with = 10022",
        ] {
            let lab = lab(completion, fault);
            let socket = lab.fresh("fresh");
            let found = left_behind(HANDED_OVER, || {
                let result = settings()
                    .start(&socket)
                    .and_then(|it| it.finish_within(SOON));
                assert_eq!(result.is_ok(), fault.is_empty());
                lab.settle();
            });
            assert_eq!(found, 0, "{completion} {fault}");
        }
    }
}
