//! Naming the principal that a peer must prove to be, and taking the name back.

use core::mem::offset_of;
use core::net::SocketAddr;

use winsec_ffi::SOCKET_PEER_TARGET_NAME as RAW;

use crate::error::{Call, Error, Result};
use crate::os::{AsSocket, raw};
use crate::overlapped::{Blob, Operation, Request};
use crate::protocol::Protocol;
use crate::sys::{self, Address, Route, Target, bytes_mut};
use crate::text::{LengthUnit, Text, TextError, append, secret};

/// The principal that a peer must prove to be, for a client to set before it connects or sends.
///
/// It protects against a machine in the middle that is trusted, but not the one that is meant. A
/// name is a service principal name such as `host/server.example`.
///
/// ```no_run
/// # // Not run: std has no socket that is not yet connected.
/// # fn new_socket() -> winsec_core::os::OwnedSocket { loop {} }
/// use winsec_core::PeerTargetName;
///
/// PeerTargetName::for_stream("host/server.example")?.set(&new_socket())?;
///
/// let socket = std::net::UdpSocket::bind("0.0.0.0:0")?;
/// let peer = "192.0.2.7:5000".parse()?;
/// PeerTargetName::for_peer(peer, "host/server.example")?.set(&socket)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Sources: [`WSASetSocketPeerTargetName`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsasetsocketpeertargetname),
/// [`SOCKET_PEER_TARGET_NAME`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_peer_target_name).
#[doc(alias = "WSASetSocketPeerTargetName")]
#[doc(alias = "SOCKET_PEER_TARGET_NAME")]
#[derive(Debug, Clone)]
pub struct PeerTargetName {
    name: Text,
    peer: Option<SocketAddr>,
    protocol: Protocol,
    length_unit: LengthUnit,
    route: Route,
}

impl PeerTargetName {
    /// The name of a stream socket's peer, to be set before the socket connects.
    ///
    /// # Errors
    ///
    /// [`InvalidText`](crate::ErrorKind::InvalidText) when the name is empty, contains a NUL character, or
    /// is longer than [`MAX_TEXT_UNITS`](crate::MAX_TEXT_UNITS).
    pub fn for_stream(name: &str) -> Result<Self> {
        Self::new(None, name)
    }

    /// The name of one peer of a datagram socket, to be set before the first datagram is sent to
    /// it. A socket may have a name for each of its peers.
    ///
    /// # Errors
    ///
    /// As for [`for_stream`](Self::for_stream).
    pub fn for_peer(peer: SocketAddr, name: &str) -> Result<Self> {
        Self::new(Some(peer), name)
    }

    fn new(peer: Option<SocketAddr>, name: &str) -> Result<Self> {
        let call = Call::SetPeerTargetName;
        if name.is_empty() {
            return Err(Error::text(call, TextError::Empty));
        }
        Ok(Self {
            name: secret(name).map_err(|error| Error::text(call, error))?,
            peer,
            protocol: Protocol::default(),
            length_unit: LengthUnit::default(),
            route: Route::default(),
        })
    }

    /// Names the protocol; the one that the socket's settings name.
    #[must_use]
    pub const fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = protocol;
        self
    }

    /// Chooses the unit in which the name's length is told, for tests of both.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
    #[must_use]
    pub const fn length_unit(mut self, unit: LengthUnit) -> Self {
        self.length_unit = unit;
        self
    }

    /// Chooses between function and control code, for tests that compare the two.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
    #[must_use]
    pub const fn route(mut self, route: Route) -> Self {
        self.route = route;
        self
    }

    fn encode(&self) -> Result<Blob> {
        let units = self.name.len();
        // Room for the case that the system reads a length in bytes as one in characters.
        let (len, room) = (size_of::<RAW>() + 2 * units, size_of::<RAW>() + 4 * units);
        let mut blob = Blob::zeroed(Call::SetPeerTargetName, len, room)?;
        let out = bytes_mut(blob.words_mut());
        let mut put = |at: usize, value: &[u8]| out[at..at + value.len()].copy_from_slice(value);
        put(
            offset_of!(RAW, SecurityProtocol),
            &self.protocol.raw().to_ne_bytes(),
        );
        if let Some(peer) = self.peer {
            put(offset_of!(RAW, PeerAddress), Address::new(peer).bytes());
        }
        let length = self.length_unit.count(units);
        put(
            offset_of!(RAW, PeerTargetNameStringLen),
            &length.to_ne_bytes(),
        );
        append(out, offset_of!(RAW, AllStrings), &[&self.name]);
        Ok(blob)
    }

    /// Sets it.
    ///
    /// # Errors
    ///
    /// | kind | when |
    /// |---|---|
    /// | [`AlreadyConnected`](crate::ErrorKind::AlreadyConnected) | the socket is connected |
    /// | [`InvalidInput`](crate::ErrorKind::InvalidInput) | the socket is of another kind, or connectionless and no peer is named |
    /// | [`AddressFamilyNotSupported`](crate::ErrorKind::AddressFamilyNotSupported) | the address family is not supported |
    /// | [`BufferSize`](crate::ErrorKind::BufferSize) | the system takes the name to be longer |
    /// | [`NotASocket`](crate::ErrorKind::NotASocket) | the descriptor is not a socket |
    /// | [`NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem) | the system has no secure socket extensions; so answers Wine |
    /// | [`PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported) | this is not Windows |
    #[doc(alias = "WSASetSocketPeerTargetName")]
    pub fn set(&self, socket: &(impl AsSocket + ?Sized)) -> Result<()> {
        let call = Call::SetPeerTargetName;
        let blob = self.encode()?;
        let target = Target::new(call, self.route.way(), raw(socket));
        sys::set(target, blob.words(), blob.len()).map_err(|code| Error::winsock(call, code))
    }

    /// Sets it without waiting.
    ///
    /// # Errors
    ///
    /// As for [`set`](Self::set), where the system refuses at once; what it finds later comes as
    /// the operation's result. [`OutOfMemory`](crate::ErrorKind::OutOfMemory) when there is no memory or
    /// no event for it.
    pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S, ()>> {
        let request = Request::Data(self.encode()?);
        Operation::start(Call::SetPeerTargetName, self.route, socket, request)
    }
}

/// Takes the name of one peer back, for a client that has finished with that peer.
///
/// It is meant for datagram sockets. Taking back a name that was never set has no documented
/// result.
///
/// ```
/// # use std::net::UdpSocket;
/// use winsec_core::PeerTargetNameRemoval;
///
/// # let socket = UdpSocket::bind("127.0.0.1:0")?;
/// let peer = "192.0.2.7:5000".parse().expect("an address");
/// if let Err(error) = PeerTargetNameRemoval::new(peer).run(&socket) {
///     println!("the name stays: {error}");
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// Source: [`WSADeleteSocketPeerTargetName`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsadeletesocketpeertargetname).
#[doc(alias = "WSADeleteSocketPeerTargetName")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeerTargetNameRemoval {
    peer: SocketAddr,
    route: Route,
}

impl PeerTargetNameRemoval {
    /// The removal of this peer's name.
    #[must_use]
    pub fn new(peer: SocketAddr) -> Self {
        Self {
            peer,
            route: Route::default(),
        }
    }

    /// Chooses between function and control code, for tests that compare the two.
    #[cfg(feature = "emulator")]
    #[doc(hidden)]
    #[must_use]
    pub const fn route(mut self, route: Route) -> Self {
        self.route = route;
        self
    }

    /// Takes the name back.
    ///
    /// # Errors
    ///
    /// | kind | when |
    /// |---|---|
    /// | [`AddressFamilyNotSupported`](crate::ErrorKind::AddressFamilyNotSupported) | the address family is not supported |
    /// | [`InvalidInput`](crate::ErrorKind::InvalidInput) | the socket is of another kind |
    /// | [`BufferSize`](crate::ErrorKind::BufferSize) | the address does not fit the socket |
    /// | [`NotASocket`](crate::ErrorKind::NotASocket) | the descriptor is not a socket |
    /// | [`NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem) | the system has no secure socket extensions; so answers Wine |
    /// | [`PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported) | this is not Windows |
    #[doc(alias = "WSADeleteSocketPeerTargetName")]
    pub fn run(&self, socket: &(impl AsSocket + ?Sized)) -> Result<()> {
        let call = Call::DeletePeerTargetName;
        let peer = Address::new(self.peer);
        let target = Target::new(call, self.route.way(), raw(socket));
        sys::set(target, peer.words(), peer.bytes().len())
            .map_err(|code| Error::winsock(call, code))
    }

    /// Takes the name back without waiting.
    ///
    /// # Errors
    ///
    /// As for [`run`](Self::run), where the system refuses at once; what it finds later comes as
    /// the operation's result. [`OutOfMemory`](crate::ErrorKind::OutOfMemory) when there is no memory or
    /// no event for it.
    pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S, ()>> {
        let call = Call::DeletePeerTargetName;
        let peer = Address::new(self.peer);
        let request = Request::Data(Blob::copy(call, peer.words(), peer.bytes().len())?);
        Operation::start(call, self.route, socket, request)
    }
}
