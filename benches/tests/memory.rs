//! The counting allocator counts every thread's memory, and the most that was held at once.

use winsec_benches::memory::{Counting, count};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The only test of this program: whatever else took memory would be counted too.
#[test]
fn what_is_taken_is_counted() {
    let heap = count(|| {
        drop(vec![0_u8; 1000]);
        let kept = vec![1_u8; 500];
        std::thread::scope(|scope| {
            scope.spawn(|| drop(vec![2_u8; 2000]));
        });
        drop(kept);
    });
    assert!(heap.allocations >= 3, "{heap:?}");
    assert!(heap.bytes >= 3500, "{heap:?}");
    assert!((2500..3500).contains(&heap.peak), "{heap:?}");

    let nothing = count(|| ());
    assert_eq!((nothing.allocations, nothing.peak), (0, 0), "{nothing:?}");
}
