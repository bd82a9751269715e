//! Reading an answer, whatever the system wrote: nothing outside the buffer is read, and the tokens of
//! an answer that cannot be right are left alone.

use core::mem::offset_of;

use winsec_ffi::{
    GUID, SOCKET_SECURITY_QUERY_INFO as PLAIN, SOCKET_SECURITY_QUERY_INFO_IPSEC2 as IPSEC2,
};

use super::{ConnectionSecurity, Ipsec2Details};
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

/// Where the handles of the two tokens stand.
const APPLICATION: usize = offset_of!(PLAIN, PeerApplicationAccessTokenHandle);
const MACHINE: usize = offset_of!(PLAIN, PeerMachineAccessTokenHandle);

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
    /// The answer belongs to a query that succeeded, and that asked for tokens if `expected` says so.
    /// It is read once: reading takes the tokens over.
    #[inline]
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

    /// Reads it, and takes its tokens over.
    ///
    /// An answer that is refused keeps its tokens. They may leak; but a system that contradicts
    /// itself may name handles that are somebody else's, and closing one of those is worse.
    #[inline(always)]
    pub(crate) fn read(self) -> Result<ConnectionSecurity> {
        let all = bytes(self.buffer);
        let room = self.room.min(all.len());
        let Some(written) = all[..room].get(..self.reported as usize) else {
            return Err(overlong(self.reported, room));
        };
        let Some(protocol) = written.first_chunk::<4>().map(protocol) else {
            return Err(short(self.reported));
        };
        if !protocol.is_known() {
            return ConnectionSecurity::unknown(protocol, written);
        }
        let Some(head) = written.first_chunk::<HEAD>() else {
            return Err(short(self.reported));
        };
        let (application, machine) = match self.expected {
            Expected::NoTokens => (None, None),
            Expected::Tokens => {
                let handles = handles(head);
                if are_one(handles) {
                    return Err(refusal(ErrorKind::SharedToken));
                }
                // SAFETY: the answer gives its tokens to the one who asked, is read once, and they
                // are two.
                unsafe { adopt(handles) }
            }
        };
        let known = |details| {
            ConnectionSecurity::known(protocol, flags(head), application, machine, details)
        };
        if protocol != ReportedProtocol::IPSEC2 {
            return Ok(known(None));
        }
        Ok(known(details(written)))
    }
}

#[cold]
#[inline(never)]
fn overlong(claimed: u32, room: usize) -> Error {
    let given = room as u32;
    refusal(ErrorKind::OverlongAnswer { claimed, given })
}

#[cold]
#[inline(never)]
fn short(received: u32) -> Error {
    let needed = HEAD as u32;
    refusal(ErrorKind::ShortAnswer { received, needed })
}

#[cold]
#[inline(never)]
fn refusal(kind: ErrorKind) -> Error {
    Error::own(Call::QuerySecurity, kind)
}

/// Takes over two tokens, of which either may be none.
///
/// # Safety
///
/// The caller has the right and the duty to close them, and they are not one handle.
#[inline(always)]
unsafe fn adopt((application, machine): (u64, u64)) -> (Option<AccessToken>, Option<AccessToken>) {
    // SAFETY: as promised to this function.
    let application = unsafe { AccessToken::adopt(application) };
    // SAFETY: as above, and it is another handle than the first.
    let machine = unsafe { AccessToken::adopt(machine) };
    (application, machine)
}

/// Whether two numbers stand for one and the same open handle, of which x86 uses the lower half.
const fn are_one((application, machine): (u64, u64)) -> bool {
    application as usize == machine as usize && !matches!(application as usize, 0 | usize::MAX)
}

/// The members of an answer that hold its tokens.
#[inline]
fn handles(head: &[u8; HEAD]) -> (u64, u64) {
    (
        u64::from_ne_bytes(member(head, APPLICATION)),
        u64::from_ne_bytes(member(head, MACHINE)),
    )
}

#[inline]
fn flags(head: &[u8; HEAD]) -> ConnectionFlags {
    let bits = u32::from_ne_bytes(member(head, offset_of!(PLAIN, Flags)));
    ConnectionFlags::from_bits_retain(bits)
}

/// The protocol that an answer begins with.
#[inline]
fn protocol<const N: usize>(answer: &[u8; N]) -> ReportedProtocol {
    ReportedProtocol::from_raw(i32::from_ne_bytes(member(
        answer,
        offset_of!(PLAIN, SecurityProtocol),
    )))
}

#[cold]
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
