//! Faults made on purpose: without its sanitizer each of these tests passes.

use std::cell::UnsafeCell;
use std::hint::black_box;
use std::sync::Arc;
use std::thread;

#[test]
fn leak() {
    let kept = Box::leak(black_box(Box::new([1_u8; 64])));
    assert_eq!(kept[0], 1);
}

#[test]
fn use_after_free() {
    let freed = black_box(Box::into_raw(Box::new([1_u8; 64])));
    // SAFETY: it is the box's own pointer.
    drop(unsafe { Box::from_raw(freed) });
    // SAFETY: none: this is the fault.
    black_box(unsafe { freed.cast::<u8>().read_volatile() });
}

/// A number that anybody may write to, which nothing guards.
struct Unguarded(UnsafeCell<u64>);

// SAFETY: none: this is the fault.
unsafe impl Sync for Unguarded {}

#[test]
fn race() {
    let number = Arc::new(Unguarded(UnsafeCell::new(0)));
    let writers = [1, 2].map(|value| {
        let number = Arc::clone(&number);
        // SAFETY: the memory is there; that the other thread writes to it is the fault.
        thread::spawn(move || unsafe { number.0.get().write_volatile(value) })
    });
    for writer in writers {
        writer.join().expect("a write does not panic");
    }
}
