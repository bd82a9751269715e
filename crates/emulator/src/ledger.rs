//! The ledger of a world: what was handed out by which call, what became of it, and every misuse.

use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;

use crate::calls::{Call, Entry};

/// One thing that was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its handle, descriptor or address.
    pub value: usize,
    /// The call that handed it out; `None` if the test itself made it.
    pub from: Option<Entry>,
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} {:#x}", self.kind.name(), self.value)?;
        match self.from {
            Some(entry) => write!(f, ", handed out by {entry}"),
            None => f.write_str(", made by the test"),
        }
    }
}

/// What can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A block of package information; freed with `FreeContextBuffer`.
    PackageBuffer,
    /// The token of the peer's application; closed with `CloseHandle`.
    ApplicationToken,
    /// The token of the peer's computer; closed with `CloseHandle`.
    MachineToken,
    /// An event; closed with `CloseHandle` or `WSACloseEvent`.
    Event,
    /// A wait of the thread pool; closed with `CloseThreadpoolWait`.
    ThreadpoolWait,
    /// A socket of the emulator's own; closed with `closesocket` or by its owner.
    Socket,
    /// The socket of one of WinINet's connections, which nobody else closes.
    LentSocket,
    /// A WinINet session; closed with `InternetCloseHandle`.
    Session,
    /// A WinINet connection; closed with `InternetCloseHandle`.
    Connection,
    /// A WinINet request; closed with `InternetCloseHandle`.
    Request,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::PackageBuffer => "package buffer",
            Self::ApplicationToken => "peer application token",
            Self::MachineToken => "peer machine token",
            Self::Event => "event",
            Self::ThreadpoolWait => "thread-pool wait",
            Self::Socket => "socket",
            Self::LentSocket => "socket of WinINet's",
            Self::Session => "internet session",
            Self::Connection => "internet connection",
            Self::Request => "internet request",
        }
    }

    /// How its end is called.
    const fn ending(self) -> &'static str {
        match self {
            Self::PackageBuffer => "freed",
            _ => "closed",
        }
    }

    /// Memory and handles are numbered apart: a block may lie where a handle's number points.
    const fn is_memory(self) -> bool {
        matches!(self, Self::PackageBuffer)
    }

    /// Whether it is an access token.
    pub(crate) const fn is_token(self) -> bool {
        matches!(self, Self::ApplicationToken | Self::MachineToken)
    }

    /// Whether it is a socket, whoever closes it.
    pub(crate) const fn is_socket(self) -> bool {
        matches!(self, Self::Socket | Self::LentSocket)
    }

    /// Whether it is a handle of WinINet's.
    pub(crate) const fn is_internet(self) -> bool {
        matches!(self, Self::Session | Self::Connection | Self::Request)
    }
}

/// By what a thing is found: whether it is memory, and its value.
type Key = (bool, usize);

/// How many ended things are remembered one by one; of older ones only the range is known.
const MEMORY: usize = 16_384;

/// How many misuses are kept; further ones are counted.
const MISUSES: usize = 1_000;

/// The first handle. Descriptors of a real operating system stay below it.
const FIRST_HANDLE: usize = 0x0010_0004;

/// Everything that was handed out in one world.
#[derive(Debug)]
pub(crate) struct Ledger {
    next_handle: usize,
    open: HashMap<Key, Open>,
    ended: HashMap<Key, (Item, Entry)>,
    order: VecDeque<(Key, Entry)>,
    excused: HashSet<usize>,
    findings: Vec<Finding>,
    unlisted: u64,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            next_handle: FIRST_HANDLE,
            open: HashMap::new(),
            ended: HashMap::new(),
            order: VecDeque::new(),
            excused: HashSet::new(),
            findings: Vec::new(),
            unlisted: 0,
        }
    }
}

/// Something that is open, and whether an audit has reported it.
#[derive(Clone, Copy, Debug)]
struct Open {
    item: Item,
    reported: bool,
}

/// Why a handle cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It was never handed out, or is no longer open.
    Invalid,
    /// It is open, and another kind of thing.
    OtherKind,
}

impl Ledger {
    /// A new handle value: a multiple of four, as those of Windows, and never given twice.
    pub(crate) fn new_handle(&mut self) -> usize {
        let handle = self.next_handle;
        self.next_handle = handle.wrapping_add(4);
        handle
    }

    /// Enters something that was handed out.
    pub(crate) fn give(&mut self, kind: Kind, value: usize, from: Option<Entry>) {
        let key = (kind.is_memory(), value);
        self.ended.remove(&key);
        self.excused.remove(&value);
        let item = Item { kind, value, from };
        self.open.insert(
            key,
            Open {
                item,
                reported: false,
            },
        );
    }

    /// Makes a handle of this kind and enters it.
    pub(crate) fn give_handle(&mut self, kind: Kind, from: Entry) -> usize {
        let handle = self.new_handle();
        self.give(kind, handle, Some(from));
        handle
    }

    /// What is open under this handle.
    pub(crate) fn open_handle(&self, value: usize) -> Option<Kind> {
        self.open.get(&(false, value)).map(|open| open.item.kind)
    }

    /// Checks a handle that `by` wants to use; a use after the end is a finding.
    pub(crate) fn check(
        &mut self,
        value: usize,
        by: Entry,
        fits: impl Fn(Kind) -> bool,
    ) -> Result<Kind, Refusal> {
        let key = (false, value);
        match self.open.get(&key) {
            Some(open) if fits(open.item.kind) => Ok(open.item.kind),
            Some(_) => Err(Refusal::OtherKind),
            None => {
                if let Some(&(item, ended)) = self.ended.get(&key) {
                    self.note(Finding::UsedAfterEnd { item, ended, by });
                }
                Err(Refusal::Invalid)
            }
        }
    }

    /// Ends something. Ending what is not open, or is something else, is a finding.
    pub(crate) fn end(
        &mut self,
        memory: bool,
        value: usize,
        by: Entry,
        fits: impl Fn(Kind) -> bool,
    ) -> Result<Kind, Refusal> {
        let key = (memory, value);
        match self.open.get(&key).map(|open| open.item) {
            Some(item) if fits(item.kind) => {
                self.open.remove(&key);
                self.remember(key, item, by);
                Ok(item.kind)
            }
            Some(item) => {
                self.note(Finding::WrongEnd { item, by });
                Err(Refusal::OtherKind)
            }
            None => {
                let finding = match self.ended.get(&key) {
                    Some(&(item, ended)) => Finding::EndedTwice {
                        item,
                        ended,
                        again: by,
                    },
                    None if self.excused.contains(&value) => return Err(Refusal::Invalid),
                    None => Finding::NeverHandedOut { value, by },
                };
                self.note(finding);
                Err(Refusal::Invalid)
            }
        }
    }

    /// A number that a fault made up looks like a handle: closing it is no misuse.
    pub(crate) fn excuse(&mut self, value: usize) {
        if value != 0 && !self.open.contains_key(&(false, value)) {
            self.excused.insert(value);
        }
    }

    /// Ends something of the test's own, without a call and without a finding.
    pub(crate) fn end_quietly(&mut self, value: usize) -> bool {
        self.open.remove(&(false, value)).is_some()
    }

    fn remember(&mut self, key: Key, item: Item, by: Entry) {
        self.ended.insert(key, (item, by));
        self.order.push_back((key, by));
        if self.order.len() > MEMORY {
            // An address that was handed out again since has ended later, too.
            let oldest = self.order.pop_front();
            let gone = oldest.filter(|(key, by)| {
                let ended = self.ended.get(key);
                ended.is_some_and(|(_, last)| last == by)
            });
            if let Some((key, _)) = gone {
                self.ended.remove(&key);
            }
        }
    }

    /// Writes down a misuse.
    pub(crate) fn note(&mut self, finding: Finding) {
        if self.findings.len() < MISUSES {
            self.findings.push(finding);
        } else {
            self.unlisted += 1;
        }
    }

    /// How many things of which `counts` says so are open.
    pub(crate) fn outstanding(&self, counts: impl Fn(Kind) -> bool) -> usize {
        self.open
            .values()
            .filter(|open| counts(open.item.kind))
            .count()
    }

    /// What is open and was not reported yet, in the order of handing out. Sockets are their owners'
    /// business.
    pub(crate) fn report_leaks(&mut self) -> Vec<Item> {
        let mut leaks = Vec::new();
        for open in self.open.values_mut() {
            if !open.item.kind.is_socket() && !open.reported {
                open.reported = true;
                leaks.push(open.item);
            }
        }
        leaks.sort_unstable_by_key(|item| (item.from.map(|entry| entry.number), item.value));
        leaks
    }

    /// Takes the findings so far out of the ledger.
    pub(crate) fn take_findings(&mut self) -> (Vec<Finding>, u64) {
        (
            std::mem::take(&mut self.findings),
            std::mem::take(&mut self.unlisted),
        )
    }
}

/// One thing that is wrong in the ledger.
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
