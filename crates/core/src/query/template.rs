//! The structure that tells the system what to answer.

use core::mem::offset_of;
use core::net::SocketAddr;

use winsec_ffi::{
    SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE, SOCKET_QUERY_IPSEC2_FLAGS,
    SOCKET_SECURITY_PROTOCOL_IPSEC2, SOCKET_SECURITY_QUERY_TEMPLATE as PLAIN,
    SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 as IPSEC2,
};

use crate::flags::{Ipsec2Fields, TokenAccess};
use crate::sys::{bytes_mut, lay_out};

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
