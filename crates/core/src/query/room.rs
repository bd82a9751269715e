//! How much room an answer is given, and for how long it may grow.

use winsec_ffi::{WSA_ERROR, WSAEFAULT, WSAEMSGSIZE};

use crate::error::{Call, Error, ErrorKind, Result};
use crate::sys::Failure;

/// How often the system may be asked.
const MAX_TRIES: u32 = 4;

/// The most room that an answer is given, in bytes: a thousand times what any documented one takes.
const MAX_ROOM: u32 = 64 * 1024;

/// The room that an answer is given, and how often it has grown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    bytes: usize,
    tries: u32,
}

impl Room {
    /// The room that an overlapped query begins with. Its memory comes from the heap anyway, and
    /// a failure that comes later need not tell how much would have been enough.
    pub(crate) const OVERLAPPED: Self = Self::new(512);

    pub(crate) const fn new(bytes: usize) -> Self {
        Self { bytes, tries: 1 }
    }

    pub(crate) const fn bytes(self) -> usize {
        self.bytes
    }

    /// Makes the room that a failed query asks for.
    ///
    /// # Errors
    ///
    /// The failure itself when it does not ask for room; otherwise when the system asks for too
    /// much, or too often.
    pub(crate) fn grow(&mut self, failure: Failure) -> Result<()> {
        if !is_size_complaint(failure.code) || failure.len as usize <= self.bytes {
            return Err(Error::winsock(Call::QuerySecurity, failure.code));
        }
        self.grow_to(failure.len)
    }

    /// The same for a failure that came later, which need not tell how much room it takes: it is
    /// given all there is then.
    pub(crate) fn grow_blindly(&mut self, failure: Failure) -> Result<()> {
        let silent = failure.len as usize <= self.bytes && self.bytes < MAX_ROOM as usize;
        if is_size_complaint(failure.code) && silent {
            return self.grow_to(MAX_ROOM);
        }
        self.grow(failure)
    }

    fn grow_to(&mut self, needed: u32) -> Result<()> {
        if needed > MAX_ROOM {
            let kind = ErrorKind::HugeAnswer {
                needed,
                limit: MAX_ROOM,
            };
            return Err(Error::own(Call::QuerySecurity, kind));
        }
        if self.tries == MAX_TRIES {
            let kind = ErrorKind::UnsettledSize {
                needed,
                tries: MAX_TRIES,
            };
            return Err(Error::own(Call::QuerySecurity, kind));
        }
        self.tries += 1;
        self.bytes = needed as usize;
        Ok(())
    }
}

/// Whether a failure may mean that the buffer is too small. The pages contradict each other about
/// the code, so either counts.
pub(super) const fn is_size_complaint(code: WSA_ERROR) -> bool {
    matches!(code, WSAEFAULT | WSAEMSGSIZE)
}
