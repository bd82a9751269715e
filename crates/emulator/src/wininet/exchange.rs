//! One request and its answer: sent over a connection, its head told, its body read to the end.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use winsec_ffi::{
    ERROR_FILE_NOT_FOUND, ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_QUERY_REQUEST,
    ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INSUFFICIENT_BUFFER, ERROR_INTERNET_CANNOT_CONNECT,
    ERROR_INTERNET_CONNECTION_ABORTED, ERROR_INTERNET_CONNECTION_RESET,
    ERROR_INTERNET_INCORRECT_HANDLE_STATE, ERROR_INTERNET_NAME_NOT_RESOLVED,
    ERROR_INTERNET_TIMEOUT, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, HINTERNET, HTTP_QUERY,
    HTTP_QUERY_CACHE_CONTROL, HTTP_QUERY_CONNECTION, HTTP_QUERY_CONTENT_ENCODING,
    HTTP_QUERY_CONTENT_LENGTH, HTTP_QUERY_CONTENT_TYPE, HTTP_QUERY_CUSTOM, HTTP_QUERY_DATE,
    HTTP_QUERY_ETAG, HTTP_QUERY_EXPIRES, HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_LAST_MODIFIED,
    HTTP_QUERY_LOCATION, HTTP_QUERY_PROXY_AUTHENTICATE, HTTP_QUERY_RAW_HEADERS,
    HTTP_QUERY_RAW_HEADERS_CRLF, HTTP_QUERY_REQUEST_METHOD, HTTP_QUERY_RETRY_AFTER,
    HTTP_QUERY_SERVER, HTTP_QUERY_STATUS_CODE, HTTP_QUERY_STATUS_TEXT,
    HTTP_QUERY_TRANSFER_ENCODING, HTTP_QUERY_VERSION, HTTP_QUERY_VIA, HTTP_QUERY_WWW_AUTHENTICATE,
    SOCKET, WIN32_ERROR, WSAECONNABORTED, WSAECONNREFUSED, WSAECONNRESET, WSAETIMEDOUT,
    WSAHOST_NOT_FOUND,
};

use super::{check_request, route};
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::host::thread_number;
use crate::ledger::Kind;
use crate::memory::{Buffer, Input, Out, Text};
use crate::scenario::{Behaviour, Page, Server, SocketSpec, family_of};
use crate::state::State;
use crate::state::internet::{Exchange, Idle, Place};

/// A connection that is ready for a request.
struct Ready {
    socket: SOCKET,
    source_port: u16,
    reused: bool,
}

/// Takes a connection that waits, or makes one.
fn ready(state: &mut State, by: Entry, place: &Place, to: SocketAddr, server: &Server) -> Ready {
    let internet = &mut state.internet;
    if let Some(index) = internet.idle.iter().position(|idle| idle.place == *place) {
        let Idle {
            socket,
            source_port,
            ..
        } = internet.idle.remove(index);
        return Ready {
            socket,
            source_port,
            reused: true,
        };
    }
    let source_port = internet.new_port();
    let local = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), source_port);
    let mut spec = SocketSpec::tcp4()
        .bound(local)
        .connected(to)
        .security(server.security.clone());
    spec.family = family_of(to.ip());
    let socket = state.ledger.give_handle(Kind::LentSocket, by);
    state.sockets.insert(socket, spec);
    Ready {
        socket,
        source_port,
        reused: false,
    }
}

/// Closes a connection of WinINet's own.
pub(super) fn hang_up(state: &mut State, socket: SOCKET, by: Entry) {
    // It was given by us and is closed by us: there is nothing that could be found.
    let _ = state
        .ledger
        .end(false, socket, by, |kind| kind == Kind::LentSocket);
    state.sockets.remove(socket);
}

/// Takes the connection from an exchange: it waits for the next request, or ends.
fn release(state: &mut State, handle: usize, by: Entry, wait: bool) {
    let Some(request) = state.internet.request_mut(handle) else {
        return;
    };
    let Some(exchange) = request.exchange.as_mut() else {
        return;
    };
    if wait {
        if let Some(socket) = exchange.socket {
            let (place, source_port) = (exchange.place.clone(), exchange.source_port);
            state.internet.idle.push(Idle {
                place,
                socket,
                source_port,
            });
        }
    } else if let Some(socket) = exchange.socket.take() {
        hang_up(state, socket, by);
    }
}

/// Ends a request: a connection that is in the middle of an answer cannot be used again.
pub(super) fn abandon(state: &mut State, handle: usize, by: Entry) {
    let read = |exchange: &Exchange| exchange.is_read() && exchange.keep_alive;
    let request = state.internet.request(handle);
    if request
        .and_then(|request| request.exchange.as_ref())
        .is_some_and(|given| !read(given))
    {
        release(state, handle, by, false);
    }
}

/// The Winsock code that is behind a failure.
fn behind(code: WIN32_ERROR) -> Option<u32> {
    let winsock = match code {
        ERROR_INTERNET_CANNOT_CONNECT => WSAECONNREFUSED,
        ERROR_INTERNET_TIMEOUT => WSAETIMEDOUT,
        ERROR_INTERNET_NAME_NOT_RESOLVED => WSAHOST_NOT_FOUND,
        ERROR_INTERNET_CONNECTION_ABORTED => WSAECONNABORTED,
        ERROR_INTERNET_CONNECTION_RESET => WSAECONNRESET,
        _ => return None,
    };
    Some(winsock.0 as u32)
}

fn failed(state: &mut State, code: WIN32_ERROR) -> WIN32_ERROR {
    if let Some(winsock) = behind(code) {
        state.internet.extended.insert(thread_number(), winsock);
    }
    code
}

/// Sends a request and takes in the head of its answer.
pub(super) fn send(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    headers: Input,
) -> Result<(), WIN32_ERROR> {
    let handle = check_request(&mut visit, handle)?;
    if !headers.is_null() && headers.len() == u32::MAX as usize {
        return Err(ERROR_INVALID_PARAMETER);
    }
    let by = visit.entry;
    let state = &mut *visit.state;
    let request = state.internet.request(handle).ok_or(ERROR_INVALID_HANDLE)?;
    if request
        .exchange
        .as_ref()
        .is_some_and(|exchange| !exchange.is_read())
    {
        return Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }
    let session = state.internet.connection(request.connection);
    let session = session.and_then(|connection| state.internet.session(connection.session));
    if session.ok_or(ERROR_INVALID_HANDLE)?.offline {
        return Err(ERROR_FILE_NOT_FOUND);
    }
    let place = route::place(state, request).ok_or(ERROR_INVALID_HANDLE)?;
    let (path, ignored, no_auth) = (request.path.clone(), request.ignored, request.no_auth);
    let to = route::reach(&state.scenario, &place).map_err(|code| failed(state, code))?;
    let server = route::server(&state.scenario, &place).ok_or(ERROR_INTERNET_CANNOT_CONNECT)?;
    let mut server = server.clone();
    if server.logon && no_auth {
        let unknown = Page::new(&path, "who are you?").status(401, "Unauthorized");
        server.pages = vec![unknown.header("WWW-Authenticate", "NTLM")];
    }
    route::handshake(&server, place.secure, ignored)?;
    let ready = ready(state, by, &place, to, &server);
    let exchange = answer(&server, &path, place, to, &ready);
    match exchange {
        Ok(exchange) => {
            let request = state
                .internet
                .request_mut(handle)
                .ok_or(ERROR_INVALID_HANDLE)?;
            let empty = exchange.is_read();
            let keep_alive = exchange.keep_alive;
            request.exchange = Some(exchange);
            if empty {
                release(state, handle, by, keep_alive);
            }
            Ok(())
        }
        Err(code) => {
            hang_up(state, ready.socket, by);
            Err(failed(state, code))
        }
    }
}

/// What the server says to a request.
fn answer(
    server: &Server,
    path: &str,
    place: Place,
    to: SocketAddr,
    ready: &Ready,
) -> Result<Exchange, WIN32_ERROR> {
    let missing = Page::new(path, "not found").status(404, "Not Found");
    let page = server
        .pages
        .iter()
        .find(|page| page.path == path)
        .unwrap_or(&missing);
    let out_of_turn = server.secure && !place.secure;
    match page.behaviour {
        _ if out_of_turn => return Err(ERROR_HTTP_INVALID_SERVER_RESPONSE),
        Behaviour::NeverAnswers => return Err(ERROR_INTERNET_TIMEOUT),
        Behaviour::ClosesAtOnce => return Err(ERROR_INTERNET_CONNECTION_ABORTED),
        Behaviour::Nonsense => return Err(ERROR_HTTP_INVALID_SERVER_RESPONSE),
        Behaviour::Answers | Behaviour::ClosesAfter(_) | Behaviour::StallsAfter(_) => {}
    }
    let mut headers = page.headers.clone();
    headers.push(("Content-Length".to_owned(), page.body.len().to_string()));
    if !server.keep_alive {
        headers.push(("Connection".to_owned(), "close".to_owned()));
    }
    Ok(Exchange {
        place,
        socket: Some(ready.socket),
        source_port: ready.source_port,
        destination_port: to.port(),
        reused: ready.reused,
        status: page.status,
        reason: page.reason.clone(),
        headers,
        body: page.body.clone().into_bytes(),
        read: 0,
        behaviour: page.behaviour,
        keep_alive: server.keep_alive,
    })
}

/// Reads on in the body of an answer.
pub(super) fn read(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    buffer: Buffer,
    count: Out<u32>,
) -> Result<(), WIN32_ERROR> {
    let handle = check_request(&mut visit, handle)?;
    if count.is_null() {
        return Err(ERROR_INVALID_PARAMETER);
    }
    count.put(0);
    let by = visit.entry;
    let state = &mut *visit.state;
    let request = state
        .internet
        .request_mut(handle)
        .ok_or(ERROR_INVALID_HANDLE)?;
    let exchange = request
        .exchange
        .as_mut()
        .ok_or(ERROR_INTERNET_INCORRECT_HANDLE_STATE)?;
    if exchange.is_read() {
        return Ok(());
    }
    let (limit, code) = match exchange.behaviour {
        Behaviour::ClosesAfter(limit) => (limit, ERROR_INTERNET_CONNECTION_ABORTED),
        Behaviour::StallsAfter(limit) => (limit, ERROR_INTERNET_TIMEOUT),
        _ => (usize::MAX, WIN32_ERROR(0)),
    };
    if exchange.read >= limit {
        release(state, handle, by, false);
        return Err(failed(state, code));
    }
    let end = exchange.body.len().min(limit);
    let written = buffer.put(&exchange.body[exchange.read..end]);
    exchange.read += written;
    count.put(written as u32);
    if exchange.is_read() {
        let keep_alive = exchange.keep_alive;
        release(state, handle, by, keep_alive);
    }
    Ok(())
}

/// The header that an information level stands for.
const fn header(level: HTTP_QUERY) -> Option<&'static str> {
    Some(match level {
        HTTP_QUERY_CACHE_CONTROL => "Cache-Control",
        HTTP_QUERY_CONNECTION => "Connection",
        HTTP_QUERY_CONTENT_ENCODING => "Content-Encoding",
        HTTP_QUERY_CONTENT_LENGTH => "Content-Length",
        HTTP_QUERY_CONTENT_TYPE => "Content-Type",
        HTTP_QUERY_DATE => "Date",
        HTTP_QUERY_ETAG => "ETag",
        HTTP_QUERY_EXPIRES => "Expires",
        HTTP_QUERY_LAST_MODIFIED => "Last-Modified",
        HTTP_QUERY_LOCATION => "Location",
        HTTP_QUERY_PROXY_AUTHENTICATE => "Proxy-Authenticate",
        HTTP_QUERY_RETRY_AFTER => "Retry-After",
        HTTP_QUERY_SERVER => "Server",
        HTTP_QUERY_TRANSFER_ENCODING => "Transfer-Encoding",
        HTTP_QUERY_VIA => "Via",
        HTTP_QUERY_WWW_AUTHENTICATE => "WWW-Authenticate",
        _ => return None,
    })
}

/// All of the head, each line followed by `end`.
fn raw(exchange: &Exchange, end: &str) -> String {
    let mut lines = format!("HTTP/1.1 {} {}{end}", exchange.status, exchange.reason);
    for (name, value) in &exchange.headers {
        lines.push_str(&format!("{name}: {value}{end}"));
    }
    lines.push_str(end);
    lines
}

/// The value of the `index`th header of this name.
fn named(exchange: &Exchange, name: &str, index: u32) -> Option<String> {
    let same = |header: &&(String, String)| header.0.eq_ignore_ascii_case(name);
    let found = exchange.headers.iter().filter(same).nth(index as usize);
    found.map(|(_, value)| value.clone())
}

/// Gives a part of an answer's head, as text or as a number.
pub(super) fn query_info(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    level: HTTP_QUERY,
    custom: impl FnOnce() -> Option<Vec<u16>>,
    buffer: impl FnOnce(usize) -> Buffer,
    (length, index): (Out<u32>, Out<u32>),
) -> Result<(), WIN32_ERROR> {
    /// The bits of a level that say which information; the others say in which form.
    const LEVEL: u32 = 0xFFFF;
    let handle = check_request(&mut visit, handle)?;
    let room = length.get().ok_or(ERROR_INVALID_PARAMETER)?;
    let request = visit
        .state
        .internet
        .request(handle)
        .ok_or(ERROR_INVALID_HANDLE)?;
    let exchange = request
        .exchange
        .as_ref()
        .ok_or(ERROR_INTERNET_INCORRECT_HANDLE_STATE)?;
    let form = level.0 & !LEVEL;
    let which = index.get().unwrap_or(0);
    let mut is_header = false;
    let value = match HTTP_QUERY(level.0 & LEVEL) {
        HTTP_QUERY_STATUS_CODE => Some(exchange.status.to_string()),
        HTTP_QUERY_STATUS_TEXT => Some(exchange.reason.clone()),
        HTTP_QUERY_REQUEST_METHOD => Some(request.method.clone()),
        HTTP_QUERY_VERSION => Some("HTTP/1.1".to_owned()),
        HTTP_QUERY_RAW_HEADERS => Some(raw(exchange, "\0")),
        HTTP_QUERY_RAW_HEADERS_CRLF => Some(raw(exchange, "\r\n")),
        other => {
            is_header = true;
            // Only for one's own header does the buffer hold a name.
            let own = if other == HTTP_QUERY_CUSTOM {
                custom().map(|units| String::from_utf16_lossy(&units))
            } else {
                header(other).map(str::to_owned)
            };
            own.and_then(|name| named(exchange, &name, which))
        }
    };
    let value = value.ok_or(ERROR_HTTP_HEADER_NOT_FOUND)?;
    let buffer = buffer(room as usize);
    if form == HTTP_QUERY_FLAG_NUMBER.bits() {
        let number: u32 = value
            .trim()
            .parse()
            .map_err(|_| ERROR_HTTP_INVALID_QUERY_REQUEST)?;
        length.put(size_of_val(&number) as u32);
        if !buffer.put_value(number) {
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
    } else if form == 0 {
        let bytes = Text::Wide.encode(&value.encode_utf16().collect::<Vec<_>>());
        if buffer.len() < bytes.len() {
            length.put(bytes.len() as u32);
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
        buffer.put(&bytes);
        length.put((bytes.len() - Text::Wide.terminator()) as u32);
    } else {
        return Err(ERROR_HTTP_INVALID_QUERY_REQUEST);
    }
    if is_header {
        index.put(which.saturating_add(1));
    }
    Ok(())
}
