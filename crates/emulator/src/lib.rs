//! The documented contracts of Windows' network-security functions as running code, on any OS.
#![allow(
    non_snake_case,
    reason = "functions and parameters have the names of the ABI"
)]

mod books;
mod boundary;
mod calls;
mod events;
mod faults;
mod host;
mod internet;
mod memory;
mod overlapped;
mod packages;
mod pool;
mod routines;
mod sockets;
mod text;
mod threads;
mod world;

pub mod fwpuclnt;
pub mod kernel32;
pub mod scenario;
pub mod secur32;
pub mod wininet;
pub mod ws2_32;

pub use books::{Audit, Finding, Item, Kind};
pub use calls::{Call, Entry};
pub use host::{Host, Simulated};
pub use overlapped::Routine;
pub use sockets::{Impersonated, OpenToken, Settings};
pub use world::{EmulatedSocket, Entered, Observe, World};
