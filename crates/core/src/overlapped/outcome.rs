//! What operations result in.

use crate::error::Result;
use crate::query::{Answer, ConnectionSecurity};

/// What an [`Operation`](super::Operation) results in: an answer, or nothing but success.
///
/// It cannot be implemented outside of this crate.
#[expect(private_bounds, reason = "that is what seals it")]
pub trait Outcome: Read {}

/// Reads what the system wrote.
pub(super) trait Read: Sized {
    fn read(answer: Answer<'_>) -> Result<Self>;
}

impl Outcome for () {}

impl Read for () {
    /// Data that was handed over has no answer.
    fn read(_: Answer<'_>) -> Result<Self> {
        Ok(())
    }
}

impl Outcome for ConnectionSecurity {}

impl Read for ConnectionSecurity {
    fn read(answer: Answer<'_>) -> Result<Self> {
        answer.read()
    }
}
