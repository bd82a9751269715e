//! Flag sets under their Rust names; bits without a name are kept and printed.

use bitflags::bitflags;
use winsec_ffi::{
    SOCKET_INFO_CONNECTION_ENCRYPTED, SOCKET_INFO_CONNECTION_IMPERSONATED,
    SOCKET_INFO_CONNECTION_SECURED, SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID,
    SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID, SOCKET_SETTINGS_ALLOW_INSECURE,
    SOCKET_SETTINGS_GUARANTEE_ENCRYPTION,
    SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED,
    SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION,
    SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT, SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION,
    TOKEN_ADJUST_DEFAULT, TOKEN_ADJUST_GROUPS, TOKEN_ADJUST_PRIVILEGES, TOKEN_ADJUST_SESSIONID,
    TOKEN_ASSIGN_PRIMARY, TOKEN_DUPLICATE, TOKEN_IMPERSONATE, TOKEN_QUERY, TOKEN_QUERY_SOURCE,
};

bitflags! {
    /// How a connection's traffic is protected, as the system reports it.
    ///
    /// Source: [`SOCKET_SECURITY_QUERY_INFO`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_query_info).
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    pub struct ConnectionFlags: u32 {
        /// A security protocol secures the traffic; without it the traffic flows in the clear.
        #[doc(alias = "SOCKET_INFO_CONNECTION_SECURED")]
        const SECURED = SOCKET_INFO_CONNECTION_SECURED.bits();
        /// The traffic is encrypted. Documented to come with `SECURED`; an answer in which it does
        /// not is passed on as it is.
        #[doc(alias = "SOCKET_INFO_CONNECTION_ENCRYPTED")]
        const ENCRYPTED = SOCKET_INFO_CONNECTION_ENCRYPTED.bits();
        /// Named in the headers, documented nowhere.
        #[doc(alias = "SOCKET_INFO_CONNECTION_IMPERSONATED")]
        const IMPERSONATED = SOCKET_INFO_CONNECTION_IMPERSONATED.bits();

        const _ = !0;
    }
}

bitflags! {
    /// The rights that a returned access token is opened with.
    ///
    /// Source: [access rights for access-token objects](https://learn.microsoft.com/windows/win32/secauthz/access-rights-for-access-token-objects).
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    pub struct TokenAccess: u32 {
        /// Attach it to a new process as its primary token.
        #[doc(alias = "TOKEN_ASSIGN_PRIMARY")]
        const ASSIGN_PRIMARY = TOKEN_ASSIGN_PRIMARY.bits();
        /// Duplicate it.
        #[doc(alias = "TOKEN_DUPLICATE")]
        const DUPLICATE = TOKEN_DUPLICATE.bits();
        /// Impersonate with it.
        #[doc(alias = "TOKEN_IMPERSONATE")]
        const IMPERSONATE = TOKEN_IMPERSONATE.bits();
        /// Read what it says: the user, the groups. Enough for most access checks.
        #[doc(alias = "TOKEN_QUERY")]
        const QUERY = TOKEN_QUERY.bits();
        /// Read who made it.
        #[doc(alias = "TOKEN_QUERY_SOURCE")]
        const QUERY_SOURCE = TOKEN_QUERY_SOURCE.bits();
        /// Enable and disable its privileges.
        #[doc(alias = "TOKEN_ADJUST_PRIVILEGES")]
        const ADJUST_PRIVILEGES = TOKEN_ADJUST_PRIVILEGES.bits();
        /// Enable and disable its groups.
        #[doc(alias = "TOKEN_ADJUST_GROUPS")]
        const ADJUST_GROUPS = TOKEN_ADJUST_GROUPS.bits();
        /// Change its default owner, primary group and access list.
        #[doc(alias = "TOKEN_ADJUST_DEFAULT")]
        const ADJUST_DEFAULT = TOKEN_ADJUST_DEFAULT.bits();
        /// Change its session.
        #[doc(alias = "TOKEN_ADJUST_SESSIONID")]
        const ADJUST_SESSION_ID = TOKEN_ADJUST_SESSIONID.bits();

        const _ = !0;
    }
}

bitflags! {
    /// The parts of an IPsec answer to ask for.
    ///
    /// The headers name them; no page documents them.
    #[doc(alias = "SOCKET_QUERY_IPSEC2_FIELD_MASK")]
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    pub struct Ipsec2Fields: u32 {
        /// The main mode's security association.
        #[doc(alias = "SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID")]
        const MAIN_MODE_SA = SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID.bits();
        /// The quick mode's security association.
        #[doc(alias = "SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID")]
        const QUICK_MODE_SA = SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID.bits();

        const _ = !0;
    }
}

bitflags! {
    /// What a socket's security settings demand.
    ///
    /// Source: [`SOCKET_SECURITY_SETTINGS`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_settings).
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct SettingsFlags: u32 {
        /// Encryption is mandatory: where it is impossible nothing is sent and no connection is
        /// made. The system's default policy alone does not promise encryption.
        #[doc(alias = "SOCKET_SETTINGS_GUARANTEE_ENCRYPTION")]
        const GUARANTEE_ENCRYPTION = SOCKET_SETTINGS_GUARANTEE_ENCRYPTION.bits();
        /// Clear text is allowed, for example after a failed negotiation. Without it packets are
        /// never sent in the clear. Together with `GUARANTEE_ENCRYPTION` its effect is documented
        /// nowhere.
        #[doc(alias = "SOCKET_SETTINGS_ALLOW_INSECURE")]
        const ALLOW_INSECURE = SOCKET_SETTINGS_ALLOW_INSECURE.bits();

        const _ = !0;
    }
}

bitflags! {
    /// What settings for IPsec demand beyond [`SettingsFlags`].
    ///
    /// Source: [`SOCKET_SECURITY_SETTINGS_IPSEC`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_security_settings_ipsec).
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct IpsecFlags: u32 {
        /// Create no filters: a policy, for example the domain's, covers this traffic already.
        #[doc(alias = "SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION")]
        const SKIP_FILTER_INSTANTIATION = SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION.bits();
        /// Named in the headers since Windows 7, documented nowhere.
        #[doc(alias = "SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION")]
        const OPTIONAL_PEER_NAME_VERIFICATION =
            SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION.bits();
        /// Named in the headers since Windows 7, documented nowhere.
        #[doc(alias = "SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED")]
        const ALLOW_FIRST_INBOUND_PACKET_UNENCRYPTED =
            SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED.bits();
        /// Named in the headers since Windows 7, documented nowhere.
        #[doc(alias = "SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT")]
        const PEER_NAME_IS_RAW_FORMAT = SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT.bits();

        const _ = !0;
    }
}
