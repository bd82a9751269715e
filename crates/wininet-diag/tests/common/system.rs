//! The harness on Windows and Wine: servers on the loopback. Nobody keeps books there.

use winsec_core::{Backend, backend};

use super::Setup;
use super::servers::{self, Listening};

/// One test's servers. They serve until the test program ends.
pub struct Lab {
    setup: Setup,
    server: Listening,
    proxy: Option<Listening>,
}

impl Lab {
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            server: servers::server(setup.manner, setup.secure),
            proxy: setup.proxied.then(servers::proxy),
        }
    }

    pub const fn setup(&self) -> Setup {
        self.setup
    }

    /// The server's port.
    pub const fn port(&self) -> u16 {
        self.server.port
    }

    /// The proxy's port.
    pub fn proxy(&self) -> Option<u16> {
        self.proxy.as_ref().map(|proxy| proxy.port)
    }

    /// Checks that the requests made one connection, through the proxy if there is one. Windows may
    /// make others, for reasons of its own.
    #[track_caller]
    pub fn made_one_connection(&self) {
        for listening in [Some(&self.server), self.proxy.as_ref()]
            .into_iter()
            .flatten()
        {
            match listening.connections() {
                2.. if backend() == Backend::Windows => {}
                connections => assert_eq!(connections, 1),
            }
        }
    }

    /// Nothing to check here; the emulator does.
    pub fn audit(&self) {}

    /// Nothing to check here; the emulator does.
    pub fn finds_misuse(&self, _: &str) {}

    /// Nothing to check here; the emulator does.
    pub fn nothing_was_called(&self) {}
}
