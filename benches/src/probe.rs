//! What the instruments hold on to: the one function whose instructions are counted.

use crate::case::Work;

/// Does the work. Callgrind starts to count where this function is entered, and writes its counts
/// where it is left; so its name is fixed.
#[unsafe(no_mangle)]
#[inline(never)]
pub fn winsec_benches_measured(work: &mut Work) {
    work();
}
