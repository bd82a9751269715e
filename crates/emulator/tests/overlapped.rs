//! Overlapped operations: at once, later, never, and after cancellation.

mod common;

use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use common::operation::{Event, LIMIT, Operation, alertable, connected};
use common::{close, world, world_of};
use winsec_emulator::Call;
use winsec_emulator::kernel32::SleepEx;
use winsec_emulator::scenario::{Action, Completion, Fault, Scenario, SocketSpec};
use winsec_emulator::ws2_32::{WSAWaitForMultipleEvents, closesocket};
use winsec_ffi::{
    OVERLAPPED, WAIT_IO_COMPLETION, WSA_ERROR, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
    WSA_OPERATION_ABORTED, WSAECONNRESET,
};

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

#[test]
fn a_routine_runs_in_an_alertable_wait_of_its_thread() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::OnAdvance));
    let operation = Operation::new(socket.raw(), ptr::without_provenance_mut(0x1234), 0);
    assert_eq!(operation.start(Some(routine)), Err(WSA_IO_PENDING));
    assert_eq!(alertable(0), 0, "it has not completed");
    world.advance();
    assert_eq!(
        ROUTINE_CALLS.load(Ordering::SeqCst),
        0,
        "no alertable wait yet"
    );
    // SAFETY: it is not alertable.
    assert_eq!(unsafe { SleepEx(0, 0) }.0, 0);
    thread::scope(|scope| {
        scope.spawn(|| {
            let _entered = world.enter();
            assert_eq!(alertable(0), 0, "another thread");
        });
    });
    assert_eq!(ROUTINE_CALLS.load(Ordering::SeqCst), 0);
    assert_eq!(alertable(LIMIT), WAIT_IO_COMPLETION.0);
    assert_eq!(ROUTINE_CALLS.load(Ordering::SeqCst), 1);
    assert_eq!(alertable(0), 0, "it runs once");
}

#[test]
fn an_alertable_wait_for_events_runs_routines_too() {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    unsafe extern "system" fn count(_: WSA_ERROR, _: u32, _: *mut OVERLAPPED, _: u32) {
        CALLS.fetch_add(1, Ordering::SeqCst);
    }
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Immediate));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(Some(count)), Ok(()));
    // SAFETY: one handle, and the routines may be called.
    let result = unsafe { WSAWaitForMultipleEvents(1, &raw const event.0, 0, LIMIT, 1) };
    assert_eq!(result, WAIT_IO_COMPLETION);
    assert_eq!(CALLS.load(Ordering::SeqCst), 1);
}

#[test]
fn a_socket_without_the_attribute_is_synchronous() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never).not_overlapped());
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert_eq!(operation.start(None), Ok(()));
    assert_eq!(operation.len(), 24);
    assert!(!event.is_signalled(), "the OVERLAPPED is ignored");
}

#[test]
fn bad_arguments_start_nothing() {
    let (world, _entered) = world();
    let socket = world.socket(SocketSpec::tcp4().completion(Completion::OnAdvance));
    let event = Event::new();
    let operation = Operation::new(socket.raw(), event.0, 0);
    assert!(operation.start(None).is_err());
    assert_eq!(world.advance(), 0);
    assert!(!event.is_signalled());
}

#[test]
fn a_fault_can_fail_an_operation_that_has_started() {
    let fault = Fault::new(Call::WSAQuerySocketSecurity, Action::FinishWith(10054));
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected(Completion::OnAdvance));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    world.advance();
    assert_eq!(operation.result(false), Err(WSAECONNRESET));
}

#[test]
fn a_fault_can_put_an_operation_off() {
    let action = Action::Complete(Completion::Never);
    let fault = Fault::new(Call::WSAQuerySocketSecurity, action).nth(2);
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected(Completion::Immediate));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Ok(()));
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.cancel(), Ok(()));
}

#[test]
fn an_event_is_reset_by_hand() {
    let (_world, _entered) = world();
    let event = Event::new();
    // SAFETY: it is open.
    assert_ne!(unsafe { winsec_emulator::ws2_32::WSASetEvent(event.0) }, 0);
    assert!(event.is_signalled() && event.is_signalled());
    event.reset();
    assert!(!event.is_signalled());
}
