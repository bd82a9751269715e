//! A world: one scenario come to life, and what a test does in it and sees of it.

use std::marker::PhantomData;
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use winsec_ffi::{
    AF_INET, AF_INET6, IPPROTO_TCP, IPPROTO_UDP, SOCK_DGRAM, SOCK_STREAM, SOCKET, WSA_ERROR,
};

use crate::boundary;
use crate::calls::Call;
use crate::host::{Host, thread_number};
use crate::ledger::{Audit, Kind};
use crate::overlapped;
use crate::scenario::{Fault, Scenario, Security, SocketFacts, SocketSpec, SocketState};
use crate::sockets;
use crate::state::Shared;
use crate::state::sockets::{Impersonated, OpenToken, Settings};

/// A scenario come to life. A clone is the same world.
///
/// A thread that [enters](World::enter) it finds there what the functions of
/// [`fwpuclnt`](crate::fwpuclnt), [`secur32`](crate::secur32) and the others work on. On a thread that
/// is in none, what can fail fails: [`World::enter_everywhere`] has all threads be in one.
///
/// When the last clone is dropped, the world is audited: the dropping thread panics with the
/// [`Audit`] if something was leaked or misused and no [`World::audit`] has reported it. A world that
/// does not serve a test can do [without](World::without_final_audit).
#[derive(Clone, Debug)]
pub struct World(Arc<Owner>);

/// What all the clones share; its end is the world's.
#[derive(Debug)]
struct Owner {
    inner: Arc<Shared>,
    audits: AtomicBool,
}

impl Drop for Owner {
    fn drop(&mut self) {
        self.inner.close();
        if self.audits.load(Ordering::Acquire) && !thread::panicking() {
            let audit = self.inner.lock().audit(self.inner.host());
            if let Err(audit) = audit {
                panic!("{audit}");
            }
        }
    }
}

impl World {
    /// A world of its own.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        Self::owning(Shared::new(scenario))
    }

    /// A world on a machine: what the scenario does not say, the host knows.
    #[must_use]
    pub fn hosted(scenario: Scenario, host: Box<dyn Host>) -> Self {
        Self::owning(Shared::hosted(scenario, host))
    }

    fn owning(inner: Shared) -> Self {
        Self(Arc::new(Owner {
            inner: Arc::new(inner),
            audits: AtomicBool::new(true),
        }))
    }

    /// Leaves out the audit at the world's end.
    #[must_use]
    pub fn without_final_audit(self) -> Self {
        self.0.audits.store(false, Ordering::Release);
        self
    }

    /// Makes this the world that the calling thread is in, until the guard is dropped.
    #[must_use = "the thread leaves the world when the guard is dropped"]
    pub fn enter(&self) -> Entered {
        boundary::enter(Arc::clone(&self.0.inner));
        Entered {
            world: self.clone(),
            thread_bound: PhantomData,
        }
    }

    /// Makes this the world of every thread of the process that has entered none itself, those that
    /// start later included, until the guard is dropped: the one call that a program with a runtime
    /// of threads needs.
    ///
    /// ```
    /// use winsec_emulator::World;
    /// use winsec_emulator::scenario::Scenario;
    ///
    /// let world = World::new(Scenario::new());
    /// let everywhere = world.enter_everywhere();
    /// assert!(std::thread::spawn(World::is_entered).join().unwrap());
    /// drop(everywhere);
    /// assert!(!World::is_entered());
    /// ```
    #[must_use = "the threads leave the world when the guard is dropped"]
    pub fn enter_everywhere(&self) -> EnteredEverywhere {
        boundary::enter_everywhere(Arc::clone(&self.0.inner));
        EnteredEverywhere {
            world: self.clone(),
        }
    }

    /// Whether the calling thread is in a world. If it is in none, every function that can fail does.
    #[must_use]
    pub fn is_entered() -> bool {
        boundary::entered().is_some()
    }

    /// Audits the world: everything that was handed out should have been freed or closed by now,
    /// once, by the right function, and not used afterwards.
    ///
    /// # Errors
    ///
    /// What is wrong. Each thing is reported once: the next audit says what has happened since.
    pub fn audit(&self) -> Result<(), Audit> {
        self.inner().lock().audit(self.inner().host())
    }

    /// How often a function was called.
    #[must_use]
    pub fn calls(&self, call: Call) -> u64 {
        self.inner().lock().calls_of(call)
    }

    /// How many things of this kind are open.
    #[must_use]
    pub fn outstanding(&self, kind: Kind) -> usize {
        self.inner().lock().ledger.outstanding(|open| open == kind)
    }

    /// A further fault, from now on. `nth` counts the calls from the world's beginning.
    pub fn add_fault(&self, fault: Fault) {
        self.inner().lock().faults.add(fault);
    }

    /// Completes the overlapped operations that wait for it, and tells how many that were.
    pub fn advance(&self) -> usize {
        let count = overlapped::advance(&mut self.inner().lock(), self.inner().host());
        self.inner().changed();
        count
    }

    /// What the scenario is about.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.inner().lock().scenario.title.clone()
    }

    pub(crate) fn inner(&self) -> &Arc<Shared> {
        &self.0.inner
    }
}

/// A thread's stay in a world. It ends with the guard, on the same thread.
#[derive(Debug)]
#[must_use = "the thread leaves the world when the guard is dropped"]
pub struct Entered {
    world: World,
    thread_bound: PhantomData<*const ()>,
}

impl Entered {
    /// The world.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        boundary::leave(self.world.inner());
    }
}

/// The stay in a world of all threads that have entered none themselves. It ends with the guard.
#[derive(Debug)]
#[must_use = "the threads leave the world when the guard is dropped"]
pub struct EnteredEverywhere {
    world: World,
}

impl EnteredEverywhere {
    /// The world.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }
}

impl Drop for EnteredEverywhere {
    fn drop(&mut self) {
        boundary::leave_everywhere(self.world.inner());
    }
}

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
        if state.ledger.end_quietly(self.raw) {
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
        let raw = state.ledger.new_handle();
        state.ledger.give(Kind::Socket, raw, None);
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
            .of(thread_number())
            .cloned()
    }
}
