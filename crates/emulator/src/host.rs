//! The port to what is real: a world of its own, or a machine that runs Windows.

use std::fmt;

use winsec_ffi::{SOCKET, WSA_ERROR};

use crate::overlapped::Routine;
use crate::scenario::SocketFacts;
use crate::threads;

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

    /// A token with this access mask for a peer; `None` leaves it to the books to make a handle up.
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
        threads::set_last_error(code);
    }

    fn current_thread(&self) -> u64 {
        threads::number()
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
