//! Asking how a socket's traffic is secured, and by whom.

use core::net::SocketAddr;

use winsec_ffi::{SOCKET, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2};

use crate::error::{Call, Error, Result};
use crate::flags::{Ipsec2Fields, TokenAccess};
use crate::os::{AsSocket, raw};
use crate::overlapped::{Operation, Request, RoutineOperation};
use crate::question::{Room, Template, Wishes, is_size_complaint};
use crate::security::{Answer, ConnectionSecurity, Expected};
#[cfg(feature = "emulator")]
use crate::sys::Route;
use crate::sys::{self, Failure, Target, Way};

/// Asks how a connection's traffic is secured: the default query of a stream socket.
///
/// A shortcut for [`StreamQuery::new().run(socket)`](StreamQuery::run), which see for the errors.
///
/// ```no_run
/// # // Not run: it connects to another machine.
/// let stream = std::net::TcpStream::connect("server.example:443")?;
/// let security = winsec_core::query(&stream)?;
/// println!("{security}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As for [`StreamQuery::run`].
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[inline]
pub fn query(socket: &(impl AsSocket + ?Sized)) -> Result<ConnectionSecurity> {
    StreamQuery::new().run(socket)
}

/// The methods that both queries have; the type has `wishes` and a method `peer_if_any`.
macro_rules! query_methods {
    () => {
        fn template(&self) -> Template {
            let mut template = Template::NONE;
            self.wishes.lay_out(&mut template, self.peer_if_any());
            template
        }

        /// Asks for the peer's tokens, opened with these rights. Without rights there are no
        /// tokens.
        #[doc(alias = "PeerTokenAccessMask")]
        #[must_use]
        pub const fn peer_tokens(mut self, access: TokenAccess) -> Self {
            self.wishes.tokens = access;
            self
        }

        /// Asks in the second version of the IPsec interface, for these fields.
        ///
        /// The headers of Windows 7 and later have it; no page documents it.
        #[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2")]
        #[must_use]
        pub fn ipsec2(mut self, fields: Ipsec2Fields) -> Self {
            self.wishes.ask_ipsec2(fields);
            self
        }

        /// Asks the system to abort the connection when a field changes later. This makes the
        /// query one of the second version of the IPsec interface.
        #[doc(alias = "SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE")]
        #[must_use]
        pub fn abort_on_change(mut self) -> Self {
            self.wishes.abort_on_change();
            self
        }

        /// Chooses between function and control code, for tests that compare the two.
        #[cfg(feature = "emulator")]
        #[doc(hidden)]
        #[must_use]
        pub const fn route(mut self, route: Route) -> Self {
            self.wishes.route = route;
            self
        }

        /// Asks, and waits for the answer. An ordinary answer allocates nothing.
        ///
        /// # Errors
        ///
        /// | kind | when |
        /// |---|---|
        /// | [`AddressFamilyNotSupported`](crate::ErrorKind::AddressFamilyNotSupported) | the address family is not supported |
        /// | [`ConnectionReset`](crate::ErrorKind::ConnectionReset) | the peer reset the connection; for datagrams: an earlier one found nobody at the port |
        /// | [`InvalidInput`](crate::ErrorKind::InvalidInput) | the socket is of another kind |
        /// | [`BufferSize`](crate::ErrorKind::BufferSize) | the socket is not TCP, and no peer is named |
        /// | [`NotASocket`](crate::ErrorKind::NotASocket) | the descriptor is not a socket |
        /// | [`NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem) | the system has no secure socket extensions; so answers Wine |
        /// | [`PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported) | this is not Windows |
        /// | [`ShortAnswer`](crate::ErrorKind::ShortAnswer), [`OverlongAnswer`](crate::ErrorKind::OverlongAnswer), [`HugeAnswer`](crate::ErrorKind::HugeAnswer), [`UnsettledSize`](crate::ErrorKind::UnsettledSize), [`SharedToken`](crate::ErrorKind::SharedToken) | the answer cannot be right |
        #[doc(alias = "WSAQuerySocketSecurity")]
        #[inline]
        pub fn run(&self, socket: &(impl AsSocket + ?Sized)) -> Result<ConnectionSecurity> {
            ask(raw(socket), &self.wishes, self.peer_if_any())
        }

        /// Asks how many bytes the answer would have, and for nothing else.
        ///
        /// # Errors
        ///
        /// As for [`run`](Self::run), those of a wrong answer apart.
        pub fn answer_size(&self, socket: &(impl AsSocket + ?Sized)) -> Result<u32> {
            let way = self.wishes.route.way();
            ask_size(raw(socket), way, &self.template())
        }

        /// Asks without waiting: the [`Operation`](crate::overlapped::Operation) is a future, and
        /// can be waited for without one.
        ///
        /// `socket` may be a reference, or something that owns the socket, such as an `Arc` of it,
        /// for an operation that outlives the caller.
        ///
        /// # Errors
        ///
        /// As for [`run`](Self::run), where the system refuses at once; what it finds later comes
        /// as the operation's result. [`OutOfMemory`](crate::ErrorKind::OutOfMemory) when there is
        /// no memory or no event for it.
        pub fn start<S: AsSocket>(&self, socket: S) -> Result<Operation<S>> {
            Operation::start(
                Call::QuerySecurity,
                self.wishes.route,
                socket,
                Request::Query {
                    template: self.template(),
                    expected: self.wishes.expected(),
                },
            )
        }

        /// Asks without waiting, and calls `done` with the result in an alertable wait of this
        /// thread; see [`RoutineOperation`](crate::overlapped::RoutineOperation) for when that is.
        ///
        /// # Errors
        ///
        /// As for [`start`](Self::start); `done` is not called then.
        pub fn start_with_routine<S: AsSocket>(
            &self,
            socket: S,
            done: impl FnOnce(Result<ConnectionSecurity>) + 'static,
        ) -> Result<RoutineOperation<S>> {
            RoutineOperation::start(
                self.wishes.route,
                socket,
                &self.template(),
                self.wishes.expected(),
                Box::new(done),
            )
        }
    };
}

/// A query of a stream socket's connection.
///
/// It suits a connected `TcpStream`, one that a `TcpListener` accepted, and the TCP sockets of
/// every crate that lends them as [`AsSocket`](AsSocket). Ask right after connect or accept has
/// returned; ask again as often as you like.
///
/// ```no_run
/// # // Not run: it connects to another machine.
/// use winsec_core::{StreamQuery, TokenAccess};
///
/// let stream = std::net::TcpStream::connect("server.example:443")?;
/// let security = StreamQuery::new().peer_tokens(TokenAccess::QUERY).run(&stream)?;
/// if !security.is_encrypted() {
///     eprintln!("IPsec does not encrypt this connection: {security}");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct StreamQuery {
    wishes: Wishes,
}

impl StreamQuery {
    /// The default query, which asks for the flags alone.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[expect(
        clippy::unused_self,
        reason = "the query of a datagram socket has a peer here"
    )]
    const fn peer_if_any(&self) -> Option<&SocketAddr> {
        None
    }

    query_methods!();
}

/// A query of a datagram socket's traffic with one peer.
///
/// Ask right after the first datagram to a new peer has been sent, or from it received. There is no
/// such query without a peer, hence no `Default`.
///
/// ```no_run
/// # // Not run: it waits for another machine's datagram.
/// use winsec_core::DatagramQuery;
///
/// let socket = std::net::UdpSocket::bind("0.0.0.0:5353")?;
/// let mut datagram = [0; 1500];
/// let (_, peer) = socket.recv_from(&mut datagram)?;
/// if DatagramQuery::new(peer).run(&socket)?.is_secured() {
///     println!("{peer} is who it claims to be");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [`WSAQuerySocketSecurity`](https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-wsaquerysocketsecurity).
#[doc(alias = "WSAQuerySocketSecurity")]
#[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatagramQuery {
    peer: SocketAddr,
    wishes: Wishes,
}

impl DatagramQuery {
    /// The default query for the traffic with this peer, which asks for the flags alone.
    #[doc(alias = "PeerAddress")]
    #[inline]
    #[must_use]
    pub fn new(peer: SocketAddr) -> Self {
        Self {
            peer,
            wishes: Wishes::default(),
        }
    }

    /// The peer that this query is about.
    #[must_use]
    pub const fn peer(&self) -> SocketAddr {
        self.peer
    }

    const fn peer_if_any(&self) -> Option<&SocketAddr> {
        Some(&self.peer)
    }

    query_methods!();
}

/// The room that an answer is given at first, in words, on the stack: what the first version's takes,
/// and what the second's does.
const FIRST_VERSION: usize = size_of::<SOCKET_SECURITY_QUERY_INFO>().div_ceil(8);
const SECOND_VERSION: usize = size_of::<SOCKET_SECURITY_QUERY_INFO_IPSEC2>().div_ceil(8);

/// Asks, giving more room for as long as the system wants more, within bounds.
///
/// The ordinary answer fits at the first try: nothing is allocated, and what is compiled into the
/// caller is little more than the call.
#[inline(always)]
fn ask(socket: SOCKET, wishes: &Wishes, peer: Option<&SocketAddr>) -> Result<ConnectionSecurity> {
    let mut template = Template::NONE;
    wishes.lay_out(&mut template, peer);
    let (way, expected) = (wishes.route.way(), wishes.expected());
    let (input, len) = (template.words(), template.len());
    if wishes.ipsec2.is_some() {
        ask_second_version(socket, way, input, len, expected)
    } else {
        ask_once::<FIRST_VERSION>(socket, way, input, len, expected)
    }
}

#[inline(never)]
fn ask_second_version(
    socket: SOCKET,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
) -> Result<ConnectionSecurity> {
    ask_once::<SECOND_VERSION>(socket, way, input, input_len, expected)
}

/// Asks with so many words of room, and goes on elsewhere if that is not enough.
#[inline(always)]
fn ask_once<const WORDS: usize>(
    socket: SOCKET,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
) -> Result<ConnectionSecurity> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    let mut buffer = [0; WORDS];
    let room = size_of_val(&buffer);
    match sys::query(target, input, input_len, Some(&mut buffer), room) {
        Ok(reported) => {
            // SAFETY: the query succeeded, its template asks for what is expected, and the answer is
            // read here alone.
            unsafe { Answer::new(&buffer, room, reported, expected) }.read()
        }
        Err(failure) => {
            let room = Room::new(room);
            // Unpacked and packed again, lest the first answer share its place in memory.
            Ok(ask_again(
                socket, way, input, input_len, expected, room, failure,
            )?)
        }
    }
}

/// Goes on after a first failure, which may be for want of room.
#[cold]
#[inline(never)]
fn ask_again(
    socket: SOCKET,
    way: Way,
    input: &[u64],
    input_len: usize,
    expected: Expected,
    mut room: Room,
    mut failure: Failure,
) -> Result<ConnectionSecurity> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    loop {
        room.grow(failure)?;
        let mut buffer = sys::zeroed(Call::QuerySecurity, room.bytes())?;
        match sys::query(target, input, input_len, Some(&mut buffer), room.bytes()) {
            Ok(reported) => {
                // SAFETY: as in `ask_once`.
                let answer = unsafe { Answer::new(&buffer, room.bytes(), reported, expected) };
                return answer.read();
            }
            Err(next) => failure = next,
        }
    }
}

/// Asks for the size of the answer alone.
fn ask_size(socket: SOCKET, way: Way, template: &Template) -> Result<u32> {
    let target = Target::new(Call::QuerySecurity, way, socket);
    match sys::query(target, template.words(), template.len(), None, 0) {
        Ok(reported) => Ok(reported),
        Err(failure) if is_size_complaint(failure.code) && failure.len > 0 => Ok(failure.len),
        Err(failure) => Err(Error::winsock(Call::QuerySecurity, failure.code)),
    }
}
