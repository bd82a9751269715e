//! One request and its answer: sent over a connection, read to its end, and what is left of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use winsec_ffi::{
    ERROR_FILE_NOT_FOUND, ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INTERNET_CANNOT_CONNECT,
    ERROR_INTERNET_CONNECTION_ABORTED, ERROR_INTERNET_CONNECTION_RESET,
    ERROR_INTERNET_INCORRECT_HANDLE_STATE, ERROR_INTERNET_NAME_NOT_RESOLVED,
    ERROR_INTERNET_TIMEOUT, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, HINTERNET, SOCKET,
    WIN32_ERROR, WSAECONNABORTED, WSAECONNREFUSED, WSAECONNRESET, WSAETIMEDOUT, WSAHOST_NOT_FOUND,
};

use super::{Idle, Place, check_request, route};
use crate::books::Kind;
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::memory::{Buffer, Input, Out};
use crate::scenario::{Behaviour, Page, Server, SocketSpec, family_of};
use crate::threads;
use crate::world::State;

/// What became of a request that was sent.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) place: Place,
    /// The connection's socket, while the connection is there.
    pub(crate) socket: Option<SOCKET>,
    pub(crate) source_port: u16,
    pub(crate) destination_port: u16,
    /// Whether the connection had served a request before.
    pub(crate) reused: bool,
    pub(crate) status: u16,
    pub(crate) reason: String,
    pub(crate) headers: Vec<(String, String)>,
    body: Vec<u8>,
    read: usize,
    behaviour: Behaviour,
    keep_alive: bool,
}

impl Exchange {
    fn is_read(&self) -> bool {
        self.read == self.body.len()
    }
}

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
    let socket = state.books.give_handle(Kind::LentSocket, by);
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
        .books
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
        state.internet.extended.insert(threads::number(), winsock);
    }
    code
}

/// Sends a request and takes in the head of its answer.
pub(crate) fn send(
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
pub(crate) fn read(
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
