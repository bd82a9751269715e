//! How long to wait before looking again, where a signal may never come.

use core::time::Duration;

/// The pauses between looks at an operation: short first, then longer.
///
/// Windows signals an operation's event when it ends, and no pause is ever waited out. Wine does
/// not signal the event of an operation that it refuses; a look then finds it ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace(Duration);

impl Pace {
    const FIRST: Duration = Duration::from_millis(8);
    const LAST: Duration = Duration::from_millis(512);

    pub(super) const fn new() -> Self {
        Self(Self::FIRST)
    }

    /// The next pause.
    pub(super) fn next(&mut self) -> Duration {
        let pause = self.0;
        self.0 = (pause * 2).min(Self::LAST);
        pause
    }
}

/// A pause in whole milliseconds, rounded up, and never the number that means *for ever*.
pub(super) fn milliseconds(pause: Duration) -> u32 {
    let whole = pause.as_nanos().div_ceil(1_000_000);
    u32::try_from(whole)
        .unwrap_or(u32::MAX - 1)
        .min(u32::MAX - 1)
}
