//! The documented contracts of Windows' network-security functions as running code, on any OS.
//!
//! The modules [`fwpuclnt`], [`ws2_32`], [`kernel32`], [`secur32`] and [`wininet`] have the functions
//! that the safe layers of winsec call, with the names and signatures of `winsec-ffi`. They work on a
//! [`World`]: a [`Scenario`](scenario::Scenario) come to life, which says what sockets, peers, packages
//! and servers there are and what goes wrong. The world keeps a ledger: of everything that it hands
//! out it knows by which call, and whether it was freed or closed once, and never used after.
//!
//! ```
//! use winsec_emulator::World;
//! use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
//! use winsec_emulator::scenario::{Scenario, Security, SocketSpec};
//! use winsec_ffi::SOCKET_SECURITY_QUERY_INFO;
//!
//! let world = World::new(Scenario::new());
//! let _entered = world.enter();
//! let peer = "192.0.2.1:443".parse().unwrap();
//! let socket = world.socket(SocketSpec::tcp4().connected(peer).security(Security::encrypted()));
//!
//! let mut info = SOCKET_SECURITY_QUERY_INFO::default();
//! let mut len = size_of_val(&info) as u32;
//! let null = std::ptr::null_mut();
//! // SAFETY: the answer's pointer and length are right, and no template is needed on TCP.
//! let result = unsafe {
//!     WSAQuerySocketSecurity(socket.raw(), null, 0, &raw mut info, &raw mut len, null.cast(), None)
//! };
//! assert_eq!((result, info.Flags.bits()), (0, 3));
//! world.audit().unwrap();
//! ```
//!
//! On a thread that is in no world every function that can fail does, with `WSANOTINITIALISED`,
//! `ERROR_NOT_READY` or `SEC_E_INTERNAL_ERROR`; the layers above say what is missing.
//! [`World::enter_everywhere`] has all threads of a runtime be in one. Nothing that the emulator says was
//! ever true of a computer, and the layers above mark it so.
//!
//! The same source is the stand-in `fwpuclnt.dll` for Wine and Windows: see [`Host`].
//!
#![doc = include_str!("../CHOICES.md")]
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]
#![allow(
    non_snake_case,
    reason = "functions and parameters have the names of the ABI"
)]

mod boundary;
mod calls;
mod events;
mod host;
mod ledger;
mod memory;
mod overlapped;
mod sockets;
mod state;
mod world;

pub mod advapi32;
pub mod fwpuclnt;
pub mod kernel32;
pub mod scenario;
pub mod secur32;
pub mod wininet;
pub mod ws2_32;

pub use calls::{Call, Entry};
pub use host::{Host, Routine, Simulated};
pub use ledger::{Audit, Finding, Item, Kind};
pub use sockets::address::parse_address;
pub use state::sockets::{Impersonated, IpsecSettings, OpenToken, Settings};
pub use world::{EmulatedSocket, Entered, EnteredEverywhere, Observe, World};
