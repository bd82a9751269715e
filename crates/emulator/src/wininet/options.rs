//! Options of handles: the diagnostic information of a request's socket, and what belongs around it.

use winsec_ffi::{
    ERROR_INSUFFICIENT_BUFFER, ERROR_INTERNET_BAD_OPTION_LENGTH,
    ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INVALID_OPTION,
    ERROR_INTERNET_OPTION_NOT_SETTABLE, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER, HINTERNET,
    IDSI_FLAG_KEEP_ALIVE, IDSI_FLAG_PROXY, IDSI_FLAG_SECURE, IDSI_FLAG_TUNNEL, IDSI_FLAGS,
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_HANDLE_TYPE_CONNECT_HTTP,
    INTERNET_HANDLE_TYPE_HTTP_REQUEST, INTERNET_HANDLE_TYPE_INTERNET, INTERNET_OPTION,
    INTERNET_OPTION_CONNECT_TIMEOUT, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO,
    INTERNET_OPTION_EXTENDED_ERROR, INTERNET_OPTION_HANDLE_TYPE, INTERNET_OPTION_PARENT_HANDLE,
    INTERNET_OPTION_RECEIVE_TIMEOUT, INTERNET_OPTION_REQUEST_FLAGS, INTERNET_OPTION_SECURITY_FLAGS,
    INTERNET_OPTION_SEND_TIMEOUT, INTERNET_OPTION_URL, INTERNET_OPTION_VERSION,
    INTERNET_REQFLAG_VIA_PROXY, INTERNET_VERSION_INFO, INVALID_SOCKET, SECURITY_FLAG_SECURE,
    WIN32_ERROR,
};

use super::{check, check_request, route};
use crate::boundary::Visit;
use crate::host::thread_number;
use crate::ledger::Kind;
use crate::memory::{Buffer, Input, Out, Text};
use crate::scenario::{AbsentSocket, Action};
use crate::state::State;
use crate::state::internet::{Handle, Timeouts};

/// Where an option's value goes.
pub(super) struct Target<B: FnOnce(usize) -> Buffer> {
    /// The caller's buffer, once its length is known.
    pub(super) buffer: B,
    pub(super) length: Out<u32>,
}

impl<B: FnOnce(usize) -> Buffer> Target<B> {
    /// Writes a value and its length, or the length that it would need.
    fn put<T: Copy>(self, room: u32, value: T) -> Result<(), WIN32_ERROR> {
        let needed = size_of::<T>() as u32;
        self.length.put(needed);
        if (self.buffer)(room as usize).put_value(value) {
            Ok(())
        } else {
            Err(ERROR_INSUFFICIENT_BUFFER)
        }
    }

    /// Writes a text with its terminator. The length says how many bytes the text has without it, or
    /// how many would be needed with it.
    fn put_text(self, room: u32, text: Text, value: &str) -> Result<(), WIN32_ERROR> {
        let bytes = text.encode(&value.encode_utf16().collect::<Vec<_>>());
        let buffer = (self.buffer)(room as usize);
        if buffer.len() < bytes.len() {
            self.length.put(bytes.len() as u32);
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
        buffer.put(&bytes);
        self.length.put((bytes.len() - text.terminator()) as u32);
        Ok(())
    }
}

/// Gives the value of an option.
pub(super) fn query<B: FnOnce(usize) -> Buffer>(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    option: INTERNET_OPTION,
    text: Text,
    target: Target<B>,
) -> Result<(), WIN32_ERROR> {
    let room = target.length.get().ok_or(ERROR_INVALID_PARAMETER)?;
    match option {
        INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO => diagnostic(visit, handle, room, target),
        INTERNET_OPTION_HANDLE_TYPE => {
            let kind = match kind(&mut visit, handle)? {
                Kind::Session => INTERNET_HANDLE_TYPE_INTERNET,
                Kind::Connection => INTERNET_HANDLE_TYPE_CONNECT_HTTP,
                _ => INTERNET_HANDLE_TYPE_HTTP_REQUEST,
            };
            target.put(room, kind.0)
        }
        INTERNET_OPTION_PARENT_HANDLE => {
            let value = check(&mut visit, handle, Kind::is_internet)?;
            let parent = match visit.state.internet.handles.get(&value) {
                Some(Handle::Connection(connection)) => connection.session,
                Some(Handle::Request(request)) => request.connection,
                _ => return Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE),
            };
            target.put(room, parent)
        }
        INTERNET_OPTION_VERSION => {
            let version = INTERNET_VERSION_INFO {
                dwMajorVersion: 1,
                dwMinorVersion: 2,
            };
            target.put(room, version)
        }
        INTERNET_OPTION_EXTENDED_ERROR => {
            let code = visit.state.internet.extended.get(&thread_number()).copied();
            target.put(room, code.unwrap_or(0))
        }
        INTERNET_OPTION_CONNECT_TIMEOUT
        | INTERNET_OPTION_SEND_TIMEOUT
        | INTERNET_OPTION_RECEIVE_TIMEOUT => {
            let milliseconds = *timeout(timeouts(&mut visit, handle)?, option);
            target.put(room, milliseconds)
        }
        INTERNET_OPTION_URL => {
            let value = request_of(&mut visit, handle)?;
            let url = url(&visit.state, value).ok_or(ERROR_INVALID_HANDLE)?;
            target.put_text(room, text, &url)
        }
        INTERNET_OPTION_REQUEST_FLAGS => {
            let value = request_of(&mut visit, handle)?;
            let request = visit.state.internet.request(value);
            let exchange = request.and_then(|request| request.exchange.as_ref());
            let proxied = exchange.is_some_and(|exchange| exchange.place.proxy.is_some());
            let via = INTERNET_REQFLAG_VIA_PROXY.bits();
            target.put(room, if proxied { via } else { 0 })
        }
        INTERNET_OPTION_SECURITY_FLAGS => {
            let value = request_of(&mut visit, handle)?;
            let request = visit
                .state
                .internet
                .request(value)
                .ok_or(ERROR_INVALID_HANDLE)?;
            let secured = request
                .exchange
                .as_ref()
                .is_some_and(|given| given.place.secure);
            let secure = if secured {
                SECURITY_FLAG_SECURE.bits()
            } else {
                0
            };
            target.put(room, request.ignored | secure)
        }
        _ => Err(ERROR_INTERNET_INVALID_OPTION),
    }
}

/// Sets the value of an option.
pub(super) fn set(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    option: INTERNET_OPTION,
    value: Input,
) -> Result<(), WIN32_ERROR> {
    let number = || {
        let bytes = value
            .bytes()
            .try_into()
            .map_err(|_| ERROR_INTERNET_BAD_OPTION_LENGTH)?;
        Ok::<_, WIN32_ERROR>(u32::from_ne_bytes(bytes))
    };
    match option {
        INTERNET_OPTION_CONNECT_TIMEOUT
        | INTERNET_OPTION_SEND_TIMEOUT
        | INTERNET_OPTION_RECEIVE_TIMEOUT => {
            let timeouts = timeouts(&mut visit, handle)?;
            *timeout(timeouts, option) = number()?;
            Ok(())
        }
        INTERNET_OPTION_SECURITY_FLAGS => {
            let handle = request_of(&mut visit, handle)?;
            let flags = number()?;
            let request = visit
                .state
                .internet
                .request_mut(handle)
                .ok_or(ERROR_INVALID_HANDLE)?;
            request.ignored = flags & !SECURITY_FLAG_SECURE.bits();
            Ok(())
        }
        INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO
        | INTERNET_OPTION_HANDLE_TYPE
        | INTERNET_OPTION_PARENT_HANDLE
        | INTERNET_OPTION_REQUEST_FLAGS
        | INTERNET_OPTION_EXTENDED_ERROR
        | INTERNET_OPTION_URL
        | INTERNET_OPTION_VERSION => Err(ERROR_INTERNET_OPTION_NOT_SETTABLE),
        _ => Err(ERROR_INTERNET_INVALID_OPTION),
    }
}

fn kind(visit: &mut Visit<'_>, handle: HINTERNET) -> Result<Kind, WIN32_ERROR> {
    if handle.is_null() {
        return Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }
    let value = check(visit, handle, Kind::is_internet)?;
    visit
        .state
        .ledger
        .open_handle(value)
        .ok_or(ERROR_INVALID_HANDLE)
}

/// The handle of a request, for an option that only requests have.
fn request_of(visit: &mut Visit<'_>, handle: HINTERNET) -> Result<usize, WIN32_ERROR> {
    if handle.is_null() {
        return Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }
    check_request(visit, handle)
}

/// The timeouts of a handle; those of new sessions if it is null.
fn timeouts<'v>(
    visit: &'v mut Visit<'_>,
    handle: HINTERNET,
) -> Result<&'v mut Timeouts, WIN32_ERROR> {
    if handle.is_null() {
        return Ok(&mut visit.state.internet.defaults);
    }
    let value = check(visit, handle, Kind::is_internet)?;
    match visit.state.internet.handles.get_mut(&value) {
        Some(Handle::Session(session)) => Ok(&mut session.timeouts),
        Some(Handle::Connection(connection)) => Ok(&mut connection.timeouts),
        Some(Handle::Request(request)) => Ok(&mut request.timeouts),
        None => Err(ERROR_INVALID_HANDLE),
    }
}

const fn timeout(timeouts: &mut Timeouts, option: INTERNET_OPTION) -> &mut u32 {
    match option {
        INTERNET_OPTION_CONNECT_TIMEOUT => &mut timeouts.connect,
        INTERNET_OPTION_SEND_TIMEOUT => &mut timeouts.send,
        _ => &mut timeouts.receive,
    }
}

/// The address of a request.
fn url(state: &State, request: usize) -> Option<String> {
    let request = state.internet.request(request)?;
    let connection = state.internet.connection(request.connection)?;
    let scheme = if request.secure { "https" } else { "http" };
    let port = route::port(connection.port, request.secure);
    let (host, path) = (&connection.host, &request.path);
    Some(if port == route::port(0, request.secure) {
        format!("{scheme}://{host}{path}")
    } else {
        format!("{scheme}://{host}:{port}{path}")
    })
}

/// Answers the option, or as a fault or the system's switch has it.
fn diagnostic<B: FnOnce(usize) -> Buffer>(
    mut visit: Visit<'_>,
    handle: HINTERNET,
    room: u32,
    target: Target<B>,
) -> Result<(), WIN32_ERROR> {
    let value = request_of(&mut visit, handle)?;
    if let Some(code) = visit.state.scenario.system.diagnostic_socket_info.refusal() {
        return Err(code);
    }
    match visit.action.take() {
        Some(Action::Answer(answer)) => {
            (target.buffer)(room as usize).put(&answer.bytes);
            target.length.put(answer.length);
            Ok(())
        }
        Some(Action::TooSmall(needed)) => {
            target.length.put(needed);
            Err(ERROR_INSUFFICIENT_BUFFER)
        }
        _ => {
            let info = socket_info(&visit.state, value).ok_or(ERROR_INVALID_HANDLE)?;
            target.put(room, info)
        }
    }
}

/// What is true of a request's socket, with what the server's description has in its place.
fn socket_info(state: &State, request: usize) -> Option<INTERNET_DIAGNOSTIC_SOCKET_INFO> {
    let request = state.internet.request(request)?;
    let connection = state.internet.connection(request.connection)?;
    let absent = match state.scenario.system.absent_socket {
        AbsentSocket::Invalid => INVALID_SOCKET,
        AbsentSocket::Zero => 0,
    };
    let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO {
        Socket: absent,
        SourcePort: 0,
        DestPort: route::port(connection.port, request.secure).into(),
        Flags: IDSI_FLAGS::empty(),
    };
    if let Some(exchange) = &request.exchange {
        let open = exchange
            .socket
            .filter(|socket| state.sockets.get(*socket).is_some());
        let proxied = exchange.place.proxy.is_some();
        info.Socket = open.unwrap_or(absent);
        info.SourcePort = exchange.source_port.into();
        info.DestPort = exchange.destination_port.into();
        info.Flags.set(IDSI_FLAG_KEEP_ALIVE, exchange.reused);
        info.Flags.set(IDSI_FLAG_SECURE, exchange.place.secure);
        info.Flags.set(IDSI_FLAG_PROXY, proxied);
        info.Flags
            .set(IDSI_FLAG_TUNNEL, proxied && exchange.place.secure);
    }
    let place = route::place(state, request)?;
    let server = route::server(&state.scenario, &place);
    if let Some(other) = server.and_then(|server| server.diagnostic) {
        info.Socket = other.socket.unwrap_or(info.Socket);
        info.SourcePort = other.source_port.unwrap_or(info.SourcePort);
        info.DestPort = other.destination_port.unwrap_or(info.DestPort);
        info.Flags = other.flags.unwrap_or(info.Flags);
    }
    Some(info)
}
