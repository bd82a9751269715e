//! Reading an answer, whatever the system wrote: nothing outside the buffer is read, no token of
//! it is lost, and none is closed twice.

use core::mem::offset_of;

use winsec_ffi::{
    GUID, SOCKET_SECURITY_QUERY_INFO as PLAIN, SOCKET_SECURITY_QUERY_INFO_IPSEC2 as IPSEC2,
};

use super::ipsec2::Ipsec2Details;
use super::security::ConnectionSecurity;
use crate::error::{Call, Error, ErrorKind, Result};
use crate::flags::ConnectionFlags;
use crate::guid::Guid;
use crate::protocol::ReportedProtocol;
use crate::sys::bytes;
use crate::token::AccessToken;

// The members that both answers share stand at the same places.
const _: () = assert!(offset_of!(PLAIN, Flags) == offset_of!(IPSEC2, Flags));
const _: () = assert!(
    offset_of!(PLAIN, PeerMachineAccessTokenHandle)
        == offset_of!(IPSEC2, PeerMachineAccessTokenHandle)
);

/// The size of the members that every answer of a known protocol begins with.
const HEAD: usize = size_of::<PLAIN>();

/// Where the last member of the long answer ends; padding may follow.
const IPSEC2_END: usize = offset_of!(IPSEC2, SaLookupContext) + size_of::<GUID>();

/// Whether a query asked for tokens. If not, the token members of its answer mean nothing: the
/// system promises none, and closing whatever they hold might close somebody else's handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    NoTokens,
    Tokens,
}

/// An answer as the system left it: `room` bytes were given, `reported` is what it says it wrote.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    buffer: &'a [u64],
    room: usize,
    reported: u32,
    expected: Expected,
}

impl<'a> Answer<'a> {
    /// # Safety
    ///
    /// The answer belongs to a query that succeeded and asked for tokens if `expected` says so, and
    /// it is read once: reading takes the tokens over.
    pub(crate) const unsafe fn new(
        buffer: &'a [u64],
        room: usize,
        reported: u32,
        expected: Expected,
    ) -> Self {
        Self {
            buffer,
            room,
            reported,
            expected,
        }
    }

    /// Reads it. The tokens of an answer that is refused are closed.
    #[inline]
    pub(crate) fn read(self) -> Result<ConnectionSecurity> {
        let all = bytes(self.buffer);
        let room = self.room.min(all.len());
        if self.reported as usize > room {
            return self.refuse(&all[..room], Verdict::Overlong);
        }
        let written = &all[..self.reported as usize];
        let Some(head) = written.first_chunk::<HEAD>() else {
            return self.refuse(written, Verdict::Short);
        };
        let protocol = protocol(head);
        if !protocol.is_known() {
            return ConnectionSecurity::unknown(protocol, written);
        }
        let (application, machine) = self.tokens(
            member(head, offset_of!(PLAIN, PeerApplicationAccessTokenHandle)),
            member(head, offset_of!(PLAIN, PeerMachineAccessTokenHandle)),
        )?;
        let flags = u32::from_ne_bytes(member(head, offset_of!(PLAIN, Flags)));
        let details = if protocol == ReportedProtocol::IPSEC2 {
            details(written)
        } else {
            None
        };
        Ok(ConnectionSecurity::known(
            protocol,
            ConnectionFlags::from_bits_retain(flags),
            application,
            machine,
            details,
        ))
    }

    /// Takes over two tokens, at most one of two equal ones.
    #[inline]
    fn tokens(
        &self,
        application: [u8; 8],
        machine: [u8; 8],
    ) -> Result<(Option<AccessToken>, Option<AccessToken>)> {
        if self.expected == Expected::NoTokens {
            return Ok((None, None));
        }
        let (application, machine) = (u64::from_ne_bytes(application), u64::from_ne_bytes(machine));
        // SAFETY: the answer gives its tokens to the one who asked, and is read once.
        let first = unsafe { AccessToken::adopt(application) };
        if first.is_some() && application as usize == machine as usize {
            return Err(Error::own(Call::QuerySecurity, ErrorKind::SharedToken));
        }
        // SAFETY: as above, and it is another handle than the first.
        let second = unsafe { AccessToken::adopt(machine) };
        Ok((first, second))
    }

    /// Refuses an answer of a wrong length, or keeps it if that is for an unknown protocol to say.
    /// Tokens that lie within what was written are closed.
    #[cold]
    fn refuse(&self, written: &[u8], verdict: Verdict) -> Result<ConnectionSecurity> {
        let protocol = written.first_chunk::<4>().map(protocol);
        let known = protocol.is_none_or(ReportedProtocol::is_known);
        if known {
            let handle = |at| field(written, at).unwrap_or_default();
            drop(self.tokens(
                handle(offset_of!(PLAIN, PeerApplicationAccessTokenHandle)),
                handle(offset_of!(PLAIN, PeerMachineAccessTokenHandle)),
            ));
        }
        let kind = match (verdict, protocol) {
            (Verdict::Overlong, _) => ErrorKind::OverlongAnswer {
                claimed: self.reported,
                given: written.len() as u32,
            },
            (Verdict::Short, Some(protocol)) if !known => {
                return ConnectionSecurity::unknown(protocol, written);
            }
            (Verdict::Short, _) => ErrorKind::ShortAnswer {
                received: self.reported,
                needed: HEAD as u32,
            },
        };
        Err(Error::own(Call::QuerySecurity, kind))
    }
}

/// What is wrong with the length of an answer.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    Short,
    Overlong,
}

/// The protocol that an answer begins with.
#[inline]
fn protocol<const N: usize>(answer: &[u8; N]) -> ReportedProtocol {
    ReportedProtocol::from_raw(i32::from_ne_bytes(member(
        answer,
        offset_of!(PLAIN, SecurityProtocol),
    )))
}

fn details(written: &[u8]) -> Option<Ipsec2Details> {
    if written.len() < IPSEC2_END {
        return None;
    }
    let wide = |at: usize| field(written, at).map(u64::from_ne_bytes);
    Some(Ipsec2Details {
        main_mode_sa: wide(offset_of!(IPSEC2, MmSaId))?,
        quick_mode_sa: wide(offset_of!(IPSEC2, QmSaId))?,
        negotiation_error: field(written, offset_of!(IPSEC2, NegotiationWinerr))
            .map(u32::from_ne_bytes)?,
        lookup_context: field(written, offset_of!(IPSEC2, SaLookupContext))
            .map(Guid::from_memory)?,
    })
}

/// The bytes of a member; `None` when it does not lie wholly within what was written.
fn field<const N: usize>(written: &[u8], at: usize) -> Option<[u8; N]> {
    written.get(at..)?.first_chunk().copied()
}

/// The bytes of a member of a part that is there.
#[inline]
fn member<const N: usize, const M: usize>(part: &[u8; M], at: usize) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(&part[at..at + N]);
    bytes
}
