//! Events, and waiting for them.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use winsec_ffi::INFINITE;

use crate::books::{Kind, Refusal};
use crate::boundary::Visit;

#[derive(Clone, Copy, Debug)]
struct Event {
    manual: bool,
    signalled: bool,
}

/// The events of a world, by handle.
#[derive(Debug, Default)]
pub(crate) struct Events {
    events: HashMap<usize, Event>,
}

impl Events {
    pub(crate) fn insert(&mut self, handle: usize, manual: bool, signalled: bool) {
        self.events.insert(handle, Event { manual, signalled });
    }

    pub(crate) fn remove(&mut self, handle: usize) {
        self.events.remove(&handle);
    }

    /// Signals or resets an event; a handle that is none of them is left alone.
    pub(crate) fn set(&mut self, handle: usize, signalled: bool) {
        if let Some(event) = self.events.get_mut(&handle) {
            event.signalled = signalled;
        }
    }

    pub(crate) fn is_signalled(&self, handle: usize) -> bool {
        self.events
            .get(&handle)
            .is_some_and(|event| event.signalled)
    }

    /// Ends a wait that was satisfied: an event that resets itself does.
    pub(crate) fn consume(&mut self, handle: usize) {
        if let Some(event) = self.events.get_mut(&handle) {
            event.signalled &= event.manual;
        }
    }
}

/// Makes an event.
pub(crate) fn create(visit: &mut Visit<'_>, manual: bool, signalled: bool) -> usize {
    let handle = visit.state.books.give_handle(Kind::Event, visit.entry);
    visit.state.events.insert(handle, manual, signalled);
    handle
}

/// Signals or resets an event that has to be one.
pub(crate) fn set(visit: &mut Visit<'_>, handle: usize, signalled: bool) -> Result<(), Refusal> {
    visit
        .state
        .books
        .check(handle, visit.entry, |kind| kind == Kind::Event)?;
    visit.state.events.set(handle, signalled);
    visit.world.changed();
    Ok(())
}

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waited {
    /// This event, counted from zero, ended it.
    Signalled(u32),
    /// A completion routine is ready to run on this thread.
    Routine,
    /// The time is over.
    TimedOut,
}

/// When a time of so many milliseconds is over; `None` if it never is.
pub(crate) fn deadline(milliseconds: u32) -> Option<Instant> {
    if milliseconds == INFINITE {
        return None;
    }
    Instant::now().checked_add(Duration::from_millis(milliseconds.into()))
}

/// Waits for one or all of some events. The handles have been checked.
pub(crate) fn wait(
    mut visit: Visit<'_>,
    handles: &[usize],
    all: bool,
    limit: Option<Instant>,
    alertable: bool,
) -> Waited {
    let thread = visit.world.host().current_thread();
    loop {
        let state = &mut *visit.state;
        let ready = |handle: &usize| state.events.is_signalled(*handle);
        let ended = if all {
            handles.iter().all(ready).then_some(0)
        } else {
            handles.iter().position(ready)
        };
        if let Some(index) = ended.filter(|_| !handles.is_empty()) {
            let consumed = if all {
                handles
            } else {
                &handles[index..=index]
            };
            for handle in consumed {
                state.events.consume(*handle);
            }
            return Waited::Signalled(index as u32);
        }
        if alertable
            && state
                .routines
                .get(&thread)
                .is_some_and(|queue| !queue.is_empty())
        {
            return Waited::Routine;
        }
        let (again, in_time) = visit.wait(limit);
        visit = again;
        if !in_time {
            return Waited::TimedOut;
        }
    }
}
