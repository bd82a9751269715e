//! The functions of `fwpuclnt.dll`: Winsock's secure socket extensions.

use core::ffi::c_void;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKADDR, SOCKET, SOCKET_PEER_TARGET_NAME,
    SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_SETTINGS,
};

use crate::boundary::winsock;
use crate::calls::Call;
use crate::memory::{Buffer, Input, Mailbox, Out};
use crate::overlapped::Request;
use crate::sockets::{self, query, settings};

/// The arguments that the four functions with overlapped operations share.
///
/// # Safety
///
/// Each pointer is null, or valid (`input` for reads of `len` bytes) until the operation has completed.
unsafe fn request(
    socket: SOCKET,
    input: *const c_void,
    len: u32,
    length: *mut u32,
    overlapped: *mut OVERLAPPED,
    routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> Request {
    Request {
        socket,
        // SAFETY: as promised to this function.
        input: unsafe { Input::new(input, len as usize) },
        // SAFETY: as promised to this function.
        length: unsafe { Out::new(length) },
        // SAFETY: as promised to this function.
        mailbox: unsafe { Mailbox::new(overlapped) },
        routine,
    }
}

/// Queries the security of a socket's connection.
///
/// # Safety
///
/// As for the real function: every pointer is null or valid for its length, and stays so until an
/// overlapped operation has completed.
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
    let request = unsafe {
        request(
            Socket,
            SecurityQueryTemplate.cast(),
            SecurityQueryTemplateLen,
            SecurityQueryInfoLen,
            Overlapped,
            CompletionRoutine,
        )
    };
    winsock(Call::WSAQuerySocketSecurity, |visit| {
        let room = request.length.get().unwrap_or(0);
        // SAFETY: the caller's length counts the bytes of the caller's buffer.
        let buffer = unsafe { Buffer::new(SecurityQueryInfo, room as usize) };
        query::query(visit, request, buffer)
    })
}

/// Sets the security of a socket.
///
/// # Safety
///
/// As for the real function: every pointer is null or valid for its length, and stays so until an
/// overlapped operation has completed.
pub unsafe extern "system" fn WSASetSocketSecurity(
    Socket: SOCKET,
    SecuritySettings: *const SOCKET_SECURITY_SETTINGS,
    SecuritySettingsLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    let request = unsafe {
        request(
            Socket,
            SecuritySettings.cast(),
            SecuritySettingsLen,
            core::ptr::null_mut(),
            Overlapped,
            CompletionRoutine,
        )
    };
    winsock(Call::WSASetSocketSecurity, |visit| {
        settings::set(visit, request)
    })
}

/// Sets the name that a peer must prove.
///
/// # Safety
///
/// As for the real function: every pointer is null or valid for its length, and stays so until an
/// overlapped operation has completed.
pub unsafe extern "system" fn WSASetSocketPeerTargetName(
    Socket: SOCKET,
    PeerTargetName: *const SOCKET_PEER_TARGET_NAME,
    PeerTargetNameLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    let request = unsafe {
        request(
            Socket,
            PeerTargetName.cast(),
            PeerTargetNameLen,
            core::ptr::null_mut(),
            Overlapped,
            CompletionRoutine,
        )
    };
    winsock(Call::WSASetSocketPeerTargetName, |visit| {
        settings::set_target_name(visit, request)
    })
}

/// Deletes the name that a peer must prove.
///
/// # Safety
///
/// As for the real function: every pointer is null or valid for its length, and stays so until an
/// overlapped operation has completed.
pub unsafe extern "system" fn WSADeleteSocketPeerTargetName(
    Socket: SOCKET,
    PeerAddr: *const SOCKADDR,
    PeerAddrLen: u32,
    Overlapped: *mut OVERLAPPED,
    CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    let request = unsafe {
        request(
            Socket,
            PeerAddr.cast(),
            PeerAddrLen,
            core::ptr::null_mut(),
            Overlapped,
            CompletionRoutine,
        )
    };
    winsock(Call::WSADeleteSocketPeerTargetName, |visit| {
        settings::delete_target_name(visit, request)
    })
}

/// Makes the calling thread impersonate a socket's peer.
///
/// # Safety
///
/// As for the real function: `PeerAddr` is null or valid for reads of `PeerAddrLen` bytes.
pub unsafe extern "system" fn WSAImpersonateSocketPeer(
    Socket: SOCKET,
    PeerAddr: *const SOCKADDR,
    PeerAddrLen: u32,
) -> i32 {
    // SAFETY: as promised to this function.
    let peer = unsafe { Input::new(PeerAddr, PeerAddrLen as usize) };
    winsock(Call::WSAImpersonateSocketPeer, |visit| {
        sockets::impersonate(visit, Socket, peer)
    })
}

/// Ends the calling thread's impersonation.
///
/// # Safety
///
/// It takes nothing, and is unsafe because the real function is.
pub unsafe extern "system" fn WSARevertImpersonation() -> i32 {
    winsock(Call::WSARevertImpersonation, sockets::revert)
}
