//! The functions of `ws2_32.dll` that the safe layers call.

use core::ffi::c_void;

use winsec_ffi::{
    BOOL, LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SIO_DELETE_PEER_TARGET_NAME,
    SIO_QUERY_SECURITY, SIO_SET_PEER_TARGET_NAME, SIO_SET_SECURITY, SOCKADDR, SOCKET, WAIT_EVENT,
    WIN32_ERROR, WSA_ERROR, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_MAXIMUM_WAIT_EVENTS,
    WSA_WAIT_EVENT_0, WSA_WAIT_FAILED, WSA_WAIT_IO_COMPLETION, WSA_WAIT_TIMEOUT, WSAEFAULT,
    WSAENOTSOCK, WSAEOPNOTSUPP, WSAEVENT,
};

use crate::boundary::{win32, win32_value, winsock};
use crate::calls::Call;
use crate::events::{self, Waited};
use crate::host;
use crate::ledger::Kind;
use crate::memory::{Buffer, Input, Mailbox, Out};
use crate::overlapped::{self, Request};
use crate::sockets::{self, options, query, settings};
use crate::state::sockets::find;

/// A Winsock code where a Win32 one is wanted: they are one range of numbers.
const fn win32_code(code: WSA_ERROR) -> WIN32_ERROR {
    WIN32_ERROR(code.0 as u32)
}

/// The calling thread's last error.
///
/// # Safety
///
/// It takes nothing, and is unsafe because the real function is.
pub unsafe extern "system" fn WSAGetLastError() -> WSA_ERROR {
    WSA_ERROR(host::last_error() as i32)
}

/// Sets the calling thread's last error.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WSASetLastError(iError: WSA_ERROR) {
    host::set_last_error(iError.0 as u32);
}

/// The four codes of the secure socket extensions, with the results of the functions; every other code
/// is not supported.
///
/// # Safety
///
/// As for the real function: every pointer is null or valid for its length, and stays so until an
/// overlapped operation has completed.
pub unsafe extern "system" fn WSAIoctl(
    s: SOCKET,
    dwIoControlCode: u32,
    lpvInBuffer: *const c_void,
    cbInBuffer: u32,
    lpvOutBuffer: *mut c_void,
    cbOutBuffer: u32,
    lpcbBytesReturned: *mut u32,
    lpOverlapped: *mut OVERLAPPED,
    lpCompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32 {
    // SAFETY: as promised to this function.
    let input = unsafe { Input::new(lpvInBuffer, cbInBuffer as usize) };
    // SAFETY: as promised to this function.
    let output = unsafe { Buffer::new(lpvOutBuffer, cbOutBuffer as usize) };
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(lpcbBytesReturned) };
    // SAFETY: as promised to this function.
    let mailbox = unsafe { Mailbox::new(lpOverlapped) };
    let request = Request {
        socket: s,
        input,
        length,
        mailbox,
        routine: lpCompletionRoutine,
    };
    winsock(Call::WSAIoctl, |mut visit| {
        let world = visit.world;
        let by = visit.entry;
        find(&mut visit.state, world.host(), s, by)?;
        if length.is_null() && mailbox.is_null() {
            return Err(WSAEFAULT);
        }
        match dwIoControlCode {
            SIO_QUERY_SECURITY => query::query(visit, request, output),
            SIO_SET_SECURITY => settings::set(visit, request),
            SIO_SET_PEER_TARGET_NAME => settings::set_target_name(visit, request),
            SIO_DELETE_PEER_TARGET_NAME => settings::delete_target_name(visit, request),
            _ => Err(WSAEOPNOTSUPP),
        }
    })
}

/// The outcome of an overlapped operation.
///
/// # Safety
///
/// As for the real function: the pointers are valid, and `lpOverlapped` is that of an operation of `s`.
pub unsafe extern "system" fn WSAGetOverlappedResult(
    s: SOCKET,
    lpOverlapped: *mut OVERLAPPED,
    lpcbTransfer: *mut u32,
    fWait: BOOL,
    lpdwFlags: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let mailbox = unsafe { Mailbox::new(lpOverlapped) };
    // SAFETY: as promised to this function.
    let transfer = unsafe { Out::new(lpcbTransfer) };
    // SAFETY: as promised to this function.
    let flags = unsafe { Out::new(lpdwFlags) };
    win32(Call::WSAGetOverlappedResult, |visit| {
        overlapped::result(visit, s, mailbox, transfer, fWait != 0, flags).map_err(win32_code)
    })
}

/// Makes an event that is reset by hand and not signalled.
///
/// # Safety
///
/// It takes nothing, and is unsafe because the real function is.
pub unsafe extern "system" fn WSACreateEvent() -> WSAEVENT {
    win32_value(Call::WSACreateEvent, core::ptr::null_mut(), |mut visit| {
        let handle = events::create(&mut visit, true, false);
        Ok(core::ptr::without_provenance_mut(handle))
    })
}

/// Closes an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WSACloseEvent(hEvent: WSAEVENT) -> BOOL {
    win32(Call::WSACloseEvent, |mut visit| {
        let handle = hEvent.addr();
        let ended = visit.end(handle, |kind| kind == Kind::Event);
        ended.map_err(|_| win32_code(WSA_INVALID_HANDLE))?;
        visit.state.events.remove(handle);
        Ok(())
    })
}

/// Signals an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WSASetEvent(hEvent: WSAEVENT) -> BOOL {
    win32(Call::WSASetEvent, |mut visit| {
        let set = events::set(&mut visit, hEvent.addr(), true);
        set.map_err(|_| win32_code(WSA_INVALID_HANDLE))
    })
}

/// Resets an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WSAResetEvent(hEvent: WSAEVENT) -> BOOL {
    win32(Call::WSAResetEvent, |mut visit| {
        let set = events::set(&mut visit, hEvent.addr(), false);
        set.map_err(|_| win32_code(WSA_INVALID_HANDLE))
    })
}

/// Waits for one or all of some events.
///
/// # Safety
///
/// `lphEvents` is valid for reads of `cEvents` handles.
pub unsafe extern "system" fn WSAWaitForMultipleEvents(
    cEvents: u32,
    lphEvents: *const WSAEVENT,
    fWaitAll: BOOL,
    dwTimeout: u32,
    fAlertable: BOOL,
) -> WAIT_EVENT {
    let call = Call::WSAWaitForMultipleEvents;
    let result = win32_value(call, WSA_WAIT_FAILED, |mut visit| {
        if cEvents == 0 || cEvents > WSA_MAXIMUM_WAIT_EVENTS || lphEvents.is_null() {
            return Err(win32_code(WSA_INVALID_PARAMETER));
        }
        let mut handles = Vec::with_capacity(cEvents as usize);
        for index in 0..cEvents as usize {
            let at = lphEvents.wrapping_add(index);
            // SAFETY: within the handles that are valid for reads, as promised to this function.
            let handle = unsafe { at.read_unaligned() }.addr();
            let checked = visit.check(handle, |kind| kind == Kind::Event);
            checked.map_err(|_| win32_code(WSA_INVALID_HANDLE))?;
            handles.push(handle);
        }
        let limit = events::deadline(dwTimeout);
        Ok(
            match events::wait(visit, &handles, fWaitAll != 0, limit, fAlertable != 0) {
                Waited::Signalled(index) => WAIT_EVENT(WSA_WAIT_EVENT_0.0 + index),
                Waited::Routine => WSA_WAIT_IO_COMPLETION,
                Waited::TimedOut => WSA_WAIT_TIMEOUT,
            },
        )
    });
    if result == WSA_WAIT_IO_COMPLETION {
        events::run_queued();
    }
    result
}

/// An option of a socket: `SO_TYPE`, `SO_PROTOCOL_INFOW`, `SO_ACCEPTCONN`, `SO_ERROR` and
/// `SO_EXCLUSIVEADDRUSE`.
///
/// # Safety
///
/// As for the real function: `optlen` is null or valid, and `optval` is valid for writes of so many bytes.
pub unsafe extern "system" fn getsockopt(
    s: SOCKET,
    level: i32,
    optname: i32,
    optval: *mut i8,
    optlen: *mut i32,
) -> i32 {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(optlen) };
    winsock(Call::getsockopt, |visit| {
        // SAFETY: the caller's length counts the bytes of the caller's buffer.
        let buffer = |room| unsafe { Buffer::new(optval, room) };
        options::get(visit, s, (level, optname), buffer, length)
    })
}

/// The address of the peer.
///
/// # Safety
///
/// As for the real function: `namelen` is null or valid, and `name` is valid for writes of so many bytes.
pub unsafe extern "system" fn getpeername(
    s: SOCKET,
    name: *mut SOCKADDR,
    namelen: *mut i32,
) -> i32 {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(namelen) };
    winsock(Call::getpeername, |visit| {
        // SAFETY: the caller's length counts the bytes of the caller's buffer.
        let buffer = |room| unsafe { Buffer::new(name, room) };
        options::name(visit, s, options::End::Remote, buffer, length)
    })
}

/// The local address.
///
/// # Safety
///
/// As for the real function: `namelen` is null or valid, and `name` is valid for writes of so many bytes.
pub unsafe extern "system" fn getsockname(
    s: SOCKET,
    name: *mut SOCKADDR,
    namelen: *mut i32,
) -> i32 {
    // SAFETY: as promised to this function.
    let length = unsafe { Out::new(namelen) };
    winsock(Call::getsockname, |visit| {
        // SAFETY: the caller's length counts the bytes of the caller's buffer.
        let buffer = |room| unsafe { Buffer::new(name, room) };
        options::name(visit, s, options::End::Local, buffer, length)
    })
}

/// Closes a socket of the emulator's own; what runs on it is aborted.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn closesocket(s: SOCKET) -> i32 {
    winsock(Call::closesocket, |mut visit| {
        let world = visit.world;
        let ended = visit.end(s, |kind| kind == Kind::Socket);
        ended.map_err(|_| WSAENOTSOCK)?;
        sockets::close(&mut visit.state, world.host(), s);
        world.changed();
        Ok(())
    })
}
