//! The harness of the contract tests: the same bodies run on the emulator where there is no Windows,
//! and against the real `secur32.dll` on Windows and Wine.
#![allow(dead_code, reason = "each test program uses its part")]

#[cfg(not(windows))]
#[path = "emulated.rs"]
mod platform;
#[cfg(windows)]
#[path = "system.rs"]
mod platform;
pub mod wine;

use winsec_sspi::{Capabilities, Error, ErrorKind, PackageInfo};

pub use platform::Lab;

/// One package as a test expects it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    pub name: &'static str,
    pub comment: &'static str,
    pub capabilities: u32,
    pub rpc_id: Option<u16>,
    pub max_token: u32,
}

impl Expected {
    /// Compares every member with what the crate tells.
    #[track_caller]
    pub fn check(&self, package: PackageInfo<'_>) {
        assert_eq!(package.name().to_string().unwrap(), self.name);
        assert_eq!(package.comment().to_string().unwrap(), self.comment);
        let capabilities = Capabilities::from_bits_retain(self.capabilities);
        assert_eq!(package.capabilities(), capabilities, "{}", self.name);
        assert_eq!(package.version(), 1, "{}", self.name);
        assert_eq!(package.rpc_id(), self.rpc_id, "{}", self.name);
        assert_eq!(package.max_token(), self.max_token, "{}", self.name);
    }
}

/// The kind of an error, which there has to be.
#[track_caller]
pub fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.expect_err("the system refuses").kind()
}
