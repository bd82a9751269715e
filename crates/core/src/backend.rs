//! Who answers the calls of this build: Windows, Wine, the emulator, or nobody.

#[cfg(windows)]
mod sys;

use core::fmt;

#[cfg(windows)]
pub use sys::find;
#[cfg(windows)]
pub(crate) use sys::fwpuclnt;

/// Who answers the calls of this build.
///
/// A result of the emulator never passes for a real one: every result type says which backend it
/// came from, and its `Debug` and `Display` output ends with *(emulated)* when that was the emulator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Backend {
    /// Microsoft Windows.
    Windows,
    /// Wine: a Windows program on another system, with Wine's own DLLs.
    Wine,
    /// `winsec-emulator`: documented contracts as code, scripted by a test. With the feature
    /// `emulator` also reported on Windows and Wine, when a test has loaded the emulator's
    /// `fwpuclnt.dll` in place of the system's.
    Emulator,
    /// Nobody: this is not Windows, and the feature `emulator` is off. Every operation fails with
    /// [`ErrorKind::PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported).
    Unsupported,
}

impl Backend {
    /// Whether results are made up by a test's scenario.
    #[must_use]
    pub const fn is_emulated(self) -> bool {
        matches!(self, Self::Emulator)
    }

    /// What the `Display` and `Debug` output of a result ends with: nothing, except for the emulator.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        if self.is_emulated() {
            " (emulated)"
        } else {
            ""
        }
    }
}

impl fmt::Display for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Windows => "Windows",
            Self::Wine => "Wine",
            Self::Emulator => "emulator",
            Self::Unsupported => "unsupported platform",
        })
    }
}

/// Who answers the calls of this build.
///
/// On Windows the first call decides; the answer does not change afterwards.
///
/// ```
/// use winsec_core::{Backend, backend};
///
/// match backend() {
///     Backend::Windows => println!("what follows is about this machine"),
///     other => println!("what follows comes from: {other}"),
/// }
/// ```
#[must_use]
#[inline]
pub fn backend() -> Backend {
    #[cfg(windows)]
    return sys::backend();
    #[cfg(not(windows))]
    if cfg!(feature = "emulator") {
        Backend::Emulator
    } else {
        Backend::Unsupported
    }
}
