//! WinINet's sessions, connections and requests, and the connections that wait for another request.

use std::collections::HashMap;

use winsec_ffi::SOCKET;

use crate::scenario::Behaviour;

/// What stands behind one handle.
#[derive(Debug)]
pub(crate) enum Handle {
    Session(Session),
    Connection(Connection),
    Request(Box<Request>),
}

/// What `InternetOpen` was told.
#[derive(Debug)]
pub(crate) struct Session {
    /// The proxies, by the protocol of the requests that go through them; `None` for any.
    pub(crate) proxies: Vec<(Option<String>, ProxyAddress)>,
    /// The hosts that are reached without them.
    pub(crate) bypass: Vec<String>,
    pub(crate) offline: bool,
    pub(crate) timeouts: Timeouts,
}

/// A proxy's host and port.
pub(crate) type ProxyAddress = (String, u16);

/// What `InternetConnect` was told.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) session: usize,
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) timeouts: Timeouts,
}

/// What `HttpOpenRequest` was told, and what has become of it.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) connection: usize,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) secure: bool,
    /// Whether a server that asks for a log-on gets none.
    pub(crate) no_auth: bool,
    /// The bits of `SECURITY_FLAGS` that were set to ignore something.
    pub(crate) ignored: u32,
    pub(crate) timeouts: Timeouts,
    pub(crate) exchange: Option<Exchange>,
}

/// How long things may take, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timeouts {
    pub(crate) connect: u32,
    pub(crate) send: u32,
    pub(crate) receive: u32,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: 60_000,
            send: 30_000,
            receive: 30_000,
        }
    }
}

/// A connection that waits for the next request to the same place.
#[derive(Debug)]
pub(crate) struct Idle {
    pub(crate) place: Place,
    pub(crate) socket: SOCKET,
    pub(crate) source_port: u16,
}

/// Where a connection goes: the server, and whether through a proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) secure: bool,
    pub(crate) proxy: Option<ProxyAddress>,
}

/// All of WinINet in a world.
#[derive(Debug)]
pub(crate) struct Internet {
    pub(crate) handles: HashMap<usize, Handle>,
    pub(crate) idle: Vec<Idle>,
    pub(crate) next_port: u16,
    pub(crate) defaults: Timeouts,
    /// The Winsock code behind the last failure, by thread.
    pub(crate) extended: HashMap<u64, u32>,
}

impl Default for Internet {
    fn default() -> Self {
        Self {
            handles: HashMap::new(),
            idle: Vec::new(),
            next_port: FIRST_PORT,
            defaults: Timeouts::default(),
            extended: HashMap::new(),
        }
    }
}

/// The first of the ports that an operating system gives to those who ask for none.
const FIRST_PORT: u16 = 49_152;

impl Internet {
    pub(crate) fn new_port(&mut self) -> u16 {
        let port = self.next_port;
        self.next_port = port.checked_add(1).unwrap_or(FIRST_PORT);
        port
    }

    pub(crate) fn session(&self, handle: usize) -> Option<&Session> {
        match self.handles.get(&handle)? {
            Handle::Session(session) => Some(session),
            _ => None,
        }
    }

    pub(crate) fn connection(&self, handle: usize) -> Option<&Connection> {
        match self.handles.get(&handle)? {
            Handle::Connection(connection) => Some(connection),
            _ => None,
        }
    }

    pub(crate) fn request(&self, handle: usize) -> Option<&Request> {
        match self.handles.get(&handle)? {
            Handle::Request(request) => Some(request),
            _ => None,
        }
    }

    pub(crate) fn request_mut(&mut self, handle: usize) -> Option<&mut Request> {
        match self.handles.get_mut(&handle)? {
            Handle::Request(request) => Some(request),
            _ => None,
        }
    }

    /// The handles that were made from this one.
    pub(crate) fn children(&self, parent: usize) -> Vec<usize> {
        let is_child = |handle: &Handle| match handle {
            Handle::Session(_) => false,
            Handle::Connection(connection) => connection.session == parent,
            Handle::Request(request) => request.connection == parent,
        };
        let children = self.handles.iter().filter(|(_, handle)| is_child(handle));
        let mut children: Vec<usize> = children.map(|(value, _)| *value).collect();
        children.sort_unstable();
        children
    }
}

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
    pub(crate) body: Vec<u8>,
    pub(crate) read: usize,
    pub(crate) behaviour: Behaviour,
    pub(crate) keep_alive: bool,
}

impl Exchange {
    pub(crate) fn is_read(&self) -> bool {
        self.read == self.body.len()
    }
}
