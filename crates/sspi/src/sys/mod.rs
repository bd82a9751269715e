//! Where calls leave this crate: the operating system, the emulator, or nowhere.

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(crate) use windows::*;

#[cfg(all(not(windows), feature = "emulator"))]
mod emulator;
#[cfg(all(not(windows), feature = "emulator"))]
pub(crate) use emulator::*;

#[cfg(all(not(windows), not(feature = "emulator")))]
mod unsupported;
#[cfg(all(not(windows), not(feature = "emulator")))]
pub(crate) use unsupported::*;

/// Whether there is anybody to call.
pub(crate) const SUPPORTED: bool = cfg!(any(windows, feature = "emulator"));
