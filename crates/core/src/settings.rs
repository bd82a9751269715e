//! Turning security on for a socket, before it is used.

use core::fmt;
use core::mem::offset_of;

use winsec_ffi::{SOCKET_SECURITY_SETTINGS, SOCKET_SECURITY_SETTINGS_IPSEC};

use crate::error::{Call, Error, ErrorKind, Result};
use crate::flags::{IpsecFlags, SettingsFlags};
use crate::guid::Guid;
use crate::os::{AsSocket, raw};
use crate::overlapped::{Blob, Operation, Request};
use crate::protocol::Protocol;
use crate::sys::{self, Route, Target, bytes_mut};
use crate::text::{LengthUnit, Text, append, secret};

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

    /// Chooses between function and control code, for tests that compare the two.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
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
            Some(words) => apply(socket, self.route, &words, SIZE),
            None => apply(socket, self.route, &[], 0),
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
        start(socket, self.route, blob)
    }
}

impl Default for Settings {
    /// As [`new`](Self::new).
    fn default() -> Self {
        Self::new()
    }
}

/// Security settings for a new socket, with IPsec policies and credentials of the program's own.
///
/// When they may be applied, and to which sockets, is as for [`Settings`](crate::Settings). The
/// keys are those of provider contexts that were added to the Windows Filtering Platform before,
/// with `FwpmProviderContextAdd0`; without one the default policy counts.
///
/// ```no_run
/// # // Not run: std has no socket that is neither bound nor connected.
/// # fn new_socket() -> winsec_core::os::OwnedSocket { loop {} }
/// use winsec_core::{Credentials, Guid, IpsecSettings};
///
/// let policy = Guid::from_u128(0x8a3f0f6e_5c1d_4f0e_9a53_1c2b7d64e901);
/// IpsecSettings::new()
///     .guarantee_encryption()
///     .quick_mode_policy(policy)
///     .credentials(Credentials::new("backup", "EXAMPLE", "correct horse")?)
///     .apply(&new_socket())?;
/// # Ok::<(), winsec_core::Error>(())
/// ```
///
/// Sources: [`WSASetSocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsasetsocketsecurity),
/// [`SOCKET_SECURITY_SETTINGS_IPSEC`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_settings_ipsec).
#[doc(alias = "WSASetSocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_SETTINGS_IPSEC")]
#[derive(Debug, Clone, Default)]
pub struct IpsecSettings {
    flags: SettingsFlags,
    ipsec_flags: IpsecFlags,
    main_mode_policy: Guid,
    quick_mode_policy: Guid,
    credentials: Option<Credentials>,
    length_unit: LengthUnit,
    route: Route,
}

impl IpsecSettings {
    /// Settings to be refined; as they are, the default policy counts and clear text is never sent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds flags.
    #[must_use]
    pub fn flags(mut self, flags: SettingsFlags) -> Self {
        self.flags |= flags;
        self
    }

    /// Makes encryption mandatory: where it is impossible nothing is sent.
    #[doc(alias = "SOCKET_SETTINGS_GUARANTEE_ENCRYPTION")]
    #[must_use]
    pub fn guarantee_encryption(self) -> Self {
        self.flags(SettingsFlags::GUARANTEE_ENCRYPTION)
    }

    /// Adds flags of IPsec's own.
    #[doc(alias = "IpsecFlags")]
    #[must_use]
    pub fn ipsec_flags(mut self, flags: IpsecFlags) -> Self {
        self.ipsec_flags |= flags;
        self
    }

    /// Names the provider context with the main mode's policy. [`Guid::ZERO`] names none.
    #[doc(alias = "AuthipMMPolicyKey")]
    #[must_use]
    pub const fn main_mode_policy(mut self, key: Guid) -> Self {
        self.main_mode_policy = key;
        self
    }

    /// Names the provider context with the quick mode's policy. [`Guid::ZERO`] names none.
    #[doc(alias = "AuthipQMPolicyKey")]
    #[must_use]
    pub const fn quick_mode_policy(mut self, key: Guid) -> Self {
        self.quick_mode_policy = key;
        self
    }

    /// Authenticates as this user.
    #[doc(alias = "UserNameStringLen")]
    #[doc(alias = "DomainNameStringLen")]
    #[doc(alias = "PasswordStringLen")]
    #[must_use]
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Chooses the unit in which the credentials' lengths are told, for tests of both.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
    #[must_use]
    pub const fn length_unit(mut self, unit: LengthUnit) -> Self {
        self.length_unit = unit;
        self
    }

    /// Chooses between function and control code, for tests that compare the two.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
    #[must_use]
    pub const fn route(mut self, route: Route) -> Self {
        self.route = route;
        self
    }

    fn encode(&self) -> Result<Blob> {
        let texts = self
            .credentials
            .as_ref()
            .map_or([&[][..]; 3], Credentials::texts);
        let units: usize = texts.iter().map(|text| text.len()).sum();
        // Room for the case that the system reads a length in bytes as one in characters.
        let (len, room) = (
            size_of::<SOCKET_SECURITY_SETTINGS_IPSEC>() + 2 * units,
            size_of::<SOCKET_SECURITY_SETTINGS_IPSEC>() + 4 * units,
        );
        let mut blob = Blob::zeroed(Call::SetSecurity, len, room)?;
        let out = bytes_mut(blob.words_mut());
        let mut put = |at: usize, value: &[u8]| out[at..at + value.len()].copy_from_slice(value);
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, SecurityProtocol),
            &Protocol::Ipsec.raw().to_ne_bytes(),
        );
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, SecurityFlags),
            &self.flags.bits().to_ne_bytes(),
        );
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, IpsecFlags),
            &self.ipsec_flags.bits().to_ne_bytes(),
        );
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, AuthipMMPolicyKey),
            &self.main_mode_policy.to_memory(),
        );
        put(
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, AuthipQMPolicyKey),
            &self.quick_mode_policy.to_memory(),
        );
        let lengths = [
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, UserNameStringLen),
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, DomainNameStringLen),
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, PasswordStringLen),
        ];
        for (at, text) in lengths.into_iter().zip(texts) {
            put(at, &self.length_unit.count(text.len()).to_ne_bytes());
        }
        append(
            out,
            offset_of!(SOCKET_SECURITY_SETTINGS_IPSEC, AllStrings),
            &texts,
        );
        Ok(blob)
    }

    /// Applies them. The copy of the credentials that the system reads is wiped afterwards, also
    /// after a failure.
    ///
    /// # Errors
    ///
    /// As for [`Settings::apply`](crate::Settings::apply); here
    /// [`InvalidInput`](crate::ErrorKind::InvalidInput) may also mean that a policy key is unknown.
    #[doc(alias = "WSASetSocketSecurity")]
    pub fn apply(&self, socket: &(impl AsSocket + ?Sized)) -> Result<()> {
        let blob = self.encode()?;
        apply(socket, self.route, blob.words(), blob.len())
    }

    /// Applies them without waiting. The copy of the credentials that the system reads is wiped
    /// once the operation has ended and its result has been taken.
    ///
    /// # Errors
    ///
    /// As for [`Settings::start`](crate::Settings::start).
    pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S, ()>> {
        start(socket, self.route, self.encode()?)
    }
}

/// A user's name, domain and password. They are wiped from memory when this value goes, and so is
/// each copy that is made for the system once the system is done with it.
///
/// `Debug` shows neither of them.
///
/// Source: [`SOCKET_SECURITY_SETTINGS_IPSEC`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_settings_ipsec).
#[derive(Clone)]
pub struct Credentials {
    user: Text,
    domain: Text,
    password: Text,
}

impl Credentials {
    /// Credentials of these three texts, of which any may be empty.
    ///
    /// The texts given here are the caller's, and stay as they are in the caller's memory.
    ///
    /// # Errors
    ///
    /// [`InvalidText`](crate::ErrorKind::InvalidText) when one contains a NUL character or is
    /// longer than [`MAX_TEXT_UNITS`](crate::MAX_TEXT_UNITS).
    pub fn new(user: &str, domain: &str, password: &str) -> Result<Self> {
        let text = |text| secret(text).map_err(|error| Error::text(Call::SetSecurity, error));
        Ok(Self {
            user: text(user)?,
            domain: text(domain)?,
            password: text(password)?,
        })
    }

    /// The three texts in the order in which the system takes them.
    fn texts(&self) -> [&[u16]; 3] {
        [&self.user, &self.domain, &self.password]
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(not shown)")
    }
}

/// Refuses a socket that is too far in its life for settings.
#[inline]
fn check_stage(socket: &(impl AsSocket + ?Sized)) -> Result<()> {
    match sys::stage(raw(socket)) {
        Some(stage) => Err(Error::own(Call::SetSecurity, ErrorKind::TooLate(stage))),
        None => Ok(()),
    }
}

/// Hands settings over, `len` bytes of words; none stand for the defaults.
#[inline]
fn apply(socket: &(impl AsSocket + ?Sized), route: Route, words: &[u64], len: usize) -> Result<()> {
    check_stage(socket)?;
    let target = Target::new(Call::SetSecurity, route.way(), raw(socket));
    sys::set(target, words, len).map_err(|code| Error::winsock(Call::SetSecurity, code))
}

/// Hands settings over without waiting.
fn start<S: AsSocket>(socket: S, route: Route, blob: Blob) -> Result<Operation<S, ()>> {
    check_stage(&socket)?;
    Operation::start(Call::SetSecurity, route, socket, Request::Data(blob))
}
