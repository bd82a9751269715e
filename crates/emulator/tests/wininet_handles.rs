//! WinINet's handles: opened, told apart, closed once; and their options.

mod common;

use std::ptr;

use common::internet::{
    close, connect, info, open, open_with, option_u32, read, request, send, set_option,
};
use common::{complaint, win32, world, world_of};
use winsec_emulator::kernel32::GetLastError;
use winsec_emulator::scenario::{Page, Scenario, Server};
use winsec_emulator::wininet::{InternetConnectW, InternetOpenW, InternetQueryOptionW};
use winsec_ffi::{
    ERROR_INTERNET_BAD_OPTION_LENGTH, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
    ERROR_INTERNET_INVALID_OPTION, ERROR_INTERNET_OPTION_NOT_SETTABLE,
    ERROR_INTERNET_PROTOCOL_NOT_FOUND, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER,
    ERROR_NOT_SUPPORTED, HINTERNET, HTTP_QUERY_SERVER, INTERNET_ACCESS_TYPE, INTERNET_FLAG_ASYNC,
    INTERNET_FLAGS, INTERNET_OPEN_TYPE_PROXY, INTERNET_OPTION_CONNECT_TIMEOUT,
    INTERNET_OPTION_HANDLE_TYPE, INTERNET_OPTION_PARENT_HANDLE, INTERNET_OPTION_RECEIVE_TIMEOUT,
    INTERNET_OPTION_SECURITY_FLAGS, INTERNET_OPTION_USER_AGENT, INTERNET_OPTION_VERSION,
    INTERNET_SERVICE_FTP, INTERNET_VERSION_INFO,
};

const NONE: INTERNET_FLAGS = INTERNET_FLAGS::empty();

fn scenario() -> Scenario {
    let site = Server::http("www.example.com", 80)
        .page(
            Page::new("/", "hello world")
                .header("Server", "demo")
                .header("X-Way", "a"),
        )
        .page(Page::new("/gone", "no more").status(410, "Gone"))
        .page(Page::new("/empty", ""));
    Scenario::new().server(site)
}

#[test]
fn sessions_that_cannot_be_opened() {
    let (_world, _entered) = world();
    assert_eq!(open_with(INTERNET_FLAG_ASYNC), Err(ERROR_NOT_SUPPORTED));
    for (access, code) in [
        (INTERNET_OPEN_TYPE_PROXY, ERROR_INVALID_PARAMETER),
        (INTERNET_ACCESS_TYPE(2), ERROR_INVALID_PARAMETER),
    ] {
        let null = ptr::null();
        // SAFETY: null texts are allowed.
        let handle = unsafe { InternetOpenW(null, access, null, null, NONE) };
        assert!(handle.is_null());
        // SAFETY: it takes nothing.
        assert_eq!(unsafe { GetLastError() }, code);
    }
}

#[test]
fn connections_that_cannot_be_opened() {
    let (_world, _entered) = world();
    let session = open();
    assert_eq!(connect(session, "", 80), Err(ERROR_INVALID_PARAMETER));
    let host = common::units("h");
    let null = ptr::null();
    // SAFETY: the text ends with a zero.
    let handle = unsafe {
        InternetConnectW(
            session,
            host.as_ptr(),
            21,
            null,
            null,
            INTERNET_SERVICE_FTP,
            NONE,
            0,
        )
    };
    assert!(handle.is_null());
    assert_eq!(win32(0), Err(ERROR_INTERNET_PROTOCOL_NOT_FOUND));
    close(session).expect("it is open");
}

#[test]
fn the_wrong_handle_is_told_from_none() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let garbage: HINTERNET = ptr::without_provenance_mut(0xDEAD);
    for (handle, code) in [
        (session, ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
        (connection, ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
        (garbage, ERROR_INVALID_HANDLE),
    ] {
        assert_eq!(send(handle), Err(code));
        assert_eq!(read(handle, 1), Err(code));
        assert_eq!(info(handle, HTTP_QUERY_SERVER), Err(code));
    }
    assert_eq!(
        connect(connection, "h", 1),
        Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)
    );
    assert_eq!(
        request(session, "/", NONE),
        Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)
    );
    close(session).expect("closes everything");
}

#[test]
fn options_are_told_and_set() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    for (handle, kind) in [(session, 1), (connection, 4), (page, 13)] {
        assert_eq!(option_u32(handle, INTERNET_OPTION_HANDLE_TYPE), Ok(kind));
    }
    let timeout = INTERNET_OPTION_RECEIVE_TIMEOUT;
    set_option(session, timeout, &1234_u32.to_ne_bytes()).expect("a session");
    assert_eq!(option_u32(session, timeout), Ok(1234));
    assert_ne!(option_u32(page, timeout), Ok(1234), "it was made before");
    let heir = connect(session, "www.example.com", 80).expect("a connection");
    assert_eq!(option_u32(heir, timeout), Ok(1234));
    let null = ptr::null_mut();
    set_option(null, INTERNET_OPTION_CONNECT_TIMEOUT, &5_u32.to_ne_bytes()).expect("the default");
    let later = open();
    assert_eq!(option_u32(later, INTERNET_OPTION_CONNECT_TIMEOUT), Ok(5));
    close(later).expect("it is open");

    assert_eq!(
        set_option(page, timeout, &[1, 2]),
        Err(ERROR_INTERNET_BAD_OPTION_LENGTH)
    );
    let settable = set_option(page, INTERNET_OPTION_HANDLE_TYPE, &[0; 4]);
    assert_eq!(settable, Err(ERROR_INTERNET_OPTION_NOT_SETTABLE));
    assert_eq!(
        option_u32(page, INTERNET_OPTION_USER_AGENT),
        Err(ERROR_INTERNET_INVALID_OPTION)
    );
    let flags = option_u32(session, INTERNET_OPTION_SECURITY_FLAGS);
    assert_eq!(flags, Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE));
    close(session).expect("closes everything");
}

#[test]
fn closing_a_parent_closes_its_children() {
    let (world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    send(page).expect("the server answers");
    close(session).expect("it is open");
    assert_eq!(world.audit(), Ok(()));
    assert_eq!(send(page), Err(ERROR_INVALID_HANDLE));
    assert_eq!(close(page), Err(ERROR_INVALID_HANDLE));
    let complaint = complaint(&world);
    for expected in [
        "used after it was closed: the internet request 0x",
        "closed by InternetCloseHandle (call 5), used by HttpSendRequestW (call 6)",
        "closed twice: the internet request 0x",
        "again by InternetCloseHandle (call 7)",
    ] {
        assert!(complaint.contains(expected), "{complaint}");
    }
}

#[test]
fn handles_that_are_left_open_are_found() {
    let (world, _entered) = world_of(scenario());
    let session = open();
    connect(session, "www.example.com", 80).expect("a connection");
    let complaint = complaint(&world);
    for expected in [
        "leaked: the internet session 0x100004, handed out by InternetOpenW (call 1), was never closed",
        "leaked: the internet connection 0x100008, handed out by InternetConnectW (call 2), was never \
         closed",
    ] {
        assert!(complaint.contains(expected), "{complaint}");
    }
    close(session).expect("it is open");
}

#[test]
fn null_and_garbage_are_not_closed() {
    let (world, _entered) = world();
    for value in [0, 0xDEAD] {
        assert_eq!(
            close(ptr::without_provenance_mut(value)),
            Err(ERROR_INVALID_HANDLE)
        );
    }
    let complaint = complaint(&world);
    assert!(complaint.contains("never handed out: 0xdead, passed to InternetCloseHandle"));
}

#[test]
fn a_handle_knows_its_parent() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    let parent = |handle: HINTERNET| {
        let mut parent: HINTERNET = ptr::null_mut();
        let mut len = size_of_val(&parent) as u32;
        let at = (&raw mut parent).cast();
        // SAFETY: the buffer has that length.
        let done = unsafe {
            InternetQueryOptionW(handle, INTERNET_OPTION_PARENT_HANDLE, at, &raw mut len)
        };
        win32(done).map(|()| parent)
    };
    assert_eq!(parent(page), Ok(connection));
    assert_eq!(parent(connection), Ok(session));
    assert_eq!(parent(session), Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE));
    close(session).expect("closes everything");
}

#[test]
fn the_version_needs_no_handle() {
    let (_world, _entered) = world();
    let mut version = INTERNET_VERSION_INFO::default();
    let mut len = size_of_val(&version) as u32;
    let at = (&raw mut version).cast();
    let null = ptr::null_mut();
    // SAFETY: the buffer has that length.
    let done = unsafe { InternetQueryOptionW(null, INTERNET_OPTION_VERSION, at, &raw mut len) };
    assert_eq!((win32(done), version.dwMajorVersion), (Ok(()), 1));
}
