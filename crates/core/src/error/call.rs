//! The calls that an error can come from.

use core::fmt;

/// The call that an [`Error`](super::Error) comes from.
///
/// The first six are the operations of this crate; the rest are what the overlapped ones need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// Asking how a socket's traffic is secured.
    #[doc(alias = "WSAQuerySocketSecurity")]
    QuerySecurity,
    /// Turning security on for a socket.
    #[doc(alias = "WSASetSocketSecurity")]
    SetSecurity,
    /// Naming the principal that a peer must prove to be.
    #[doc(alias = "WSASetSocketPeerTargetName")]
    SetPeerTargetName,
    /// Taking that name back.
    #[doc(alias = "WSADeleteSocketPeerTargetName")]
    DeletePeerTargetName,
    /// Acting as the peer.
    #[doc(alias = "WSAImpersonateSocketPeer")]
    Impersonate,
    /// Acting as oneself again.
    #[doc(alias = "WSARevertImpersonation")]
    Revert,
    /// Cancelling an overlapped operation.
    #[doc(alias = "CancelIoEx")]
    Cancel,
    /// Making the event that an overlapped operation signals.
    #[doc(alias = "CreateEventW")]
    CreateEvent,
    /// Waiting for that event.
    #[doc(alias = "WaitForSingleObject")]
    Wait,
    /// Reading whose a token is.
    #[doc(alias = "GetTokenInformation")]
    TokenInformation,
    /// Finding the account of a security identifier.
    #[doc(alias = "LookupAccountSidW")]
    LookupAccount,
    /// Making the object with which the system's thread pool waits for that event.
    #[doc(alias = "CreateThreadpoolWait")]
    CreatePoolWait,
}

impl Call {
    /// The function's name as Windows documents it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::QuerySecurity => "WSAQuerySocketSecurity",
            Self::SetSecurity => "WSASetSocketSecurity",
            Self::SetPeerTargetName => "WSASetSocketPeerTargetName",
            Self::DeletePeerTargetName => "WSADeleteSocketPeerTargetName",
            Self::Impersonate => "WSAImpersonateSocketPeer",
            Self::Revert => "WSARevertImpersonation",
            Self::Cancel => "CancelIoEx",
            Self::CreateEvent => "CreateEventW",
            Self::Wait => "WaitForSingleObject",
            Self::TokenInformation => "GetTokenInformation",
            Self::LookupAccount => "LookupAccountSidW",
            Self::CreatePoolWait => "CreateThreadpoolWait",
        }
    }

    /// Whether a failure's code comes from Winsock rather than from the rest of Windows.
    pub(super) const fn is_winsock(self) -> bool {
        !matches!(
            self,
            Self::Cancel
                | Self::CreateEvent
                | Self::Wait
                | Self::CreatePoolWait
                | Self::TokenInformation
                | Self::LookupAccount
        )
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
