//! A report as plain data.

use serde::Serialize;

use crate::commands::http::HttpView;
use crate::commands::packages::PackagesView;
use crate::commands::socket::SocketView;
use crate::outcome::{Failure, Outcome, Status};

/// Everything about a machine.
#[derive(Debug, Serialize)]
pub(crate) struct ReportView {
    /// When it was made, in UTC: `2026-01-31T12:00:00Z`.
    pub(crate) made: String,
    pub(crate) system: SystemView,
    pub(crate) packages: Section<PackagesView>,
    pub(crate) sockets: Vec<Probed<SocketView>>,
    pub(crate) requests: Vec<Probed<HttpView>>,
}

/// What a report is about.
#[derive(Debug, Serialize)]
pub(crate) struct SystemView {
    /// Who answered: `Windows`, `Wine`, `emulator`.
    pub(crate) backend: String,
    /// Whether everything is made up.
    pub(crate) emulated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scenario: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) computer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<String>,
    /// What the program is built for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) architecture: Option<String>,
}

/// A part of a report: what was found, or why nothing was.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Section<T> {
    Found(T),
    Failed(Failure),
}

/// A connection that was looked at.
#[derive(Debug, Serialize)]
pub(crate) struct Probed<T> {
    /// What it is, for people.
    pub(crate) about: String,
    /// Whether the user asked for it.
    #[serde(skip)]
    pub(crate) asked: bool,
    #[serde(flatten)]
    pub(crate) section: Section<T>,
}

impl<T> Section<T> {
    /// What was found, if anything was.
    pub(crate) const fn found(&self) -> Option<&T> {
        match self {
            Self::Found(found) => Some(found),
            Self::Failed(_) => None,
        }
    }

    /// How a command ends that found this.
    fn status(&self, of: impl Fn(&T) -> Status) -> Status {
        match self {
            Self::Found(found) => of(found),
            Self::Failed(failure) => failure.status,
        }
    }

    /// A failure is a part of the report; Ctrl-C ends it.
    pub(crate) fn of(outcome: Outcome<T>) -> Outcome<Self> {
        match outcome {
            Ok(found) => Ok(Self::Found(found)),
            Err(failure) if failure.status == Status::Interrupted => Err(failure),
            Err(failure) => Ok(Self::Failed(failure)),
        }
    }
}

impl ReportView {
    /// How a report ends: with the worst of the packages and of all that was asked for. What was looked at
    /// unasked is there to be read, and counts only if nothing of it worked.
    pub(super) fn status(&self) -> Status {
        let sockets = self.sockets.iter();
        let sockets = sockets.map(|probe| (probe.asked, probe.section.status(SocketView::status)));
        let requests = self.requests.iter();
        let requests = requests.map(|probe| (probe.asked, probe.section.status(HttpView::status)));
        let (asked, unasked): (Vec<_>, Vec<_>) =
            sockets.chain(requests).partition(|(asked, _)| *asked);
        let worst = |of: Vec<(bool, Status)>| of.into_iter().map(|(_, status)| status).max();
        let unasked = match unasked.iter().any(|(_, status)| *status == Status::Fine) {
            true => None,
            false => worst(unasked),
        };
        [worst(asked), unasked]
            .into_iter()
            .flatten()
            .fold(self.packages.status(|_| Status::Fine), Status::max)
    }
}
