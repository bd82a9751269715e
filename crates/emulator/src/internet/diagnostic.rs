//! The diagnostic option: which socket carries a request, through which ports, and how.

use winsec_ffi::{
    ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_HANDLE, HINTERNET, IDSI_FLAG_KEEP_ALIVE,
    IDSI_FLAG_PROXY, IDSI_FLAG_SECURE, IDSI_FLAG_TUNNEL, IDSI_FLAGS,
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INVALID_SOCKET, WIN32_ERROR,
};

use super::options::{Target, request_of};
use super::route;
use crate::boundary::Visit;
use crate::memory::Buffer;
use crate::scenario::{AbsentSocket, Action};
use crate::world::State;

/// Answers the option, or as a fault or the system's switch has it.
pub(super) fn diagnostic<B: FnOnce(usize) -> Buffer>(
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
