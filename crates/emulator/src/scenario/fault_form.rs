//! How a scenario file writes a fault.

use serde::{Deserialize, Deserializer, de};

use super::fault::{Action, Answer, Fault, When};
use super::package::Claim;
use super::timing::Completion;
use crate::calls::Call;

/// The form of a fault in a scenario: exactly one of the actions, at most one of the times.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Written {
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
