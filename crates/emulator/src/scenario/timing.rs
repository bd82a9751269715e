//! When an overlapped operation completes, and what cancelling it does.

use std::time::Duration;

use serde::{Deserialize, Deserializer};

/// When an overlapped operation on a socket completes. Synchronous calls know nothing of it.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Completion {
    /// Before the call returns: it returns success, and the event or routine has been served.
    #[default]
    Immediate,
    /// At the next [`World::advance`](crate::World::advance).
    OnAdvance,
    /// After this time, on a thread of the emulator's. A scenario gives milliseconds.
    #[serde(deserialize_with = "milliseconds")]
    After(Duration),
    /// Not until it is cancelled, or the socket closed.
    Never,
}

/// What `CancelIoEx` does to an operation that is running.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cancel {
    /// It completes as aborted before `CancelIoEx` returns.
    #[default]
    Abort,
    /// It completes as aborted at the next [`World::advance`](crate::World::advance): until then the
    /// system may write to the caller's memory.
    AbortOnAdvance,
    /// It completes as aborted after this time, on a thread of the emulator's.
    #[serde(deserialize_with = "milliseconds")]
    AbortAfter(Duration),
    /// The request to cancel is taken, and the operation completes as if nothing had been said.
    TooLate,
}

fn milliseconds<'de, D: Deserializer<'de>>(de: D) -> Result<Duration, D::Error> {
    u64::deserialize(de).map(Duration::from_millis)
}
