//! The overlapped operations that are running.

use std::fmt;
use std::time::Instant;

use winsec_ffi::{LPWSAOVERLAPPED_COMPLETION_ROUTINE, SOCKET, WSA_ERROR};

use super::State;
use crate::calls::Entry;
use crate::host::Host;
use crate::ledger::Finding;
use crate::memory::{Input, Mailbox};
use crate::scenario::Cancel;

/// What an operation does once its time has come; it gives the number of bytes transferred.
pub(crate) type Work = Box<dyn FnOnce(&mut State, &dyn Host) -> Result<u32, Failure> + Send>;

/// Why an operation failed, and how many bytes it would have needed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failure {
    pub(crate) code: WSA_ERROR,
    pub(crate) needed: Option<u32>,
}

impl From<WSA_ERROR> for Failure {
    fn from(code: WSA_ERROR) -> Self {
        Self { code, needed: None }
    }
}

/// When an operation completes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Due {
    OnAdvance,
    At(Instant),
    Never,
}

/// An operation that is running.
pub(crate) struct Operation {
    pub(crate) entry: Entry,
    pub(crate) socket: SOCKET,
    pub(crate) mailbox: Mailbox,
    pub(crate) routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    pub(crate) thread: u64,
    pub(crate) host_thread: u64,
    pub(crate) due: Due,
    pub(crate) cancel: Cancel,
    pub(crate) aborted: bool,
    pub(crate) reported: bool,
    pub(crate) input: Input,
    pub(crate) before: Vec<u8>,
    pub(crate) work: Work,
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("entry", &self.entry)
            .field("socket", &self.socket)
            .field("due", &self.due)
            .finish_non_exhaustive()
    }
}

/// The operations that are running.
#[derive(Debug, Default)]
pub(crate) struct Operations {
    pub(crate) running: Vec<Operation>,
}

impl Operations {
    /// The call that started the operation that uses this mailbox.
    pub(crate) fn using(&self, mailbox: Mailbox) -> Option<Entry> {
        let mut running = self.running.iter();
        running
            .find(|operation| operation.mailbox == mailbox)
            .map(|operation| operation.entry)
    }

    /// Whether the operation that uses this mailbox tells a routine of its end.
    pub(crate) fn has_routine(&self, mailbox: Mailbox) -> bool {
        let mut running = self.running.iter();
        running.any(|operation| operation.mailbox == mailbox && operation.routine.is_some())
    }

    /// What is still running and was not reported yet.
    pub(crate) fn report_unfinished(&mut self) -> Vec<Finding> {
        let unreported = self
            .running
            .iter_mut()
            .filter(|operation| !operation.reported);
        unreported
            .map(|operation| {
                operation.reported = true;
                Finding::Unfinished {
                    by: operation.entry,
                }
            })
            .collect()
    }

    /// When the clock has something to do next.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        let due = |operation: &Operation| match operation.due {
            Due::At(instant) => Some(instant),
            Due::OnAdvance | Due::Never => None,
        };
        self.running.iter().filter_map(due).min()
    }
}
