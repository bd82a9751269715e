//! The counting allocator counts every thread's memory, and the most that was held at once.

use winsec_benches::memory::{Counting, Heap, count};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often a piece of work is counted: the threads of the test harness are counted, too, but for
/// the most part they sleep.
const TRIES: usize = 100;

/// Whether what is counted of a piece of work is ever as expected.
fn comes_to(expected: impl Fn(&Heap) -> bool, work: impl Fn()) -> bool {
    (0..TRIES).any(|_| expected(&count(&work)))
}

/// The only test of this program: whatever else took memory would be counted too.
#[test]
fn what_is_taken_is_counted() {
    let one = |heap: &Heap| (heap.allocations, heap.bytes, heap.peak) == (1, 1000, 1000);
    assert!(comes_to(one, || drop(vec![0_u8; 1000])));

    let one_after_another =
        |heap: &Heap| (heap.allocations, heap.bytes, heap.peak) == (2, 3000, 2000);
    assert!(comes_to(one_after_another, || {
        drop(vec![1_u8; 1000]);
        drop(vec![1_u8; 2000]);
    }));

    let at_once = |heap: &Heap| (heap.allocations, heap.bytes, heap.peak) == (2, 3000, 3000);
    assert!(comes_to(at_once, || {
        let kept = vec![1_u8; 1000];
        drop(vec![1_u8; 2000]);
        drop(kept);
    }));

    // A thread costs something of its own.
    let of_a_thread = |heap: &Heap| heap.allocations > 1 && (50_000..60_000).contains(&heap.peak);
    assert!(comes_to(of_a_thread, || {
        std::thread::scope(|scope| {
            scope.spawn(|| drop(vec![2_u8; 50_000]));
        });
    }));

    let nothing = |heap: &Heap| (heap.allocations, heap.bytes, heap.peak) == (0, 0, 0);
    assert!(comes_to(nothing, || ()));
}
