//! `INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO`, before, during and after a request.

mod common;

use std::ptr;

use common::internet::{close, connect, diagnostic, open, open_proxied, read_all, request, send};
use common::sockets::query;
use common::{complaint, units, win32, winsock, world_of};
use winsec_emulator::scenario::{
    AbsentSocket, Action, Answer, Diagnostic, DiagnosticSupport, Fault, Page, Proxy, Scenario,
    Security, Server,
};
use winsec_emulator::wininet::{InternetQueryOptionA, InternetQueryOptionW};
use winsec_emulator::ws2_32::closesocket;
use winsec_emulator::{Call, World};
use winsec_ffi::{
    ERROR_INSUFFICIENT_BUFFER, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INVALID_OPTION,
    ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, HINTERNET, IDSI_FLAGS,
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_FLAG_SECURE, INTERNET_FLAGS, INTERNET_OPTION,
    INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_OPTION_URL, INVALID_SOCKET, WIN32_ERROR,
    WSAENOTSOCK,
};

const NONE: INTERNET_FLAGS = INTERNET_FLAGS::empty();
const SIZE: u32 = size_of::<INTERNET_DIAGNOSTIC_SOCKET_INFO>() as u32;

fn scenario() -> Scenario {
    let page = || Page::new("/", "body");
    Scenario::new()
        .server(
            Server::http("h", 80)
                .security(Security::encrypted())
                .page(page()),
        )
        .server(Server::https("h", 443).page(page()))
        .server(Server::http("closing", 80).closing().page(page()))
        .proxy(Proxy::new("proxy", 3128))
}

/// A session with one request, which is not sent yet.
fn prepare(session: HINTERNET, host: &str, flags: INTERNET_FLAGS) -> HINTERNET {
    let connection = connect(session, host, 0).expect("a connection");
    request(connection, "/", flags).expect("a request")
}

#[test]
fn before_during_and_after() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let page = prepare(session, "h", NONE);
    let before = diagnostic(page).expect("it answers");
    assert_eq!((before.Socket, before.SourcePort), (INVALID_SOCKET, 0));
    assert_eq!((before.DestPort, before.Flags.bits()), (80, 0));
    send(page).expect("the server answers");
    let during = diagnostic(page).expect("it answers");
    assert_eq!(
        query(during.Socket, None)
            .expect("the lent socket")
            .0
            .Flags
            .bits(),
        3
    );
    assert_eq!(
        (during.SourcePort, during.DestPort, during.Flags.bits()),
        (49_152, 80, 0)
    );
    read_all(page).expect("the body");
    let after = diagnostic(page).expect("it answers");
    assert_eq!((after.Socket, after.SourcePort), (during.Socket, 49_152));

    let second = prepare(session, "h", NONE);
    send(second).expect("the server answers");
    let reused = diagnostic(second).expect("it answers");
    assert_eq!(
        (reused.Socket, reused.Flags.bits()),
        (during.Socket, 1),
        "from the pool"
    );
    close(session).expect("closes everything");
}

#[test]
fn a_connection_that_the_server_closes_is_gone_after_the_body() {
    let (_world, _entered) = world_of(scenario().absent_socket(AbsentSocket::Zero));
    let session = open();
    let page = prepare(session, "closing", NONE);
    assert_eq!(diagnostic(page).expect("it answers").Socket, 0);
    send(page).expect("the server answers");
    assert_ne!(diagnostic(page).expect("it answers").Socket, 0);
    read_all(page).expect("the body");
    let after = diagnostic(page).expect("it answers");
    assert_eq!(
        (after.Socket, after.SourcePort),
        (0, 49_152),
        "the ports are still told"
    );
    let second = prepare(session, "closing", NONE);
    send(second).expect("the server answers");
    assert_eq!(
        diagnostic(second).expect("it answers").Flags.bits(),
        0,
        "a new connection"
    );
    close(session).expect("closes everything");
}

#[test]
fn secure_proxied_and_tunnelled() {
    let (_world, _entered) = world_of(scenario());
    let direct = open();
    let proxied = open_proxied("proxy:3128", "");
    for (session, flags, port, told) in [
        (direct, INTERNET_FLAG_SECURE, 443, 2),
        (proxied, NONE, 3128, 4),
        (proxied, INTERNET_FLAG_SECURE, 3128, 14),
    ] {
        let page = prepare(session, "h", flags);
        send(page).expect("the server answers");
        let info = diagnostic(page).expect("it answers");
        assert_eq!((info.DestPort, info.Flags.bits()), (port, told));
    }
    close(direct).expect("closes everything");
    close(proxied).expect("closes everything");
}

#[test]
fn the_servers_description_may_have_other_values() {
    let odd = Diagnostic::truth()
        .socket(0)
        .ports(70_000, u32::MAX)
        .flags(IDSI_FLAGS::from_bits_retain(0x8000_0001));
    let server = Server::http("h", 80)
        .page(Page::new("/", "body"))
        .diagnostic(odd);
    let (_world, _entered) = world_of(Scenario::new().server(server));
    let session = open();
    let page = prepare(session, "h", NONE);
    let info = diagnostic(page).expect("it answers");
    assert_eq!(
        (info.Socket, info.SourcePort, info.DestPort),
        (0, 70_000, u32::MAX)
    );
    assert_eq!(info.Flags.bits(), 0x8000_0001);
    close(session).expect("closes everything");
}

/// The option with every argument in the test's hand, in both forms: the result and the length.
fn ask(
    handle: HINTERNET,
    option: INTERNET_OPTION,
    buffer: Option<&mut [u8]>,
    len: u32,
    ansi: bool,
) -> (Result<(), WIN32_ERROR>, u32) {
    let mut len = len;
    let at = buffer.map_or(ptr::null_mut(), <[u8]>::as_mut_ptr).cast();
    let ask = if ansi {
        InternetQueryOptionA
    } else {
        InternetQueryOptionW
    };
    // SAFETY: the buffer is null, or at least that long.
    (win32(unsafe { ask(handle, option, at, &raw mut len) }), len)
}

#[test]
fn a_buffer_that_is_too_small_is_told_the_size() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let page = prepare(session, "h", NONE);
    let option = INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;
    let mut buffer = [0xEE; 100];
    for ansi in [true, false] {
        for len in [0, 4, SIZE - 1] {
            let result = ask(page, option, Some(&mut buffer), len, ansi);
            assert_eq!(result, (Err(ERROR_INSUFFICIENT_BUFFER), SIZE));
        }
        assert_eq!(
            ask(page, option, None, 0, ansi),
            (Err(ERROR_INSUFFICIENT_BUFFER), SIZE)
        );
        assert_eq!(
            ask(page, option, None, 100, ansi),
            (Err(ERROR_INSUFFICIENT_BUFFER), SIZE)
        );
        assert!(
            buffer.iter().all(|byte| *byte == 0xEE),
            "nothing is written"
        );
    }
    assert_eq!(
        ask(page, option, Some(&mut buffer), 100, true),
        (Ok(()), SIZE)
    );
    // SAFETY: the null pointer to the length is what is tested.
    let null = unsafe { InternetQueryOptionW(page, option, ptr::null_mut(), ptr::null_mut()) };
    assert_eq!(win32(null), Err(ERROR_INVALID_PARAMETER));
    close(session).expect("closes everything");
}

#[test]
fn the_wrong_handle_is_told_from_none() {
    let (world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "h", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    close(page).expect("it is open");
    let garbage = ptr::without_provenance_mut(0xDEAD);
    for (handle, code) in [
        (session, ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
        (connection, ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
        (ptr::null_mut(), ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
        (garbage, ERROR_INVALID_HANDLE),
        (page, ERROR_INVALID_HANDLE),
    ] {
        assert_eq!(diagnostic(handle).map(|_| ()), Err(code));
    }
    close(session).expect("closes everything");
    let complaint = complaint(&world);
    assert!(
        complaint.contains("used by InternetQueryOptionW"),
        "{complaint}"
    );
}

#[test]
fn newer_systems_refuse_the_option() {
    for (support, code) in [
        (
            DiagnosticSupport::Unsupported,
            ERROR_INTERNET_INVALID_OPTION,
        ),
        (DiagnosticSupport::Refused(87), ERROR_INVALID_PARAMETER),
    ] {
        let (_world, _entered) = world_of(scenario().diagnostic_socket_info(support));
        let session = open();
        let page = prepare(session, "h", NONE);
        assert_eq!(diagnostic(page).map(|_| ()), Err(code));
        let wrong = diagnostic(session).map(|_| ());
        assert_eq!(
            wrong,
            Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
            "the handle comes first"
        );
        close(session).expect("closes everything");
    }
}

#[test]
fn faults_reach_the_option() {
    let call = Call::InternetQueryOptionW;
    let garbage = Answer::new(vec![0xAB; 10]).claiming(500);
    let (_world, _entered) = world_of(
        scenario()
            .fault(Fault::new(call, Action::TooSmall(4096)).nth(1))
            .fault(Fault::new(call, Action::Answer(garbage)).nth(2)),
    );
    let session = open();
    let page = prepare(session, "h", NONE);
    let option = INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;
    let mut buffer = [0; SIZE as usize];
    let first = ask(page, option, Some(&mut buffer), SIZE, false);
    assert_eq!(first, (Err(ERROR_INSUFFICIENT_BUFFER), 4096));
    assert_eq!(
        ask(page, option, Some(&mut buffer), SIZE, false),
        (Ok(()), 500)
    );
    assert_eq!(
        buffer[..11],
        [
            0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0xAB, 0
        ]
    );
    close(session).expect("closes everything");
}

#[test]
fn the_address_of_a_request_is_told_in_both_forms() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let page = prepare(session, "h", INTERNET_FLAG_SECURE);
    let mut buffer = [0xEE; 64];
    let (result, len) = ask(page, INTERNET_OPTION_URL, Some(&mut buffer), 64, true);
    assert_eq!(
        (result, &buffer[..len as usize + 1]),
        (Ok(()), &b"https://h/\0"[..])
    );
    let (result, len) = ask(page, INTERNET_OPTION_URL, Some(&mut buffer), 64, false);
    let expected: Vec<u8> = units("https://h/")
        .into_iter()
        .flat_map(u16::to_ne_bytes)
        .collect();
    assert_eq!(
        (result, &buffer[..len as usize + 2]),
        (Ok(()), &expected[..])
    );
    let short = ask(page, INTERNET_OPTION_URL, Some(&mut buffer), 21, false);
    assert_eq!(short, (Err(ERROR_INSUFFICIENT_BUFFER), 22));
    close(session).expect("closes everything");
}

fn lent(world: &World) -> (HINTERNET, usize) {
    let session = open();
    let page = prepare(session, "h", NONE);
    send(page).expect("the server answers");
    let socket = diagnostic(page).expect("it answers").Socket;
    assert!(world.settings(socket).is_none());
    (session, socket)
}

#[test]
fn the_lent_socket_belongs_to_wininet() {
    let (world, _entered) = world_of(scenario());
    let (session, socket) = lent(&world);
    // SAFETY: any value will do.
    assert_eq!(winsock(unsafe { closesocket(socket) }), Err(WSAENOTSOCK));
    close(session).expect("closes everything");
    let complaint = complaint(&world);
    assert!(
        complaint.contains("wrong function: the socket of WinINet's 0x"),
        "{complaint}"
    );
    assert!(complaint.contains("is not for closesocket"), "{complaint}");
}

#[test]
fn using_the_lent_socket_after_the_request_is_found() {
    let (world, _entered) = world_of(scenario());
    let (session, socket) = lent(&world);
    close(session).expect("closes everything");
    assert_eq!(query(socket, None).map(|_| ()), Err(WSAENOTSOCK));
    let complaint = complaint(&world);
    assert!(
        complaint.contains("used after it was closed: the socket of WinINet's"),
        "{complaint}"
    );
}
