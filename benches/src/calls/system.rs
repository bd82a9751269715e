//! The raw functions: the system's, or the emulator's where there is no Windows.

#[cfg(windows)]
pub(super) use winsec_ffi::{
    EnumerateSecurityPackagesW, FreeContextBuffer, GetLastError, HttpOpenRequestW,
    InternetConnectW, InternetOpenW, InternetQueryOptionW, QuerySecurityPackageInfoW,
    WSAGetLastError, WSAIoctl, WSAQuerySocketSecurity,
};

#[cfg(not(windows))]
pub(super) use winsec_emulator::{
    fwpuclnt::{WSAQuerySocketSecurity, WSASetSocketSecurity},
    kernel32::GetLastError,
    secur32::{EnumerateSecurityPackagesW, FreeContextBuffer, QuerySecurityPackageInfoW},
    wininet::{
        HttpOpenRequestW, HttpSendRequestW, InternetConnectW, InternetOpenW, InternetQueryOptionW,
    },
    ws2_32::{WSAGetLastError, WSAIoctl, getpeername, getsockname, getsockopt},
};
