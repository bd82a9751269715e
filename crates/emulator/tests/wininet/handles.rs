//! What does not work: proxies, sessions, connections and handles that are wrong, asked, and closed.

use super::*;

#[test]
fn proxies_that_do_not_work() {
    let (_world, _entered) = world_of(
        Scenario::new()
            .server(Server::http("h", 80))
            .server(Server::https("h", 443))
            .proxy(Proxy::new("closed", 1).connect(Connect::Refuses))
            .proxy(Proxy::new("plain", 1).without_tunnels()),
    );
    let attempt = |proxy: &str, flags| {
        let session = open_proxied(proxy, "");
        let connection = connect(session, "h", 0).expect("a connection");
        let page = request(connection, "/", flags).expect("a request");
        let result = send(page);
        close(session).expect("closes everything");
        result
    };
    assert_eq!(
        attempt("unknown:1", NONE),
        Err(ERROR_INTERNET_NAME_NOT_RESOLVED)
    );
    assert_eq!(
        attempt("http=closed:1", NONE),
        Err(ERROR_INTERNET_CANNOT_CONNECT)
    );
    assert_eq!(attempt("http://plain:1/", NONE), Ok(()));
    assert_eq!(
        attempt("plain:1", INTERNET_FLAG_SECURE),
        Err(ERROR_INTERNET_CANNOT_CONNECT)
    );
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
fn an_offline_session_has_nothing() {
    let (_world, _entered) = world_of(scenario());
    let session = open_with(INTERNET_FLAG_OFFLINE).expect("a session");
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    assert_eq!(send(page), Err(ERROR_FILE_NOT_FOUND));
    close(session).expect("closes everything");
}

#[test]
fn headers_of_unknown_length_are_refused() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    let headers = common::units("A: b");
    // SAFETY: the headers end with a zero.
    let sent = unsafe { HttpSendRequestW(page, headers.as_ptr(), u32::MAX, ptr::null(), 0) };
    assert_eq!(win32(sent), Err(ERROR_INVALID_PARAMETER));
    // SAFETY: the headers have that length.
    let sent = unsafe { HttpSendRequestW(page, headers.as_ptr(), 4, ptr::null(), 0) };
    assert_eq!(win32(sent), Ok(()));
    close(session).expect("closes everything");
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
fn the_winsock_code_behind_a_failure_is_told() {
    let (_world, _entered) = world_of(scenario());
    let null = ptr::null_mut();
    assert_eq!(option_u32(null, INTERNET_OPTION_EXTENDED_ERROR), Ok(0));
    assert!(attempt("www.example.com", 81, "/", NONE).is_err());
    assert_eq!(option_u32(null, INTERNET_OPTION_EXTENDED_ERROR), Ok(10061));
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
