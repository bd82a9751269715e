//! Closing a handle of WinINet's, with everything that was made from it.

use winsec_ffi::{ERROR_INVALID_HANDLE, HINTERNET, WIN32_ERROR};

use super::exchange::{abandon, hang_up};
use super::{Handle, Idle};
use crate::books::Kind;
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::world::State;

/// Closes a handle, and first the handles that were made from it.
pub(crate) fn close(mut visit: Visit<'_>, handle: HINTERNET) -> Result<(), WIN32_ERROR> {
    let by = visit.entry;
    close_tree(&mut visit.state, handle.addr(), by)
}

fn close_tree(state: &mut State, handle: usize, by: Entry) -> Result<(), WIN32_ERROR> {
    if state
        .books
        .open_handle(handle)
        .is_some_and(Kind::is_internet)
    {
        for child in state.internet.children(handle) {
            close_tree(state, child, by)?;
        }
        abandon(state, handle, by);
    }
    let ended = state.books.end(false, handle, by, Kind::is_internet);
    ended.map_err(|_| ERROR_INVALID_HANDLE)?;
    state.internet.handles.remove(&handle);
    let mut handles = state.internet.handles.values();
    if !handles.any(|handle| matches!(handle, Handle::Session(_))) {
        for Idle { socket, .. } in std::mem::take(&mut state.internet.idle) {
            hang_up(state, socket, by);
        }
    }
    Ok(())
}
