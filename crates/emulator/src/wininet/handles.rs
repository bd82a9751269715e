//! Making sessions, connections and requests, and closing them with everything that was made from them.

use winsec_ffi::{
    ERROR_INTERNET_PROTOCOL_NOT_FOUND, ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER,
    ERROR_NOT_SUPPORTED, HINTERNET, INTERNET_ACCESS_TYPE, INTERNET_FLAG_ASYNC,
    INTERNET_FLAG_NO_AUTH, INTERNET_FLAG_OFFLINE, INTERNET_FLAG_SECURE, INTERNET_FLAGS,
    INTERNET_OPEN_TYPE_DIRECT, INTERNET_OPEN_TYPE_PRECONFIG,
    INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY, INTERNET_OPEN_TYPE_PROXY, INTERNET_SERVICE,
    INTERNET_SERVICE_HTTP, WIN32_ERROR,
};

use super::check;
use super::exchange::{abandon, hang_up};
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::ledger::Kind;
use crate::state::State;
use crate::state::internet::{Connection, Handle, Idle, ProxyAddress, Request, Session};

/// The port of a proxy that is named without one.
const PROXY_PORT: u16 = 80;

/// The flags of a request that ignore something, with the same values as the security flags.
const IGNORING: u32 = 0x0000_3000;

fn text(units: &[u16]) -> String {
    String::from_utf16_lossy(units)
}

fn give(visit: &mut Visit<'_>, kind: Kind, handle: Handle) -> usize {
    let by = visit.entry;
    let value = visit.state.ledger.give_handle(kind, by);
    visit.state.internet.handles.insert(value, handle);
    value
}

/// Opens a session.
pub(super) fn open(
    mut visit: Visit<'_>,
    access: INTERNET_ACCESS_TYPE,
    proxy: Option<Vec<u16>>,
    bypass: Option<Vec<u16>>,
    flags: INTERNET_FLAGS,
) -> Result<usize, WIN32_ERROR> {
    if flags.contains(INTERNET_FLAG_ASYNC) {
        return Err(ERROR_NOT_SUPPORTED);
    }
    let proxies = match access {
        INTERNET_OPEN_TYPE_PROXY => proxies(&text(&proxy.ok_or(ERROR_INVALID_PARAMETER)?))?,
        INTERNET_OPEN_TYPE_DIRECT
        | INTERNET_OPEN_TYPE_PRECONFIG
        | INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY => Vec::new(),
        _ => return Err(ERROR_INVALID_PARAMETER),
    };
    let bypass = text(&bypass.unwrap_or_default());
    let session = Session {
        proxies,
        bypass: entries(&bypass).map(str::to_owned).collect(),
        offline: flags.contains(INTERNET_FLAG_OFFLINE),
        timeouts: visit.state.internet.defaults,
    };
    Ok(give(&mut visit, Kind::Session, Handle::Session(session)))
}

/// The entries of a list, which spaces or semicolons divide.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split([';', ' ']).filter(|entry| !entry.is_empty())
}

/// Reads a list of `host:port`, each with or without `http://`, and with or without the protocol of
/// the requests that it is for (`https=`) before it.
fn proxies(list: &str) -> Result<Vec<(Option<String>, ProxyAddress)>, WIN32_ERROR> {
    let read = |entry: &str| {
        let (protocol, address) = match entry.split_once('=') {
            Some((protocol, address)) => (Some(protocol.to_ascii_lowercase()), address),
            None => (None, entry),
        };
        let address = address.strip_prefix("http://").unwrap_or(address);
        let address = address.trim_end_matches('/');
        let (host, port) = match address.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| ERROR_INVALID_PARAMETER)?),
            None => (address, PROXY_PORT),
        };
        if host.is_empty() {
            return Err(ERROR_INVALID_PARAMETER);
        }
        Ok((protocol, (host.to_owned(), port)))
    };
    let proxies: Vec<_> = entries(list).map(read).collect::<Result<_, _>>()?;
    if proxies.is_empty() {
        return Err(ERROR_INVALID_PARAMETER);
    }
    Ok(proxies)
}

/// Opens a connection: nothing is sent before a request is.
pub(super) fn connect(
    mut visit: Visit<'_>,
    session: HINTERNET,
    server: Option<Vec<u16>>,
    port: u16,
    service: INTERNET_SERVICE,
) -> Result<usize, WIN32_ERROR> {
    let session = check(&mut visit, session, |kind| kind == Kind::Session)?;
    let host = server
        .filter(|host| !host.is_empty())
        .ok_or(ERROR_INVALID_PARAMETER)?;
    if service != INTERNET_SERVICE_HTTP {
        return Err(ERROR_INTERNET_PROTOCOL_NOT_FOUND);
    }
    let of_session = visit
        .state
        .internet
        .session(session)
        .map(|found| found.timeouts);
    let connection = Connection {
        session,
        host: text(&host),
        port,
        timeouts: of_session.unwrap_or_default(),
    };
    Ok(give(
        &mut visit,
        Kind::Connection,
        Handle::Connection(connection),
    ))
}

/// Opens a request.
pub(super) fn open_request(
    mut visit: Visit<'_>,
    connection: HINTERNET,
    method: Option<Vec<u16>>,
    path: Option<Vec<u16>>,
    flags: INTERNET_FLAGS,
) -> Result<usize, WIN32_ERROR> {
    let connection = check(&mut visit, connection, |kind| kind == Kind::Connection)?;
    let of_connection = visit
        .state
        .internet
        .connection(connection)
        .map(|found| found.timeouts);
    let mut path = path.map(|path| text(&path)).unwrap_or_default();
    if !path.starts_with('/') {
        path.insert(0, '/');
    }
    let request = Request {
        connection,
        method: method.map_or_else(|| "GET".to_owned(), |method| text(&method)),
        path,
        secure: flags.contains(INTERNET_FLAG_SECURE),
        no_auth: flags.contains(INTERNET_FLAG_NO_AUTH),
        ignored: flags.bits() & IGNORING,
        timeouts: of_connection.unwrap_or_default(),
        exchange: None,
    };
    Ok(give(
        &mut visit,
        Kind::Request,
        Handle::Request(Box::new(request)),
    ))
}

/// Closes a handle, and first the handles that were made from it.
pub(super) fn close(mut visit: Visit<'_>, handle: HINTERNET) -> Result<(), WIN32_ERROR> {
    let by = visit.entry;
    close_tree(&mut visit.state, handle.addr(), by)
}

fn close_tree(state: &mut State, handle: usize, by: Entry) -> Result<(), WIN32_ERROR> {
    if state
        .ledger
        .open_handle(handle)
        .is_some_and(Kind::is_internet)
    {
        for child in state.internet.children(handle) {
            close_tree(state, child, by)?;
        }
        abandon(state, handle, by);
    }
    let ended = state.ledger.end(false, handle, by, Kind::is_internet);
    ended.map_err(|_| ERROR_INVALID_HANDLE)?;
    state.internet.handles.remove(&handle);
    let mut handles = state.internet.handles.values();
    if !handles.any(|handle| matches!(handle, Handle::Session(_))) {
        for Idle { socket, .. } in std::mem::take(&mut state.internet.idle) {
            hang_up(state, socket, by);
        }
    }
    Ok(())
}
