//! Real sockets, tokens, events and threads through the real interface of the stand-in DLL.
#![cfg(windows)]

mod common;

use std::net::{SocketAddr, UdpSocket};
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use common::{advance, audit, calls, connection, query, raw, set_scenario, win32, winsock};
use windows_sys::Win32::Foundation::{ERROR_NO_TOKEN, GetLastError};
use windows_sys::Win32::Security::{GetTokenInformation, TOKEN_QUERY, TokenStatistics};
use windows_sys::Win32::System::Threading::{GetCurrentThread, OpenThreadToken};
use winsec_ffi::{
    AF_INET, CloseHandle, IPPROTO_TCP, OVERLAPPED, SO_EXCLUSIVEADDRUSE, SOCK_STREAM, SOCKET,
    SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE, SOL_SOCKET, SleepEx,
    TOKEN_ACCESS_MASK, WAIT_IO_COMPLETION, WSA_ERROR, WSA_FLAGS, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
    WSACloseEvent, WSACreateEvent, WSAEFAULT, WSAEINVAL, WSAEISCONN, WSAENOTCONN, WSAENOTSOCK,
    WSAGetOverlappedResult, WSAImpersonateSocketPeer, WSAQuerySocketSecurity,
    WSARevertImpersonation, WSASetSocketSecurity, WSASocketW, closesocket, getsockopt,
};

/// Streams are encrypted and their operations wait; datagram peers are looked up.
const SCENARIO: &str = r#"
[[socket]]
kind = "stream"
completion = "on-advance"
security = { protocol = 1, flags = ["secured", "encrypted"], application = { account = "alice" } }

[[socket]]
kind = "datagram"

[[socket.peers]]
address = "127.0.0.1:9999"
security = { protocol = 1, flags = ["secured"] }
"#;

/// The world is the process's: the tests take turns, and each begins a new one.
fn scripted() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    set_scenario(SCENARIO).expect("the scenario is right");
    turn
}

fn template(mask: u32) -> SOCKET_SECURITY_QUERY_TEMPLATE {
    SOCKET_SECURITY_QUERY_TEMPLATE {
        PeerTokenAccessMask: TOKEN_ACCESS_MASK::from_bits_retain(mask),
        ..SOCKET_SECURITY_QUERY_TEMPLATE::default()
    }
}

#[test]
fn a_real_connection_gets_the_scripted_answer() {
    let _turn = scripted();
    let (client, server, listener) = connection();
    for end in [&client, &server] {
        let (info, len) = query(raw(end), None).expect("it is connected");
        assert_eq!((info.Flags.bits(), len), (3, 24));
    }
    assert_eq!(query(raw(&listener), None).map(|_| ()), Err(WSAENOTCONN));
    assert_eq!(calls("WSAQuerySocketSecurity"), 3);
    assert_eq!(audit(), "");
}

#[test]
fn a_real_datagram_socket_is_told_from_a_stream() {
    let _turn = scripted();
    let udp = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let peer: SocketAddr = "127.0.0.1:9999".parse().expect("an address");
    let mut asked = template(0);
    let mut bytes = AF_INET.0.to_ne_bytes().to_vec();
    bytes.extend(peer.port().to_be_bytes());
    bytes.extend([127, 0, 0, 1]);
    let to = (&raw mut asked.PeerAddress).cast::<u8>();
    // SAFETY: a storage has room for every address.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), to, bytes.len()) };
    let (info, _) = query(raw(&udp), Some(&asked)).expect("a peer");
    assert_eq!(info.Flags.bits(), 1);
}

#[test]
fn a_closed_socket_is_none() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let socket = raw(&client);
    drop(client);
    assert_eq!(query(socket, None).map(|_| ()), Err(WSAENOTSOCK));
}

#[test]
fn the_size_is_told_through_the_real_interface() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let mut len = 0;
    // SAFETY: a null buffer of no length.
    let result = unsafe {
        WSAQuerySocketSecurity(
            raw(&client),
            ptr::null(),
            0,
            ptr::null_mut(),
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    assert_eq!((winsock(result), len), (Err(WSAEFAULT), 24));
}

#[test]
fn tokens_are_real_and_are_closed() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let (info, _) = query(raw(&client), Some(&template(TOKEN_QUERY))).expect("it is connected");
    assert_eq!(info.SecurityProtocol.0, 1);
    let token = ptr::without_provenance_mut(info.PeerApplicationAccessTokenHandle as usize);
    let mut buffer = [0_u64; 16];
    let mut needed = 0;
    let size = size_of_val(&buffer) as u32;
    let at = buffer.as_mut_ptr().cast();
    // SAFETY: the buffer has that length.
    win32(unsafe { GetTokenInformation(token, TokenStatistics, at, size, &raw mut needed) });
    // SAFETY: it is open.
    win32(unsafe { CloseHandle(token) });
}

fn new_socket() -> SOCKET {
    let overlapped = WSA_FLAGS::from_bits_retain(1);
    let family = AF_INET.0.into();
    // SAFETY: it takes no pointer.
    let socket =
        unsafe { WSASocketW(family, SOCK_STREAM, IPPROTO_TCP, ptr::null(), 0, overlapped) };
    assert_ne!(socket, usize::MAX);
    socket
}

fn set_default(socket: SOCKET) -> Result<(), WSA_ERROR> {
    // SAFETY: null settings are the default.
    winsock(unsafe { WSASetSocketSecurity(socket, ptr::null(), 0, ptr::null_mut(), None) })
}

fn exclusive(socket: SOCKET) -> i32 {
    let mut value = -1_i32;
    let mut len = 4;
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    let result = unsafe { getsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, at, &raw mut len) };
    assert_eq!(winsock(result), Ok(()));
    value
}

#[test]
fn settings_are_for_new_sockets_and_once() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    assert_eq!(set_default(raw(&client)), Err(WSAEISCONN));
    for _ in 0..3 {
        let socket = new_socket();
        assert_eq!(exclusive(socket), 0);
        assert_eq!(
            set_default(socket),
            Ok(()),
            "also if the number was used before"
        );
        assert_eq!(exclusive(socket), 1);
        assert_eq!(set_default(socket), Err(WSAEINVAL));
        // SAFETY: nothing uses the socket any more.
        assert_eq!(unsafe { closesocket(socket) }, 0);
    }
}

#[test]
fn impersonation_is_real_and_the_threads_own() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let has_token = || {
        let mut token = ptr::null_mut();
        // SAFETY: it takes nothing.
        let thread = unsafe { GetCurrentThread() };
        // SAFETY: the thread is this one, and the result can be written to.
        if unsafe { OpenThreadToken(thread, TOKEN_QUERY, 1, &raw mut token) } == 0 {
            // SAFETY: it takes nothing.
            assert_eq!(unsafe { GetLastError() }, ERROR_NO_TOKEN);
            return false;
        }
        // SAFETY: it is open.
        win32(unsafe { CloseHandle(token) });
        true
    };
    assert!(!has_token());
    // SAFETY: no address is needed on a stream.
    let done = unsafe { WSAImpersonateSocketPeer(raw(&client), ptr::null(), 0) };
    assert_eq!(winsock(done), Ok(()));
    assert!(has_token());
    // SAFETY: it takes nothing.
    assert_eq!(winsock(unsafe { WSARevertImpersonation() }), Ok(()));
    assert!(!has_token());
}

/// What an overlapped query needs until it has completed.
#[derive(Default)]
struct Memory {
    overlapped: OVERLAPPED,
    info: SOCKET_SECURITY_QUERY_INFO,
    len: u32,
}

static ROUTINE_CALLS: AtomicU32 = AtomicU32::new(0);

unsafe extern "system" fn routine(code: WSA_ERROR, bytes: u32, _: *mut OVERLAPPED, _: u32) {
    assert_eq!((code.0, bytes), (0, 24));
    ROUTINE_CALLS.fetch_add(1, Ordering::SeqCst);
}

fn start(socket: SOCKET, memory: *mut Memory, with_routine: bool) -> Result<(), WSA_ERROR> {
    // SAFETY: the memory is valid; only addresses are taken.
    let info = unsafe { &raw mut (*memory).info };
    // SAFETY: as above.
    let len = unsafe { &raw mut (*memory).len };
    // SAFETY: as above.
    let overlapped = unsafe { &raw mut (*memory).overlapped };
    let routine = with_routine.then_some(routine as _);
    // SAFETY: the memory stays until the operation has completed.
    winsock(unsafe {
        WSAQuerySocketSecurity(socket, ptr::null(), 0, info, len, overlapped, routine)
    })
}

/// The outcome, as Windows' own function reads it.
fn outcome(socket: SOCKET, memory: *mut Memory, wait: bool) -> Result<u32, WSA_ERROR> {
    let (mut bytes, mut flags) = (0, 0);
    // SAFETY: the memory is valid; only an address is taken.
    let overlapped = unsafe { &raw mut (*memory).overlapped };
    let wait = i32::from(wait);
    // SAFETY: the pointers are valid.
    let done =
        unsafe { WSAGetOverlappedResult(socket, overlapped, &raw mut bytes, wait, &raw mut flags) };
    if done != 0 {
        Ok(bytes)
    } else {
        winsock(-1).map(|()| 0)
    }
}

#[test]
fn an_overlapped_query_is_completed_for_windows_own_functions() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let memory = Box::into_raw(Box::new(Memory {
        len: 24,
        ..Memory::default()
    }));
    // SAFETY: it takes nothing.
    let event = unsafe { WSACreateEvent() };
    // SAFETY: nobody else uses the memory yet.
    unsafe { (*memory).overlapped.hEvent = event };
    assert_eq!(start(raw(&client), memory, false), Err(WSA_IO_PENDING));
    assert_eq!(outcome(raw(&client), memory, false), Err(WSA_IO_INCOMPLETE));
    assert_eq!(advance(), 1);
    assert_eq!(outcome(raw(&client), memory, true), Ok(24));
    // SAFETY: the operation has completed.
    let memory = unsafe { Box::from_raw(memory) };
    assert_eq!(memory.info.Flags.bits(), 3);
    // SAFETY: nothing uses the event any more.
    win32(unsafe { WSACloseEvent(event) });
}

#[test]
fn a_completion_routine_runs_in_an_alertable_sleep() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let memory = Box::into_raw(Box::new(Memory {
        len: 24,
        ..Memory::default()
    }));
    assert_eq!(start(raw(&client), memory, true), Err(WSA_IO_PENDING));
    assert_eq!(ROUTINE_CALLS.load(Ordering::SeqCst), 0);
    assert_eq!(advance(), 1);
    // SAFETY: the routine may be called.
    assert_eq!(unsafe { SleepEx(60_000, 1) }, WAIT_IO_COMPLETION);
    assert_eq!(ROUTINE_CALLS.load(Ordering::SeqCst), 1);
    // SAFETY: the operation has completed.
    drop(unsafe { Box::from_raw(memory) });
}

#[test]
fn the_audit_knows_which_tokens_are_still_open() {
    let _turn = scripted();
    let (client, _server, _listener) = connection();
    let ask = || {
        query(raw(&client), Some(&template(TOKEN_QUERY)))
            .expect("it is connected")
            .0
    };
    let closed = ask().PeerApplicationAccessTokenHandle;
    let left = ask().PeerApplicationAccessTokenHandle;
    let handle = |value: u64| ptr::without_provenance_mut(value as usize);
    // SAFETY: it is open.
    win32(unsafe { CloseHandle(handle(closed)) });
    let complaint = audit();
    assert!(complaint.contains(&format!("leaked: the peer application token {left:#x}, ")));
    assert!(
        !complaint.contains(&format!("token {closed:#x}, ")),
        "{complaint}"
    );
    // SAFETY: it is open.
    win32(unsafe { CloseHandle(handle(left)) });
}
