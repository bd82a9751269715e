//! Events, waits for them, and the waits of the thread pool.

mod common;

use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use common::{complaint, units, win32, world};
use winsec_emulator::kernel32::{
    CloseHandle, CloseThreadpoolWait, CreateEventW, CreateThreadpoolWait, ResetEvent, SetEvent,
    SetThreadpoolWait, SleepEx, WaitForSingleObject, WaitForThreadpoolWaitCallbacks,
};
use winsec_emulator::ws2_32::{WSACloseEvent, WSASetEvent, WSAWaitForMultipleEvents};
use winsec_ffi::{
    ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, ERROR_NOT_SUPPORTED, FILETIME, HANDLE,
    TP_CALLBACK_INSTANCE, TP_WAIT, TP_WAIT_RESULT, WAIT_FAILED, WAIT_OBJECT_0, WAIT_TIMEOUT,
    WIN32_ERROR, WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_WAIT_FAILED,
};

/// Longer than any test takes: a wait that fails is better than one that never ends.
const FOREVER: u32 = 60_000;
const PATIENCE: Duration = Duration::from_secs(60);

fn event(manual: bool, signalled: bool) -> HANDLE {
    let (manual, signalled) = (i32::from(manual), i32::from(signalled));
    // SAFETY: no attributes and no name.
    let event = unsafe { CreateEventW(ptr::null(), manual, signalled, ptr::null()) };
    assert!(!event.is_null());
    event
}

fn wait(event: HANDLE, milliseconds: u32) -> u32 {
    // SAFETY: any handle will do.
    unsafe { WaitForSingleObject(event, milliseconds) }.0
}

fn wait_for(events: &[HANDLE], all: bool, milliseconds: u32) -> u32 {
    let count = events.len() as u32;
    let all = i32::from(all);
    // SAFETY: so many handles.
    unsafe { WSAWaitForMultipleEvents(count, events.as_ptr(), all, milliseconds, 0) }.0
}

fn set(event: HANDLE) -> Result<(), WIN32_ERROR> {
    // SAFETY: any handle will do.
    win32(unsafe { SetEvent(event) })
}

fn close(event: HANDLE) -> Result<(), WIN32_ERROR> {
    // SAFETY: nothing uses the handle any more.
    win32(unsafe { CloseHandle(event) })
}

#[test]
fn an_event_resets_itself_unless_told_otherwise() {
    let (_world, _entered) = world();
    for (manual, second) in [(true, WAIT_OBJECT_0), (false, WAIT_TIMEOUT)] {
        let event = event(manual, true);
        assert_eq!(wait(event, 0), WAIT_OBJECT_0.0);
        assert_eq!(wait(event, 0), second.0);
        // SAFETY: it is open.
        assert_eq!(win32(unsafe { ResetEvent(event) }), Ok(()));
        assert_eq!(wait(event, 0), WAIT_TIMEOUT.0);
        close(event).expect("it is open");
    }
}

#[test]
fn another_thread_ends_a_wait() {
    let (world, _entered) = world();
    let event = event(false, false);
    let value = event.addr();
    thread::scope(|scope| {
        scope.spawn(|| {
            let _entered = world.enter();
            set(ptr::without_provenance_mut(value)).expect("it is open");
        });
        assert_eq!(wait(event, FOREVER), WAIT_OBJECT_0.0);
    });
    close(event).expect("it is open");
}

#[test]
fn one_or_all_of_several_events_end_a_wait() {
    let (_world, _entered) = world();
    let events = [event(true, false), event(false, true), event(false, true)];
    assert_eq!(wait_for(&events, true, 0), WAIT_TIMEOUT.0, "not all");
    assert_eq!(wait_for(&events, false, FOREVER), 1, "the first that is");
    assert_eq!(
        wait_for(&events, false, FOREVER),
        2,
        "the other has reset itself"
    );
    assert_eq!(wait_for(&events, false, 0), WAIT_TIMEOUT.0);
    for event in events {
        set(event).expect("it is open");
    }
    assert_eq!(wait_for(&events, true, FOREVER), 0);
    assert_eq!(
        wait_for(&events, false, FOREVER),
        0,
        "the first is reset by hand"
    );
    for event in events {
        close(event).expect("it is open");
    }
}

#[test]
fn bad_waits_are_refused() {
    let (_world, _entered) = world();
    let event = event(true, true);
    assert_eq!(wait_for(&[], false, 0), WSA_WAIT_FAILED.0);
    assert_eq!(common::last_error(), WSA_INVALID_PARAMETER);
    assert_eq!(wait_for(&[event; 65], false, 0), WSA_WAIT_FAILED.0);
    assert_eq!(common::last_error(), WSA_INVALID_PARAMETER);
    let nothing = ptr::without_provenance_mut(0x44);
    assert_eq!(wait_for(&[event, nothing], false, 0), WSA_WAIT_FAILED.0);
    assert_eq!(common::last_error(), WSA_INVALID_HANDLE);
    assert_eq!(wait(nothing, 0), WAIT_FAILED.0);
    assert_eq!(set(nothing), Err(ERROR_INVALID_HANDLE));
    // SAFETY: any handle will do.
    assert_eq!(unsafe { WSASetEvent(nothing) }, 0);
    assert_eq!(common::last_error(), WSA_INVALID_HANDLE);
    close(event).expect("it is open");
}

#[test]
fn an_event_with_a_name_is_not_supported() {
    let (_world, _entered) = world();
    let name = units("name");
    // SAFETY: the name ends with a zero.
    let event = unsafe { CreateEventW(ptr::null(), 1, 0, name.as_ptr()) };
    assert!(event.is_null());
    assert_eq!(win32(0), Err(ERROR_NOT_SUPPORTED));
}

#[test]
fn sleeping_without_alertness_runs_nothing() {
    let (_world, _entered) = world();
    // SAFETY: it is not alertable.
    assert_eq!(unsafe { SleepEx(1, 0) }.0, 0);
    // SAFETY: no routine is queued.
    assert_eq!(unsafe { SleepEx(1, 1) }.0, 0);
}

/// Sends what a callback is told.
unsafe extern "system" fn tell(
    _: *mut TP_CALLBACK_INSTANCE,
    context: *mut c_void,
    wait: *mut TP_WAIT,
    result: TP_WAIT_RESULT,
) {
    // SAFETY: the context is the sender of the test, which waits for the callback.
    let sender = unsafe { &*context.cast::<Sender<(usize, u32)>>() };
    sender
        .send((wait.addr(), result.0))
        .expect("the test waits");
}

#[test]
fn the_pool_calls_back_when_an_event_is_signalled() {
    let (_world, _entered) = world();
    let (sender, receiver) = channel::<(usize, u32)>();
    let context = (&raw const sender).cast_mut().cast();
    // SAFETY: the sender lives until the wait is closed.
    let wait = unsafe { CreateThreadpoolWait(Some(tell), context, ptr::null()) };
    let event = event(false, false);
    for _ in 0..3 {
        // SAFETY: the wait and the event are open.
        unsafe { SetThreadpoolWait(wait, event, ptr::null()) };
        set(event).expect("it is open");
        assert_eq!(
            receiver.recv_timeout(PATIENCE),
            Ok((wait.addr(), WAIT_OBJECT_0.0))
        );
    }
    // SAFETY: the wait is open.
    unsafe { WaitForThreadpoolWaitCallbacks(wait, 0) };
    set(event).expect("it is open");
    assert!(
        receiver.try_recv().is_err(),
        "each callback is asked for anew"
    );
    // SAFETY: nothing uses the wait any more.
    unsafe { CloseThreadpoolWait(wait) };
    close(event).expect("it is open");
}

#[test]
fn the_pool_gives_up_after_a_time() {
    let (_world, _entered) = world();
    let (sender, receiver) = channel::<(usize, u32)>();
    let context = (&raw const sender).cast_mut().cast();
    // SAFETY: the sender lives until the wait is closed.
    let wait = unsafe { CreateThreadpoolWait(Some(tell), context, ptr::null()) };
    let event = event(true, false);
    let relative = -10_i64 as u64;
    let past = 116_444_736_000_000_000_u64;
    for timeout in [0, relative, past] {
        let timeout = FILETIME {
            dwLowDateTime: timeout as u32,
            dwHighDateTime: (timeout >> 32) as u32,
        };
        // SAFETY: the wait and the event are open.
        unsafe { SetThreadpoolWait(wait, event, &raw const timeout) };
        assert_eq!(
            receiver.recv_timeout(PATIENCE),
            Ok((wait.addr(), WAIT_TIMEOUT.0))
        );
    }
    // SAFETY: the wait is open. A callback that has sent may not have returned yet.
    unsafe { WaitForThreadpoolWaitCallbacks(wait, 1) };
    // SAFETY: nothing uses the wait any more.
    unsafe { CloseThreadpoolWait(wait) };
    close(event).expect("it is open");
}

#[test]
fn a_callback_may_call_everything() {
    static WAITS: AtomicU32 = AtomicU32::new(0);
    unsafe extern "system" fn make_and_close(
        _: *mut TP_CALLBACK_INSTANCE,
        done: *mut c_void,
        _: *mut TP_WAIT,
        _: TP_WAIT_RESULT,
    ) {
        close(event(true, true)).expect("it is open");
        WAITS.fetch_add(1, Ordering::SeqCst);
        set(done).expect("it is open");
    }
    let (_world, _entered) = world();
    let (done, start) = (event(false, false), event(false, true));
    // SAFETY: the context is a handle, which stays open.
    let wait = unsafe { CreateThreadpoolWait(Some(make_and_close), done, ptr::null()) };
    // SAFETY: the wait and the event are open.
    unsafe { SetThreadpoolWait(wait, start, ptr::null()) };
    assert_eq!(self::wait(done, FOREVER), WAIT_OBJECT_0.0);
    // SAFETY: the wait is open.
    unsafe { WaitForThreadpoolWaitCallbacks(wait, 1) };
    assert_eq!(WAITS.load(Ordering::SeqCst), 1);
    // SAFETY: nothing uses the wait any more.
    unsafe { CloseThreadpoolWait(wait) };
    close(done).expect("it is open");
    close(start).expect("it is open");
}

#[test]
fn a_wait_needs_a_callback() {
    let (_world, _entered) = world();
    // SAFETY: no callback is what is tested.
    let wait = unsafe { CreateThreadpoolWait(None, ptr::null_mut(), ptr::null()) };
    assert!(wait.is_null());
    assert_eq!(win32(0), Err(ERROR_INVALID_PARAMETER));
}

#[test]
fn misused_handles_are_found() {
    let (world, _entered) = world();
    let event = event(true, false);
    // SAFETY: nothing uses the event any more.
    assert_ne!(unsafe { WSACloseEvent(event) }, 0);
    assert_eq!(close(event), Err(ERROR_INVALID_HANDLE));
    assert_eq!(wait(event, 0), WAIT_FAILED.0);
    // SAFETY: any handle will do.
    unsafe { CloseThreadpoolWait(ptr::without_provenance_mut(event.addr())) };
    let complaint = complaint(&world);
    for expected in [
        "closed twice: the event 0x100004, handed out by CreateEventW (call 1), closed by \
         WSACloseEvent (call 2), again by CloseHandle (call 3)",
        "used after it was closed: the event 0x100004, handed out by CreateEventW (call 1), closed \
         by WSACloseEvent (call 2), used by WaitForSingleObject (call 4)",
        "again by CloseThreadpoolWait (call 5)",
    ] {
        assert!(complaint.contains(expected), "{complaint}");
    }
}
