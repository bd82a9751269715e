//! Is this socket's traffic secured, is it encrypted, and who is at the other end?
//!
//! Windows' firewall secures traffic with IPsec, by the administrator's policy or by a program's
//! wish, below the program that sends it. This crate asks the system about a socket, turns security
//! on for one, names who the peer must be, and acts as the peer: the Winsock secure socket
//! extensions, whole, with nothing unsafe for the caller.
//!
//! ```
//! use std::net::{TcpListener, TcpStream};
//!
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let stream = TcpStream::connect(listener.local_addr()?)?;
//! match winsec_core::query(&stream) {
//!     Ok(security) if security.is_encrypted() => println!("IPsec encrypts this connection"),
//!     Ok(security) => println!("IPsec does not encrypt this connection: {security}"),
//!     Err(error) => println!("whether IPsec secures it is not known: {error}"),
//! }
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! | to | use |
//! |---|---|
//! | ask about a TCP connection | [`query`], [`StreamQuery`] |
//! | ask about one peer of a UDP socket | [`DatagramQuery`] |
//! | learn who the peer is | [`StreamQuery::peer_tokens`], [`AccessToken`] |
//! | turn security on | [`Settings`], [`IpsecSettings`] |
//! | say who the peer must be | [`PeerTargetName`], [`PeerTargetNameRemoval`] |
//! | act as the peer | [`Impersonation`] |
//! | do it without waiting | [`overlapped`] |
//!
//! # Sockets
//!
//! Whatever lends its socket through std's `AsSocket` will do: std's own types, socket2's and
//! tokio's. [`os`] says how the same text compiles elsewhere.
//!
//! # Backends
//!
//! [`backend`] says who answers. Off Windows every operation fails with
//! [`ErrorKind::PlatformNotSupported`], unless the feature `emulator` is on: then `winsec-emulator`
//! answers as a test's scenario says, and each result says so. Under Wine, whose own functions
//! would end the process, requests take the control codes instead, and Wine answers
//! [`ErrorKind::NotSupportedBySystem`].
//!
//! # Features
//!
//! - `serde`: [`SecurityReport`] and what it is made of can be serialised.
//! - `emulator`: off Windows, the emulator answers. Meant for tests.
//! - `socket2`, `tokio`: off Windows, these crates' sockets lend themselves as they do on Windows.
//!
//! Source: [Winsock secure socket extensions](https://learn.microsoft.com/windows/win32/winsock/winsock-secure-socket-extensions).
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod backend;
mod error;
mod flags;
mod functions;
mod guid;
mod impersonation;
pub mod os;
pub mod overlapped;
mod protocol;
mod query;
mod question;
mod security;
mod settings;
mod sid;
mod sys;
mod target_name;
mod text;
mod token;

pub use backend::{Backend, backend};
pub use error::{Call, Error, ErrorKind, Result, SocketStage};
pub use flags::{ConnectionFlags, Ipsec2Fields, IpsecFlags, SettingsFlags, TokenAccess};
pub use guid::{Guid, ParseGuidError};
pub use impersonation::{Impersonation, RevertFailure};
pub use protocol::{Protocol, ReportedProtocol};
pub use query::{DatagramQuery, StreamQuery, query};
pub use security::{ConnectionSecurity, Ipsec2Details, SecurityReport};
pub use settings::{Credentials, IpsecSettings, Settings};
pub use sid::{AccountName, Sid};
pub use target_name::{PeerTargetName, PeerTargetNameRemoval};
pub use text::{MAX_TEXT_UNITS, TextError};
pub use token::AccessToken;

/// What the crates of this workspace share beyond the interface: it may change at any time.
#[doc(hidden)]
pub mod __private {
    #[cfg(windows)]
    pub use crate::backend::find;
    pub use crate::error::{Code, lacks_world};
    pub use crate::sys::{Route, automatic_route};
    pub use crate::text::{LengthUnit, encode};
}

/// The examples of the README, which run with those of this documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
