//! Who a socket's connections authenticate as.

use core::fmt;

use crate::error::{Call, Result};
use crate::text::{Text, encode};

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
        let text = |text| encode(Call::SetSecurity, text);
        Ok(Self {
            user: text(user)?,
            domain: text(domain)?,
            password: text(password)?,
        })
    }

    /// The three texts in the order in which the system takes them.
    pub(super) fn texts(&self) -> [&[u16]; 3] {
        [&self.user, &self.domain, &self.password]
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(not shown)")
    }
}
