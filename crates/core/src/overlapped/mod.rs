//! Operations that run while the caller goes on.
//!
//! An [`Operation`] is a future that runs under any executor: the system's thread pool waits for it
//! and wakes the task. It can be waited for without a future, too. A [`RoutineOperation`] calls a
//! function back on the thread that started it.
//!
//! The memory that the system writes to belongs to the operation until the system is done with it,
//! whatever happens to the Rust value: one that is dropped is cancelled, and its memory is freed
//! once the system says that it has ended. If the system never says so, the memory is never freed.
//!
//! Windows cancels what a thread has started when that thread ends; the result is
//! [`Aborted`](crate::ErrorKind::Aborted) then.
//!
//! Source: [overlapped input and output](https://learn.microsoft.com/windows/win32/winsock/overlapped-i-o-2).

mod event;
mod flight;
mod operation;
mod outcome;
mod pace;
mod request;
mod routine;
mod watch;

pub use operation::Operation;
pub use outcome::Outcome;
pub use routine::{RoutineOperation, run_routines};

pub(crate) use request::{Blob, Request};
