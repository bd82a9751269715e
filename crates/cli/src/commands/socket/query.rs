//! Asking how a connection is protected, with a limit.

use std::time::Duration;

use winsec_core::{DatagramQuery, Ipsec2Fields, StreamQuery, TokenAccess};

use super::security::SecurityView;
use crate::net::Connection;
use crate::outcome::Outcome;

/// What to ask about a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    /// Whether it is a datagram socket's traffic with its peer.
    pub(crate) udp: bool,
    /// The rights that tokens are opened with; none for no tokens.
    pub(crate) tokens: TokenAccess,
    /// Whether to ask in the second version of the interface.
    pub(crate) ipsec2: bool,
    /// How long to wait.
    pub(crate) limit: Duration,
}

impl Question {
    /// Asks for the flags alone.
    pub(crate) const fn plain(limit: Duration) -> Self {
        Self {
            udp: false,
            tokens: TokenAccess::empty(),
            ipsec2: false,
            limit,
        }
    }

    /// Asks, and waits for the answer.
    pub(crate) fn ask(&self, connection: &Connection) -> Outcome<SecurityView> {
        let fields = Ipsec2Fields::MAIN_MODE_SA | Ipsec2Fields::QUICK_MODE_SA;
        let security = if self.udp {
            let mut query = DatagramQuery::new(connection.peer).peer_tokens(self.tokens);
            if self.ipsec2 {
                query = query.ipsec2(fields);
            }
            query.start(connection)?.finish_within(self.limit)?
        } else {
            let mut query = StreamQuery::new().peer_tokens(self.tokens);
            if self.ipsec2 {
                query = query.ipsec2(fields);
            }
            query.start(connection)?.finish_within(self.limit)?
        };
        Ok(SecurityView::new(&security))
    }
}
