//! Overlapped operations that are cancelled, and such as their owners misuse.

mod common;

use std::ptr;
use std::time::Duration;

use common::operation::{Event, Operation, alertable, connected};
use common::{complaint, world};
use winsec_emulator::World;
use winsec_emulator::kernel32::CancelIoEx;
use winsec_emulator::scenario::{Cancel, Completion};
use winsec_ffi::{
    ERROR_INVALID_HANDLE, ERROR_NOT_FOUND, OVERLAPPED, WAIT_IO_COMPLETION, WSA_ERROR,
    WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
    WSA_OPERATION_ABORTED, WSAENOTSOCK,
};

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
fn waiting_needs_an_event() {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::OnAdvance));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    assert_eq!(operation.result(true), Err(WSA_INVALID_HANDLE));
    world.advance();
}

fn with_pending(test: impl FnOnce(&World, &Operation)) {
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(None), Err(WSA_IO_PENDING));
    test(&world, &operation);
    operation.cancel().ok();
}

#[test]
fn an_operation_that_is_left_running_is_found() {
    with_pending(|world, _| {
        let complaint = complaint(world);
        let expected = "unfinished: the overlapped operation started by WSAQuerySocketSecurity \
                        (call 1) has not completed";
        assert!(complaint.contains(expected), "{complaint}");
        assert_eq!(world.audit(), Ok(()), "reported once");
    });
}

#[test]
fn an_overlapped_that_is_in_use_is_found() {
    with_pending(|world, operation| {
        assert_eq!(operation.start(None), Err(WSA_INVALID_PARAMETER));
        operation.cancel().expect("it is running");
        let complaint = complaint(world);
        assert!(
            complaint.contains("in use: the OVERLAPPED at 0x"),
            "{complaint}"
        );
        assert!(complaint.contains("(call 1), passed to WSAQuerySocketSecurity (call 2)"));
    });
}

#[test]
fn an_input_that_changes_too_early_is_found() {
    with_pending(|world, operation| {
        // SAFETY: the emulator only reads the template; that it changes is what is tested.
        unsafe { (*operation.memory).template.SecurityProtocol.0 = 1 };
        operation.cancel().expect("it is running");
        let complaint = complaint(world);
        let expected = "changed too early: the input of WSAQuerySocketSecurity (call 1)";
        assert!(complaint.contains(expected), "{complaint}");
    });
}

#[test]
fn waiting_for_an_operation_with_a_routine_is_found() {
    unsafe extern "system" fn nothing(_: WSA_ERROR, _: u32, _: *mut OVERLAPPED, _: u32) {}
    let (world, _entered) = world();
    let socket = world.socket(connected(Completion::Never));
    let operation = Operation::new(socket.raw(), ptr::null_mut(), 0);
    assert_eq!(operation.start(Some(nothing)), Err(WSA_IO_PENDING));
    assert_eq!(operation.result(true), Err(WSA_INVALID_PARAMETER));
    operation.cancel().expect("it is running");
    assert_eq!(alertable(0), WAIT_IO_COMPLETION.0);
    let complaint = complaint(&world);
    assert!(complaint.contains("waited for an operation that has a completion routine"));
}
