//! What a query asks for, and the methods that the queries of both kinds of socket share.

use core::net::SocketAddr;

use super::answer::Expected;
use super::template::{Ipsec2Request, Template};
use crate::flags::{Ipsec2Fields, TokenAccess};
use crate::route::Route;

/// What a query asks for, whatever the kind of socket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Wishes {
    pub(super) tokens: TokenAccess,
    pub(super) ipsec2: Option<Ipsec2Request>,
    pub(super) route: Route,
}

impl Wishes {
    pub(super) fn ask_ipsec2(&mut self, fields: Ipsec2Fields) {
        self.ipsec2.get_or_insert_default().fields |= fields;
    }

    pub(super) fn abort_on_change(&mut self) {
        self.ipsec2.get_or_insert_default().abort_on_change = true;
    }

    /// Lays them out.
    #[inline(always)]
    pub(super) fn lay_out(&self, template: &mut Template, peer: Option<&SocketAddr>) {
        template.fill(peer, self.tokens, self.ipsec2);
    }

    #[inline]
    pub(super) const fn expected(&self) -> Expected {
        if self.tokens.is_empty() {
            Expected::NoTokens
        } else {
            Expected::Tokens
        }
    }
}

/// The methods that both queries have; the type has `wishes` and a method `peer_if_any`.
macro_rules! query_methods {
    () => {
        fn template(&self) -> super::template::Template {
            let mut template = super::template::Template::NONE;
            self.wishes.lay_out(&mut template, self.peer_if_any());
            template
        }

        /// Asks for the peer's tokens, opened with these rights. Without rights there are no
        /// tokens.
        #[doc(alias = "PeerTokenAccessMask")]
        #[must_use]
        pub const fn peer_tokens(mut self, access: $crate::TokenAccess) -> Self {
            self.wishes.tokens = access;
            self
        }

        /// Asks in the second version of the IPsec interface, for these fields.
        ///
        /// The headers of Windows 7 and later have it; no page documents it.
        #[doc(alias = "SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2")]
        #[must_use]
        pub fn ipsec2(mut self, fields: $crate::Ipsec2Fields) -> Self {
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

        /// Chooses between function and control code; right as it is unless both are to be
        /// compared.
        #[must_use]
        pub const fn route(mut self, route: $crate::Route) -> Self {
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
        pub fn run(
            &self,
            socket: &(impl $crate::os::AsSocket + ?Sized),
        ) -> $crate::Result<$crate::ConnectionSecurity> {
            super::negotiate::ask(socket.as_socket(), &self.wishes, self.peer_if_any())
        }

        /// Asks how many bytes the answer would have, and for nothing else.
        ///
        /// # Errors
        ///
        /// As for [`run`](Self::run), those of a wrong answer apart.
        pub fn answer_size(
            &self,
            socket: &(impl $crate::os::AsSocket + ?Sized),
        ) -> $crate::Result<u32> {
            let way = self.wishes.route.way();
            super::negotiate::ask_size(socket.as_socket(), way, &self.template())
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
        pub fn start<S: $crate::os::AsSocket>(
            &self,
            socket: S,
        ) -> $crate::Result<$crate::overlapped::Operation<S>> {
            $crate::overlapped::Operation::start(
                $crate::Call::QuerySecurity,
                self.wishes.route,
                socket,
                $crate::overlapped::Request::Query {
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
        pub fn start_with_routine<S: $crate::os::AsSocket>(
            &self,
            socket: S,
            done: impl FnOnce($crate::Result<$crate::ConnectionSecurity>) + 'static,
        ) -> $crate::Result<$crate::overlapped::RoutineOperation<S>> {
            $crate::overlapped::RoutineOperation::start(
                self.wishes.route,
                socket,
                &self.template(),
                self.wishes.expected(),
                Box::new(done),
            )
        }
    };
}

pub(super) use query_methods;
