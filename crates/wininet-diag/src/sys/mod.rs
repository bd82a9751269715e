//! Where calls leave this crate: the operating system, the emulator, or nowhere.
//!
//! [`calls`] is the only module that makes them; the rest of the crate is safe code.

pub(crate) mod calls;

#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as system;

#[cfg(all(not(windows), feature = "emulator"))]
mod emulator;
#[cfg(all(not(windows), feature = "emulator"))]
use emulator as system;

#[cfg(all(not(windows), not(feature = "emulator")))]
mod unsupported;
#[cfg(all(not(windows), not(feature = "emulator")))]
use unsupported as system;

/// Whether there is anybody to call.
pub(crate) const SUPPORTED: bool = cfg!(any(windows, feature = "emulator"));
