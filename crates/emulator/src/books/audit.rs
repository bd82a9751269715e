//! The audit's report: what does not balance, one readable line each.

use std::fmt;

use super::Item;
use crate::calls::{Call, Entry};

/// One thing that is wrong in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// Never freed or closed.
    Leaked(Item),
    /// Freed or closed, and again.
    EndedTwice {
        /// What.
        item: Item,
        /// The call that ended it.
        ended: Entry,
        /// The call that tried to end it again.
        again: Entry,
    },
    /// Used after it was closed.
    UsedAfterEnd {
        /// What.
        item: Item,
        /// The call that ended it.
        ended: Entry,
        /// The call that used it.
        by: Entry,
    },
    /// Ended by a function that is not for it.
    WrongEnd {
        /// What. It is still open.
        item: Item,
        /// The call.
        by: Entry,
    },
    /// Freed or closed, without ever having been handed out.
    NeverHandedOut {
        /// The handle or address.
        value: usize,
        /// The call.
        by: Entry,
    },
    /// An overlapped operation that was still running.
    Unfinished {
        /// The call that started it.
        by: Entry,
    },
    /// An `OVERLAPPED` that was used for an operation while another one was using it.
    MailboxInUse {
        /// Its address.
        address: usize,
        /// The call that started the first operation.
        first: Entry,
        /// The call that would have started the second.
        second: Entry,
    },
    /// An input that its owner changed before the overlapped operation that uses it had completed.
    InputChanged {
        /// The call that started the operation.
        by: Entry,
    },
    /// A wait for the result of an operation whose completion a routine is told.
    WaitedWithRoutine {
        /// The call that waited.
        by: Entry,
    },
    /// A thread that impersonated a peer more often than it reverted.
    NotReverted {
        /// The impersonation without a revert.
        by: Entry,
        /// How many impersonations of the thread have none.
        count: usize,
    },
    /// The emulator itself failed: its fault, not the caller's.
    Broken {
        /// In which function.
        call: Call,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leaked(item) => write!(f, "leaked: {item}, was never {}", item.kind.ending()),
            Self::EndedTwice { item, ended, again } => {
                let ending = item.kind.ending();
                write!(
                    f,
                    "{ending} twice: {item}, {ending} by {ended}, again by {again}"
                )
            }
            Self::UsedAfterEnd { item, ended, by } => {
                let ending = item.kind.ending();
                write!(
                    f,
                    "used after it was {ending}: {item}, {ending} by {ended}, used by {by}"
                )
            }
            Self::WrongEnd { item, by } => write!(f, "wrong function: {item}, is not for {by}"),
            Self::NeverHandedOut { value, by } => {
                write!(f, "never handed out: {value:#x}, passed to {by}")
            }
            Self::Unfinished { by } => {
                write!(
                    f,
                    "unfinished: the overlapped operation started by {by} has not completed"
                )
            }
            Self::MailboxInUse {
                address,
                first,
                second,
            } => write!(
                f,
                "in use: the OVERLAPPED at {address:#x} of the operation started by {first}, \
                 passed to {second}"
            ),
            Self::InputChanged { by } => write!(
                f,
                "changed too early: the input of {by}, before the operation had completed"
            ),
            Self::WaitedWithRoutine { by } => {
                write!(
                    f,
                    "waited for an operation that has a completion routine: {by}"
                )
            }
            Self::NotReverted { by, count } => {
                write!(
                    f,
                    "not reverted: {count} impersonation(s), the last by {by}"
                )
            }
            Self::Broken { call } => write!(f, "the emulator failed in {call}: a bug of its own"),
        }
    }
}

/// What an audit found: at least one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    pub(crate) findings: Vec<Finding>,
    pub(crate) unlisted: u64,
}

impl Audit {
    /// What is wrong: misuses in the order in which they happened, then what is still open.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the emulator's books do not balance:")?;
        for finding in &self.findings {
            write!(f, "\n  - {finding}")?;
        }
        if self.unlisted != 0 {
            write!(f, "\n  - and {} more", self.unlisted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Audit {}
