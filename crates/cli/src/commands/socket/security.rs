//! How a connection is protected: the question, and the answer as plain data and as text.

use std::time::Duration;

use serde::Serialize;
use winsec_core::{
    AccessToken, ConnectionSecurity, DatagramQuery, Ipsec2Details, Ipsec2Fields, ReportedProtocol,
    StreamQuery, TokenAccess,
};

use crate::flags::{CONNECTION, Flags};
use crate::net::Connection;
use crate::outcome::{Failure, Outcome};
use crate::screen::style::{CARE, GOOD, paint, safe};

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

/// How a connection is protected, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SecurityView {
    pub(crate) secured: bool,
    pub(crate) encrypted: bool,
    pub(crate) protocol: ProtocolView,
    /// All flags; none for a protocol that is not known.
    pub(crate) flags: Option<Flags>,
    /// The account that the peer's program runs under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) application: Option<TokenView>,
    /// The account of the peer's computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) machine: Option<TokenView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ipsec2: Option<Ipsec2View>,
    /// The answer's bytes, of a protocol that is not known, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown_answer: Option<String>,
}

/// The protocol that secures the traffic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ProtocolView {
    pub(crate) number: i32,
    pub(crate) name: String,
}

/// Whose token it is, as far as the system tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct TokenView {
    pub(crate) account: Option<String>,
    pub(crate) sid: Option<String>,
    /// Why the account is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown: Option<String>,
}

/// What the second version of the interface adds. Identifiers of 64 bits are texts: what reads JSON
/// numbers as floating point keeps 53 bits of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Ipsec2View {
    pub(crate) main_mode_sa: String,
    pub(crate) quick_mode_sa: String,
    pub(crate) negotiation_error: u32,
    pub(crate) lookup_context: String,
}

impl SecurityView {
    pub(crate) fn new(security: &ConnectionSecurity) -> Self {
        let protocol = security.protocol();
        Self {
            secured: security.is_secured(),
            encrypted: security.is_encrypted(),
            protocol: ProtocolView {
                number: protocol.raw(),
                name: match protocol {
                    ReportedProtocol::DEFAULT => "default".to_owned(),
                    other => other.to_string(),
                },
            },
            flags: security.flags().map(|flags| CONNECTION.name(flags.bits())),
            application: security.peer_application_token().map(TokenView::new),
            machine: security.peer_machine_token().map(TokenView::new),
            ipsec2: security.ipsec2().map(Ipsec2View::new),
            unknown_answer: security.unknown_answer().map(hexadecimal),
        }
    }

    /// What the system does for the traffic below the program, in a few words. What the program does
    /// itself, TLS for example, the system does not know.
    pub(crate) const fn verdict(&self) -> Verdict {
        match (self.secured, self.encrypted) {
            (true, true) => Verdict::Good("secured and encrypted by IPsec"),
            (true, false) => Verdict::Care("secured by IPsec, not encrypted"),
            (false, true) => Verdict::Care("encrypted by IPsec, not secured"),
            (false, false) if self.flags.is_none() => Verdict::Care("not known"),
            (false, false) => Verdict::Care("no IPsec"),
        }
    }

    /// Labels and texts for people.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("security", self.verdict().styled())];
        pairs.extend(self.details());
        pairs
    }

    /// What is known beyond the verdict, labels and texts.
    pub(crate) fn details(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("protocol", self.protocol.words())];
        if let Some(flags) = &self.flags {
            pairs.push(("flags", flags.words()));
        }
        if let Some(token) = &self.application {
            token.add("peer's program", "program's SID", &mut pairs);
        }
        if let Some(token) = &self.machine {
            token.add("peer's computer", "computer's SID", &mut pairs);
        }
        if let Some(ipsec2) = &self.ipsec2 {
            pairs.push(("main mode SA", ipsec2.main_mode_sa.clone()));
            pairs.push(("quick mode SA", ipsec2.quick_mode_sa.clone()));
            if ipsec2.negotiation_error != 0 {
                pairs.push(("negotiation error", ipsec2.negotiation_error.to_string()));
            }
            pairs.push(("lookup context", ipsec2.lookup_context.clone()));
        }
        if let Some(bytes) = &self.unknown_answer {
            pairs.push(("answer", bytes.clone()));
        }
        pairs
    }
}

impl ProtocolView {
    /// The protocol, for people. A question for the flags alone is answered with the default, which
    /// says nothing.
    fn words(&self) -> String {
        if self.number == ReportedProtocol::DEFAULT.raw() {
            return "not told".to_owned();
        }
        self.name.clone()
    }
}

/// How things stand, in a few words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As one would wish.
    Good(&'static str),
    /// Worth a look.
    Care(&'static str),
}

impl Verdict {
    /// The words, styled for a terminal.
    fn styled(self) -> String {
        match self {
            Self::Good(words) => paint(GOOD, words),
            Self::Care(words) => paint(CARE, words),
        }
    }

    /// A class of style sheets, and the words.
    pub(crate) const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Good(words) => ("good", words),
            Self::Care(words) => ("care", words),
        }
    }
}

impl TokenView {
    fn new(token: &AccessToken) -> Self {
        let unknown = |error: winsec_core::Error| Some(Failure::from(error).message);
        let sid = match token.user() {
            Ok(sid) => sid,
            Err(error) => {
                return Self {
                    account: None,
                    sid: None,
                    unknown: unknown(error),
                };
            }
        };
        let (account, unknown) = match sid.account_name() {
            Ok(name) => (name.map(|name| name.to_string()), None),
            Err(error) => (None, unknown(error)),
        };
        Self {
            account,
            sid: Some(sid.to_string()),
            unknown,
        }
    }

    /// Adds the account, and its identifier, under these labels.
    fn add(
        &self,
        label: &'static str,
        sid_label: &'static str,
        pairs: &mut Vec<(&'static str, String)>,
    ) {
        let account = match (&self.account, &self.unknown) {
            (Some(account), _) => safe(account),
            (None, Some(why)) => format!("not known: {why}"),
            (None, None) => "an account without a name".to_owned(),
        };
        pairs.push((label, account));
        if let Some(sid) = &self.sid {
            pairs.push((sid_label, sid.clone()));
        }
    }
}

impl Ipsec2View {
    fn new(details: &Ipsec2Details) -> Self {
        Self {
            main_mode_sa: details.main_mode_sa.to_string(),
            quick_mode_sa: details.quick_mode_sa.to_string(),
            negotiation_error: details.negotiation_error,
            lookup_context: details.lookup_context.to_string(),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
