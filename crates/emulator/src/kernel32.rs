//! The functions of `kernel32.dll` that the safe layers call.

use core::ffi::c_void;
use core::ptr;
use std::thread;
use std::time::Duration;

use winsec_ffi::{
    BOOL, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, ERROR_NOT_FOUND, ERROR_NOT_SUPPORTED,
    FILETIME, HANDLE, OVERLAPPED, PCWSTR, PTP_WAIT, PTP_WAIT_CALLBACK, SECURITY_ATTRIBUTES,
    TP_CALLBACK_ENVIRON_V3, WAIT_EVENT, WAIT_FAILED, WAIT_IO_COMPLETION, WAIT_OBJECT_0,
    WAIT_TIMEOUT, WIN32_ERROR,
};

use crate::boundary::{plain, win32, win32_value};
use crate::calls::Call;
use crate::events::{self, Waited};
use crate::host;
use crate::ledger::Kind;
use crate::memory::{Mailbox, Out};
use crate::overlapped;

/// The calling thread's last error.
///
/// # Safety
///
/// It takes nothing, and is unsafe because the real function is.
pub unsafe extern "system" fn GetLastError() -> WIN32_ERROR {
    WIN32_ERROR(host::last_error())
}

/// Sets the calling thread's last error.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn SetLastError(dwErrCode: WIN32_ERROR) {
    host::set_last_error(dwErrCode.0);
}

/// Closes a token or an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn CloseHandle(hObject: HANDLE) -> BOOL {
    win32(Call::CloseHandle, |mut visit| {
        let handle = hObject.addr();
        let fits = |kind: Kind| kind.is_token() || kind == Kind::Event;
        let kind = visit.end(handle, fits);
        match kind.map_err(|_| ERROR_INVALID_HANDLE)? {
            Kind::Event => visit.state.events.remove(handle),
            _ => {
                visit.state.tokens.remove(&handle);
            }
        }
        Ok(())
    })
}

/// Asks for the end of a socket's overlapped operations: of one, or of all.
///
/// # Safety
///
/// As for the real function: `lpOverlapped` is null, or that of an operation of the socket `hFile`.
pub unsafe extern "system" fn CancelIoEx(hFile: HANDLE, lpOverlapped: *mut OVERLAPPED) -> BOOL {
    // SAFETY: as promised to this function.
    let mailbox = unsafe { Mailbox::new(lpOverlapped) };
    win32(Call::CancelIoEx, |mut visit| {
        let world = visit.world;
        let socket = hFile.addr();
        if visit.state.sockets.get(socket).is_none() {
            // A socket of ours that is closed by now is used after its end.
            let _ = visit.check(socket, |kind| kind == Kind::Socket);
            return Err(ERROR_INVALID_HANDLE);
        }
        let any = overlapped::cancel(&mut visit.state, world.host(), socket, mailbox);
        overlapped::keep_time(world, &mut visit.state);
        world.changed();
        if any { Ok(()) } else { Err(ERROR_NOT_FOUND) }
    })
}

/// Makes an event without a name.
///
/// # Safety
///
/// As for the real function. The attributes are not read.
pub unsafe extern "system" fn CreateEventW(
    _lpEventAttributes: *const SECURITY_ATTRIBUTES,
    bManualReset: BOOL,
    bInitialState: BOOL,
    lpName: PCWSTR,
) -> HANDLE {
    win32_value(Call::CreateEventW, ptr::null_mut(), |mut visit| {
        if !lpName.is_null() {
            return Err(ERROR_NOT_SUPPORTED);
        }
        let handle = events::create(&mut visit, bManualReset != 0, bInitialState != 0);
        Ok(ptr::without_provenance_mut(handle))
    })
}

/// Signals an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn SetEvent(hEvent: HANDLE) -> BOOL {
    win32(Call::SetEvent, |mut visit| {
        events::set(&mut visit, hEvent.addr(), true).map_err(|_| ERROR_INVALID_HANDLE)
    })
}

/// Resets an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn ResetEvent(hEvent: HANDLE) -> BOOL {
    win32(Call::ResetEvent, |mut visit| {
        events::set(&mut visit, hEvent.addr(), false).map_err(|_| ERROR_INVALID_HANDLE)
    })
}

/// Waits for an event.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WaitForSingleObject(
    hHandle: HANDLE,
    dwMilliseconds: u32,
) -> WAIT_EVENT {
    win32_value(Call::WaitForSingleObject, WAIT_FAILED, |mut visit| {
        let handle = hHandle.addr();
        let checked = visit.check(handle, |kind| kind == Kind::Event);
        checked.map_err(|_| ERROR_INVALID_HANDLE)?;
        let limit = events::deadline(dwMilliseconds);
        match events::wait(visit, &[handle], false, limit, false) {
            Waited::Signalled(_) | Waited::Routine => Ok(WAIT_OBJECT_0),
            Waited::TimedOut => Ok(WAIT_TIMEOUT),
        }
    })
}

/// Sleeps; if it may be alerted, runs the completion routines that are ready, or become so.
///
/// # Safety
///
/// The completion routines of this thread's operations may be called now.
pub unsafe extern "system" fn SleepEx(dwMilliseconds: u32, bAlertable: BOOL) -> WAIT_EVENT {
    let limit = events::deadline(dwMilliseconds);
    if bAlertable == 0 {
        plain(Call::SleepEx, (), |_| ());
        thread::sleep(Duration::from_millis(dwMilliseconds.into()));
        return WAIT_EVENT(0);
    }
    let waited = plain(Call::SleepEx, Waited::TimedOut, |visit| {
        events::wait(visit, &[], false, limit, true)
    });
    match waited {
        Waited::Routine => {
            events::run_queued();
            WAIT_IO_COMPLETION
        }
        Waited::Signalled(_) | Waited::TimedOut => WAIT_EVENT(0),
    }
}

/// Makes a wait of the thread pool.
///
/// # Safety
///
/// As for the real function: `pfnwa` may be called with `pv` on another thread until the wait is closed.
/// The environment is not read.
pub unsafe extern "system" fn CreateThreadpoolWait(
    pfnwa: PTP_WAIT_CALLBACK,
    pv: *mut c_void,
    _pcbe: *const TP_CALLBACK_ENVIRON_V3,
) -> PTP_WAIT {
    win32_value(Call::CreateThreadpoolWait, ptr::null_mut(), |mut visit| {
        let callback = pfnwa.ok_or(ERROR_INVALID_PARAMETER)?;
        let by = visit.entry;
        let handle = visit.state.ledger.give_handle(Kind::ThreadpoolWait, by);
        visit.state.pool.create(handle, callback, pv);
        Ok(ptr::without_provenance_mut(handle))
    })
}

/// Waits for an event with a callback, or no longer waits if the event is null.
///
/// # Safety
///
/// As for the real function: `pftTimeout` is null or valid.
pub unsafe extern "system" fn SetThreadpoolWait(
    pwa: PTP_WAIT,
    h: HANDLE,
    pftTimeout: *const FILETIME,
) {
    // SAFETY: as promised to this function; it is only read.
    let timeout = unsafe { Out::new(pftTimeout.cast_mut()) }.get();
    plain(Call::SetThreadpoolWait, (), |mut visit| {
        let world = visit.world;
        let handle = pwa.addr();
        let fits = |kind| kind == Kind::ThreadpoolWait;
        if visit.check(handle, fits).is_err() {
            return;
        }
        if !h.is_null() {
            let event = visit.check(h.addr(), |kind| kind == Kind::Event);
            if event.is_err() {
                return;
            }
        }
        let limit = timeout.and_then(events::pool_limit);
        visit.state.pool.set(handle, h.addr(), limit);
        events::keep_pool(world, &mut visit.state);
    });
}

/// Waits until no callback of a wait is running or about to run; those that have not begun can be left
/// out.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn WaitForThreadpoolWaitCallbacks(
    pwa: PTP_WAIT,
    fCancelPendingCallbacks: BOOL,
) {
    plain(Call::WaitForThreadpoolWaitCallbacks, (), |mut visit| {
        let handle = pwa.addr();
        let fits = |kind| kind == Kind::ThreadpoolWait;
        if visit.check(handle, fits).is_err() {
            return;
        }
        loop {
            let state = &mut *visit.state;
            let signalled = |event| state.events.is_signalled(event);
            if !state.pool.is_busy(handle, signalled) {
                return;
            }
            if fCancelPendingCallbacks != 0 && state.pool.disarm_ready(handle, signalled) {
                continue;
            }
            visit = visit.wait(None).0;
        }
    });
}

/// Closes a wait of the thread pool: now, or when its callback has returned.
///
/// # Safety
///
/// Any value will do; it is unsafe because the real function is.
pub unsafe extern "system" fn CloseThreadpoolWait(pwa: PTP_WAIT) {
    plain(Call::CloseThreadpoolWait, (), |mut visit| {
        let handle = pwa.addr();
        let fits = |kind| kind == Kind::ThreadpoolWait;
        if visit.end(handle, fits).is_ok() {
            visit.state.pool.close(handle);
        }
    });
}
