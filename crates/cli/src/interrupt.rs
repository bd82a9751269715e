//! Ctrl-C: noticed, and heeded where the program waits.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::outcome::Status;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Notices Ctrl-C from now on; a second one ends the program at once.
pub(crate) fn notice() {
    // Without a handler, Ctrl-C ends the program as it ends any other.
    let _ = ctrlc::try_set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::AcqRel) {
            std::process::exit(Status::Interrupted as i32);
        }
    });
}

/// Whether the user has pressed Ctrl-C.
pub(crate) fn happened() -> bool {
    INTERRUPTED.load(Ordering::Acquire)
}
