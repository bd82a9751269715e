//! The harness on Windows and Wine: servers on the loopback. Nobody keeps books there.

use super::{Setup, servers};

/// One test's servers. They serve until the test program ends.
pub struct Lab {
    setup: Setup,
    port: u16,
    proxy: Option<u16>,
}

impl Lab {
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            port: servers::server(setup.manner, setup.secure),
            proxy: setup.proxied.then(servers::proxy),
        }
    }

    pub const fn setup(&self) -> Setup {
        self.setup
    }

    /// The server's port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The proxy's port.
    pub const fn proxy(&self) -> Option<u16> {
        self.proxy
    }

    /// Nothing to check here; the emulator does.
    pub fn audit(&self) {}

    /// Nothing to check here; the emulator does.
    pub fn finds_misuse(&self, _: &str) {}

    /// Nothing to check here; the emulator does.
    pub fn nothing_was_called(&self) {}
}
