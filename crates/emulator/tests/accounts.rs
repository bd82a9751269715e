//! `GetTokenInformation` and `LookupAccountSidW`, rule by rule.

mod common;

use std::ffi::c_void;
use std::ptr;

use common::sockets::{query, template_with_mask};
use common::{address, close, handle, win32, world_of};
use winsec_emulator::advapi32::{GetTokenInformation, LookupAccountSidW};
use winsec_emulator::scenario::{Scenario, Security, SocketSpec, Token};
use winsec_emulator::{Entered, World};
use winsec_ffi::{
    ERROR_ACCESS_DENIED, ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER,
    ERROR_INVALID_SID, ERROR_NONE_MAPPED, SID_NAME_USE, SidTypeUser, TOKEN_INFORMATION_CLASS,
    TOKEN_USER, TokenGroups, TokenUser, WIN32_ERROR,
};

const QUERY: u32 = 0x8;
const DUPLICATE: u32 = 0x2;

/// A world in which a query gives the tokens of two accounts, opened with these rights.
fn tokens(access: u32) -> (World, Entered, u64, u64) {
    let (world, entered) = world_of(Scenario::new());
    let security = Security::secured()
        .application(Token::new("CONTOSO\\alice"))
        .machine(Token::new("SERVER$"));
    let spec = SocketSpec::tcp4().connected(address("192.0.2.1:443"));
    let socket = world.socket(spec.security(security));
    let asked = template_with_mask(access);
    let (info, _) = query(socket.raw(), Some(&asked)).expect("it is connected");
    let application = info.PeerApplicationAccessTokenHandle;
    (
        world,
        entered,
        application,
        info.PeerMachineAccessTokenHandle,
    )
}

/// Asks a token; gives the size that was told, too.
fn ask(
    token: u64,
    class: TOKEN_INFORMATION_CLASS,
    buffer: &mut [u64],
) -> (Result<(), WIN32_ERROR>, u32) {
    let mut needed = 0;
    let len = size_of_val(buffer) as u32;
    let at: *mut c_void = match buffer {
        [] => ptr::null_mut(),
        buffer => buffer.as_mut_ptr().cast(),
    };
    // SAFETY: the buffer is as long as is said, and the size is written to a place of this frame.
    let done = unsafe { GetTokenInformation(handle(token), class, at, len, &raw mut needed) };
    (win32(done), needed)
}

/// The identifier of a token's user.
fn sid(token: u64) -> Vec<u8> {
    let mut buffer = [0; 16];
    let (done, len) = ask(token, TokenUser, &mut buffer);
    done.expect("the buffer is large enough");
    // SAFETY: the buffer is aligned for the type and longer than it.
    let user = unsafe { buffer.as_ptr().cast::<TOKEN_USER>().read() };
    let at = user.User.Sid.addr() - buffer.as_ptr().addr();
    let bytes: Vec<u8> = buffer.iter().flat_map(|word| word.to_ne_bytes()).collect();
    bytes[at..len as usize].to_vec()
}

/// Looks an identifier up, with so much room for each text; gives the texts and their lengths.
fn look_up(sid: &[u8], room: u32) -> (Result<(), WIN32_ERROR>, [String; 2], [u32; 2]) {
    let mut texts = [[0_u16; 64]; 2];
    let mut lens = [room; 2];
    let mut usage = SID_NAME_USE(0);
    let [name, domain] = &mut texts;
    let [name_len, domain_len] = &mut lens;
    // SAFETY: the identifier is whole, and every other pointer is to a place of this frame with the
    // room that is said.
    let done = unsafe {
        LookupAccountSidW(
            ptr::null(),
            sid.as_ptr().cast_mut().cast(),
            name.as_mut_ptr(),
            name_len,
            domain.as_mut_ptr(),
            domain_len,
            &raw mut usage,
        )
    };
    let done = win32(done);
    if done.is_ok() {
        assert_eq!(usage, SidTypeUser);
    }
    let texts = texts.map(|units| {
        let end = units
            .iter()
            .position(|unit| *unit == 0)
            .expect("a terminator");
        String::from_utf16(&units[..end]).expect("text")
    });
    (done, texts, lens)
}

#[test]
fn a_user_has_an_identifier_of_its_own() {
    let (_world, _entered, application, machine) = tokens(QUERY);
    let (alice, server) = (sid(application), sid(machine));
    assert_eq!(alice.len(), 28);
    assert_eq!(alice[..8], [1, 5, 0, 0, 0, 0, 0, 5]);
    assert_ne!(alice, server);
    assert_eq!(sid(application), alice);
    close(application).expect("it is open");
    close(machine).expect("it is open");
}

#[test]
fn an_account_has_the_same_identifier_in_every_world() {
    let first = {
        let (_world, _entered, application, machine) = tokens(QUERY);
        let sid = sid(application);
        close(application).expect("it is open");
        close(machine).expect("it is open");
        sid
    };
    let (_world, _entered, application, machine) = tokens(QUERY);
    assert_eq!(sid(application), first);
    close(application).expect("it is open");
    close(machine).expect("it is open");
}

#[test]
fn too_small_a_buffer_is_told_the_size() {
    let (_world, _entered, application, machine) = tokens(QUERY);
    let whole = (size_of::<TOKEN_USER>() + 28) as u32;
    for words in [0, 1, 2, 5] {
        let mut buffer = vec![0; words];
        let answer = ask(application, TokenUser, &mut buffer);
        assert_eq!(
            answer,
            (Err(ERROR_INSUFFICIENT_BUFFER), whole),
            "{words} words"
        );
        assert!(buffer.iter().all(|word| *word == 0), "nothing is written");
    }
    close(application).expect("it is open");
    close(machine).expect("it is open");
}

#[test]
fn handle_right_and_kind_are_checked_in_this_order() {
    let (_world, _entered, application, machine) = tokens(DUPLICATE);
    let mut buffer = [0; 16];
    assert_eq!(
        ask(0x7777_7770, TokenGroups, &mut buffer).0,
        Err(ERROR_INVALID_HANDLE)
    );
    assert_eq!(
        ask(application, TokenGroups, &mut buffer).0,
        Err(ERROR_ACCESS_DENIED)
    );
    close(application).expect("it is open");
    close(machine).expect("it is open");
    drop((_entered, _world));

    let (world, _entered, application, machine) = tokens(QUERY);
    assert_eq!(
        ask(application, TokenGroups, &mut buffer).0,
        Err(ERROR_INVALID_PARAMETER)
    );
    close(application).expect("it is open");
    close(machine).expect("it is open");
    assert_eq!(
        ask(application, TokenUser, &mut buffer).0,
        Err(ERROR_INVALID_HANDLE)
    );
    assert!(
        common::complaint(&world).contains("GetTokenInformation"),
        "it was used after its end"
    );
}

#[test]
fn an_identifier_leads_back_to_its_account() {
    let (_world, _entered, application, machine) = tokens(QUERY);
    let (done, [name, domain], lens) = look_up(&sid(application), 64);
    assert_eq!(done, Ok(()));
    assert_eq!((name.as_str(), domain.as_str()), ("alice", "CONTOSO"));
    assert_eq!(lens, [5, 7], "without the terminator");
    let (done, [name, domain], _) = look_up(&sid(machine), 64);
    assert_eq!(done, Ok(()));
    assert_eq!((name.as_str(), domain.as_str()), ("SERVER$", ""));
    close(application).expect("it is open");
    close(machine).expect("it is open");
}

#[test]
fn too_little_room_for_either_text_is_told_the_lengths() {
    let (_world, _entered, application, machine) = tokens(QUERY);
    let alice = sid(application);
    let (done, texts, lens) = look_up(&alice, 6);
    assert_eq!(done, Err(ERROR_INSUFFICIENT_BUFFER));
    assert_eq!(lens, [6, 8], "with the terminator");
    assert_eq!(texts, ["", ""], "nothing is written");
    close(application).expect("it is open");
    close(machine).expect("it is open");
}

#[test]
fn nobody_has_an_unknown_identifier() {
    let (_world, _entered) = world_of(Scenario::new());
    let system = [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0];
    assert_eq!(look_up(&system, 64).0, Err(ERROR_NONE_MAPPED));
    let other_revision = [2, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0];
    assert_eq!(look_up(&other_revision, 64).0, Err(ERROR_INVALID_SID));
}
