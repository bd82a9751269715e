//! The emulator's own sockets.

use winsec_emulator::EmulatedSocket;

use super::socket::{AsRawSocket, AsSocket, BorrowedSocket, RawSocket};

impl AsRawSocket for EmulatedSocket {
    fn as_raw_socket(&self) -> RawSocket {
        // `SOCKET` is as wide as `RawSocket`.
        self.raw() as RawSocket
    }
}

impl AsSocket for EmulatedSocket {
    #[inline]
    fn as_socket(&self) -> BorrowedSocket<'_> {
        // SAFETY: the emulator keeps the socket open for as long as this value lives.
        unsafe { BorrowedSocket::borrow_raw(self.raw() as RawSocket) }
    }
}
