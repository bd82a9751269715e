//! Where Wine differs from what Windows documents: the whole list, and the one place for it.
//!
//! `tests/system.rs` makes each of these calls. Where documents count (the emulator) the outcome has to
//! be the documented one, under Wine it has to be Wine's: a line that is wrong in either direction fails,
//! so does one whose two sides agree, and one of [`AGREEMENTS`] whose sides do not. Observed with Wine
//! 8.0.

use winsec_core::{Call, ErrorKind, SocketStage};

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Refused(ErrorKind),
}

use Outcome::{Done, Refused};

/// A call that Wine answers differently.
#[derive(Debug, Clone, Copy)]
pub struct Difference {
    /// What is done, and to what.
    pub what: Probe,
    /// What the documents promise for a connection that nothing protects.
    pub documented: Outcome,
    /// What Wine does.
    pub wine: Outcome,
}

/// What is done, in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// The call on the automatic route.
    Plain(Call),
    /// The call as a function: Wine's would end the process.
    Function(Call),
    /// The call as a control code.
    ControlCode(Call),
    /// The call without waiting, waited for.
    Overlapped(Call),
    /// The call without waiting, awaited: Wine signals no event when it refuses.
    Awaited(Call),
    /// The call without waiting, with a function to call back.
    Routine(Call),
    /// The size of the answer.
    Size,
    /// The query of a stream, of a socket that is none.
    StreamQueryOfDatagrams,
    /// The query of a descriptor that is no socket.
    QueryOfNoSocket,
    /// Settings for a socket that is this far in its life.
    SettingsWhen(SocketStage),
}

/// The refusal of a system that has no secure socket extensions.
pub const NO: Outcome = Refused(ErrorKind::NotSupportedBySystem);

const fn wine_refuses(what: Probe) -> Difference {
    Difference {
        what,
        documented: Done,
        wine: NO,
    }
}

/// Every difference. All have one cause: Wine has no secure socket extensions. Its fwpuclnt.dll holds
/// functions that end the process, and its control codes are refused with `WSAEOPNOTSUPP`.
pub const DIFFERENCES: &[Difference] = &[
    wine_refuses(Probe::Plain(Call::QuerySecurity)),
    wine_refuses(Probe::Function(Call::QuerySecurity)),
    wine_refuses(Probe::ControlCode(Call::QuerySecurity)),
    wine_refuses(Probe::Overlapped(Call::QuerySecurity)),
    wine_refuses(Probe::Awaited(Call::QuerySecurity)),
    wine_refuses(Probe::Routine(Call::QuerySecurity)),
    wine_refuses(Probe::Size),
    // Wine refuses the control code before it looks at the socket.
    Difference {
        what: Probe::StreamQueryOfDatagrams,
        documented: Refused(ErrorKind::BufferSize),
        wine: NO,
    },
    Difference {
        what: Probe::QueryOfNoSocket,
        documented: Refused(ErrorKind::NotASocket),
        wine: NO,
    },
    wine_refuses(Probe::Plain(Call::SetSecurity)),
    wine_refuses(Probe::Function(Call::SetSecurity)),
    wine_refuses(Probe::ControlCode(Call::SetSecurity)),
    wine_refuses(Probe::Overlapped(Call::SetSecurity)),
    wine_refuses(Probe::Plain(Call::SetPeerTargetName)),
    wine_refuses(Probe::Function(Call::SetPeerTargetName)),
    wine_refuses(Probe::ControlCode(Call::SetPeerTargetName)),
    wine_refuses(Probe::Awaited(Call::SetPeerTargetName)),
    wine_refuses(Probe::Plain(Call::DeletePeerTargetName)),
    wine_refuses(Probe::Function(Call::DeletePeerTargetName)),
    wine_refuses(Probe::ControlCode(Call::DeletePeerTargetName)),
    wine_refuses(Probe::Awaited(Call::DeletePeerTargetName)),
    // Nobody has authenticated the peer of an unprotected connection, so there is nobody to act as.
    Difference {
        what: Probe::Plain(Call::Impersonate),
        documented: Refused(ErrorKind::AccessDenied),
        wine: NO,
    },
];

/// What Wine answers as the documents say: whatever can be told without the extensions.
pub const AGREEMENTS: &[(Probe, Outcome)] = &[
    too_late(SocketStage::Connected),
    too_late(SocketStage::Listening),
    too_late(SocketStage::Bound),
];

const fn too_late(stage: SocketStage) -> (Probe, Outcome) {
    (
        Probe::SettingsWhen(stage),
        Refused(ErrorKind::TooLate(stage)),
    )
}
