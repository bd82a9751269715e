//! The books: what was handed out by which call, what became of it, and every misuse.

mod audit;
mod kind;

use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;

pub use self::audit::{Audit, Finding};
pub use self::kind::Kind;

use crate::calls::Entry;

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

/// By what a thing is found: whether it is memory, and its value.
type Key = (bool, usize);

/// How many ended things are remembered one by one; of older ones only the range is known.
const MEMORY: usize = 16_384;

/// How many misuses are kept; further ones are counted.
const MISUSES: usize = 1_000;

/// The first handle. Descriptors of a real operating system stay below it.
const FIRST_HANDLE: usize = 0x0010_0004;

/// The ledger of one world.
#[derive(Debug)]
pub(crate) struct Books {
    next_handle: usize,
    open: HashMap<Key, Open>,
    ended: HashMap<Key, (Item, Entry)>,
    order: VecDeque<(Key, Entry)>,
    excused: HashSet<usize>,
    findings: Vec<Finding>,
    unlisted: u64,
}

impl Default for Books {
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

impl Books {
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

    /// Takes the findings so far out of the books.
    pub(crate) fn take_findings(&mut self) -> (Vec<Finding>, u64) {
        (
            std::mem::take(&mut self.findings),
            std::mem::take(&mut self.unlisted),
        )
    }
}
