//! Faults: which call goes wrong, at which time, and how.

use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, de};
use winsec_ffi::{SECURITY_STATUS, WIN32_ERROR, WSA_ERROR};

use super::package::Claim;
use super::socket::Completion;
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

/// The form of a fault in a scenario: exactly one of the actions, at most one of the times.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    call: Call,
    nth: Option<u64>,
    every: Option<u64>,
    fail: Option<i64>,
    finish_with: Option<i64>,
    answer: Option<WrittenAnswer>,
    too_small: Option<u32>,
    #[serde(default)]
    nothing: bool,
    claim: Option<Claim>,
    completion: Option<Completion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenAnswer {
    #[serde(deserialize_with = "hexadecimal")]
    bytes: Vec<u8>,
    length: Option<u32>,
    #[serde(default)]
    tokens: bool,
}

impl TryFrom<Written> for Fault {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let when = match (written.nth, written.every) {
            (None, None) => When::Always,
            (Some(nth @ 1..), None) => When::Nth(nth),
            (None, Some(step @ 1..)) => When::Every(step),
            (Some(_), Some(_)) => return Err("`nth` and `every` exclude each other".to_owned()),
            _ => return Err("`nth` and `every` count from 1".to_owned()),
        };
        let fail = written.fail.map(code).transpose()?.map(Action::Fail);
        let finish = written
            .finish_with
            .map(code)
            .transpose()?
            .map(Action::FinishWith);
        let answer = written.answer.map(|answer| {
            let read = Answer::new(answer.bytes);
            let length = answer.length.unwrap_or(read.length);
            Action::Answer(Answer {
                length,
                tokens: answer.tokens,
                ..read
            })
        });
        let too_small = written.too_small.map(Action::TooSmall);
        let nothing = written.nothing.then_some(Action::Nothing);
        let claim = written.claim.map(Action::Claim);
        let complete = written.completion.map(Action::Complete);
        let actions = [fail, finish, answer, too_small, nothing, claim, complete];
        let mut actions = actions.into_iter().flatten();
        match (actions.next(), actions.next()) {
            (Some(action), None) => Ok(Self {
                call: written.call,
                when,
                action,
            }),
            _ => Err(
                "a fault has exactly one of `fail`, `finish-with`, `answer`, `too-small`, \
                      `nothing`, `claim` and `completion`"
                    .to_owned(),
            ),
        }
    }
}

/// A code of 32 bits, which may be written as a negative number.
fn code(number: i64) -> Result<u32, String> {
    u32::try_from(number)
        .or_else(|_| i32::try_from(number).map(|negative| negative as u32))
        .map_err(|_| format!("{number} is not a code of 32 bits"))
}

fn hexadecimal<'de, D: Deserializer<'de>>(de: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(de)?;
    let digits: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let pairs = digits.chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair)
            .ok()
            .filter(|pair| pair.len() == 2)?;
        u8::from_str_radix(pair, 16).ok()
    });
    pairs
        .collect::<Option<Vec<u8>>>()
        .ok_or_else(|| de::Error::custom("the bytes are pairs of hexadecimal digits"))
}
