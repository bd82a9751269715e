//! What a package can do.

use core::fmt;

use winsec_ffi as ffi;

bitflags::bitflags! {
    /// What a package can do.
    ///
    /// A bit that this version has no name for is kept, compared and printed in hexadecimal.
    ///
    /// ```
    /// use winsec_sspi::Capabilities;
    ///
    /// let some = Capabilities::MUTUAL_AUTHENTICATION | Capabilities::from_bits_retain(1 << 31);
    /// assert_eq!(some.to_string(), "mutual-authentication, 0x80000000");
    /// ```
    ///
    /// Reference: [SecPkgInfoW](https://learn.microsoft.com/windows/win32/api/sspi/ns-sspi-secpkginfow).
    #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    #[doc(alias = "fCapabilities")]
    pub struct Capabilities: u32 {
        /// Messages can be signed and verified: `MakeSignature` and `VerifySignature` work.
        #[doc(alias = "SECPKG_FLAG_INTEGRITY")]
        const INTEGRITY = ffi::SECPKG_FLAGS::SECPKG_FLAG_INTEGRITY.bits();
        /// Messages can be encrypted and decrypted: `EncryptMessage` and `DecryptMessage` work.
        #[doc(alias = "SECPKG_FLAG_PRIVACY")]
        const PRIVACY = ffi::SECPKG_FLAGS::SECPKG_FLAG_PRIVACY.bits();
        /// The package looks at the token part of a message alone and ignores other buffers: passing
        /// them is a waste.
        #[doc(alias = "SECPKG_FLAG_TOKEN_ONLY")]
        const TOKEN_ONLY = ffi::SECPKG_FLAGS::SECPKG_FLAG_TOKEN_ONLY.bits();
        /// Authentication over datagrams is possible. For Kerberos this excludes user-to-user mode.
        #[doc(alias = "SECPKG_FLAG_DATAGRAM")]
        const DATAGRAM = ffi::SECPKG_FLAGS::SECPKG_FLAG_DATAGRAM.bits();
        /// Authentication over connections is possible.
        #[doc(alias = "SECPKG_FLAG_CONNECTION")]
        const CONNECTION = ffi::SECPKG_FLAGS::SECPKG_FLAG_CONNECTION.bits();
        /// One round trip is not enough: the exchange takes several messages.
        #[doc(alias = "SECPKG_FLAG_MULTI_REQUIRED")]
        const MULTIPLE_MESSAGES = ffi::SECPKG_FLAGS::SECPKG_FLAG_MULTI_REQUIRED.bits();
        /// The package serves clients alone; it cannot accept a connection.
        #[doc(alias = "SECPKG_FLAG_CLIENT_ONLY")]
        const CLIENT_ONLY = ffi::SECPKG_FLAGS::SECPKG_FLAG_CLIENT_ONLY.bits();
        /// Extended error information can be asked for.
        #[doc(alias = "SECPKG_FLAG_EXTENDED_ERROR")]
        const EXTENDED_ERRORS = ffi::SECPKG_FLAGS::SECPKG_FLAG_EXTENDED_ERROR.bits();
        /// A server can impersonate the client of a context.
        #[doc(alias = "SECPKG_FLAG_IMPERSONATION")]
        const IMPERSONATION = ffi::SECPKG_FLAGS::SECPKG_FLAG_IMPERSONATION.bits();
        /// Windows names are understood as principal and target names.
        #[doc(alias = "SECPKG_FLAG_ACCEPT_WIN32_NAME")]
        const WINDOWS_NAMES = ffi::SECPKG_FLAGS::SECPKG_FLAG_ACCEPT_WIN32_NAME.bits();
        /// Messages form a stream, so that a read may hold less or more than one of them (as TLS
        /// records do).
        #[doc(alias = "SECPKG_FLAG_STREAM")]
        const STREAM = ffi::SECPKG_FLAGS::SECPKG_FLAG_STREAM.bits();
        /// Microsoft Negotiate may choose the package.
        #[doc(alias = "SECPKG_FLAG_NEGOTIABLE")]
        const NEGOTIABLE = ffi::SECPKG_FLAGS::SECPKG_FLAG_NEGOTIABLE.bits();
        /// The package speaks the tokens of the Generic Security Service API.
        #[doc(alias = "SECPKG_FLAG_GSS_COMPATIBLE")]
        const GSS_COMPATIBLE = ffi::SECPKG_FLAGS::SECPKG_FLAG_GSS_COMPATIBLE.bits();
        /// `LsaLogonUser` accepts the package.
        #[doc(alias = "SECPKG_FLAG_LOGON")]
        const LOGON = ffi::SECPKG_FLAGS::SECPKG_FLAG_LOGON.bits();
        /// Tokens are ASCII text rather than binary.
        #[doc(alias = "SECPKG_FLAG_ASCII_BUFFERS")]
        const ASCII_BUFFERS = ffi::SECPKG_FLAGS::SECPKG_FLAG_ASCII_BUFFERS.bits();
        /// A large token can be cut into pieces, which are passed in several calls.
        #[doc(alias = "SECPKG_FLAG_FRAGMENT")]
        const FRAGMENTATION = ffi::SECPKG_FLAGS::SECPKG_FLAG_FRAGMENT.bits();
        /// Client and server can authenticate to each other.
        #[doc(alias = "SECPKG_FLAG_MUTUAL_AUTH")]
        const MUTUAL_AUTHENTICATION = ffi::SECPKG_FLAGS::SECPKG_FLAG_MUTUAL_AUTH.bits();
        /// Credentials can be delegated to the server.
        #[doc(alias = "SECPKG_FLAG_DELEGATION")]
        const DELEGATION = ffi::SECPKG_FLAGS::SECPKG_FLAG_DELEGATION.bits();
        /// `EncryptMessage` can cover a buffer with a checksum instead of encrypting it in place.
        #[doc(alias = "SECPKG_FLAG_READONLY_WITH_CHECKSUM")]
        const READONLY_WITH_CHECKSUM = ffi::SECPKG_FLAGS::SECPKG_FLAG_READONLY_WITH_CHECKSUM.bits();
        /// Callers that run with a restricted token are served.
        #[doc(alias = "SECPKG_FLAG_RESTRICTED_TOKENS")]
        const RESTRICTED_TOKENS = ffi::SECPKG_FLAGS::SECPKG_FLAG_RESTRICTED_TOKENS.bits();
        /// The package extends Microsoft Negotiate; at most one package of a machine does.
        #[doc(alias = "SECPKG_FLAG_NEGO_EXTENDER")]
        const NEGOTIATE_EXTENDER = ffi::SECPKG_FLAGS::SECPKG_FLAG_NEGO_EXTENDER.bits();
        /// The package that extends Microsoft Negotiate may choose this one.
        #[doc(alias = "SECPKG_FLAG_NEGOTIABLE2")]
        const NEGOTIABLE2 = ffi::SECPKG_FLAGS::SECPKG_FLAG_NEGOTIABLE2.bits();
        /// Every call from an app container reaches the package.
        #[doc(alias = "SECPKG_FLAG_APPCONTAINER_PASSTHROUGH")]
        const APP_CONTAINER_PASSTHROUGH = ffi::SECPKG_FLAGS::SECPKG_FLAG_APPCONTAINER_PASSTHROUGH.bits();
        /// Calls from an app container reach the package when the caller may use the default
        /// credentials, aims at a proxy, or brings credentials of its own.
        #[doc(alias = "SECPKG_FLAG_APPCONTAINER_CHECKS")]
        const APP_CONTAINER_CHECKS = ffi::SECPKG_FLAGS::SECPKG_FLAG_APPCONTAINER_CHECKS.bits();
        /// Credential isolation (the LSA's protected mode) is on, by the name. Not documented; in
        /// headers and metadata.
        #[doc(alias = "SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED")]
        const CREDENTIAL_ISOLATION = ffi::SECPKG_FLAGS::SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED.bits();
        /// Loopback handling is applied, by the name. Not documented; in headers and metadata.
        #[doc(alias = "SECPKG_FLAG_APPLY_LOOPBACK")]
        const LOOPBACK = ffi::SECPKG_FLAGS::SECPKG_FLAG_APPLY_LOOPBACK.bits();

        const _ = !0;
    }
}

/// The names in lower case with hyphens, for people and command lines; bits without a name follow in
/// hexadecimal.
impl fmt::Display for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        let mut names = self.iter_names();
        for (name, _) in &mut names {
            f.write_str(separator)?;
            for part in name.chars() {
                let part = if part == '_' { '-' } else { part };
                write!(f, "{}", part.to_ascii_lowercase())?;
            }
            separator = ", ";
        }
        let rest = names.remaining().bits();
        if rest != 0 {
            write!(f, "{separator}0x{rest:X}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Capabilities(")?;
        bitflags::parser::to_writer(self, &mut *f)?;
        write!(f, ")")
    }
}
