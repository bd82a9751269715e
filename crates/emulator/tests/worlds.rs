//! Worlds: entered, left, nested, on several threads, and audited at their end.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use common::sockets::{query, template_with_mask};
use common::{address, close, world, world_of};
use winsec_emulator::kernel32::{CloseHandle, CreateEventW, GetLastError};
use winsec_emulator::scenario::{RandomFaults, Scenario, Security, SocketSpec, SocketState, Token};
use winsec_emulator::secur32::EnumerateSecurityPackagesW;
use winsec_emulator::{Call, Kind, World};
use winsec_ffi::{
    ERROR_NOT_READY, SEC_E_INTERNAL_ERROR, WSAECONNRESET, WSAENOTSOCK, WSANOTINITIALISED,
};

fn connected() -> SocketSpec {
    let security = Security::encrypted().application(Token::new("alice"));
    SocketSpec::tcp4()
        .connected(address("192.0.2.1:443"))
        .security(security)
}

#[test]
fn without_a_world_every_call_fails() {
    let (world, entered) = world();
    let socket = world.socket(connected());
    assert!(query(socket.raw(), None).is_ok());
    assert!(World::is_entered());
    drop(entered);
    assert!(!World::is_entered());
    assert_eq!(
        query(socket.raw(), None).map(|_| ()),
        Err(WSANOTINITIALISED)
    );
    let (mut count, mut list) = (77, std::ptr::null_mut());
    // SAFETY: both can be written to.
    let status = unsafe { EnumerateSecurityPackagesW(&raw mut count, &raw mut list) };
    assert_eq!((status, count), (SEC_E_INTERNAL_ERROR, 77));
    // SAFETY: no attributes and no name are given.
    let event = unsafe { CreateEventW(std::ptr::null(), 1, 0, std::ptr::null()) };
    assert!(event.is_null());
    // SAFETY: it takes nothing.
    assert_eq!(unsafe { GetLastError() }, ERROR_NOT_READY);
    let _again = world.enter();
    drop(socket);
}

#[test]
fn the_world_that_was_entered_last_counts() {
    let outer = World::new(Scenario::new());
    let inner = World::new(Scenario::new());
    let in_outer = outer.enter();
    let in_inner = inner.enter();
    let socket = inner.socket(connected());
    assert!(query(socket.raw(), None).is_ok());
    drop(in_inner);
    assert!(query(socket.raw(), None).is_err());
    let again = inner.enter();
    drop(in_outer);
    assert!(
        query(socket.raw(), None).is_ok(),
        "leaving the outer one first does no harm"
    );
    assert_eq!(again.world().calls(Call::WSAQuerySocketSecurity), 2);
}

#[test]
fn a_clone_is_the_same_world_on_another_thread() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let clone = world.clone();
    let raw = socket.raw();
    let flags = thread::spawn(move || {
        let _entered = clone.enter();
        query(raw, None).map(|(info, _)| info.Flags.bits())
    });
    assert_eq!(flags.join().expect("no panic"), Ok(3));
    assert_eq!(world.calls(Call::WSAQuerySocketSecurity), 1);
}

#[test]
fn an_attached_descriptor_is_answered_for() {
    let (world, _entered) = world();
    world.attach(3, connected());
    assert!(query(3, None).is_ok());
    assert!(world.update(3, |spec| spec.state = SocketState::Reset));
    assert_eq!(query(3, None).map(|_| ()), Err(WSAECONNRESET));
    assert!(world.detach(3));
    assert!(!world.detach(3));
    assert!(!world.update(3, |_| {}));
    assert_eq!(query(3, None).map(|_| ()), Err(WSAENOTSOCK));
}

#[test]
fn an_emulated_socket_is_closed_by_its_drop() {
    let (world, _entered) = world();
    let raw = world.socket(connected()).raw();
    assert_eq!(world.outstanding(Kind::Socket), 0);
    assert_eq!(query(raw, None).map(|_| ()), Err(WSAENOTSOCK));
}

/// The message of the panic with which a world ends.
fn end_of(world: World) -> Option<String> {
    let ended = catch_unwind(AssertUnwindSafe(move || drop(world)));
    let message = ended.err()?.downcast::<String>().expect("a message");
    Some(*message)
}

fn leave_a_token_open(world: &World) -> u64 {
    let _entered = world.enter();
    let socket = world.socket(connected());
    let (info, _) = query(socket.raw(), Some(&template_with_mask(8))).expect("it is connected");
    info.PeerApplicationAccessTokenHandle
}

#[test]
fn a_world_that_ends_with_a_leak_says_so() {
    let world = World::new(Scenario::new());
    leave_a_token_open(&world);
    let clone = world.clone();
    assert_eq!(end_of(world), None, "it has not ended yet");
    let message = end_of(clone).expect("a leak");
    let expected = "leaked: the peer application token 0x100008, handed out by \
                    WSAQuerySocketSecurity (call 1), was never closed";
    assert!(
        message.starts_with("the emulator's books do not balance:"),
        "{message}"
    );
    assert!(message.contains(expected), "{message}");
}

#[test]
fn what_an_audit_has_reported_is_not_reported_again() {
    let world = World::new(Scenario::new());
    let token = leave_a_token_open(&world);
    assert_eq!(world.audit().expect_err("a leak").findings().len(), 1);
    assert_eq!(world.audit(), Ok(()));
    let _entered = world.enter();
    close(token).expect("reporting it does not take it away");
}

#[test]
fn a_world_can_end_without_an_audit() {
    let world = World::new(Scenario::new()).without_final_audit();
    leave_a_token_open(&world);
    assert_eq!(end_of(world), None);
}

#[test]
fn what_one_world_handed_out_is_unknown_to_another() {
    let first = World::new(Scenario::new());
    let token = leave_a_token_open(&first);
    let second = World::new(Scenario::new());
    let entered = second.enter();
    assert!(close(token).is_err());
    drop(entered);
    assert!(second.audit().is_err());
    assert!(first.audit().is_err());
}

#[test]
fn many_threads_share_a_world() {
    let faults = RandomFaults::new(7, 20).with_garbage();
    let (world, _entered) = world_of(Scenario::new().random_faults(faults));
    let socket = world.socket(connected());
    let raw = socket.raw();
    const THREADS: u64 = 8;
    const CALLS: u64 = 2_000;
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let _entered = world.enter();
                for _ in 0..CALLS {
                    // SAFETY: no attributes and no name.
                    let event = unsafe { CreateEventW(std::ptr::null(), 1, 0, std::ptr::null()) };
                    if let Ok((info, _)) = query(raw, Some(&template_with_mask(8))) {
                        let application = info.PeerApplicationAccessTokenHandle;
                        let machine = info.PeerMachineAccessTokenHandle;
                        for token in [application, machine]
                            .into_iter()
                            .filter(|token| *token != 0)
                        {
                            // Made-up handles are refused, real ones closed.
                            let _ = close(token);
                        }
                    }
                    if !event.is_null() {
                        // SAFETY: nothing uses the event any more.
                        assert_ne!(unsafe { CloseHandle(event) }, 0);
                    }
                }
            });
        }
    });
    assert_eq!(world.calls(Call::WSAQuerySocketSecurity), THREADS * CALLS);
    assert_eq!(world.audit(), Ok(()));
}
