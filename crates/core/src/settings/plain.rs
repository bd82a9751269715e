//! Settings that name no policy of their own.

use core::mem::offset_of;

use winsec_ffi::SOCKET_SECURITY_SETTINGS;

use crate::error::{Call, Result};
use crate::flags::SettingsFlags;
use crate::os::AsSocket;
use crate::overlapped::{Blob, Operation};
use crate::protocol::Protocol;
use crate::route::Route;
use crate::sys::bytes_mut;

const SIZE: usize = size_of::<SOCKET_SECURITY_SETTINGS>();
const WORDS: usize = SIZE.div_ceil(8);

/// Security settings for a new socket.
///
/// They are applied once, to a socket that is neither bound nor connected, so not to the types of
/// `std::net`, which have gone further when a program gets them; make the socket with socket2 or
/// `WSASocketW`. The system makes the socket's address exclusive as it applies them. Closing the
/// socket takes the settings back.
///
/// ```no_run
/// # // Not run: std has no socket that is neither bound nor connected.
/// # fn new_socket() -> winsec_core::os::OwnedSocket { loop {} }
/// use winsec_core::Settings;
///
/// let socket = new_socket();
/// Settings::new().guarantee_encryption().apply(&socket)?;
/// # Ok::<(), winsec_core::Error>(())
/// ```
///
/// Sources: [`WSASetSocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsasetsocketsecurity),
/// [`SOCKET_SECURITY_SETTINGS`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_settings).
#[doc(alias = "WSASetSocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_SETTINGS")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The flags of settings of the program's own; `None` stands for inherited ones.
    flags: Option<SettingsFlags>,
    route: Route,
}

impl Settings {
    /// Settings to be refined; as they are, security is on and clear text is never sent.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self {
            flags: Some(SettingsFlags::empty()),
            route: Route::default(),
        }
    }

    /// What the administrator's policy says, or, where there is none, the system's default policy.
    /// That one authenticates and protects against changes; it does not promise encryption.
    ///
    /// Refining these settings makes them settings of the program's own.
    #[must_use]
    #[inline]
    pub fn inherited() -> Self {
        Self {
            flags: None,
            route: Route::default(),
        }
    }

    /// Adds flags.
    #[must_use]
    #[inline]
    pub fn flags(mut self, flags: SettingsFlags) -> Self {
        *self.flags.get_or_insert_default() |= flags;
        self
    }

    /// Makes encryption mandatory: where it is impossible nothing is sent.
    #[doc(alias = "SOCKET_SETTINGS_GUARANTEE_ENCRYPTION")]
    #[must_use]
    #[inline]
    pub fn guarantee_encryption(self) -> Self {
        self.flags(SettingsFlags::GUARANTEE_ENCRYPTION)
    }

    /// Allows clear text, for example after a failed negotiation.
    #[doc(alias = "SOCKET_SETTINGS_ALLOW_INSECURE")]
    #[must_use]
    #[inline]
    pub fn allow_insecure(self) -> Self {
        self.flags(SettingsFlags::ALLOW_INSECURE)
    }

    /// Chooses between function and control code; right as it is unless both are to be compared.
    #[must_use]
    pub const fn route(mut self, route: Route) -> Self {
        self.route = route;
        self
    }

    /// The structure as the system reads it; `None` stands for the system's defaults.
    #[inline]
    fn encode(&self) -> Option<[u64; WORDS]> {
        let flags = self.flags?;
        let mut words = [0; WORDS];
        let out = bytes_mut(&mut words);
        let mut put = |at: usize, value: [u8; 4]| out[at..at + 4].copy_from_slice(&value);
        // Named as IPsec, the system would take the structure for the longer one of that protocol.
        let protocol = Protocol::SystemDefault.raw();
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS, SecurityProtocol),
            protocol.to_ne_bytes(),
        );
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS, SecurityFlags),
            flags.bits().to_ne_bytes(),
        );
        Some(words)
    }

    /// Applies them.
    ///
    /// # Errors
    ///
    /// | kind | when |
    /// |---|---|
    /// | [`TooLate`](crate::ErrorKind::TooLate) | the socket is bound, listens or is connected; no call was made |
    /// | [`AlreadyConnected`](crate::ErrorKind::AlreadyConnected) | the system says that it is connected |
    /// | [`AddressFamilyNotSupported`](crate::ErrorKind::AddressFamilyNotSupported) | the address family is not supported |
    /// | [`InvalidInput`](crate::ErrorKind::InvalidInput) | the socket is of another kind, or the system refuses a value |
    /// | [`BufferSize`](crate::ErrorKind::BufferSize) | the system takes the settings to be longer |
    /// | [`NotASocket`](crate::ErrorKind::NotASocket) | the descriptor is not a socket |
    /// | [`NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem) | the system has no secure socket extensions; so answers Wine |
    /// | [`PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported) | this is not Windows |
    ///
    /// Applying settings a second time fails, too, with a code that no page documents.
    #[doc(alias = "WSASetSocketSecurity")]
    pub fn apply(&self, socket: &(impl AsSocket + ?Sized)) -> Result<()> {
        match self.encode() {
            Some(words) => super::apply(socket, self.route, &words, SIZE),
            None => super::apply(socket, self.route, &[], 0),
        }
    }

    /// Applies them without waiting.
    ///
    /// # Errors
    ///
    /// As for [`apply`](Self::apply), where the system refuses at once; what it finds later comes
    /// as the operation's result. [`OutOfMemory`](crate::ErrorKind::OutOfMemory) when there is no
    /// memory or no event for it.
    pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S, ()>> {
        let blob = match self.encode() {
            Some(words) => Blob::copy(Call::SetSecurity, &words, SIZE)?,
            None => Blob::none(),
        };
        super::start(socket, self.route, blob)
    }
}

impl Default for Settings {
    /// As [`new`](Self::new).
    fn default() -> Self {
        Self::new()
    }
}
