//! What Wine does otherwise than documented: observed with Wine 8.0.
//!
//! A test that meets one of these expects exactly this under Wine, and what is documented everywhere
//! else; both ways a wrong entry fails.

use std::fmt::Debug;

use winsec_core::{Backend, backend};
use winsec_wininet_diag::{ErrorKind, SocketFlags};

use crate::scenes::{Scene, Seen, Stage, Whose};

/// The flags before the request is sent, once the answer has begun or the sending has failed, and
/// after the body. Wine never tells the socket, the local port or the proxy's port, nor that there
/// is a tunnel; a connection that it could keep counts as kept.
pub const FLAGS: [(Scene, &[u32]); 7] = [
    (Scene::Plain, &[0x1, 0x1, 0x1]),
    (Scene::Reused, &[0x1, 0x1, 0x1]),
    (Scene::Closing, &[0x1, 0x0, 0x0]),
    (Scene::Proxied, &[0x5, 0x5, 0x5]),
    (Scene::Secure, &[0x1, 0x3, 0x1]),
    (Scene::Tunnelled, &[0x5, 0x7, 0x5]),
    (Scene::Refused, &[0x1, 0x1]),
];

/// What Wine tells of a request.
pub fn diagnosis(scene: Scene, stage: Stage) -> Seen {
    let (_, flags) = FLAGS.iter().find(|(of, _)| *of == scene).unwrap();
    Seen {
        socket: false,
        source_port: false,
        destination: Whose::Server,
        flags: SocketFlags::from_bits_retain(flags[stage as usize]),
    }
}

/// Whether the socket of a request is secured, asked in one step: Wine lends no socket to ask.
const SECURED: Option<bool> = None;

/// Checks what was told of the security of a request's socket, where `documented` is the documented
/// answer.
#[track_caller]
pub fn check_secured(documented: Option<bool>, seen: Option<bool>) {
    compare("security", &SECURED, &documented, &seen);
}

/// Something that fails otherwise than documented, or not at all.
#[derive(Debug, Clone, Copy)]
pub enum Difference {
    /// A server closes the connection in place of an answer: an answer that is none.
    ClosesEarly,
    /// A server closes the connection in the midst of a body: that was the body.
    ClosesInBody,
    /// A server says nothing: the connection counts as broken.
    NeverAnswers,
}

impl Difference {
    pub const ALL: [Self; 3] = [Self::ClosesEarly, Self::ClosesInBody, Self::NeverAnswers];

    /// The kind of error that is documented; `None` for none.
    pub const fn documented(self) -> Option<ErrorKind> {
        match self {
            Self::ClosesEarly | Self::ClosesInBody => Some(ErrorKind::ConnectionBroken),
            Self::NeverAnswers => Some(ErrorKind::TimedOut),
        }
    }

    /// The kind of error that Wine gives; `None` for none.
    pub const fn wine(self) -> Option<ErrorKind> {
        match self {
            Self::ClosesEarly => Some(ErrorKind::InvalidResponse),
            Self::ClosesInBody => None,
            Self::NeverAnswers => Some(ErrorKind::ConnectionBroken),
        }
    }

    /// Checks which kind of error came, if one did.
    #[track_caller]
    pub fn check(self, seen: Option<ErrorKind>) {
        compare(self, &self.wine(), &self.documented(), &seen);
    }
}

/// Expects what Wine does, under Wine, and elsewhere what is documented. Windows itself may do
/// either: the documents do not go as far, and nobody has looked.
#[track_caller]
pub fn compare<T: PartialEq + Debug>(what: impl Debug, wine: &T, documented: &T, seen: &T) {
    assert_ne!(wine, documented, "{what:?} is no difference");
    match backend() {
        Backend::Wine => assert_eq!(seen, wine, "{what:?}"),
        Backend::Windows => assert!(seen == wine || seen == documented, "{what:?}: {seen:?}"),
        _ => assert_eq!(seen, documented, "{what:?}"),
    }
}
