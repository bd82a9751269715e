//! Asking, and agreeing with the system on the size of the answer.

use core::net::SocketAddr;

use winsec_ffi::{SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2};

use super::answer::{Answer, Expected};
use super::room::{Room, is_size_complaint};
use super::security::ConnectionSecurity;
use super::template::Template;
use super::wishes::Wishes;
use crate::error::{Call, Error, Result};
use crate::os::BorrowedSocket;
use crate::route::Way;
use crate::sys::{self, Failure, Target};

/// The room that an answer is given at first, in words, on the stack: what the first version's takes,
/// and what the second's does.
const FIRST_VERSION: usize = size_of::<SOCKET_SECURITY_QUERY_INFO>().div_ceil(8);
const SECOND_VERSION: usize = size_of::<SOCKET_SECURITY_QUERY_INFO_IPSEC2>().div_ceil(8);

/// Asks, giving more room for as long as the system wants more, within bounds.
///
/// The ordinary answer fits at the first try: nothing is allocated, and what is compiled into the
/// caller is little more than the call.
#[inline(always)]
pub(super) fn ask(
    socket: BorrowedSocket<'_>,
    wishes: &Wishes,
    peer: Option<&SocketAddr>,
) -> Result<ConnectionSecurity> {
    let mut template = Template::NONE;
    wishes.lay_out(&mut template, peer);
    let (way, expected) = (wishes.route.way(), wishes.expected());
    let (input, len) = (template.words(), template.len());
    if wishes.ipsec2.is_some() {
        ask_second_version(socket, way, input, len, expected)
    } else {
        ask_once::<FIRST_VERSION>(socket, way, input, len, expected)
    }
}

#[inline(never)]
fn ask_second_version(
    socket: BorrowedSocket<'_>,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
) -> Result<ConnectionSecurity> {
    ask_once::<SECOND_VERSION>(socket, way, input, input_len, expected)
}

/// Asks with so many words of room, and goes on elsewhere if that is not enough.
#[inline(always)]
fn ask_once<const WORDS: usize>(
    socket: BorrowedSocket<'_>,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
) -> Result<ConnectionSecurity> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    let mut buffer = [0; WORDS];
    let room = size_of_val(&buffer);
    match sys::query(target, input, input_len, Some(&mut buffer), room) {
        Ok(reported) => {
            // SAFETY: the query succeeded, its template asks for what is expected, and the answer is
            // read here alone.
            unsafe { Answer::new(&buffer, room, reported, expected) }.read()
        }
        Err(failure) => {
            let room = Room::new(room);
            // Unpacked and packed again, lest the first answer share its place in memory.
            Ok(ask_again(
                socket, way, input, input_len, expected, room, failure,
            )?)
        }
    }
}

/// Goes on after a first failure, which may be for want of room.
#[cold]
#[inline(never)]
fn ask_again(
    socket: BorrowedSocket<'_>,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
    mut room: Room,
    mut failure: Failure,
) -> Result<ConnectionSecurity> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    loop {
        room.grow(failure)?;
        let mut buffer = sys::zeroed(Call::QuerySecurity, room.bytes())?;
        match sys::query(target, input, input_len, Some(&mut buffer), room.bytes()) {
            Ok(reported) => {
                // SAFETY: as in `ask_once`.
                let answer = unsafe { Answer::new(&buffer, room.bytes(), reported, expected) };
                return answer.read();
            }
            Err(next) => failure = next,
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
