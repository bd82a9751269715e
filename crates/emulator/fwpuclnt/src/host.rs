//! The emulator's port to Windows: real sockets, tokens, events, threads and errors.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::ptr;
use std::sync::{Mutex, PoisonError};

use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::Networking::WinSock::{
    SO_ACCEPTCONN, SO_EXCLUSIVEADDRUSE, SO_PROTOCOL_INFOW, SOCKADDR, SOCKADDR_STORAGE, SOL_SOCKET,
    WSAPROTOCOL_INFOW, WSASetLastError, getpeername, getsockname, getsockopt, setsockopt,
};
use windows_sys::Win32::Security::{ImpersonateSelf, RevertToSelf, SecurityImpersonation};
use windows_sys::Win32::System::Threading::{
    GetCurrentThreadId, OpenThread, QueueUserAPC, SetEvent, THREAD_SET_CONTEXT,
};
use winsec_emulator::scenario::{SocketFacts, SocketState};
use winsec_emulator::{Host, Routine, parse_address};
use winsec_ffi::{
    ADDRESS_FAMILY, IPPROTO, SOCKET, SOCKET_TYPE, WSA_ERROR, WSAEACCES, WSASYSCALLFAILURE,
};

use crate::tokens::{self, Identity};

/// Windows, or Wine.
#[derive(Debug, Default)]
pub(crate) struct Windows {
    /// The tokens that were handed out, by handle.
    tokens: Mutex<HashMap<usize, Identity>>,
}

/// An option of a socket, or `None` if there is none.
fn option<T: Default>(socket: SOCKET, name: i32) -> Option<T> {
    let mut value = T::default();
    let mut len = size_of::<T>() as i32;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length; any descriptor will do.
    let result = unsafe { getsockopt(socket, SOL_SOCKET, name, at, &raw mut len) };
    (result == 0).then_some(value)
}

type Name = unsafe extern "system" fn(SOCKET, *mut SOCKADDR, *mut i32) -> i32;

/// One of a socket's addresses.
fn address(of: Name, socket: SOCKET) -> Option<SocketAddr> {
    let mut storage = [0_u8; size_of::<SOCKADDR_STORAGE>()];
    let mut len = storage.len() as i32;
    // SAFETY: the buffer has that length; any descriptor will do.
    let result = unsafe { of(socket, storage.as_mut_ptr().cast(), &raw mut len) };
    let len = usize::try_from(len).ok().filter(|_| result == 0)?;
    parse_address(storage.get(..len)?)
}

fn facts(socket: SOCKET) -> Option<SocketFacts> {
    let info: WSAPROTOCOL_INFOW = option(socket, SO_PROTOCOL_INFOW)?;
    let remote = address(getpeername, socket);
    let local = address(getsockname, socket).filter(|local| local.port() != 0);
    let listening = option::<i32>(socket, SO_ACCEPTCONN).is_some_and(|value| value != 0);
    let state = match (remote, listening, local) {
        (Some(_), _, _) => SocketState::Connected,
        (None, true, _) => SocketState::Listening,
        (None, false, Some(_)) => SocketState::Bound,
        (None, false, None) => SocketState::Created,
    };
    Some(SocketFacts {
        family: ADDRESS_FAMILY(info.iAddressFamily as u16),
        kind: SOCKET_TYPE(info.iSocketType),
        protocol: IPPROTO(info.iProtocol),
        state,
        local,
        remote,
    })
}

/// Runs a completion routine that was queued.
///
/// # Safety
///
/// `routine` is the address of a boxed routine, which nobody else uses.
unsafe extern "system" fn deliver(routine: usize) {
    let routine = ptr::with_exposed_provenance_mut::<Routine>(routine);
    // SAFETY: boxed by `queue`, and passed on to this call alone.
    let routine = unsafe { Box::from_raw(routine) };
    // SAFETY: Windows runs it on the thread that it was queued to, in an alertable wait, once.
    unsafe { routine.call() };
}

impl Host for Windows {
    fn observe(&self, socket: SOCKET) -> Option<SocketFacts> {
        facts(socket)
    }

    fn set_last_error(&self, code: u32) {
        // SAFETY: any value will do.
        unsafe { WSASetLastError(code as i32) };
    }

    fn current_thread(&self) -> u64 {
        // SAFETY: it takes nothing.
        unsafe { GetCurrentThreadId() }.into()
    }

    fn open_token(&self, access: u32) -> Result<Option<usize>, WSA_ERROR> {
        let (handle, identity) = tokens::open(access).ok_or(WSAEACCES)?;
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.insert(handle, identity);
        Ok(Some(handle))
    }

    fn is_open(&self, token: usize) -> bool {
        let tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        let known = tokens.get(&token);
        known.is_some_and(|identity| tokens::is_open(token, *identity))
    }

    fn signal(&self, event: usize) -> bool {
        // SAFETY: any handle will do.
        unsafe { SetEvent(ptr::without_provenance_mut(event)) };
        true
    }

    fn queue(&self, thread: u64, routine: Routine) -> Result<(), Routine> {
        let id = u32::try_from(thread).unwrap_or(0);
        // SAFETY: any number will do.
        let thread = unsafe { OpenThread(THREAD_SET_CONTEXT, 0, id) };
        if thread.is_null() {
            return Err(routine);
        }
        let routine = Box::into_raw(Box::new(routine));
        // SAFETY: the thread is open, and the routine is passed on to `deliver`.
        let queued = unsafe { QueueUserAPC(Some(deliver), thread, routine.expose_provenance()) };
        // SAFETY: open, and not used any more.
        unsafe { CloseHandle(thread) };
        if queued == 0 {
            // SAFETY: boxed above, and not passed on.
            return Err(*unsafe { Box::from_raw(routine) });
        }
        Ok(())
    }

    fn claim_address(&self, socket: SOCKET) {
        let yes = 1_i32;
        let at = (&raw const yes).cast();
        let len = size_of_val(&yes) as i32;
        // SAFETY: the value has that length; any descriptor will do.
        unsafe { setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, at, len) };
    }

    fn has_claimed_address(&self, socket: SOCKET) -> Option<bool> {
        option::<i32>(socket, SO_EXCLUSIVEADDRUSE).map(|value| value != 0)
    }

    fn impersonate(&self) -> Result<(), WSA_ERROR> {
        // SAFETY: any level will do.
        let done = unsafe { ImpersonateSelf(SecurityImpersonation) };
        if done != 0 { Ok(()) } else { Err(WSAEACCES) }
    }

    fn revert(&self) -> Result<(), WSA_ERROR> {
        // SAFETY: it takes nothing.
        let done = unsafe { RevertToSelf() };
        if done != 0 {
            Ok(())
        } else {
            Err(WSASYSCALLFAILURE)
        }
    }
}
