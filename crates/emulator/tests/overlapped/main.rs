//! Overlapped operations: at once, later, never, and after cancellation.

#[path = "../common/mod.rs"]
mod common;
mod routines;

use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use common::operation::{LIMIT, Operation};
use common::{address, close, complaint, world, world_of};
use winsec_emulator::kernel32::{CancelIoEx, SleepEx};
use winsec_emulator::scenario::{
    Action, Cancel, Completion, Fault, Scenario, Security, SocketSpec, Token,
};
use winsec_emulator::ws2_32::{
    WSACloseEvent, WSACreateEvent, WSAResetEvent, WSAWaitForMultipleEvents, closesocket,
};
use winsec_emulator::{Call, World};
use winsec_ffi::{
    ERROR_INVALID_HANDLE, ERROR_NOT_FOUND, HANDLE, OVERLAPPED, WAIT_IO_COMPLETION, WSA_ERROR,
    WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
    WSA_OPERATION_ABORTED, WSA_WAIT_EVENT_0, WSA_WAIT_TIMEOUT, WSAECONNRESET, WSAENOTSOCK,
};

/// An event that is closed at the end of a test.
struct Event(HANDLE);

impl Event {
    fn new() -> Self {
        // SAFETY: it takes nothing.
        Self(unsafe { WSACreateEvent() })
    }

    fn is_signalled(&self) -> bool {
        self.wait(0)
    }

    fn wait(&self, milliseconds: u32) -> bool {
        // SAFETY: one handle.
        let result = unsafe { WSAWaitForMultipleEvents(1, &raw const self.0, 0, milliseconds, 0) };
        assert!(
            result == WSA_WAIT_EVENT_0 || result == WSA_WAIT_TIMEOUT,
            "{result:?}"
        );
        result == WSA_WAIT_EVENT_0
    }

    fn reset(&self) {
        // SAFETY: it is open.
        assert_ne!(unsafe { WSAResetEvent(self.0) }, 0);
    }
}

impl Drop for Event {
    fn drop(&mut self) {
        // SAFETY: nothing uses the event any more.
        unsafe { WSACloseEvent(self.0) };
    }
}

fn connected(completion: Completion) -> SocketSpec {
    SocketSpec::tcp4()
        .connected(address("192.0.2.1:443"))
        .security(Security::encrypted().application(Token::new("alice")))
        .completion(completion)
}

#[test]
fn an_immediate_completion_is_indicated_as_well() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Immediate));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Ok(()));
    assert_eq!((operation.info().Flags.bits(), operation.len()), (3, 24));
    assert!(event.is_signalled());
    assert_eq!(operation.result(false), Ok(24));
}

#[test]
fn a_deferred_completion_waits_for_the_world_to_advance() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::OnAdvance));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.result(false), Err(WSA_IO_INCOMPLETE));
    assert!(!event.is_signalled());
    assert_eq!(operation.info().Flags.bits(), 0, "nothing is written yet");
    assert_eq!(world.advance(), 1);
    assert!(event.is_signalled());
    assert_eq!(operation.result(true), Ok(24));
    assert_eq!((operation.info().Flags.bits(), operation.len()), (3, 24));
    assert_eq!(world.advance(), 0);
}

#[test]
fn tokens_are_opened_at_completion() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::OnAdvance));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 8);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    world.advance();
    close(operation.info().PeerApplicationAccessTokenHandle).expect("it was opened");
}

#[test]
fn a_timed_completion_comes_from_another_thread() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::After(Duration::from_millis(1))));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert!(event.wait(LIMIT));
    assert_eq!(operation.result(true), Ok(24));
}

#[test]
fn an_operation_that_never_completes_can_be_cancelled() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 8);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(world.advance(), 0);
    assert_eq!(operation.cancel(), Ok(()));
    assert!(event.is_signalled());
    assert_eq!(operation.result(false), Err(WSA_OPERATION_ABORTED));
    assert_eq!(
        operation.info().PeerApplicationAccessTokenHandle,
        0,
        "nothing was opened"
    );
    assert_eq!(operation.cancel(), Err(ERROR_NOT_FOUND));
}

#[test]
fn cancelling_may_take_its_time() {
    let (world, _entered) = world();
    let spec = connected(Completion::Never).cancel(Cancel::AbortOnAdvance);
    let socket = world.socket(spec);
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.cancel(), Ok(()));
    assert_eq!(
        operation.result(false),
        Err(WSA_IO_INCOMPLETE),
        "the system may still write"
    );
    assert_eq!(world.advance(), 1);
    assert_eq!(operation.result(false), Err(WSA_OPERATION_ABORTED));

    let spec = connected(Completion::Never).cancel(Cancel::AbortAfter(Duration::from_millis(1)));
    let socket = world.socket(spec);
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.cancel(), Ok(()));
    assert!(event.wait(LIMIT));
    assert_eq!(operation.result(true), Err(WSA_OPERATION_ABORTED));
}

#[test]
fn cancelling_may_be_too_late() {
    let (world, _entered) = world();
    let spec = connected(Completion::OnAdvance).cancel(Cancel::TooLate);
    let socket = world.socket(spec);
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.cancel(), Ok(()));
    world.advance();
    assert_eq!(operation.result(false), Ok(24));
}

#[test]
fn all_operations_of_a_socket_can_be_cancelled_at_once() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let other = world.socket(connected(Completion::OnAdvance));
    let mine = [(), ()].map(|()| Operation::new(socket.raw(), ptr::null_mut(), 0));
    let others = Operation::new(other.raw(), ptr::null_mut(), 0);
    for operation in mine.iter().chain([&others]) {
        assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    }
    let handle = ptr::without_provenance_mut(socket.raw());
    // SAFETY: no operation is named.
    assert_ne!(unsafe { CancelIoEx(handle, ptr::null_mut()) }, 0);
    for operation in &mine {
        assert_eq!(operation.result(false), Err(WSA_OPERATION_ABORTED));
    }
    assert_eq!(others.result(false), Err(WSA_IO_INCOMPLETE));
    world.advance();
    assert_eq!(others.result(false), Ok(24));
}

#[test]
fn cancelling_on_what_is_no_socket_is_refused() {
    let (_world, _entered) = world();
    let operation = Operation::new(0x4444, ptr::null_mut(), 0);
    assert_eq!(operation.cancel(), Err(ERROR_INVALID_HANDLE));
    assert_eq!(operation.result(false), Err(WSAENOTSOCK));
}

#[test]
fn closing_the_socket_aborts() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    // SAFETY: nothing uses the socket any more.
    assert_eq!(unsafe { closesocket(socket.raw()) }, 0);
    assert!(event.is_signalled());
}

#[test]
fn the_end_of_the_thread_aborts() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    let addresses = (operation.memory.expose_provenance(), operation.socket);
    thread::scope(|scope| {
        let started = scope.spawn(|| {
            let _entered = world.enter();
            let memory = ptr::with_exposed_provenance_mut(addresses.0);
            let operation = Operation {
                memory,
                socket: addresses.1,
            };
            assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
            std::mem::forget(operation);
        });
        started.join().expect("no assertion failed");
    });
    assert!(event.wait(LIMIT));
    assert_eq!(operation.result(false), Err(WSA_OPERATION_ABORTED));
}

static ROUTINE_CALLS: AtomicU32 = AtomicU32::new(0);

unsafe extern "system" fn routine(
    code: WSA_ERROR,
    transferred: u32,
    overlapped: *mut OVERLAPPED,
    flags: u32,
) {
    assert_eq!((code.0, transferred, flags), (0, 24, 0));
    // SAFETY: the operation has completed; its owner waits for this routine.
    let context = unsafe { (*overlapped).hEvent };
    assert_eq!(context.addr(), 0x1234, "the event is the application's own");
    ROUTINE_CALLS.fetch_add(1, Ordering::SeqCst);
}

fn alertable(milliseconds: u32) -> u32 {
    // SAFETY: the routines of this thread's operations may be called.
    unsafe { SleepEx(milliseconds, 1) }.0
}
