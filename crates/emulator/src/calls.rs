//! The functions that the emulator answers, by name: what faults aim at and findings cite.

use std::fmt;

use serde::Deserialize;

macro_rules! calls {
    ($($name:ident,)*) => {
        /// A function that the emulator answers.
        ///
        /// In a scenario it is written as its name: `call = "WSAQuerySocketSecurity"`.
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, reason = "the variants are the functions' own names")]
        #[non_exhaustive]
        pub enum Call {
            $(
                #[doc = concat!("`", stringify!($name), "`.")]
                $name,
            )*
        }

        impl Call {
            /// Every function, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The function's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

calls! {
    WSAQuerySocketSecurity,
    WSASetSocketSecurity,
    WSASetSocketPeerTargetName,
    WSADeleteSocketPeerTargetName,
    WSAImpersonateSocketPeer,
    WSARevertImpersonation,
    WSAIoctl,
    WSAGetOverlappedResult,
    WSACreateEvent,
    WSACloseEvent,
    WSASetEvent,
    WSAResetEvent,
    WSAWaitForMultipleEvents,
    getsockopt,
    getpeername,
    getsockname,
    closesocket,
    CloseHandle,
    CancelIoEx,
    CreateEventW,
    SetEvent,
    ResetEvent,
    WaitForSingleObject,
    SleepEx,
    CreateThreadpoolWait,
    SetThreadpoolWait,
    WaitForThreadpoolWaitCallbacks,
    CloseThreadpoolWait,
    GetTokenInformation,
    LookupAccountSidW,
    EnumerateSecurityPackagesA,
    EnumerateSecurityPackagesW,
    QuerySecurityPackageInfoA,
    QuerySecurityPackageInfoW,
    FreeContextBuffer,
    AddSecurityPackageA,
    AddSecurityPackageW,
    DeleteSecurityPackageA,
    DeleteSecurityPackageW,
    InternetOpenW,
    InternetConnectW,
    HttpOpenRequestW,
    HttpSendRequestW,
    HttpQueryInfoW,
    InternetReadFile,
    InternetCloseHandle,
    InternetQueryOptionA,
    InternetQueryOptionW,
    InternetSetOptionW,
}

impl Call {
    /// Whether it closes or frees something: that is done even if a fault makes the call fail.
    pub(crate) const fn is_closing(self) -> bool {
        matches!(
            self,
            Self::WSACloseEvent
                | Self::closesocket
                | Self::CloseHandle
                | Self::FreeContextBuffer
                | Self::InternetCloseHandle
        )
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One call that was made: which function, and the how-manieth call into this world it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The function.
    pub call: Call,
    /// Counted from one over all functions of the world.
    pub number: u64,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (call {})", self.call, self.number)
    }
}
