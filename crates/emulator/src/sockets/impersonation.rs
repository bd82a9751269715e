//! The work of impersonating a peer and reverting, thread by thread.

use std::collections::HashMap;
use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET, WSA_ERROR, WSAEACCES, WSAEAFNOSUPPORT, WSAEFAULT, WSAEMSGSIZE, WSAEOPNOTSUPP,
};

use super::{address, find, fitting, peer_of};
use crate::books::Finding;
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::memory::Input;
use crate::scenario::SecureSockets;

/// Whom a thread impersonates.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Impersonated {
    /// The socket by which it was found.
    pub socket: SOCKET,
    /// Where the peer is.
    pub peer: Option<SocketAddr>,
    /// The account: the application's if it has a token, else the computer's.
    pub account: String,
}

/// The impersonations of one thread.
#[derive(Debug, Default)]
struct OfThread {
    now: Option<Impersonated>,
    /// The impersonations that no revert has followed yet.
    unpaired: Vec<Entry>,
    reported: usize,
}

/// The impersonations of a world.
#[derive(Debug, Default)]
pub(crate) struct Impersonations {
    threads: HashMap<u64, OfThread>,
}

impl Impersonations {
    /// Whom this thread impersonates.
    pub(crate) fn of(&self, thread: u64) -> Option<&Impersonated> {
        self.threads.get(&thread)?.now.as_ref()
    }

    fn begin(&mut self, thread: u64, by: Entry, whom: Impersonated) {
        let of = self.threads.entry(thread).or_default();
        of.now = Some(whom);
        of.unpaired.push(by);
    }

    /// Ends a thread's impersonation, and strikes one out of the books.
    fn end(&mut self, thread: u64) {
        if let Some(of) = self.threads.get_mut(&thread) {
            of.now = None;
            of.unpaired.pop();
            of.reported = of.reported.min(of.unpaired.len());
            if of.unpaired.is_empty() {
                self.threads.remove(&thread);
            }
        }
    }

    /// What no revert has followed, and no audit has reported.
    pub(crate) fn report_unpaired(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for of in self.threads.values_mut() {
            let count = of.unpaired.len() - of.reported;
            of.reported = of.unpaired.len();
            if let Some(by) = of.unpaired.last().filter(|_| count != 0) {
                findings.push(Finding::NotReverted { by: *by, count });
            }
        }
        findings
    }
}

/// Makes the calling thread impersonate a socket's peer.
pub(crate) fn impersonate(
    mut visit: Visit<'_>,
    socket: SOCKET,
    given: Input,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let state = &mut *visit.state;
    if state.scenario.system.secure_sockets == SecureSockets::Unsupported {
        return Err(WSAEOPNOTSUPP);
    }
    let found = find(state, world.host(), socket, visit.entry)?;
    if !found.spec.has_security() {
        return Err(WSAEAFNOSUPPORT);
    }
    if found.spec.nonblocking {
        return Err(WSAEOPNOTSUPP);
    }
    let peer = match (found.spec.is_stream(), given.is_null()) {
        (true, _) => None,
        (false, true) => return Err(WSAEFAULT),
        (false, false) => match address::parse(given.bytes()) {
            address::Parsed::Short => return Err(WSAEMSGSIZE),
            parsed => Some(fitting(&found.spec, parsed)?),
        },
    };
    let peer = peer_of(&mut found.spec, peer)?;
    let (security, _) = found.spec.towards(peer);
    let token = security.application.as_ref().or(security.machine.as_ref());
    let account = token.ok_or(WSAEACCES)?.account.clone();
    world.host().impersonate()?;
    let whom = Impersonated {
        socket,
        peer,
        account,
    };
    state
        .impersonations
        .begin(crate::threads::number(), visit.entry, whom);
    Ok(())
}

/// Ends the calling thread's impersonation; without one it does nothing.
pub(crate) fn revert(mut visit: Visit<'_>) -> Result<(), WSA_ERROR> {
    let thread = crate::threads::number();
    // Who acts as somebody else than a peer goes on doing so.
    if visit.state.impersonations.of(thread).is_some() {
        visit.world.host().revert()?;
    }
    visit.state.impersonations.end(thread);
    Ok(())
}
