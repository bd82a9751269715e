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

    /// A failure is a part of the report; Ctrl-C ends it.
    pub(crate) fn of(outcome: Outcome<T>) -> Outcome<Self> {
        match outcome {
            Ok(found) => Ok(Self::Found(found)),
            Err(failure) if failure.status == Status::Interrupted => Err(failure),
            Err(failure) => Ok(Self::Failed(failure)),
        }
    }
}
