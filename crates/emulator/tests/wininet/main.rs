//! WinINet's handles and requests.

#[path = "../common/mod.rs"]
mod common;
mod handles;

use std::ptr;

use common::internet::{
    close, connect, diagnostic, info, open, open_proxied, open_with, option_u32, read, read_all,
    request, send, set_option,
};
use common::{complaint, win32, world, world_of};
use winsec_emulator::Kind;
use winsec_emulator::kernel32::GetLastError;
use winsec_emulator::scenario::{Behaviour, Certificate, Connect, Page, Proxy, Scenario, Server};
use winsec_emulator::wininet::{HttpQueryInfoW, HttpSendRequestW, InternetConnectW, InternetOpenW};
use winsec_ffi::{
    ERROR_FILE_NOT_FOUND, ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_QUERY_REQUEST,
    ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INSUFFICIENT_BUFFER,
    ERROR_INTERNET_BAD_OPTION_LENGTH, ERROR_INTERNET_CANNOT_CONNECT,
    ERROR_INTERNET_CONNECTION_ABORTED, ERROR_INTERNET_INCORRECT_HANDLE_STATE,
    ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INVALID_CA, ERROR_INTERNET_INVALID_OPTION,
    ERROR_INTERNET_NAME_NOT_RESOLVED, ERROR_INTERNET_OPTION_NOT_SETTABLE,
    ERROR_INTERNET_PROTOCOL_NOT_FOUND, ERROR_INTERNET_SEC_CERT_CN_INVALID,
    ERROR_INTERNET_SEC_CERT_DATE_INVALID, ERROR_INTERNET_SEC_CERT_REVOKED,
    ERROR_INTERNET_SECURITY_CHANNEL_ERROR, ERROR_INTERNET_TIMEOUT, ERROR_INVALID_HANDLE,
    ERROR_INVALID_PARAMETER, ERROR_NOT_SUPPORTED, HINTERNET, HTTP_QUERY, HTTP_QUERY_CONTENT_LENGTH,
    HTTP_QUERY_CONTENT_TYPE, HTTP_QUERY_CUSTOM, HTTP_QUERY_RAW_HEADERS_CRLF,
    HTTP_QUERY_REQUEST_METHOD, HTTP_QUERY_SERVER, HTTP_QUERY_STATUS_CODE, HTTP_QUERY_STATUS_TEXT,
    HTTP_QUERY_WWW_AUTHENTICATE, INTERNET_ACCESS_TYPE, INTERNET_FLAG_ASYNC,
    INTERNET_FLAG_IGNORE_CERT_CN_INVALID, INTERNET_FLAG_NO_AUTH, INTERNET_FLAG_OFFLINE,
    INTERNET_FLAG_SECURE, INTERNET_FLAGS, INTERNET_OPEN_TYPE_PROXY,
    INTERNET_OPTION_CONNECT_TIMEOUT, INTERNET_OPTION_EXTENDED_ERROR, INTERNET_OPTION_HANDLE_TYPE,
    INTERNET_OPTION_RECEIVE_TIMEOUT, INTERNET_OPTION_REQUEST_FLAGS, INTERNET_OPTION_SECURITY_FLAGS,
    INTERNET_OPTION_USER_AGENT, INTERNET_SERVICE_FTP, WIN32_ERROR,
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

/// Sends a request for a path and gives its outcome, with everything closed.
fn attempt(host: &str, port: u16, path: &str, flags: INTERNET_FLAGS) -> Result<(), WIN32_ERROR> {
    let session = open();
    let connection = connect(session, host, port).expect("a connection");
    let wanted = request(connection, path, flags).expect("a request");
    let result = send(wanted);
    for handle in [wanted, connection, session] {
        close(handle).expect("it is open");
    }
    result
}

#[test]
fn a_request_is_sent_and_its_body_read() {
    let (world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "WWW.example.com", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    assert_eq!(
        read(page, 1),
        Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE),
        "not sent"
    );
    send(page).expect("the server answers");
    assert_eq!(info(page, HTTP_QUERY_STATUS_CODE).as_deref(), Ok("200"));
    assert_eq!(read_all(page).as_deref(), Ok("hello world"));
    assert_eq!(read(page, 10), Ok(Vec::new()), "the end stays the end");
    assert_eq!(
        world.outstanding(Kind::LentSocket),
        1,
        "the connection is kept"
    );
    for handle in [page, connection, session] {
        close(handle).expect("it is open");
    }
    assert_eq!(
        world.outstanding(Kind::LentSocket),
        0,
        "it ends with the last session"
    );
}

#[test]
fn an_answer_is_read_before_the_next_request() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 0).expect("port 80");
    let page = request(connection, "", NONE).expect("a request");
    send(page).expect("the server answers");
    assert_eq!(send(page), Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
    read_all(page).expect("the body");
    assert_eq!(send(page), Ok(()));
    close(session).expect("closes everything");
}

#[test]
fn the_head_of_an_answer_is_told() {
    let (_world, _entered) = world_of(scenario());
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/gone", NONE).expect("a request");
    assert_eq!(
        info(page, HTTP_QUERY_SERVER),
        Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE)
    );
    send(page).expect("the server answers");
    assert_eq!(info(page, HTTP_QUERY_STATUS_TEXT).as_deref(), Ok("Gone"));
    assert_eq!(info(page, HTTP_QUERY_CONTENT_LENGTH).as_deref(), Ok("7"));
    assert_eq!(info(page, HTTP_QUERY_REQUEST_METHOD).as_deref(), Ok("GET"));
    assert_eq!(
        info(page, HTTP_QUERY_CONTENT_TYPE),
        Err(ERROR_HTTP_HEADER_NOT_FOUND)
    );
    let raw = info(page, HTTP_QUERY_RAW_HEADERS_CRLF).expect("the head");
    assert_eq!(raw, "HTTP/1.1 410 Gone\r\nContent-Length: 7\r\n\r\n");
    let number = HTTP_QUERY(HTTP_QUERY_STATUS_CODE.0 | 0x2000_0000);
    let (mut value, mut len) = (0_u32, 4);
    let at = (&raw mut value).cast();
    // SAFETY: the buffer has that length.
    let done = unsafe { HttpQueryInfoW(page, number, at, &raw mut len, ptr::null_mut()) };
    assert_eq!((win32(done), value), (Ok(()), 410));
    let time = HTTP_QUERY(HTTP_QUERY_STATUS_CODE.0 | 0x4000_0000);
    assert_eq!(info(page, time), Err(ERROR_HTTP_INVALID_QUERY_REQUEST));
    close(session).expect("closes everything");
}

#[test]
fn a_header_is_found_by_its_name_and_number() {
    let (_world, _entered) = world_of(
        Scenario::new().server(
            Server::http("h", 80).page(
                Page::new("/", "x")
                    .header("X-Way", "a")
                    .header("X-Way", "b"),
            ),
        ),
    );
    let session = open();
    let connection = connect(session, "h", 80).expect("a connection");
    let page = request(connection, "/", NONE).expect("a request");
    send(page).expect("the server answers");
    let mut index = 0;
    let mut ask = |room: u32| {
        let mut buffer = [0_u16; 16];
        for (unit, to) in "x-way".encode_utf16().zip(&mut buffer) {
            *to = unit;
        }
        let mut len = room;
        let at = buffer.as_mut_ptr().cast();
        let level = HTTP_QUERY_CUSTOM;
        // SAFETY: the buffer is at least that long, and holds a name.
        let done = unsafe { HttpQueryInfoW(page, level, at, &raw mut len, &raw mut index) };
        (win32(done), len, buffer[0], index)
    };
    assert_eq!(ask(2), (Err(ERROR_INSUFFICIENT_BUFFER), 4, 0x78, 0));
    assert_eq!(ask(32), (Ok(()), 2, 0x61, 1));
    assert_eq!(ask(32), (Ok(()), 2, 0x62, 2));
    assert_eq!(ask(32).0, Err(ERROR_HTTP_HEADER_NOT_FOUND));
    close(session).expect("closes everything");
}

#[test]
fn unknown_pages_hosts_and_ports() {
    let (_world, _entered) = world_of(scenario());
    assert_eq!(
        attempt("www.example.com", 80, "/nothing", NONE),
        Ok(()),
        "404 is an answer"
    );
    assert_eq!(
        attempt("www.example.com", 81, "/", NONE),
        Err(ERROR_INTERNET_CANNOT_CONNECT)
    );
    assert_eq!(
        attempt("nowhere.example", 80, "/", NONE),
        Err(ERROR_INTERNET_NAME_NOT_RESOLVED)
    );
}

#[test]
fn servers_that_cannot_be_reached_or_do_not_answer() {
    let server = |port, connect| Server::http("h", port).connect(connect);
    let page = |path: &str, behaviour| Page::new(path, "0123456789").behaviour(behaviour);
    let (_world, _entered) = world_of(
        Scenario::new()
            .server(server(1, Connect::Refuses))
            .server(server(2, Connect::NotResolved))
            .server(server(3, Connect::TimesOut))
            .server(
                server(4, Connect::Accepts)
                    .page(page("/never", Behaviour::NeverAnswers))
                    .page(page("/closed", Behaviour::ClosesAtOnce))
                    .page(page("/nonsense", Behaviour::Nonsense)),
            ),
    );
    for (port, path, code) in [
        (1, "/", ERROR_INTERNET_CANNOT_CONNECT),
        (2, "/", ERROR_INTERNET_NAME_NOT_RESOLVED),
        (3, "/", ERROR_INTERNET_TIMEOUT),
        (4, "/never", ERROR_INTERNET_TIMEOUT),
        (4, "/closed", ERROR_INTERNET_CONNECTION_ABORTED),
        (4, "/nonsense", ERROR_HTTP_INVALID_SERVER_RESPONSE),
    ] {
        assert_eq!(attempt("h", port, path, NONE), Err(code), "{path}");
    }
}

#[test]
fn answers_that_end_too_early() {
    let page = |path: &str, behaviour| Page::new(path, "0123456789").behaviour(behaviour);
    let server = Server::http("h", 80)
        .page(page("/closes", Behaviour::ClosesAfter(4)))
        .page(page("/stalls", Behaviour::StallsAfter(4)));
    let (world, _entered) = world_of(Scenario::new().server(server));
    let session = open();
    let connection = connect(session, "h", 80).expect("a connection");
    for (path, code) in [
        ("/closes", ERROR_INTERNET_CONNECTION_ABORTED),
        ("/stalls", ERROR_INTERNET_TIMEOUT),
    ] {
        let page = request(connection, path, NONE).expect("a request");
        send(page).expect("the head");
        assert_eq!(read(page, 100).as_deref(), Ok(&b"0123"[..]));
        assert_eq!(read(page, 100), Err(code));
        assert_eq!(
            world.outstanding(Kind::LentSocket),
            0,
            "the connection is of no more use"
        );
    }
    close(session).expect("closes everything");
}

#[test]
fn certificates_are_checked_unless_that_is_ignored() {
    let server = |port, certificate| Server::https("h", port).certificate(certificate);
    let (_world, _entered) = world_of(
        Scenario::new()
            .server(server(1, Certificate::Trusted))
            .server(server(2, Certificate::UnknownIssuer))
            .server(server(3, Certificate::WrongName))
            .server(server(4, Certificate::WrongDate))
            .server(server(5, Certificate::Revoked))
            .server(Server::http("h", 6)),
    );
    let refusal = |port, ignored: u32| {
        let session = open();
        let connection = connect(session, "h", port).expect("a connection");
        let page = request(connection, "/", INTERNET_FLAG_SECURE).expect("a request");
        let bytes = ignored.to_ne_bytes();
        set_option(page, INTERNET_OPTION_SECURITY_FLAGS, &bytes).expect("a request");
        let result = send(page);
        close(session).expect("closes everything");
        result
    };
    for (port, code, flag) in [
        (2, ERROR_INTERNET_INVALID_CA, 0x100),
        (3, ERROR_INTERNET_SEC_CERT_CN_INVALID, 0x1000),
        (4, ERROR_INTERNET_SEC_CERT_DATE_INVALID, 0x2000),
        (5, ERROR_INTERNET_SEC_CERT_REVOKED, 0x80),
    ] {
        assert_eq!(refusal(port, 0), Err(code));
        assert_eq!(
            refusal(port, !flag & 0x3FFF),
            Err(code),
            "another flag does not help"
        );
        assert_eq!(refusal(port, flag), Ok(()));
    }
    assert_eq!(refusal(1, 0), Ok(()));
    assert_eq!(
        refusal(6, 0x3FFF),
        Err(ERROR_INTERNET_SECURITY_CHANNEL_ERROR)
    );
    let flags = INTERNET_FLAG_SECURE | INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
    assert_eq!(attempt("h", 3, "/", flags), Ok(()));
    assert_eq!(
        attempt("h", 1, "/", NONE),
        Err(ERROR_HTTP_INVALID_SERVER_RESPONSE)
    );
}

#[test]
fn proxies_are_used_unless_the_host_goes_past_them() {
    let (_world, _entered) = world_of(
        Scenario::new()
            .server(Server::http("www.example.com", 80).page(Page::new("/", "x")))
            .server(Server::http("intranet", 80).page(Page::new("/", "x")))
            .server(Server::http("localhost", 80).page(Page::new("/", "x")))
            .proxy(Proxy::new("proxy", 8080)),
    );
    let proxied = |bypass: &str, host: &str| {
        let session = open_proxied("proxy:8080", bypass);
        let connection = connect(session, host, 80).expect("a connection");
        let page = request(connection, "/", NONE).expect("a request");
        send(page).expect("the server answers");
        let flags = option_u32(page, INTERNET_OPTION_REQUEST_FLAGS).expect("a request");
        close(session).expect("closes everything");
        flags == 4
    };
    assert!(proxied("", "www.example.com"));
    assert!(!proxied("*.example.com", "www.example.com"));
    assert!(!proxied("a;www.*.com;b", "WWW.EXAMPLE.COM"));
    assert!(proxied("*.example.org <local>", "www.example.com"));
    assert!(proxied("", "intranet"));
    assert!(!proxied("<local>", "intranet"));
    assert!(!proxied("", "localhost"), "the computer itself");
    assert!(proxied("<-loopback>", "localhost"));
}

#[test]
fn each_protocol_has_its_proxy() {
    let (_world, _entered) = world_of(
        Scenario::new()
            .server(Server::http("h", 80).page(Page::new("/", "x")))
            .server(Server::https("h", 443).page(Page::new("/", "x")))
            .proxy(Proxy::new("one", 1))
            .proxy(Proxy::new("two", 2)),
    );
    let through = |list: &str, port, flags| {
        let session = open_proxied(list, "");
        let connection = connect(session, "h", port).expect("a connection");
        let page = request(connection, "/", flags).expect("a request");
        send(page).expect("the server answers");
        let port = diagnostic(page).expect("a request").DestPort;
        close(session).expect("closes everything");
        port
    };
    for (list, plain, secure) in [
        ("one:1", 1, 1),
        ("http=one:1;https=two:2", 1, 2),
        ("https=http://two:2/ HTTP=one:1", 1, 2),
        ("https=two:2", 80, 2),
        ("one:1;https=two:2", 1, 2),
        ("ftp=two:2;one:1", 1, 1),
    ] {
        assert_eq!(through(list, 80, NONE), plain, "{list}");
        assert_eq!(through(list, 443, INTERNET_FLAG_SECURE), secure, "{list}");
    }
}

#[test]
fn a_log_on_is_made_unless_the_request_forbids_it() {
    let server = Server::http("h", 80)
        .page(Page::new("/", "x"))
        .asks_for_logon();
    let (_world, _entered) = world_of(Scenario::new().server(server));
    for (flags, status) in [(NONE, "200"), (INTERNET_FLAG_NO_AUTH, "401")] {
        let session = open();
        let connection = connect(session, "h", 80).expect("a connection");
        let page = request(connection, "/", flags).expect("a request");
        send(page).expect("the server answers");
        assert_eq!(info(page, HTTP_QUERY_STATUS_CODE), Ok(status.to_owned()));
        let asked = info(page, HTTP_QUERY_WWW_AUTHENTICATE);
        assert_eq!(asked.is_ok(), status == "401");
        close(session).expect("closes everything");
    }
}
