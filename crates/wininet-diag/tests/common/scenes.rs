//! What a request's diagnosis is documented to be, scene by scene and stage by stage.

use winsec_core::{Backend, backend};
use winsec_wininet_diag::{ErrorKind, Request, SocketFlags};

use crate::common::Lab;
use crate::wine;

/// What happens in a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// A request to a server that keeps the connection.
    Plain,
    /// The next one to the same server.
    Reused,
    /// A request that the server answers with `Connection: close`.
    Closing,
    /// A request through a proxy.
    Proxied,
    /// A request with TLS.
    Secure,
    /// A request with TLS, through a proxy.
    Tunnelled,
    /// A request to a port at which nobody listens.
    Refused,
}

/// How far the request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is not sent.
    Before,
    /// It is sent, and the body is not read; in a scene that refuses, the sending has failed.
    During,
    /// The body is read.
    After,
}

impl Stage {
    pub const ALL: [Self; 3] = [Self::Before, Self::During, Self::After];
}

/// Whose port is told as the destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Server,
    Proxy,
}

/// What a diagnosis tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub socket: bool,
    pub source_port: bool,
    pub destination: Whose,
    pub flags: SocketFlags,
}

/// What the documents say; where they are silent, what the emulator has chosen.
pub fn documented(scene: Scene, stage: Stage) -> Seen {
    let proxied = matches!(scene, Scene::Proxied | Scene::Tunnelled);
    if stage == Stage::Before || scene == Scene::Refused {
        // There is no connection.
        return Seen {
            socket: false,
            source_port: false,
            destination: Whose::Server,
            flags: SocketFlags::empty(),
        };
    }
    Seen {
        socket: (scene, stage) != (Scene::Closing, Stage::After),
        source_port: true,
        destination: if proxied { Whose::Proxy } else { Whose::Server },
        flags: match scene {
            Scene::Plain | Scene::Closing | Scene::Refused => SocketFlags::empty(),
            Scene::Reused => SocketFlags::KEEP_ALIVE,
            Scene::Proxied => SocketFlags::PROXY,
            Scene::Secure => SocketFlags::SECURE,
            Scene::Tunnelled => SocketFlags::SECURE | SocketFlags::PROXY | SocketFlags::TUNNEL,
        },
    }
}

/// Asks what is behind the request, and checks it.
#[track_caller]
pub fn look(lab: &Lab, request: &Request, scene: Scene, stage: Stage) {
    let info = match request.socket_info() {
        Ok(info) => info,
        // Since Windows 7 a system may have given the option up.
        Err(error) if backend() == Backend::Windows => {
            assert_eq!(error.kind(), ErrorKind::OptionNotSupported, "{error}");
            return;
        }
        Err(error) => panic!("{scene:?}, {stage:?}: {error}"),
    };
    let source = info.source_port().unwrap();
    let port = info.destination_port().unwrap().map(|port| port.get());
    if backend() == Backend::Windows {
        // What it tells, if anything, nobody has seen.
        return;
    }
    let whose = |destination| match destination {
        Whose::Server => Some(lab.port()),
        Whose::Proxy => lab.proxy(),
    };
    let told = |told: Seen| {
        let port = whose(told.destination);
        (told.socket, told.source_port, port, told.flags)
    };
    let seen = (info.has_socket(), source.is_some(), port, info.flags());
    wine::compare(
        (scene, stage),
        &told(wine::diagnosis(scene, stage)),
        &told(documented(scene, stage)),
        &seen,
    );
}
