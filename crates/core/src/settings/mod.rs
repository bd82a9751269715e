//! Turning security on for a socket, before it is used.

mod credentials;
mod ipsec;
mod plain;

pub use credentials::Credentials;
pub use ipsec::IpsecSettings;
pub use plain::Settings;

use crate::error::{Call, Error, ErrorKind, Result};
use crate::os::AsSocket;
use crate::overlapped::{Blob, Operation, Request};
use crate::route::Route;
use crate::sys::{self, Target};

/// Refuses a socket that is too far in its life for settings.
#[inline]
fn check_stage(socket: &(impl AsSocket + ?Sized)) -> Result<()> {
    match sys::stage(socket.as_socket()) {
        Some(stage) => Err(Error::own(Call::SetSecurity, ErrorKind::TooLate(stage))),
        None => Ok(()),
    }
}

/// Hands settings over, `len` bytes of words; none stand for the defaults.
#[inline]
fn apply(socket: &(impl AsSocket + ?Sized), route: Route, words: &[u64], len: usize) -> Result<()> {
    check_stage(socket)?;
    let target = Target::new(Call::SetSecurity, route.way(), socket.as_socket());
    sys::set(target, words, len).map_err(|code| Error::winsock(Call::SetSecurity, code))
}

/// Hands settings over without waiting.
fn start<S: AsSocket>(socket: S, route: Route, blob: Blob) -> Result<Operation<S, ()>> {
    check_stage(&socket)?;
    Operation::start(Call::SetSecurity, route, socket, Request::Data(blob))
}
