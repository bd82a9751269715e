//! The machine that is asked: sockets and packages to ask about.

#[cfg(not(windows))]
mod emulated;
#[cfg(windows)]
mod real;

#[cfg(not(windows))]
pub use emulated::{connected, enter, new_socket};
#[cfg(windows)]
pub use real::{connected, enter};

/// The name of a server. Nothing is sent to it where there is a network.
pub const HOST: &str = "localhost";
