//! A connection and what is known of it, as plain data and as text.

use clap::ValueEnum;
use serde::Serialize;

use super::security::SecurityView;
use crate::net::{Connection, Other};
use crate::outcome::{Failure, Outcome, Status};
use crate::screen::Page;
use crate::screen::style::{BAD, CARE, GOOD, paint};

/// A connection and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SocketView {
    /// What was connected to, as it was typed; none for who connected to us.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<String>,
    pub(crate) transport: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) local: Option<String>,
    pub(crate) peer: String,
    /// The other addresses of the host, and what became of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) others: Vec<Other>,
    /// The principal that the peer had to prove to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) target_name: Option<String>,
    /// How it is protected; none where that cannot be told.
    pub(crate) security: Option<SecurityView>,
    /// Why it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown: Option<Failure>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) requirements: Vec<RequirementView>,
}

/// What a connection can be required to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Requirement {
    /// A security protocol secures the traffic
    Secured,
    /// The traffic is encrypted
    Encrypted,
    /// The account of the peer's program is known
    Application,
    /// The account of the peer's computer is known
    Machine,
}

/// Whether a requirement is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct RequirementView {
    pub(crate) name: &'static str,
    /// None where it cannot be told.
    pub(crate) met: Option<bool>,
}

impl Requirement {
    const fn name(self) -> &'static str {
        match self {
            Self::Secured => "secured",
            Self::Encrypted => "encrypted",
            Self::Application => "application",
            Self::Machine => "machine",
        }
    }

    fn is_met(self, security: &SecurityView) -> bool {
        match self {
            Self::Secured => security.secured,
            Self::Encrypted => security.encrypted,
            Self::Application => security.application.is_some(),
            Self::Machine => security.machine.is_some(),
        }
    }
}

impl SocketView {
    /// What is known of a connection.
    pub(crate) fn new(connection: &Connection, udp: bool, answer: Outcome<SecurityView>) -> Self {
        let (security, unknown) = match answer {
            Ok(security) => (Some(security), None),
            Err(failure) => (None, Some(failure)),
        };
        Self {
            target: None,
            transport: if udp { "udp" } else { "tcp" },
            local: connection.local.map(|address| address.to_string()),
            peer: connection.peer.to_string(),
            others: connection.others.clone(),
            target_name: None,
            security,
            unknown,
            requirements: Vec::new(),
        }
    }

    /// Says which requirements are met.
    pub(crate) fn require(&mut self, requirements: &[Requirement]) {
        let security = self.security.as_ref();
        let views = requirements.iter().map(|requirement| RequirementView {
            name: requirement.name(),
            met: security.map(|security| requirement.is_met(security)),
        });
        self.requirements = views.collect();
    }

    /// How a command ends that found this.
    pub(crate) fn status(&self) -> Status {
        let unmet = |view: &RequirementView| view.met == Some(false);
        match &self.unknown {
            Some(failure) => failure.status,
            None if self.requirements.iter().any(unmet) => Status::Unmet,
            None => Status::Fine,
        }
    }

    /// The title: who is connected to whom.
    pub(crate) fn title(&self) -> &str {
        self.target.as_ref().unwrap_or(&self.peer)
    }

    /// Labels and texts for people.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self
            .target
            .as_ref()
            .is_some_and(|target| *target != self.peer)
        {
            pairs.push(("peer", self.peer.clone()));
        }
        for other in &self.others {
            pairs.push((OTHERS, format!("{} {}", other.address, other.words())));
        }
        if let Some(local) = &self.local {
            pairs.push(("local", local.clone()));
        }
        if let Some(name) = &self.target_name {
            pairs.push(("target name", name.clone()));
        }
        match (&self.security, &self.unknown) {
            (Some(security), _) => pairs.extend(security.pairs()),
            (None, Some(failure)) => {
                pairs.push(("security", paint(CARE, "not known")));
                pairs.push(("because", failure.message.clone()));
            }
            (None, None) => {}
        }
        for requirement in &self.requirements {
            let met = match requirement.met {
                Some(true) => paint(GOOD, "met"),
                Some(false) => paint(BAD, "not met"),
                None => paint(CARE, "not known to be met"),
            };
            pairs.push(("required", format!("{}: {met}", requirement.name)));
        }
        pairs
    }
}

/// What the other addresses of a host are called.
pub(super) const OTHERS: &str = "other address";

/// Shows one connection.
pub(crate) fn show(page: &mut Page, view: &SocketView) {
    page.title(view.title(), view.transport);
    page.pairs(2, &view.pairs());
}
