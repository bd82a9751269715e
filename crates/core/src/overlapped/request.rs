//! What an operation hands to the system, in memory that can be lent for as long as it takes.

use zeroize::Zeroizing;

use crate::error::{Call, Result};
use crate::query::{Expected, Template};
use crate::sys::zeroed;

/// What an operation asks or hands over.
pub(crate) enum Request {
    /// A query, which can be made again with more room.
    Query {
        template: Template,
        expected: Expected,
    },
    /// Data for the system, of which nothing comes back but success.
    Data(Blob),
}

/// Data for the system: a structure and what is appended to it. It is wiped when it goes.
pub(crate) struct Blob {
    words: Zeroizing<Vec<u64>>,
    len: usize,
}

impl Blob {
    /// No data, which stands for the system's defaults.
    pub(crate) fn none() -> Self {
        Self {
            words: Zeroizing::new(Vec::new()),
            len: 0,
        }
    }

    /// Zeros: `len` bytes that the system is told of, in memory of `room` bytes.
    pub(crate) fn zeroed(call: Call, len: usize, room: usize) -> Result<Self> {
        Ok(Self {
            words: Zeroizing::new(zeroed(call, room.max(len))?),
            len,
        })
    }

    /// A copy of some words, of which `len` bytes count.
    pub(crate) fn copy(call: Call, words: &[u64], len: usize) -> Result<Self> {
        let mut blob = Self::zeroed(call, len, len)?;
        let count = blob.words.len();
        blob.words.copy_from_slice(&words[..count]);
        Ok(blob)
    }

    /// The words that hold it.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words that hold it, to fill them.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// How many bytes the system is told of; zero stands for no data.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }
}
