//! Settings that name IPsec policies and credentials of their own.

use core::mem::offset_of;

use winsec_ffi::SOCKET_SECURITY_SETTINGS_IPSEC as RAW;

use super::credentials::Credentials;
use crate::error::{Call, Result};
use crate::flags::{IpsecFlags, SettingsFlags};
use crate::guid::Guid;
use crate::os::AsSocket;
use crate::overlapped::{Blob, Operation};
use crate::protocol::Protocol;
use crate::route::Route;
use crate::sys::bytes_mut;
use crate::text::{LengthUnit, append};

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

    /// Chooses the unit in which the credentials' lengths are told.
    #[must_use]
    pub const fn length_unit(mut self, unit: LengthUnit) -> Self {
        self.length_unit = unit;
        self
    }

    /// Chooses between function and control code; right as it is unless both are to be compared.
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
        let (len, room) = (size_of::<RAW>() + 2 * units, size_of::<RAW>() + 4 * units);
        let mut blob = Blob::zeroed(Call::SetSecurity, len, room)?;
        let out = bytes_mut(blob.words_mut());
        let mut put = |at: usize, value: &[u8]| out[at..at + value.len()].copy_from_slice(value);
        put(
            offset_of!(RAW, SecurityProtocol),
            &Protocol::Ipsec.raw().to_ne_bytes(),
        );
        put(
            offset_of!(RAW, SecurityFlags),
            &self.flags.bits().to_ne_bytes(),
        );
        put(
            offset_of!(RAW, IpsecFlags),
            &self.ipsec_flags.bits().to_ne_bytes(),
        );
        put(
            offset_of!(RAW, AuthipMMPolicyKey),
            &self.main_mode_policy.to_memory(),
        );
        put(
            offset_of!(RAW, AuthipQMPolicyKey),
            &self.quick_mode_policy.to_memory(),
        );
        let lengths = [
            offset_of!(RAW, UserNameStringLen),
            offset_of!(RAW, DomainNameStringLen),
            offset_of!(RAW, PasswordStringLen),
        ];
        for (at, text) in lengths.into_iter().zip(texts) {
            put(at, &self.length_unit.count(text.len()).to_ne_bytes());
        }
        append(out, offset_of!(RAW, AllStrings), &texts);
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
        super::apply(socket, self.route, blob.words(), blob.len())
    }

    /// Applies them without waiting. The copy of the credentials that the system reads is wiped
    /// once the operation has ended and its result has been taken.
    ///
    /// # Errors
    ///
    /// As for [`Settings::start`](crate::Settings::start).
    pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S, ()>> {
        super::start(socket, self.route, self.encode()?)
    }
}
