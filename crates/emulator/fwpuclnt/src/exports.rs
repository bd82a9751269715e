//! The six functions under their own names.
#![allow(
    non_snake_case,
    reason = "functions and parameters have the names of the ABI"
)]

use winsec_emulator::fwpuclnt;
use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKADDR, SOCKET, SOCKET_PEER_TARGET_NAME,
    SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_SETTINGS,
};

use crate::world::within;

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSAQuerySocketSecurity(
    Socket: SOCKET,
    SecurityQueryTemplate: *const SOCKET_SECURITY_QUERY_TEMPLATE,
    SecurityQueryTemplateLen: u32,
    SecurityQueryInfo: *mut SOCKET_SECURITY_QUERY_INFO,
    SecurityQueryInfoLen: *mut u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe {
        fwpuclnt::WSAQuerySocketSecurity(
            Socket,
            SecurityQueryTemplate,
            SecurityQueryTemplateLen,
            SecurityQueryInfo,
            SecurityQueryInfoLen,
            Overlapped,
            CompletionRoutine,
        )
    })
}

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSASetSocketSecurity(
    Socket: SOCKET,
    SecuritySettings: *const SOCKET_SECURITY_SETTINGS,
    SecuritySettingsLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe {
        fwpuclnt::WSASetSocketSecurity(
            Socket,
            SecuritySettings,
            SecuritySettingsLen,
            Overlapped,
            CompletionRoutine,
        )
    })
}

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSASetSocketPeerTargetName(
    Socket: SOCKET,
    PeerTargetName: *const SOCKET_PEER_TARGET_NAME,
    PeerTargetNameLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe {
        fwpuclnt::WSASetSocketPeerTargetName(
            Socket,
            PeerTargetName,
            PeerTargetNameLen,
            Overlapped,
            CompletionRoutine,
        )
    })
}

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSADeleteSocketPeerTargetName(
    Socket: SOCKET,
    PeerAddr: *const SOCKADDR,
    PeerAddrLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe {
        fwpuclnt::WSADeleteSocketPeerTargetName(
            Socket,
            PeerAddr,
            PeerAddrLen,
            Overlapped,
            CompletionRoutine,
        )
    })
}

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSAImpersonateSocketPeer(
    Socket: SOCKET,
    PeerAddr: *const SOCKADDR,
    PeerAddrLen: u32,
) -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe { fwpuclnt::WSAImpersonateSocketPeer(Socket, PeerAddr, PeerAddrLen) })
}

/// As the real function.
///
/// # Safety
///
/// As for the real function.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn WSARevertImpersonation() -> i32 {
    // SAFETY: as promised to this function.
    within(|| unsafe { fwpuclnt::WSARevertImpersonation() })
}
