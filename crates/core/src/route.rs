//! Which way a request takes to the system: a function or a control code.

use crate::sys;

/// Which way a request takes to the system.
///
/// Queries, settings and target names exist twice in Windows: as functions of fwpuclnt.dll, and as
/// control codes of `WSAIoctl`, with the same results. [`Automatic`](Self::Automatic) is right
/// unless the two are to be compared.
///
/// Source: [Winsock control codes](https://learn.microsoft.com/windows/win32/winsock/winsock-ioctls).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The function where the system has it, otherwise the control code.
    ///
    /// Wine's own fwpuclnt.dll exports functions that end the process when they are called. It is
    /// recognised, and counts as not having them.
    #[default]
    Automatic,
    /// The function. Where the system lacks it, or merely pretends to have it, the request fails
    /// with [`ErrorKind::NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem).
    Function,
    /// The control code.
    #[doc(alias = "WSAIoctl")]
    #[doc(alias = "SIO_QUERY_SECURITY")]
    #[doc(alias = "SIO_SET_SECURITY")]
    #[doc(alias = "SIO_SET_PEER_TARGET_NAME")]
    #[doc(alias = "SIO_DELETE_PEER_TARGET_NAME")]
    ControlCode,
}

impl Route {
    /// The way that a request takes on this system.
    #[inline]
    pub(crate) fn way(self) -> Way {
        match self {
            Self::Function => Way::Function,
            Self::Automatic if sys::has_functions() => Way::Function,
            Self::Automatic | Self::ControlCode => Way::ControlCode,
        }
    }
}

/// A route, decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Function,
    ControlCode,
}

/// The route that [`Route::Automatic`] takes on this system.
///
/// ```
/// use winsec_core::{Route, automatic_route};
///
/// assert_ne!(automatic_route(), Route::Automatic);
/// ```
#[must_use]
pub fn automatic_route() -> Route {
    match Route::Automatic.way() {
        Way::Function => Route::Function,
        Way::ControlCode => Route::ControlCode,
    }
}
