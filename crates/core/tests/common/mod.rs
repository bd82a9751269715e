//! The harness of the contract tests: the same bodies run on the emulator where there is no Windows,
//! and against the emulator's `fwpuclnt.dll` on Windows and Wine.
#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "each test file uses its part"
)]

#[cfg(not(windows))]
#[path = "emulated.rs"]
mod platform;
#[cfg(windows)]
#[path = "dll.rs"]
mod platform;

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::time::Duration;

use winsec_core::__private::Route;
use winsec_core::{Error, ErrorKind};

pub use platform::Lab;

/// Tells why a test of the emulator within this process has no counterpart with its DLL: on Windows
/// there is a test of that name, which is ignored for this reason.
macro_rules! not_with_the_dll {
    ($name:ident, $why:literal) => {
        #[cfg(windows)]
        #[test]
        #[ignore = $why]
        fn $name() {
            panic!($why);
        }
    };
}
pub(crate) use not_with_the_dll;

/// Long enough for whatever is meant to happen; no test waits for it to pass.
pub const SOON: Duration = Duration::from_secs(20);

/// The routes that a scenario reaches: both in the emulator, the functions of its DLL.
pub const ROUTES: &[Route] = if cfg!(windows) {
    &[Route::Function]
} else {
    &[Route::Function, Route::ControlCode]
};

/// A TCP connection of real sockets, with the listener that it came from.
pub struct Connection {
    pub client: TcpStream,
    pub server: TcpStream,
    pub listener: TcpListener,
}

impl Connection {
    pub fn v4() -> Self {
        Self::on((Ipv4Addr::LOCALHOST, 0).into())
    }

    pub fn v6() -> Self {
        Self::on((Ipv6Addr::LOCALHOST, 0).into())
    }

    fn on(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).expect("a port is free");
        let client = TcpStream::connect(listener.local_addr().unwrap()).expect("it listens");
        let (server, _) = listener.accept().expect("somebody has connected");
        Self {
            client,
            server,
            listener,
        }
    }

    /// A scenario in which the client's side has these properties.
    pub fn scenario(&self, properties: &str) -> String {
        let local = self.client.local_addr().unwrap();
        format!("[[socket]]\nlocal = \"{local}\"\n{properties}\n")
    }

    /// A lab with that scenario.
    pub fn lab(&self, properties: &str) -> Lab {
        self.lab_with(properties, "")
    }

    /// A lab with that scenario and more of it.
    pub fn lab_with(&self, properties: &str, more: &str) -> Lab {
        let lab = Lab::new(&format!("{}\n{more}", self.scenario(properties)));
        lab.adopt(&self.client);
        lab
    }
}

/// A UDP socket, and a peer's address.
pub struct Datagrams {
    pub socket: UdpSocket,
    pub peer: SocketAddr,
}

impl Datagrams {
    pub fn v4() -> Self {
        Self::on(Ipv4Addr::LOCALHOST.into(), "192.0.2.7:5000")
    }

    pub fn v6() -> Self {
        Self::on(Ipv6Addr::LOCALHOST.into(), "[2001:db8::7]:5000")
    }

    fn on(ip: std::net::IpAddr, peer: &str) -> Self {
        let socket = UdpSocket::bind((ip, 0)).expect("a port is free");
        Self {
            socket,
            peer: peer.parse().unwrap(),
        }
    }

    /// A lab in which the socket has these properties.
    pub fn lab(&self, properties: &str) -> Lab {
        let local = self.socket.local_addr().unwrap();
        let lab = Lab::new(&format!("[[socket]]\nlocal = \"{local}\"\n{properties}\n"));
        lab.adopt(&self.socket);
        lab
    }
}

/// What protects the traffic, as scenarios write it.
pub const CLEAR: &str = "security = {}";
pub const SECURED: &str = "security = { protocol = 1, flags = [\"secured\"] }";
pub const ENCRYPTED: &str = "security = { protocol = 1, flags = [\"secured\", \"encrypted\"] }";
pub const WITH_TOKENS: &str = "security = { protocol = 1, flags = [\"secured\"], \
     application = { account = 'CONTOSO\\alice' }, machine = { account = 'CONTOSO\\HOST$' } }";

/// The kind of an error, which there has to be.
#[track_caller]
pub fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.expect_err("the system refuses").kind()
}
