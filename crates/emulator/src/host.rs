//! What is outside of a scenario: sockets, threads and tokens, simulated or of a machine that runs Windows.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are const, which clippy 1.96 does not see where the system keeps them"
)]

use std::cell::Cell;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use winsec_ffi::{OVERLAPPED, SOCKET, WSA_ERROR};

use crate::memory::Mailbox;
use crate::scenario::SocketFacts;

/// What the six secure-socket functions need from outside the scenario.
///
/// [`Simulated`] is a world of its own, where nothing is outside. The stand-in `fwpuclnt.dll` has the
/// other implementation, which asks Windows.
pub trait Host: fmt::Debug + Send + Sync {
    /// What a socket is that the world does not know; `None` if it is no socket.
    fn observe(&self, socket: SOCKET) -> Option<SocketFacts>;

    /// Makes `code` the calling thread's last error.
    fn set_last_error(&self, code: u32);

    /// A number for the calling thread, by which [`Host::queue`] finds it.
    fn current_thread(&self) -> u64;

    /// A token with this access mask for a peer; `None` has the ledger make a handle up.
    ///
    /// # Errors
    ///
    /// The system gives none.
    fn open_token(&self, access: u32) -> Result<Option<usize>, WSA_ERROR>;

    /// Whether a token that [`Host::open_token`] gave is still open.
    fn is_open(&self, token: usize) -> bool;

    /// Signals an event; `false` if it is none of the host's.
    fn signal(&self, event: usize) -> bool;

    /// Queues a completion routine to a thread; gives it back if the host has no such queues.
    ///
    /// # Errors
    ///
    /// The routine, for the world to queue it.
    fn queue(&self, thread: u64, routine: Routine) -> Result<(), Routine>;

    /// Gives the socket the exclusive use of its address, as setting its security does.
    fn claim_address(&self, socket: SOCKET);

    /// Whether the socket has the exclusive use of its address; `None` if the host does not know.
    fn has_claimed_address(&self, socket: SOCKET) -> Option<bool>;

    /// Makes the calling thread run under another identity.
    ///
    /// # Errors
    ///
    /// The system refuses.
    fn impersonate(&self) -> Result<(), WSA_ERROR>;

    /// Makes the calling thread run under its own identity again.
    ///
    /// # Errors
    ///
    /// The system refuses.
    fn revert(&self) -> Result<(), WSA_ERROR>;
}

/// A world of its own: all that there is, is in the scenario.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::exhaustive_structs,
    reason = "it is named as a value, and holds nothing"
)]
pub struct Simulated;

impl Host for Simulated {
    fn observe(&self, _: SOCKET) -> Option<SocketFacts> {
        None
    }

    fn set_last_error(&self, code: u32) {
        set_last_error(code);
    }

    fn current_thread(&self) -> u64 {
        thread_number()
    }

    fn open_token(&self, _: u32) -> Result<Option<usize>, WSA_ERROR> {
        Ok(None)
    }

    fn is_open(&self, _: usize) -> bool {
        true
    }

    fn signal(&self, _: usize) -> bool {
        false
    }

    fn queue(&self, _: u64, routine: Routine) -> Result<(), Routine> {
        Err(routine)
    }

    fn claim_address(&self, _: SOCKET) {}

    fn has_claimed_address(&self, _: SOCKET) -> Option<bool> {
        None
    }

    fn impersonate(&self) -> Result<(), WSA_ERROR> {
        Ok(())
    }

    fn revert(&self) -> Result<(), WSA_ERROR> {
        Ok(())
    }
}

/// A completion routine with what it is called with.
pub struct Routine {
    pub(crate) routine: unsafe extern "system" fn(WSA_ERROR, u32, *mut OVERLAPPED, u32),
    pub(crate) code: WSA_ERROR,
    pub(crate) transferred: u32,
    pub(crate) mailbox: Mailbox,
}

impl fmt::Debug for Routine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Routine")
            .field("code", &self.code)
            .field("transferred", &self.transferred)
            .finish_non_exhaustive()
    }
}

impl Routine {
    /// Calls it.
    ///
    /// # Safety
    ///
    /// Only on the thread that started the operation, in an alertable wait, once.
    pub unsafe fn call(self) {
        // SAFETY: the caller of the function that started the operation gave a routine that may be
        // called so, with its own OVERLAPPED.
        unsafe { (self.routine)(self.code, self.transferred, self.mailbox.raw(), 0) };
    }
}

thread_local! {
    static NUMBER: Cell<u64> = const { Cell::new(0) };
    static LAST_ERROR: Cell<u32> = const { Cell::new(0) };
}

/// This thread's number: from one, never used again.
pub(crate) fn thread_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NUMBER.with(|cell| {
        if cell.get() == 0 {
            cell.set(NEXT.fetch_add(1, Ordering::Relaxed));
        }
        cell.get()
    })
}

/// The code of this thread's last failure.
pub(crate) fn last_error() -> u32 {
    LAST_ERROR.get()
}

/// Sets the code of this thread's last failure.
pub(crate) fn set_last_error(code: u32) {
    LAST_ERROR.set(code);
}
