//! Faults: which call goes wrong, at which time, and how.

use std::num::NonZeroU32;

use serde::Deserialize;
use winsec_ffi::{SECURITY_STATUS, WIN32_ERROR, WSA_ERROR};

use super::fault_form::Written;
use super::package::Claim;
use super::timing::Completion;
use crate::calls::Call;

/// One call that does not go as documented, or fails as documented.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Written")]
#[non_exhaustive]
pub struct Fault {
    /// The function.
    pub call: Call,
    /// Which of its calls, counted from one for each function.
    pub when: When,
    /// What happens instead.
    pub action: Action,
}

/// Which of the calls of a function a fault hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// Every one.
    Always,
    /// This one alone: 1 is the first.
    Nth(u64),
    /// This one and every later multiple of it.
    Every(u64),
}

impl When {
    pub(crate) fn hits(self, nth: u64) -> bool {
        match self {
            Self::Always => true,
            Self::Nth(only) => nth == only,
            Self::Every(step) => step != 0 && nth % step == 0,
        }
    }
}

/// What a fault does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// The call fails with this code and does nothing. A function that closes something has closed
    /// it nevertheless: there is nothing more that its caller could do.
    Fail(u32),
    /// A query succeeds with this answer, whatever it was asked.
    Answer(Answer),
    /// A query fails because its buffer is too small, and says that it needs this much.
    TooSmall(u32),
    /// The operation, if it is overlapped, is started and completes with this code; a synchronous call
    /// fails with it.
    FinishWith(u32),
    /// A function that hands out memory succeeds and hands out none: a null pointer, a count of zero.
    Nothing,
    /// A function that hands out package descriptions succeeds and tells this of them, true or not.
    Claim(Claim),
    /// The operation, if it is overlapped, completes at another time than its socket says.
    Complete(Completion),
}

/// An answer byte for byte, which no real system need ever give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// What is written to the buffer, as far as the buffer goes.
    pub bytes: Vec<u8>,
    /// The length that the call says it wrote, true or not.
    pub length: u32,
    /// Whether the two handles at bytes 8 to 24 are replaced by new tokens. They are only if the caller
    /// can tell: the template asks for tokens, the protocol is one that has them, and the length covers
    /// them and no more than the buffer. Otherwise each is a number that may be closed, or not.
    pub tokens: bool,
}

impl Answer {
    /// These bytes, with their true length, and without tokens.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self {
            bytes,
            length,
            tokens: false,
        }
    }

    /// Claims another length.
    #[must_use]
    pub fn claiming(mut self, length: u32) -> Self {
        self.length = length;
        self
    }

    /// With two new tokens in the places of the handles.
    #[must_use]
    pub fn with_tokens(mut self) -> Self {
        self.tokens = true;
        self
    }
}

impl Fault {
    /// Does this at every call of the function.
    #[must_use]
    pub const fn new(call: Call, action: Action) -> Self {
        Self {
            call,
            when: When::Always,
            action,
        }
    }

    /// Fails every call of the function with this code.
    #[must_use]
    pub fn fail(call: Call, code: impl Code) -> Self {
        Self::new(call, Action::Fail(code.bits()))
    }

    /// Only at the `nth` call, counted from one.
    #[must_use]
    pub fn nth(mut self, nth: u64) -> Self {
        self.when = When::Nth(nth);
        self
    }

    /// At every `step`th call.
    #[must_use]
    pub fn every(mut self, step: u64) -> Self {
        self.when = When::Every(step);
        self
    }
}

/// A code that a function can fail with.
pub trait Code {
    /// Its 32 bits.
    fn bits(self) -> u32;
}

impl Code for u32 {
    fn bits(self) -> u32 {
        self
    }
}

impl Code for WIN32_ERROR {
    fn bits(self) -> u32 {
        self.0
    }
}

impl Code for WSA_ERROR {
    fn bits(self) -> u32 {
        self.0 as u32
    }
}

impl Code for SECURITY_STATUS {
    fn bits(self) -> u32 {
        self.0 as u32
    }
}

/// Faults by chance, the same for the same seed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RandomFaults {
    /// Where the chance starts.
    pub seed: u64,
    /// One call in so many goes wrong.
    pub one_in: NonZeroU32,
    /// The functions that may go wrong; all that can fail if there is none.
    #[serde(default)]
    pub calls: Vec<Call>,
    /// Whether queries also give answers that no system should: garbage, wrong lengths.
    #[serde(default)]
    pub garbage: bool,
}

impl RandomFaults {
    /// One call in `one_in` fails with a code that is documented for it.
    ///
    /// Zero counts as one: every call goes wrong.
    #[must_use]
    pub const fn new(seed: u64, one_in: u32) -> Self {
        let one_in = match NonZeroU32::new(one_in) {
            Some(number) => number,
            None => NonZeroU32::MIN,
        };
        Self {
            seed,
            one_in,
            calls: Vec::new(),
            garbage: false,
        }
    }

    /// Only these functions go wrong.
    #[must_use]
    pub fn only(mut self, calls: &[Call]) -> Self {
        self.calls = calls.to_vec();
        self
    }

    /// Queries also give garbage.
    #[must_use]
    pub const fn with_garbage(mut self) -> Self {
        self.garbage = true;
        self
    }
}
