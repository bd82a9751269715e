//! Memory that is aligned for every structure of the interface, its bytes, and socket addresses in it.

use core::mem::offset_of;
use core::net::{SocketAddr, SocketAddrV6};

use winsec_ffi::{AF_INET, AF_INET6, SOCKADDR, SOCKADDR_IN, SOCKADDR_IN6};

use crate::error::{Call, Error, ErrorKind, Result};

/// Zeroed words with room for so many bytes.
pub(crate) fn zeroed(call: Call, room: usize) -> Result<Vec<u64>> {
    let count = room.div_ceil(8);
    let mut words = Vec::new();
    words
        .try_reserve_exact(count)
        .map_err(|_| Error::own(call, ErrorKind::OutOfMemory))?;
    words.resize(count, 0);
    Ok(words)
}

/// The bytes of some words.
#[inline]
pub(crate) const fn bytes(words: &[u64]) -> &[u8] {
    // SAFETY: an integer's bytes are all initialised, and the length is that of the slice.
    unsafe { core::slice::from_raw_parts(words.as_ptr().cast(), size_of_val(words)) }
}

/// The bytes of some words, to write to.
#[inline]
pub(crate) const fn bytes_mut(words: &mut [u64]) -> &mut [u8] {
    // SAFETY: as in `bytes`; any byte values make a valid integer, and the borrow is exclusive.
    unsafe { core::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), size_of_val(words)) }
}

/// A socket address in the system's layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    words: [u64; 4],
    len: usize,
}

impl Address {
    /// Lays an address out.
    pub(crate) fn new(address: SocketAddr) -> Self {
        let mut words = [0; 4];
        let len = lay_out(address, bytes_mut(&mut words));
        Self { words, len }
    }

    /// The bytes that the address's family has.
    pub(crate) fn bytes(&self) -> &[u8] {
        &bytes(&self.words)[..self.len]
    }

    /// The words that hold it; behind the address they are zero.
    pub(crate) const fn words(&self) -> &[u64; 4] {
        &self.words
    }

    /// The address, for a call.
    pub(crate) const fn as_ptr(&self) -> *const SOCKADDR {
        self.words.as_ptr().cast()
    }

    /// How many bytes the address's family has.
    pub(crate) const fn len(&self) -> u32 {
        self.len as u32
    }
}

/// Lays an address out in zeroed memory, and gives the length that its family has.
#[inline]
pub(crate) fn lay_out(address: SocketAddr, out: &mut [u8]) -> usize {
    match address {
        SocketAddr::V4(v4) => {
            put(
                out,
                offset_of!(SOCKADDR_IN, sin_family),
                &AF_INET.0.to_ne_bytes(),
            );
            put(
                out,
                offset_of!(SOCKADDR_IN, sin_port),
                &v4.port().to_be_bytes(),
            );
            put(out, offset_of!(SOCKADDR_IN, sin_addr), &v4.ip().octets());
            size_of::<SOCKADDR_IN>()
        }
        SocketAddr::V6(v6) => lay_out_v6(v6, out),
    }
}

#[inline]
fn lay_out_v6(v6: SocketAddrV6, out: &mut [u8]) -> usize {
    put(
        out,
        offset_of!(SOCKADDR_IN6, sin6_family),
        &AF_INET6.0.to_ne_bytes(),
    );
    put(
        out,
        offset_of!(SOCKADDR_IN6, sin6_port),
        &v6.port().to_be_bytes(),
    );
    put(
        out,
        offset_of!(SOCKADDR_IN6, sin6_flowinfo),
        &v6.flowinfo().to_ne_bytes(),
    );
    put(out, offset_of!(SOCKADDR_IN6, sin6_addr), &v6.ip().octets());
    put(
        out,
        offset_of!(SOCKADDR_IN6, Anonymous),
        &v6.scope_id().to_ne_bytes(),
    );
    size_of::<SOCKADDR_IN6>()
}

#[inline]
fn put(out: &mut [u8], at: usize, bytes: &[u8]) {
    out[at..at + bytes.len()].copy_from_slice(bytes);
}
