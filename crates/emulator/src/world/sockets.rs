//! A world's sockets, from the test's side: making them, lending it ours, and seeing what was done.

use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};

use winsec_ffi::{
    AF_INET, AF_INET6, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM, SOCKET, WSA_ERROR,
};

use super::World;
use crate::books::Kind;
use crate::scenario::{Security, SocketFacts, SocketSpec, SocketState};
use crate::sockets::{self, Impersonated, OpenToken, Settings};
use crate::threads;

/// A socket that exists in a world alone. It is closed when it is dropped, if nobody closed it before.
#[derive(Debug)]
pub struct EmulatedSocket {
    world: World,
    raw: SOCKET,
}

impl EmulatedSocket {
    /// The descriptor.
    #[must_use]
    pub fn raw(&self) -> SOCKET {
        self.raw
    }

    /// Connects it.
    ///
    /// # Errors
    ///
    /// `WSAETIMEDOUT` if its settings guarantee encryption and there is none, or if the peer cannot
    /// prove the target name; the codes of `connect` if it is in no state to connect.
    pub fn connect(&self, to: SocketAddr) -> Result<(), WSA_ERROR> {
        sockets::connect(&mut self.world.inner().lock(), self.raw, to)
    }
}

impl Drop for EmulatedSocket {
    fn drop(&mut self) {
        let inner = self.world.inner();
        let mut state = inner.lock();
        if state.books.end_quietly(self.raw) {
            sockets::close(&mut state, inner.host(), self.raw);
        }
        drop(state);
        inner.changed();
    }
}

/// A socket of the operating system's whose facts can be seen: those of std.
pub trait Observe {
    /// The descriptor.
    fn descriptor(&self) -> SOCKET;

    /// What it is.
    fn facts(&self) -> SocketFacts;
}

#[cfg(unix)]
fn descriptor(of: &impl std::os::fd::AsRawFd) -> SOCKET {
    // Descriptors of open files are not negative.
    usize::try_from(of.as_raw_fd()).unwrap_or(usize::MAX)
}

#[cfg(windows)]
fn descriptor(of: &impl std::os::windows::io::AsRawSocket) -> SOCKET {
    of.as_raw_socket() as SOCKET
}

fn facts(local: Option<SocketAddr>, remote: Option<SocketAddr>, state: SocketState) -> SocketFacts {
    let six = local.or(remote).is_some_and(|address| address.is_ipv6());
    SocketFacts {
        family: if six { AF_INET6 } else { AF_INET },
        kind: SOCK_STREAM,
        protocol: IPPROTO_TCP,
        state,
        local,
        remote,
    }
}

impl Observe for TcpStream {
    fn descriptor(&self) -> SOCKET {
        descriptor(self)
    }

    fn facts(&self) -> SocketFacts {
        facts(
            self.local_addr().ok(),
            self.peer_addr().ok(),
            SocketState::Connected,
        )
    }
}

impl Observe for TcpListener {
    fn descriptor(&self) -> SOCKET {
        descriptor(self)
    }

    fn facts(&self) -> SocketFacts {
        facts(self.local_addr().ok(), None, SocketState::Listening)
    }
}

impl Observe for UdpSocket {
    fn descriptor(&self) -> SOCKET {
        descriptor(self)
    }

    fn facts(&self) -> SocketFacts {
        let remote = self.peer_addr().ok();
        let state = if remote.is_some() {
            SocketState::Connected
        } else {
            SocketState::Bound
        };
        SocketFacts {
            kind: SOCK_DGRAM,
            protocol: IPPROTO_UDP,
            ..facts(self.local_addr().ok(), remote, state)
        }
    }
}

impl World {
    /// Makes a socket that exists in this world alone.
    #[must_use]
    pub fn socket(&self, spec: SocketSpec) -> EmulatedSocket {
        let mut state = self.inner().lock();
        let raw = state.books.new_handle();
        state.books.give(Kind::Socket, raw, None);
        state.sockets.insert(raw, spec);
        drop(state);
        EmulatedSocket {
            world: self.clone(),
            raw,
        }
    }

    /// Makes the socket that the scenario has under this name; `None` if it has none.
    #[must_use]
    pub fn named_socket(&self, name: &str) -> Option<EmulatedSocket> {
        let spec = self.inner().lock().scenario.socket_named(name)?.spec();
        Some(self.socket(spec))
    }

    /// Answers for a descriptor of the caller's own, until it is detached or attached anew.
    ///
    /// The emulator never touches the real socket. Detach it before closing it: the operating system
    /// gives the number to another one.
    pub fn attach(&self, raw: SOCKET, spec: SocketSpec) {
        self.inner().lock().sockets.insert(raw, spec);
    }

    /// Answers for a real socket as the first rule of the scenario that matches it says; `false` if
    /// none does.
    pub fn adopt(&self, socket: &impl Observe) -> bool {
        let facts = socket.facts();
        let mut state = self.inner().lock();
        let Some(spec) = state
            .scenario
            .rule_for(&facts)
            .map(|rule| rule.complete(&facts))
        else {
            return false;
        };
        state.sockets.insert(socket.descriptor(), spec);
        true
    }

    /// No longer answers for a descriptor: what runs on it is aborted. Tells whether it did.
    pub fn detach(&self, raw: SOCKET) -> bool {
        let inner = self.inner();
        let known = sockets::close(&mut inner.lock(), inner.host(), raw);
        inner.changed();
        known
    }

    /// Changes a socket's description; `false` if there is no such socket.
    pub fn update(&self, raw: SOCKET, change: impl FnOnce(&mut SocketSpec)) -> bool {
        let mut state = self.inner().lock();
        let Some(found) = state.sockets.get_mut(raw) else {
            return false;
        };
        change(&mut found.spec);
        true
    }

    /// Changes what protects a socket's traffic; `false` if there is no such socket.
    ///
    /// A connection that is to be aborted when its security associations change, is.
    pub fn set_security(&self, raw: SOCKET, security: Security) -> bool {
        sockets::set_security(&mut self.inner().lock(), raw, security)
    }

    /// What a socket's security was set to, if it was.
    #[must_use]
    pub fn settings(&self, raw: SOCKET) -> Option<Settings> {
        self.inner().lock().sockets.get(raw)?.settings.clone()
    }

    /// The target name that was set for a peer of a socket; without a peer, for the one that the socket
    /// will be connected to.
    #[must_use]
    pub fn target_name(&self, raw: SOCKET, peer: Option<SocketAddr>) -> Option<String> {
        let state = self.inner().lock();
        let mut names = state.sockets.get(raw)?.names.iter();
        let (_, name) = names.find(|(known, _)| *known == peer)?;
        Some(String::from_utf16_lossy(name))
    }

    /// What is behind the handle of a token that is open.
    #[must_use]
    pub fn token(&self, handle: u64) -> Option<OpenToken> {
        let handle = usize::try_from(handle).ok()?;
        self.inner().lock().tokens.get(&handle).cloned()
    }

    /// Whom the calling thread impersonates.
    #[must_use]
    pub fn impersonated(&self) -> Option<Impersonated> {
        self.inner()
            .lock()
            .impersonations
            .of(threads::number())
            .cloned()
    }
}
