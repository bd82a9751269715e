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
    pub(crate) fn read(self) -> Result<ConnectionSecurity> {
        let all = bytes(self.buffer);
        let room = self.room.min(all.len());
        let written = &all[..room.min(self.reported as usize)];
        let protocol = field(written, offset_of!(PLAIN, SecurityProtocol))
            .map(|number| ReportedProtocol::from_raw(i32::from_ne_bytes(number)));
        let known = protocol.is_none_or(ReportedProtocol::is_known);
        let tokens = self.tokens(written, known);

        if self.reported as usize > room {
            return Err(refuse(ErrorKind::OverlongAnswer {
                claimed: self.reported,
                given: room as u32,
            }));
        }
        let Some(protocol) = protocol else {
            return Err(short(self.reported));
        };
        if !known {
            return ConnectionSecurity::unknown(protocol, written);
        }
        if written.len() < size_of::<PLAIN>() {
            return Err(short(self.reported));
        }
        let (application, machine) = tokens?;
        let flags = field(written, offset_of!(PLAIN, Flags)).map_or(0, u32::from_ne_bytes);
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

    /// Takes over the tokens that lie within what was written, at most one of two equal ones.
    fn tokens(
        &self,
        written: &[u8],
        known: bool,
    ) -> Result<(Option<AccessToken>, Option<AccessToken>)> {
        if !known || self.expected == Expected::NoTokens {
            return Ok((None, None));
        }
        let number = |at: usize| field(written, at).map_or(0, u64::from_ne_bytes);
        let application = number(offset_of!(PLAIN, PeerApplicationAccessTokenHandle));
        let machine = number(offset_of!(PLAIN, PeerMachineAccessTokenHandle));
        // SAFETY: the answer gives its tokens to the one who asked, and is read once.
        let first = unsafe { AccessToken::adopt(application) };
        if first.is_some() && application as usize == machine as usize {
            return Err(refuse(ErrorKind::SharedToken));
        }
        // SAFETY: as above, and it is another handle than the first.
        let second = unsafe { AccessToken::adopt(machine) };
        Ok((first, second))
    }
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

fn short(reported: u32) -> Error {
    refuse(ErrorKind::ShortAnswer {
        received: reported,
        needed: size_of::<PLAIN>() as u32,
    })
}

const fn refuse(kind: ErrorKind) -> Error {
    Error::own(Call::QuerySecurity, kind)
}
