//! Asking, and agreeing with the system on the size of the answer.

use super::answer::{Answer, Expected};
use super::room::{Room, is_size_complaint};
use super::security::ConnectionSecurity;
use super::template::Template;
use crate::error::{Call, Error, Result};
use crate::os::BorrowedSocket;
use crate::route::Way;
use crate::sys::{self, Target};

/// Room for the longest documented answer, in words; on the stack.
const INLINE_WORDS: usize = 8;

/// Asks, giving more room for as long as the system wants more, within bounds.
///
/// The ordinary answer fits at the first try and nothing is allocated.
pub(super) fn ask(
    socket: BorrowedSocket<'_>,
    way: Way,
    template: &Template,
    expected: Expected,
) -> Result<ConnectionSecurity> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    let mut inline = [0; INLINE_WORDS];
    let mut heap;
    let mut room = Room::new(template.answer_size());
    loop {
        let buffer = if room.bytes() <= size_of_val(&inline) {
            &mut inline[..]
        } else {
            heap = sys::zeroed(Call::QuerySecurity, room.bytes())?;
            heap.as_mut_slice()
        };
        match sys::query(
            target,
            template.words(),
            template.len(),
            Some(buffer),
            room.bytes(),
        ) {
            Ok(reported) => {
                // SAFETY: the query succeeded, `expected` goes with its template, and its answer
                // is read here alone.
                let answer = unsafe { Answer::new(buffer, room.bytes(), reported, expected) };
                return answer.read();
            }
            Err(failure) => room.grow(failure)?,
        }
    }
}

/// Asks for the size of the answer alone.
pub(super) fn ask_size(socket: BorrowedSocket<'_>, way: Way, template: &Template) -> Result<u32> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    match sys::query(target, template.words(), template.len(), None, 0) {
        Ok(reported) => Ok(reported),
        Err(failure) if is_size_complaint(failure.code) && failure.len > 0 => Ok(failure.len),
        Err(failure) => Err(Error::winsock(Call::QuerySecurity, failure.code)),
    }
}
