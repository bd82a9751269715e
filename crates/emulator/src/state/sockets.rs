//! The sockets of a world, with what was done to them, and whom its threads impersonate.

use std::collections::HashMap;
use std::net::SocketAddr;

use winsec_ffi::{
    GUID, SOCKET, SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT,
    SOCKET_SETTINGS_FLAGS, SOCKET_SETTINGS_GUARANTEE_ENCRYPTION, SOCKET_SETTINGS_IPSEC_FLAGS,
    WSA_ERROR, WSAEINVAL, WSAENOTSOCK, WSAEOPNOTSUPP,
};

use super::State;
use crate::calls::Entry;
use crate::host::Host;
use crate::ledger::{Finding, Kind};
use crate::scenario::{SecureSockets, SocketFacts, SocketSpec};

/// A token that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenToken {
    /// The account.
    pub account: String,
    /// The access that it was opened with.
    pub access: u32,
}

/// One socket, with what was done to it.
#[derive(Debug)]
pub(crate) struct Socket {
    pub(crate) spec: SocketSpec,
    /// Whether the host made it, and knows it better than we do.
    hosted: bool,
    pub(crate) settings: Option<Settings>,
    /// The target names, by peer; `None` is the peer that it will be connected to.
    pub(crate) names: Vec<(Option<SocketAddr>, Vec<u16>)>,
    /// Whether the connection is to end if its security associations change.
    pub(crate) abort_on_change: bool,
    pub(crate) exclusive: bool,
}

impl Socket {
    fn new(spec: SocketSpec, hosted: bool) -> Self {
        Self {
            spec,
            hosted,
            settings: None,
            names: Vec::new(),
            abort_on_change: false,
            exclusive: false,
        }
    }

    /// The name that a peer must prove.
    pub(crate) fn name_for(&self, peer: Option<SocketAddr>) -> Option<&[u16]> {
        let of = |wanted: Option<SocketAddr>| {
            self.names
                .iter()
                .find(move |(address, _)| *address == wanted)
        };
        of(peer).or_else(|| of(None)).map(|(_, name)| &**name)
    }
}

/// The sockets of a world, by descriptor.
#[derive(Debug, Default)]
pub(crate) struct Sockets {
    sockets: HashMap<SOCKET, Socket>,
}

impl Sockets {
    pub(crate) fn get(&self, socket: SOCKET) -> Option<&Socket> {
        self.sockets.get(&socket)
    }

    pub(crate) fn get_mut(&mut self, socket: SOCKET) -> Option<&mut Socket> {
        self.sockets.get_mut(&socket)
    }

    pub(crate) fn insert(&mut self, socket: SOCKET, spec: SocketSpec) {
        self.sockets.insert(socket, Socket::new(spec, false));
    }

    pub(crate) fn remove(&mut self, socket: SOCKET) -> Option<Socket> {
        self.sockets.remove(&socket)
    }
}

/// Finds the socket behind a descriptor that `by` was given.
pub(crate) fn find<'s>(
    state: &'s mut State,
    host: &dyn Host,
    socket: SOCKET,
    by: Entry,
) -> Result<&'s mut Socket, WSA_ERROR> {
    let known = state.sockets.get(socket).map(|known| known.hosted);
    if known != Some(false) {
        match host.observe(socket) {
            Some(facts) => refresh(state, host, socket, &facts)?,
            None => {
                state.sockets.remove(socket);
                // A descriptor of ours that is closed by now is used after its end.
                let _ = state.ledger.check(socket, by, Kind::is_socket);
            }
        }
    }
    state.sockets.get_mut(socket).ok_or(WSAENOTSOCK)
}

/// Brings a socket of the host's up to what the host sees.
fn refresh(
    state: &mut State,
    host: &dyn Host,
    socket: SOCKET,
    facts: &SocketFacts,
) -> Result<(), WSA_ERROR> {
    let Some(rule) = state.scenario.rule_for(facts) else {
        state.sockets.remove(socket);
        return Err(WSAEOPNOTSUPP);
    };
    let spec = rule.complete(facts);
    // The host numbers sockets anew: one without the claim is not the one that made it.
    let another = host.has_claimed_address(socket) == Some(false);
    match state.sockets.get_mut(socket) {
        Some(known) if !(known.exclusive && another) => known.spec = spec,
        _ => {
            state
                .sockets
                .sockets
                .insert(socket, Socket::new(spec, true));
        }
    }
    Ok(())
}

/// Finds the socket of a call of the six functions: it must exist, and be of a family and type that
/// they are for.
pub(crate) fn find_securable<'s>(
    state: &'s mut State,
    host: &dyn Host,
    socket: SOCKET,
    by: Entry,
) -> Result<&'s mut Socket, WSA_ERROR> {
    if state.scenario.system.secure_sockets == SecureSockets::Unsupported {
        return Err(WSAEOPNOTSUPP);
    }
    let found = find(state, host, socket, by)?;
    if found.spec.has_security() {
        Ok(found)
    } else {
        Err(WSAEINVAL)
    }
}

/// What a socket's security was set to, as the functions understood it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// The protocol.
    pub protocol: SOCKET_SECURITY_PROTOCOL,
    /// The flags of every protocol.
    pub flags: SOCKET_SETTINGS_FLAGS,
    /// What IPsec's own structure says, if it was that one.
    pub ipsec: Option<IpsecSettings>,
}

/// What `SOCKET_SECURITY_SETTINGS_IPSEC` adds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IpsecSettings {
    /// The flags of IPsec alone.
    pub flags: SOCKET_SETTINGS_IPSEC_FLAGS,
    /// The key of the main-mode policy.
    pub main_mode_policy: GUID,
    /// The key of the quick-mode policy.
    pub quick_mode_policy: GUID,
    /// The user's name.
    pub user_name: String,
    /// The domain's name.
    pub domain_name: String,
    /// The password.
    pub password: String,
}

impl Settings {
    pub(crate) const DEFAULT: Self = Self {
        protocol: SOCKET_SECURITY_PROTOCOL_DEFAULT,
        flags: SOCKET_SETTINGS_FLAGS::empty(),
        ipsec: None,
    };

    /// Whether nothing may be sent that is not encrypted.
    pub(crate) const fn guarantee_encryption(&self) -> bool {
        self.flags.contains(SOCKET_SETTINGS_GUARANTEE_ENCRYPTION)
    }
}

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

    pub(crate) fn begin(&mut self, thread: u64, by: Entry, whom: Impersonated) {
        let of = self.threads.entry(thread).or_default();
        of.now = Some(whom);
        of.unpaired.push(by);
    }

    /// Ends a thread's impersonation, and strikes one out of the ledger.
    pub(crate) fn end(&mut self, thread: u64) {
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
