//! winsec on Windows, or Wine, beside what a user would call instead.
//!
//! Each case does one job; every side that asks the same system must give the same result, which is
//! checked before anything is timed.

use winsec_benches::Case;

#[cfg(windows)]
mod cases;
#[cfg(windows)]
mod sides;

/// Every case; none where there is nobody to call.
#[must_use]
pub fn cases() -> &'static [Case] {
    #[cfg(windows)]
    let cases = cases::CASES;
    #[cfg(not(windows))]
    let cases = &[];
    cases
}
