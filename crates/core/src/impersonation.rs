//! Acting as the peer on this thread, for as long as a guard lives.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::net::SocketAddr;
use core::ptr;
use std::io::Write;

use crate::backend::{Backend, backend};
use crate::error::{Call, Error, ErrorKind, Result};
use crate::os::{AsSocket, raw};
use crate::sys::{self, Address};

thread_local! {
    /// Whether a guard lives on this thread.
    #[cfg_attr(windows, allow(clippy::missing_const_for_thread_local, reason = "it is const"))]
    static IMPERSONATING: Cell<bool> = const { Cell::new(false) };
}

/// This thread acts as the peer for as long as this value lives.
///
/// The peer's user is taken where the system knows one, otherwise the peer's computer. A thread has
/// one impersonation at a time, and neither it nor a reference to it leaves its thread. Under an
/// executor of futures, do not hold it across an `await`: other tasks of the same thread would act
/// as the peer, too.
///
/// # Going back
///
/// Dropping the value goes back to the process's own identity. If the system fails to do that, the
/// thread would go on under somebody else's name without anybody noticing; so the failure is
/// printed to standard error and the **process is aborted**. [`revert`](Self::revert) reports the
/// failure instead, and gives the guard back with it, to [try again](RevertFailure::retry).
///
/// A guard that is leaked, with [`core::mem::forget`] for example, never goes back: the thread acts
/// as the peer until it ends, and each further impersonation on it fails with
/// [`AlreadyImpersonating`](ErrorKind::AlreadyImpersonating).
///
/// ```
/// # use std::net::{TcpListener, TcpStream};
/// use winsec_core::Impersonation;
///
/// # let listener = TcpListener::bind("127.0.0.1:0")?;
/// # let _client = TcpStream::connect(listener.local_addr()?)?;
/// let (stream, _) = listener.accept()?;
/// match Impersonation::of_stream(&stream) {
///     Ok(guard) => {
///         println!("opening the file as {guard:?}");
///         if let Err(failure) = guard.revert() {
///             eprintln!("still acting as the peer: {}", failure.error());
///             // Dropping the failure would end the process if the system fails again.
///             failure.retry().expect("the second try succeeds");
///         }
///     }
///     Err(error) => println!("cannot act as the peer: {error}"),
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// Sources: [`WSAImpersonateSocketPeer`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaimpersonatesocketpeer),
/// [`WSARevertImpersonation`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsarevertimpersonation).
#[doc(alias = "WSAImpersonateSocketPeer")]
#[must_use = "the impersonation ends when the guard is dropped"]
pub struct Impersonation {
    /// The identity belongs to a thread, so the guard must not leave it.
    thread: PhantomData<*const ()>,
}

impl Impersonation {
    /// Acts as the peer of a connected stream socket.
    ///
    /// A server calls it after accept. The socket has to be a blocking one.
    ///
    /// # Errors
    ///
    /// | kind | when |
    /// |---|---|
    /// | [`AlreadyImpersonating`](ErrorKind::AlreadyImpersonating) | a guard lives on this thread |
    /// | [`AddressFamilyNotSupported`](ErrorKind::AddressFamilyNotSupported) | the address family is not supported |
    /// | [`BadPointer`](ErrorKind::BadPointer) | the socket is connectionless: use [`of_peer`](Self::of_peer) |
    /// | [`NotASocket`](ErrorKind::NotASocket) | the descriptor is not a socket |
    /// | [`NotSupportedBySystem`](ErrorKind::NotSupportedBySystem) | the system lacks the function, for which there is no control code; so does Wine |
    /// | [`PlatformNotSupported`](ErrorKind::PlatformNotSupported) | this is not Windows |
    pub fn of_stream(socket: &(impl AsSocket + ?Sized)) -> Result<Self> {
        Self::begin(socket, None)
    }

    /// Acts as one peer of a datagram socket: the one that a datagram was received from.
    ///
    /// # Errors
    ///
    /// As for [`of_stream`](Self::of_stream), and [`BufferSize`](ErrorKind::BufferSize) when the
    /// address does not fit the socket.
    pub fn of_peer(socket: &(impl AsSocket + ?Sized), peer: SocketAddr) -> Result<Self> {
        Self::begin(socket, Some(Address::new(peer)))
    }

    fn begin(socket: &(impl AsSocket + ?Sized), peer: Option<Address>) -> Result<Self> {
        if IMPERSONATING.get() {
            return Err(Error::own(
                Call::Impersonate,
                ErrorKind::AlreadyImpersonating,
            ));
        }
        let (address, len) = peer
            .as_ref()
            .map_or((ptr::null(), 0), |peer| (peer.as_ptr(), peer.len()));
        // SAFETY: the address is null, or laid out for its family and as long as the length says.
        if unsafe { sys::WSAImpersonateSocketPeer(raw(socket), address, len) } != 0 {
            return Err(sys::winsock_error(Call::Impersonate));
        }
        IMPERSONATING.set(true);
        Ok(Self {
            thread: PhantomData,
        })
    }

    /// Goes back to the process's own identity.
    ///
    /// # Errors
    ///
    /// When the system fails to: the thread still acts as the peer then. The failure holds the
    /// guard, to [try again](RevertFailure::retry) with; dropping it tries once more, and aborts
    /// the process if that fails, too.
    #[doc(alias = "WSARevertImpersonation")]
    pub fn revert(self) -> core::result::Result<(), RevertFailure> {
        match revert() {
            Ok(()) => {
                core::mem::forget(self);
                Ok(())
            }
            Err(error) => Err(RevertFailure { error, guard: self }),
        }
    }

    /// Who let this thread act as the peer.
    #[must_use]
    pub fn backend(&self) -> Backend {
        backend()
    }
}

/// Goes back to the process's own identity, and notes it.
fn revert() -> Result<()> {
    // SAFETY: it takes nothing; the impersonation was begun on this thread.
    if unsafe { sys::WSARevertImpersonation() } != 0 {
        return Err(sys::winsock_error(Call::Revert));
    }
    IMPERSONATING.set(false);
    Ok(())
}

impl Drop for Impersonation {
    /// Goes back to the process's own identity, or aborts the process; see
    /// [the type](Impersonation#going-back).
    fn drop(&mut self) {
        if let Err(error) = revert() {
            // The process ends either way, so nothing is lost when nobody can read it.
            let _ = writeln!(
                std::io::stderr(),
                "a thread cannot stop acting as its peer, so the process ends: {error}"
            );
            std::process::abort();
        }
    }
}

impl fmt::Debug for Impersonation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Impersonation{}", self.backend().mark())
    }
}

/// A failure to go back to the process's own identity, with the guard that is still in force.
///
/// It does not convert into [`Error`]: the conversion would drop the guard, whose drop tries once more
/// and may end the process, behind the `?` that asked for it.
///
/// ```compile_fail,E0277
/// fn act_and_return(guard: winsec_core::Impersonation) -> winsec_core::Result<()> {
///     guard.revert()?;
///     Ok(())
/// }
/// ```
#[must_use = "dropping it tries once more, and ends the process if that fails, too"]
#[derive(Debug)]
pub struct RevertFailure {
    error: Error,
    guard: Impersonation,
}

impl RevertFailure {
    /// Why the system could not.
    #[must_use]
    pub const fn error(&self) -> Error {
        self.error
    }

    /// Tries again.
    ///
    /// # Errors
    ///
    /// As for [`Impersonation::revert`].
    pub fn retry(self) -> core::result::Result<(), Self> {
        self.guard.revert()
    }
}

impl fmt::Display for RevertFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this thread still acts as its peer")
    }
}

impl core::error::Error for RevertFailure {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.error)
    }
}
