//! The emulator: documented contracts as code, scripted by a test.

use crate::backend::Backend;

pub(crate) use winsec_emulator::advapi32::{GetTokenInformation, LookupAccountSidW};
pub(crate) use winsec_emulator::fwpuclnt::{
    WSADeleteSocketPeerTargetName, WSAImpersonateSocketPeer, WSAQuerySocketSecurity,
    WSARevertImpersonation, WSASetSocketPeerTargetName, WSASetSocketSecurity,
};
pub(crate) use winsec_emulator::kernel32::{
    CancelIoEx, CloseHandle, CloseThreadpoolWait, CreateEventW, CreateThreadpoolWait, GetLastError,
    SetThreadpoolWait, SleepEx, WaitForSingleObject,
};
pub(crate) use winsec_emulator::ws2_32::{
    WSAGetLastError, WSAGetOverlappedResult, WSAIoctl, closesocket, getpeername, getsockname,
    getsockopt,
};

pub(crate) const fn backend() -> Backend {
    Backend::Emulator
}

#[inline]
pub(crate) const fn has_functions() -> bool {
    true
}
