//! Overlapped operations with routines and faults, and those that are misused.

use super::*;

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
