//! How a run ends: its exit status, and what is said when it fails.

use std::process::ExitCode;

use serde::Serialize;

/// The exit status of a run. The numbers are documented and stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub(crate) enum Status {
    /// Everything was done, and everything required was met.
    Fine = 0,
    /// A requirement is not met.
    Unmet = 1,
    /// The command line cannot be understood, or names what does not exist.
    Usage = 2,
    /// The system, or another machine, refused.
    Refused = 3,
    /// It is not supported here.
    Unsupported = 4,
    /// The user ended it, where that is not the way to end it.
    Interrupted = 130,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a run failed, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// How the run ends.
    pub(crate) status: Status,
    /// What went wrong, in one line.
    pub(crate) message: String,
    /// What to do about it, a line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) help: Vec<String>,
    /// What the system said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) system: Option<SystemError>,
}

/// An error as the system said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SystemError {
    /// The function that failed.
    pub(crate) call: String,
    /// Its code.
    pub(crate) code: i64,
    /// The code's name, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<&'static str>,
}

impl Failure {
    /// A failure with nothing but its message.
    pub(crate) fn new(status: Status, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            help: Vec::new(),
            system: None,
        }
    }

    /// What was typed cannot be understood, or does not exist.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Status::Usage, message)
    }

    /// The system, or another machine, refused.
    pub(crate) fn refused(message: impl Into<String>) -> Self {
        Self::new(Status::Refused, message)
    }

    /// It is not supported here.
    pub(crate) fn unsupported(message: impl Into<String>) -> Self {
        Self::new(Status::Unsupported, message)
    }

    /// Adds a line that says what to do.
    pub(crate) fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }
}

/// The result of a command.
pub(crate) type Outcome<T = Status> = Result<T, Failure>;
