//! Faults: the n-th call, every call, and chance that repeats itself.

mod common;

use common::sockets::{query, revert, set_settings, template_with_mask};
use common::{address, close, world, world_of};
use winsec_emulator::scenario::{
    Action, Answer, Fault, RandomFaults, Scenario, Security, SocketSpec, Token,
};
use winsec_emulator::ws2_32::WSACreateEvent;
use winsec_emulator::{Call, Kind};
use winsec_ffi::{
    ERROR_ACCESS_DENIED, ERROR_INVALID_HANDLE, WSA_ERROR, WSAEFAULT, WSAENETDOWN, WSAENOBUFS,
    WSASYSCALLFAILURE,
};

const QUERY: Call = Call::WSAQuerySocketSecurity;

fn connected() -> SocketSpec {
    let security = Security::encrypted().application(Token::new("alice"));
    SocketSpec::tcp4()
        .connected(address("192.0.2.1:443"))
        .security(security)
}

/// Which of ten queries fail.
fn failing(scenario: Scenario) -> Vec<usize> {
    let (world, _entered) = world_of(scenario);
    let socket = world.socket(connected());
    (1..=10)
        .filter(|_| query(socket.raw(), None).is_err())
        .collect()
}

#[test]
fn the_nth_every_nth_or_every_call() {
    let down = || Fault::fail(QUERY, WSAENETDOWN);
    assert_eq!(failing(Scenario::new().fault(down().nth(3))), [3]);
    assert_eq!(failing(Scenario::new().fault(down().every(4))), [4, 8]);
    assert_eq!(failing(Scenario::new().fault(down())).len(), 10);
    let other = Fault::fail(Call::WSASetSocketSecurity, WSAENETDOWN);
    assert_eq!(failing(Scenario::new().fault(other)), [0; 0]);
}

#[test]
fn the_first_fault_that_fits_wins() {
    let scenario = Scenario::new()
        .fault(Fault::fail(QUERY, WSAENETDOWN).nth(2))
        .fault(Fault::fail(QUERY, WSAENOBUFS));
    let (world, _entered) = world_of(scenario);
    let socket = world.socket(connected());
    let codes: Vec<_> = (0..3)
        .map(|_| query(socket.raw(), None).unwrap_err())
        .collect();
    assert_eq!(codes, [WSAENOBUFS, WSAENETDOWN, WSAENOBUFS]);
}

#[test]
fn a_fault_can_come_later() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    assert!(query(socket.raw(), None).is_ok());
    world.add_fault(Fault::fail(QUERY, WSAENETDOWN));
    assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAENETDOWN));
}

#[test]
fn a_call_that_fails_does_nothing() {
    let fault = Fault::fail(Call::WSASetSocketSecurity, WSAENETDOWN).nth(1);
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(SocketSpec::tcp4());
    assert_eq!(set_settings(socket.raw(), None), Err(WSAENETDOWN));
    assert!(world.settings(socket.raw()).is_none());
    assert_eq!(set_settings(socket.raw(), None), Ok(()));
}

#[test]
fn a_close_that_fails_has_closed() {
    let fault = Fault::fail(Call::CloseHandle, ERROR_ACCESS_DENIED);
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected());
    let (info, _) = query(socket.raw(), Some(&template_with_mask(8))).expect("it is connected");
    let token = info.PeerApplicationAccessTokenHandle;
    assert_eq!(close(token), Err(ERROR_ACCESS_DENIED));
    assert_eq!(world.audit(), Ok(()));
}

#[test]
fn a_revert_can_fail() {
    let fault = Fault::fail(Call::WSARevertImpersonation, WSASYSCALLFAILURE);
    let (_world, _entered) = world_of(Scenario::new().fault(fault));
    assert_eq!(revert(), Err(WSASYSCALLFAILURE));
}

#[test]
fn an_answer_can_be_anything() {
    let garbage = Answer::new([0xFF; 24]).claiming(u32::MAX);
    let fault = Fault::new(QUERY, Action::Answer(garbage));
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected());
    let (info, len) = query(socket.raw(), None).expect("it says so");
    assert_eq!((len, info.Flags.bits()), (u32::MAX, u32::MAX));
    assert_eq!(info.PeerApplicationAccessTokenHandle, u64::MAX);
    assert_eq!(close(u64::MAX), Err(ERROR_INVALID_HANDLE));
    assert_eq!(
        world.audit(),
        Ok(()),
        "a made-up handle may be closed, or not"
    );
}

#[test]
fn a_wrong_answer_can_carry_tokens() {
    let answer = Answer::new([0; 24]).claiming(24).with_tokens();
    let fault = Fault::new(QUERY, Action::Answer(answer));
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected());
    assert!(query(socket.raw(), None).is_ok());
    assert_eq!(
        world.outstanding(Kind::MachineToken),
        0,
        "no mask asks for them"
    );
    let (info, _) = query(socket.raw(), Some(&template_with_mask(8))).expect("it says so");
    assert_eq!(world.outstanding(Kind::MachineToken), 1);
    assert!(common::complaint(&world).contains("leaked: the peer machine token"));
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
    close(info.PeerMachineAccessTokenHandle).expect("it is open");
}

#[test]
fn tokens_are_not_opened_where_the_caller_cannot_tell() {
    for (bytes, length, opened) in [(20, 20, 0), (20, 24, 1), (24, 20, 0), (24, 25, 0)] {
        let answer = Answer::new(vec![0; bytes]).claiming(length).with_tokens();
        let fault = Fault::new(QUERY, Action::Answer(answer));
        let (world, _entered) = world_of(Scenario::new().fault(fault));
        let socket = world.socket(connected());
        let asked = template_with_mask(8);
        let (info, len) = query(socket.raw(), Some(&asked)).expect("it says so");
        assert_eq!(len, length);
        assert_eq!(world.outstanding(Kind::MachineToken), 0);
        assert_eq!(world.outstanding(Kind::ApplicationToken), opened);
        if opened != 0 {
            close(info.PeerApplicationAccessTokenHandle).expect("it is open");
        }
    }
}

#[test]
fn a_size_can_grow() {
    let fault = Fault::new(QUERY, Action::TooSmall(4096)).nth(1);
    let (world, _entered) = world_of(Scenario::new().fault(fault));
    let socket = world.socket(connected());
    let raw = || common::sockets::Raw {
        socket: socket.raw(),
        template: None,
        template_len: 0,
        buffer: None,
        len: 0,
    };
    assert_eq!(raw().query(), (Err(WSAEFAULT), 4096));
    assert_eq!(raw().query(), (Err(WSAEFAULT), 24));
}

/// The outcomes of a thousand queries under chance.
fn outcomes(faults: RandomFaults) -> Vec<Result<u32, WSA_ERROR>> {
    let (world, _entered) = world_of(Scenario::new().random_faults(faults));
    let socket = world.socket(connected());
    let outcomes = (0..1000).map(|_| {
        let (info, len) = query(socket.raw(), None)?;
        for token in [
            info.PeerApplicationAccessTokenHandle,
            info.PeerMachineAccessTokenHandle,
        ] {
            if token != 0 {
                // Made-up handles are refused, real ones closed.
                let _ = close(token);
            }
        }
        Ok(len)
    });
    let outcomes = outcomes.collect();
    assert_eq!(world.audit(), Ok(()));
    outcomes
}

#[test]
fn chance_repeats_itself_for_the_same_seed() {
    let faults = || RandomFaults::new(1, 10).with_garbage();
    let first = outcomes(faults());
    assert_eq!(first, outcomes(faults()));
    assert_ne!(first, outcomes(RandomFaults::new(2, 10).with_garbage()));
    let failed = first.iter().filter(|outcome| outcome.is_err()).count();
    assert!((20..200).contains(&failed), "{failed} of 1000 failed");
    let odd = first
        .iter()
        .filter(|outcome| outcome.is_ok_and(|len| len != 24))
        .count();
    assert!(odd > 0, "there is garbage");
}

#[test]
fn chance_can_be_kept_to_some_calls() {
    let faults = RandomFaults::new(1, 1).only(&[Call::WSACreateEvent]);
    let (world, _entered) = world_of(Scenario::new().random_faults(faults));
    let socket = world.socket(connected());
    assert!(query(socket.raw(), None).is_ok());
    // SAFETY: it takes nothing.
    assert!(unsafe { WSACreateEvent() }.is_null());
}

#[test]
fn closing_never_fails_by_chance() {
    let (world, _entered) = world_of(Scenario::new().random_faults(RandomFaults::new(1, 1)));
    assert_eq!(close(4), Err(ERROR_INVALID_HANDLE));
    assert!(common::complaint(&world).contains("never handed out: 0x4, passed to CloseHandle"));
}
