//! The outcome of an overlapped operation, asked for by its owner.

use winsec_ffi::{
    SOCKET, STATUS_PENDING, WSA_ERROR, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER,
    WSA_IO_INCOMPLETE, WSAEFAULT,
};

use super::status;
use crate::books::{Finding, Kind};
use crate::boundary::Visit;
use crate::memory::{Mailbox, Out};
use crate::sockets;

/// Gives the number of bytes that were transferred; waits for it if told to.
pub(crate) fn result(
    mut visit: Visit<'_>,
    socket: SOCKET,
    mailbox: Mailbox,
    transfer: Out<u32>,
    wait: bool,
    flags: Out<u32>,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    sockets::find(&mut visit.state, world.host(), socket, by)?;
    if mailbox.is_null() || transfer.is_null() || flags.is_null() {
        return Err(WSAEFAULT);
    }
    if wait && mailbox.status() == STATUS_PENDING {
        if visit.state.operations.has_routine(mailbox) {
            visit.state.books.note(Finding::WaitedWithRoutine { by });
            return Err(WSA_INVALID_PARAMETER);
        }
        let event = mailbox.event().addr() & !1;
        if visit.state.books.open_handle(event) != Some(Kind::Event) {
            return Err(WSA_INVALID_HANDLE);
        }
        while mailbox.status() == STATUS_PENDING {
            visit = visit.wait(None).0;
        }
    }
    if mailbox.status() == STATUS_PENDING {
        return Err(WSA_IO_INCOMPLETE);
    }
    status::to_code(mailbox.status())?;
    transfer.put(mailbox.transferred());
    flags.put(0);
    Ok(())
}
