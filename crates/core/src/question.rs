//! What a query asks for, the structure that tells the system, and the room that an answer is given.

use core::mem::offset_of;
use core::net::SocketAddr;

use winsec_ffi::{
    SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE, SOCKET_QUERY_IPSEC2_FLAGS,
    SOCKET_SECURITY_PROTOCOL_IPSEC2, SOCKET_SECURITY_QUERY_TEMPLATE as PLAIN,
    SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 as IPSEC2, WSA_ERROR, WSAEFAULT, WSAEMSGSIZE,
};

use crate::error::{Call, Error, ErrorKind, Result};
use crate::flags::{Ipsec2Fields, TokenAccess};
use crate::security::Expected;
use crate::sys::{Failure, Route, bytes_mut, lay_out};

const WORDS: usize = size_of::<IPSEC2>().div_ceil(8);

// The members that both templates share stand at the same places.
const _: () = assert!(offset_of!(PLAIN, PeerAddress) == offset_of!(IPSEC2, PeerAddress));
const _: () =
    assert!(offset_of!(PLAIN, PeerTokenAccessMask) == offset_of!(IPSEC2, PeerTokenAccessMask));

/// A query's template, laid out as the system reads it; bytes between members are zero.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Template {
    words: [u64; WORDS],
    len: usize,
}

/// What an IPsec query asks for beyond the plain one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Ipsec2Request {
    pub(crate) fields: Ipsec2Fields,
    pub(crate) abort_on_change: bool,
}

impl Template {
    /// No template: the default query of a stream socket.
    pub(crate) const NONE: Self = Self {
        words: [0; WORDS],
        len: 0,
    };

    /// Makes it the template for these wishes; none stays where the defaults do.
    #[inline(always)]
    pub(crate) fn fill(
        &mut self,
        peer: Option<&SocketAddr>,
        tokens: TokenAccess,
        ipsec2: Option<Ipsec2Request>,
    ) {
        if peer.is_some() || !tokens.is_empty() || ipsec2.is_some() {
            self.len = size_of::<PLAIN>();
        }
        if let Some(peer) = peer {
            let words = bytes_mut(&mut self.words);
            lay_out(*peer, &mut words[offset_of!(PLAIN, PeerAddress)..]);
        }
        self.put(
            offset_of!(PLAIN, PeerTokenAccessMask),
            &tokens.bits().to_ne_bytes(),
        );
        if let Some(request) = ipsec2 {
            self.ask_ipsec2(request);
        }
    }

    #[inline]
    fn ask_ipsec2(&mut self, request: Ipsec2Request) {
        let protocol = SOCKET_SECURITY_PROTOCOL_IPSEC2.0;
        let flags = if request.abort_on_change {
            SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE
        } else {
            SOCKET_QUERY_IPSEC2_FLAGS::empty()
        };
        self.len = size_of::<IPSEC2>();
        self.put(
            offset_of!(IPSEC2, SecurityProtocol),
            &protocol.to_ne_bytes(),
        );
        self.put(offset_of!(IPSEC2, Flags), &flags.bits().to_ne_bytes());
        self.put(
            offset_of!(IPSEC2, FieldMask),
            &request.fields.bits().to_ne_bytes(),
        );
    }

    #[inline]
    fn put(&mut self, at: usize, value: &[u8]) {
        bytes_mut(&mut self.words)[at..at + value.len()].copy_from_slice(value);
    }

    /// The words that hold it; none when there is none.
    #[inline]
    pub(crate) const fn words(&self) -> &[u64] {
        if self.len == 0 { &[] } else { &self.words }
    }

    /// Its length in bytes; zero when there is none.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.len
    }
}

/// What a query asks for, whatever the kind of socket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Wishes {
    pub(crate) tokens: TokenAccess,
    pub(crate) ipsec2: Option<Ipsec2Request>,
    pub(crate) route: Route,
}

impl Wishes {
    pub(crate) fn ask_ipsec2(&mut self, fields: Ipsec2Fields) {
        self.ipsec2.get_or_insert_default().fields |= fields;
    }

    pub(crate) fn abort_on_change(&mut self) {
        self.ipsec2.get_or_insert_default().abort_on_change = true;
    }

    /// Lays them out.
    #[inline(always)]
    pub(crate) fn lay_out(&self, template: &mut Template, peer: Option<&SocketAddr>) {
        template.fill(peer, self.tokens, self.ipsec2);
    }

    #[inline]
    pub(crate) const fn expected(&self) -> Expected {
        if self.tokens.is_empty() {
            Expected::NoTokens
        } else {
            Expected::Tokens
        }
    }
}

/// How often the system may be asked.
const MAX_TRIES: u32 = 4;

/// The most room that an answer is given, in bytes: a thousand times what any documented one takes.
const MAX_ROOM: u32 = 64 * 1024;

/// The room that an answer is given, and how often it has grown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    bytes: usize,
    tries: u32,
}

impl Room {
    /// The room that an overlapped query begins with. Its memory comes from the heap anyway, and
    /// a failure that comes later need not tell how much would have been enough.
    pub(crate) const OVERLAPPED: Self = Self::new(512);

    pub(crate) const fn new(bytes: usize) -> Self {
        Self { bytes, tries: 1 }
    }

    pub(crate) const fn bytes(self) -> usize {
        self.bytes
    }

    /// Makes the room that a failed query asks for.
    ///
    /// # Errors
    ///
    /// The failure itself when it does not ask for room; otherwise when the system asks for too
    /// much, or too often.
    pub(crate) fn grow(&mut self, failure: Failure) -> Result<()> {
        if !is_size_complaint(failure.code) || failure.len as usize <= self.bytes {
            return Err(Error::winsock(Call::QuerySecurity, failure.code));
        }
        self.grow_to(failure.len)
    }

    /// The same for a failure that came later, which need not tell how much room it takes: it is
    /// given all there is then.
    pub(crate) fn grow_blindly(&mut self, failure: Failure) -> Result<()> {
        let silent = failure.len as usize <= self.bytes && self.bytes < MAX_ROOM as usize;
        if is_size_complaint(failure.code) && silent {
            return self.grow_to(MAX_ROOM);
        }
        self.grow(failure)
    }

    fn grow_to(&mut self, needed: u32) -> Result<()> {
        if needed > MAX_ROOM {
            let kind = ErrorKind::HugeAnswer {
                needed,
                limit: MAX_ROOM,
            };
            return Err(Error::own(Call::QuerySecurity, kind));
        }
        if self.tries == MAX_TRIES {
            let kind = ErrorKind::UnsettledSize {
                needed,
                tries: MAX_TRIES,
            };
            return Err(Error::own(Call::QuerySecurity, kind));
        }
        self.tries += 1;
        self.bytes = needed as usize;
        Ok(())
    }
}

/// Whether a failure may mean that the buffer is too small. The pages contradict each other about
/// the code, so either counts.
pub(crate) const fn is_size_complaint(code: WSA_ERROR) -> bool {
    matches!(code, WSAEFAULT | WSAEMSGSIZE)
}
