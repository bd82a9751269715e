//! The work of `WSAQuerySocketSecurity`, and of the ioctl of the same meaning.

use std::mem::offset_of;
use std::net::SocketAddr;

use winsec_ffi::{
    SOCKET, SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE,
    SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID, SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID,
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_PROTOCOL_DEFAULT, SOCKET_SECURITY_PROTOCOL_IPSEC,
    SOCKET_SECURITY_PROTOCOL_IPSEC2, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2,
    SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, WIN32_ERROR, WSA_ERROR,
    WSAEACCES, WSAEFAULT, WSAEINVAL, WSAEMSGSIZE,
};

use super::address::{self, word};
use super::{fitting, is_blank, peer_of};
use crate::boundary::Visit;
use crate::calls::Entry;
use crate::host::Host;
use crate::ledger::Kind;
use crate::memory::{Buffer, Input};
use crate::overlapped::{Request, run};
use crate::scenario::{Action, Answer, SecureSockets, Security, SocketSpec, Token};
use crate::state::State;
use crate::state::operations::Failure;
use crate::state::sockets::{OpenToken, find_securable};

const FIRST_SIZE: usize = size_of::<SOCKET_SECURITY_QUERY_INFO>();

/// Queries a socket: `input` is the template, `buffer` takes the answer.
pub(crate) fn query(
    mut visit: Visit<'_>,
    request: Request,
    buffer: Buffer,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let entry = visit.entry;
    let socket = request.socket;
    let windows = visit.state.scenario.system.secure_sockets;
    let found = find_securable(&mut visit.state, world.host(), socket, entry)?;
    let asked = template(request.input, &found.spec, windows)?;
    if request.length.is_null() {
        return Err(WSAEFAULT);
    }
    let short = if found.spec.is_tcp() {
        WSAEFAULT
    } else {
        WSAEMSGSIZE
    };
    peer_of(&mut found.spec, asked.peer)?;
    let needed = match visit.action {
        Some(Action::TooSmall(needed)) => Some(needed),
        Some(Action::Answer(_)) => None,
        _ => Some(asked.version.answer_size() as u32),
    };
    let prescribed = matches!(visit.action, Some(Action::TooSmall(_)));
    if let Some(needed) = needed.filter(|needed| prescribed || buffer.len() < *needed as usize) {
        request.length.put(needed);
        return Err(short);
    }
    match visit.action.take() {
        Some(Action::Answer(answer)) => run(visit, request, move |state, host| {
            Ok(write_prescribed(
                state, host, entry, &asked, &answer, buffer,
            ))
        }),
        other => {
            visit.action = other;
            run(visit, request, move |state, host| {
                write_true(state, host, socket, entry, &asked, buffer)
            })
        }
    }
}

/// Writes the answer that a fault prescribes.
///
/// However wrong it is, the handles in it are tokens only where the caller can tell that they are: the
/// template asked for them, the protocol is one that has them, and the length covers all that comes
/// before and no more than the buffer. Elsewhere they are numbers that nobody need close, or nobody
/// could.
fn write_prescribed(
    state: &mut State,
    host: &dyn Host,
    by: Entry,
    asked: &Template,
    answer: &Answer,
    buffer: Buffer,
) -> u32 {
    let mut bytes = answer.bytes.clone();
    let protocol = SOCKET_SECURITY_PROTOCOL(word(&bytes, 0).unwrap_or(0) as i32);
    let length = answer.length as usize;
    let possible = (FIRST_SIZE..=buffer.len()).contains(&length);
    let known = matches!(
        protocol,
        SOCKET_SECURITY_PROTOCOL_DEFAULT
            | SOCKET_SECURITY_PROTOCOL_IPSEC
            | SOCKET_SECURITY_PROTOCOL_IPSEC2
    );
    let has_tokens = answer.tokens && asked.mask != 0 && known && possible;
    let places = [
        (
            Kind::ApplicationToken,
            offset_of!(SOCKET_SECURITY_QUERY_INFO, PeerApplicationAccessTokenHandle),
        ),
        (
            Kind::MachineToken,
            offset_of!(SOCKET_SECURITY_QUERY_INFO, PeerMachineAccessTokenHandle),
        ),
    ];
    for (kind, at) in places.into_iter().filter(|(_, at)| at + 8 <= buffer.len()) {
        match bytes.get_mut(at..at + 8) {
            Some(place) if has_tokens => {
                let token = Token::new("made up by a fault");
                let handle = open(state, host, by, kind, &token, 0);
                place.copy_from_slice(&handle.to_ne_bytes());
            }
            _ => {
                // What the caller will find there, if it cleared the buffer first.
                let mut found = [0; 8];
                let written = bytes.get(at..).unwrap_or_default().iter();
                found
                    .iter_mut()
                    .zip(written)
                    .for_each(|(to, from)| *to = *from);
                state.ledger.excuse(u64::from_ne_bytes(found) as usize);
            }
        }
    }
    buffer.put(&bytes);
    answer.length
}

/// Writes the true answer.
fn write_true(
    state: &mut State,
    host: &dyn Host,
    socket: SOCKET,
    by: Entry,
    asked: &Template,
    buffer: Buffer,
) -> Result<u32, Failure> {
    let found = find_securable(state, host, socket, by)?;
    let peer = peer_of(&mut found.spec, asked.peer)?;
    let (security, _) = found.spec.towards(peer);
    let tokens = [&security.application, &security.machine];
    for token in tokens.into_iter().flatten() {
        if token.access.is_some_and(|access| asked.mask & !access != 0) {
            return Err(WSAEACCES.into());
        }
    }
    let abort = SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE.bits();
    found.abort_on_change |= asked.flags & abort != 0;
    let mut info = answer(asked, security);
    if asked.mask != 0 {
        let application = security.application.clone();
        let machine = security.machine.clone();
        let mut open = |kind, token: Option<Token>| {
            token.map_or(0, |token| open(state, host, by, kind, &token, asked.mask))
        };
        info.PeerApplicationAccessTokenHandle = open(Kind::ApplicationToken, application);
        info.PeerMachineAccessTokenHandle = open(Kind::MachineToken, machine);
    }
    match asked.version {
        Version::First => buffer.put_value(SOCKET_SECURITY_QUERY_INFO {
            SecurityProtocol: info.SecurityProtocol,
            Flags: info.Flags,
            PeerApplicationAccessTokenHandle: info.PeerApplicationAccessTokenHandle,
            PeerMachineAccessTokenHandle: info.PeerMachineAccessTokenHandle,
        }),
        Version::Second => buffer.put_value(info),
    };
    Ok(asked.version.answer_size() as u32)
}

/// All of the answer but the tokens.
fn answer(asked: &Template, security: &Security) -> SOCKET_SECURITY_QUERY_INFO_IPSEC2 {
    let protocol = match (asked.version, security.protocol) {
        _ if asked.default => SOCKET_SECURITY_PROTOCOL_DEFAULT,
        (Version::Second, SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC) => {
            SOCKET_SECURITY_PROTOCOL_IPSEC2
        }
        (_, other) => other,
    };
    let details = &security.ipsec2;
    let given = |field: u32, id: u64| if asked.fields & field != 0 { id } else { 0 };
    SOCKET_SECURITY_QUERY_INFO_IPSEC2 {
        SecurityProtocol: protocol,
        Flags: security.flags,
        MmSaId: given(
            SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID.bits(),
            details.main_mode_sa,
        ),
        QmSaId: given(
            SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID.bits(),
            details.quick_mode_sa,
        ),
        NegotiationWinerr: WIN32_ERROR(details.negotiation_error),
        SaLookupContext: details.lookup_context,
        ..SOCKET_SECURITY_QUERY_INFO_IPSEC2::default()
    }
}

/// Opens a token: the host's if it has any, else a handle of our own. A token that the host cannot
/// open is left out.
fn open(
    state: &mut State,
    host: &dyn Host,
    by: Entry,
    kind: Kind,
    token: &Token,
    access: u32,
) -> u64 {
    let handle = match host.open_token(access) {
        Ok(Some(handle)) => {
            state.ledger.give(kind, handle, Some(by));
            handle
        }
        Ok(None) => state.ledger.give_handle(kind, by),
        Err(_) => return 0,
    };
    let account = token.account.clone();
    state.tokens.insert(handle, OpenToken { account, access });
    handle as u64
}

/// Which of the two forms template and answer have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    /// `SOCKET_SECURITY_QUERY_INFO`.
    First,
    /// `SOCKET_SECURITY_QUERY_INFO_IPSEC2`.
    Second,
}

impl Version {
    /// How many bytes the answer has.
    const fn answer_size(self) -> usize {
        match self {
            Self::First => size_of::<SOCKET_SECURITY_QUERY_INFO>(),
            Self::Second => size_of::<SOCKET_SECURITY_QUERY_INFO_IPSEC2>(),
        }
    }
}

/// A template that has been checked.
#[derive(Clone, Copy, Debug)]
struct Template {
    version: Version,
    /// Whether nothing but the default is asked for: then only the flags are told.
    default: bool,
    mask: u32,
    peer: Option<SocketAddr>,
    flags: u32,
    fields: u32,
}

impl Template {
    const DEFAULT: Self = Self {
        version: Version::First,
        default: true,
        mask: 0,
        peer: None,
        flags: 0,
        fields: 0,
    };
}

/// Checks a template for a socket of this description.
fn template(
    input: Input,
    spec: &SocketSpec,
    windows: SecureSockets,
) -> Result<Template, WSA_ERROR> {
    type First = SOCKET_SECURITY_QUERY_TEMPLATE;
    type Second = SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2;
    if input.is_null() {
        return match (spec.is_tcp(), input.len()) {
            (true, 0) => Ok(Template::DEFAULT),
            (false, given) if given < size_of::<First>() => Err(WSAEMSGSIZE),
            _ => Err(WSAEFAULT),
        };
    }
    let bytes = input.bytes();
    let first = bytes.get(..size_of::<First>()).ok_or(WSAEMSGSIZE)?;
    let field = |at| word(bytes, at).ok_or(WSAEMSGSIZE);
    let protocol = field(offset_of!(First, SecurityProtocol))?;
    let version = match SOCKET_SECURITY_PROTOCOL(protocol as i32) {
        SOCKET_SECURITY_PROTOCOL_DEFAULT | SOCKET_SECURITY_PROTOCOL_IPSEC => Version::First,
        SOCKET_SECURITY_PROTOCOL_IPSEC2 if windows == SecureSockets::Windows7 => Version::Second,
        _ => return Err(WSAEINVAL),
    };
    let (flags, fields) = match version {
        Version::First => (0, 0),
        Version::Second if bytes.len() < size_of::<Second>() => return Err(WSAEMSGSIZE),
        Version::Second => (
            field(offset_of!(Second, Flags))?,
            field(offset_of!(Second, FieldMask))?,
        ),
    };
    let mask = field(offset_of!(First, PeerTokenAccessMask))?;
    let place = offset_of!(First, PeerAddress)..offset_of!(First, PeerTokenAccessMask);
    let address = &first[place];
    let peer = if spec.is_tcp() {
        None
    } else {
        let peer = fitting(spec, address::parse(address))?;
        if is_blank(peer) {
            return Err(WSAEINVAL);
        }
        Some(peer)
    };
    Ok(Template {
        version,
        // Not the bytes between the members: a caller need not set them.
        default: (protocol, mask) == (0, 0) && address.iter().all(|byte| *byte == 0),
        mask,
        peer,
        flags,
        fields,
    })
}
