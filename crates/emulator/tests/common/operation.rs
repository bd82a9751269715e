//! An overlapped query whose memory stays in place.

use std::ptr;

use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
use winsec_emulator::kernel32::CancelIoEx;
use winsec_emulator::ws2_32::WSAGetOverlappedResult;
use winsec_ffi::{
    HANDLE, LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKET, SOCKET_SECURITY_QUERY_INFO,
    SOCKET_SECURITY_QUERY_TEMPLATE, TOKEN_ACCESS_MASK, WIN32_ERROR, WSA_ERROR,
};

use super::{last_error, win32, winsock};

/// Longer than any test takes, in milliseconds: a wait that fails is better than one that never ends.
pub const LIMIT: u32 = 60_000;

/// What an overlapped query needs until it has completed.
#[derive(Default)]
pub struct Memory {
    pub overlapped: OVERLAPPED,
    pub template: SOCKET_SECURITY_QUERY_TEMPLATE,
    pub info: SOCKET_SECURITY_QUERY_INFO,
    pub len: u32,
}

/// A query that may be running. All access goes through one raw pointer, as the system's does.
pub struct Operation {
    pub memory: *mut Memory,
    pub socket: SOCKET,
}

impl Operation {
    pub fn new(socket: SOCKET, event: HANDLE, mask: u32) -> Self {
        let mut memory = Box::new(Memory {
            len: 24,
            ..Memory::default()
        });
        memory.overlapped.hEvent = event;
        memory.template.PeerTokenAccessMask = TOKEN_ACCESS_MASK::from_bits_retain(mask);
        Self {
            memory: Box::into_raw(memory),
            socket,
        }
    }

    pub fn start(&self, routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE) -> Result<(), WSA_ERROR> {
        // SAFETY: the memory is there until `self` is dropped; only addresses are taken.
        let template = unsafe { &raw const (*self.memory).template };
        // SAFETY: as above.
        let info = unsafe { &raw mut (*self.memory).info };
        // SAFETY: as above.
        let len = unsafe { &raw mut (*self.memory).len };
        // SAFETY: every pointer is valid for the length beside it until the operation has completed.
        let result = unsafe {
            WSAQuerySocketSecurity(
                self.socket,
                template,
                size_of::<SOCKET_SECURITY_QUERY_TEMPLATE>() as u32,
                info,
                len,
                self.overlapped(),
                routine,
            )
        };
        winsock(result)
    }

    pub fn overlapped(&self) -> *mut OVERLAPPED {
        // SAFETY: the memory is there until `self` is dropped; only an address is taken.
        unsafe { &raw mut (*self.memory).overlapped }
    }

    /// The outcome: the number of bytes.
    pub fn result(&self, wait: bool) -> Result<u32, WSA_ERROR> {
        let mut transferred = u32::MAX;
        let mut flags = u32::MAX;
        // SAFETY: the pointers are valid.
        let done = unsafe {
            WSAGetOverlappedResult(
                self.socket,
                self.overlapped(),
                &raw mut transferred,
                i32::from(wait),
                &raw mut flags,
            )
        };
        if done == 0 {
            assert_eq!(transferred, u32::MAX, "untouched on failure");
            return Err(last_error());
        }
        assert_eq!(flags, 0);
        Ok(transferred)
    }

    pub fn cancel(&self) -> Result<(), WIN32_ERROR> {
        let socket = ptr::without_provenance_mut(self.socket);
        // SAFETY: the operation is this socket's.
        win32(unsafe { CancelIoEx(socket, self.overlapped()) })
    }

    pub fn info(&self) -> SOCKET_SECURITY_QUERY_INFO {
        // SAFETY: the operation has completed, or has never written.
        unsafe { (*self.memory).info }
    }

    pub fn len(&self) -> u32 {
        // SAFETY: the operation has completed, or has never written.
        unsafe { (*self.memory).len }
    }
}

impl Drop for Operation {
    fn drop(&mut self) {
        // SAFETY: made by `Box::into_raw`, and no operation uses it any more.
        drop(unsafe { Box::from_raw(self.memory) });
    }
}
