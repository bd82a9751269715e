//! Where a command runs: on Windows or Wine, on the emulator, or where nobody is asked.

#[cfg(not(windows))]
mod emulated;

use std::ffi::OsStr;
use std::path::Path;

use winsec_core::Backend;

use crate::outcome::{Failure, Outcome};
use crate::screen::style::safe;

#[cfg(not(windows))]
pub(crate) use self::emulated::Emulated;

/// Who answers the questions that a command asks.
#[derive(Debug)]
pub(crate) enum Place {
    /// Nobody is asked.
    Offline,
    /// Windows, or Wine.
    #[cfg_attr(
        not(windows),
        expect(dead_code, reason = "only Windows has a system to ask")
    )]
    System(Backend),
    /// A scenario.
    #[cfg(not(windows))]
    Emulated(Box<Emulated>),
}

impl Place {
    /// The place for a command that asks the system, unless the user names a scenario.
    #[cfg(windows)]
    pub(crate) fn find(scenario: Option<&str>) -> Outcome<Self> {
        match scenario {
            None => Ok(Self::System(winsec_core::backend())),
            Some(_) => Err(Failure::unsupported(
                "this build asks Windows itself and has no emulator",
            )
            .help("leave --emulate out, or run a build for another system")),
        }
    }

    /// The place for a command that asks the system: a scenario, or nowhere.
    #[cfg(not(windows))]
    pub(crate) fn find(scenario: Option<&str>) -> Outcome<Self> {
        match scenario {
            Some(scenario) => {
                Emulated::open(scenario).map(|emulated| Self::Emulated(Box::new(emulated)))
            }
            None => Err(Failure::unsupported(
                "not supported here: winsec asks Windows, and this is another system",
            )
            .help("in winsec's source tree, cargo xtask run -- ARGUMENTS asks Wine")
            .help("--emulate demo, or --emulate FILE, answers from a scenario: made-up data")),
        }
    }

    /// Whether all answers are made up.
    pub(crate) fn is_emulated(&self) -> bool {
        match self {
            Self::Offline => false,
            Self::System(backend) => backend.is_emulated(),
            #[cfg(not(windows))]
            Self::Emulated(_) => true,
        }
    }

    /// Who answers, as programs read it.
    pub(crate) fn backend(&self) -> Option<&'static str> {
        match self {
            Self::Offline => None,
            Self::System(backend) => Some(backend_name(*backend)),
            #[cfg(not(windows))]
            Self::Emulated(_) => Some(backend_name(Backend::Emulator)),
        }
    }

    /// The scenario that the answers come from.
    pub(crate) fn scenario(&self) -> Option<&str> {
        match self {
            Self::Offline | Self::System(_) => None,
            #[cfg(not(windows))]
            Self::Emulated(emulated) => Some(emulated.name()),
        }
    }

    /// What output begins with when nothing in it is about this machine.
    pub(crate) fn banner(&self) -> Option<String> {
        self.is_emulated().then(|| banner(self.scenario()))
    }

    /// What lets a thread ask at this place.
    pub(crate) fn ticket(&self) -> Ticket {
        match self {
            #[cfg(not(windows))]
            Self::Emulated(emulated) => Ticket(Some(emulated.world().clone())),
            _ => Ticket::default(),
        }
    }
}

/// What output begins with when a scenario made it up.
pub(crate) fn banner(scenario: Option<&str>) -> String {
    let name = scenario.map(Path::new).and_then(Path::file_name);
    let name = name.map_or_else(|| "the emulator".into(), OsStr::to_string_lossy);
    format!(
        "EMULATED by {}: made up, not about this machine",
        safe(&name)
    )
}

const fn backend_name(backend: Backend) -> &'static str {
    match backend {
        Backend::Windows => "windows",
        Backend::Wine => "wine",
        Backend::Emulator => "emulator",
        _ => "unsupported",
    }
}

/// What lets a thread ask where another one does.
#[derive(Debug, Default)]
pub(crate) struct Ticket(#[cfg(not(windows))] Option<winsec_emulator::World>);

impl Ticket {
    /// Lets the calling thread ask there for as long as the result lives.
    pub(crate) fn enter(&self) -> Stay {
        Stay(
            #[cfg(not(windows))]
            self.0.as_ref().map(winsec_emulator::World::enter),
        )
    }
}

/// A thread's stay where a ticket leads; the system may be asked by every thread.
#[derive(Debug)]
pub(crate) struct Stay(
    #[cfg(not(windows))]
    #[expect(dead_code, reason = "it is held for what its end does")]
    Option<winsec_emulator::Entered>,
);
