//! Which security packages does this machine offer, and what can each do?
//!
//! A *security package* is one authentication protocol (Kerberos, NTLM, Schannel, ...) behind
//! Windows' Security Support Provider Interface. A client selects one before it contacts a server;
//! a server selects one or more and waits. This crate lists them, looks one up, and makes that
//! selection with reasons.
//!
//! ```
//! use winsec_sspi::{Capabilities, Selection};
//!
//! match winsec_sspi::packages() {
//!     Ok(packages) => {
//!         for package in &packages {
//!             println!("{package}: {}; tokens up to {}", package.capabilities(), package.max_token());
//!         }
//!         let choice = Selection::client()
//!             .prefer(["Kerberos", "Negotiate"])
//!             .require(Capabilities::MUTUAL_AUTHENTICATION)
//!             .choose(&packages);
//!         println!("{choice}");
//!     }
//!     Err(error) => println!("{error}; {}", error.advice()),
//! }
//! ```
//!
//! A [`PackageList`] borrows every name and comment from the one buffer that SSPI allocated;
//! nothing is copied until asked for ([`PackageInfo::to_owned`]), and the buffer is freed once.
//!
//! # Where it runs
//!
//! On Windows (and under Wine) secur32.dll answers. Elsewhere every operation fails with
//! [`ErrorKind::PlatformNotSupported`], unless the feature `emulator` is on: then
//! `winsec-emulator` answers from a test's scenario, and [`PackageList::backend`] says so.
//!
//! # Features
//!
//! - `serde`: [`Package`] and [`Capabilities`] can be serialised.
//! - `emulator`: off Windows, the emulator answers. Meant for tests.
//!
//! Source: [Getting information about security packages][reference].
//!
//! [reference]: https://learn.microsoft.com/windows/win32/secauthn/getting-information-about-security-packages
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod buffer;
mod capabilities;
mod error;
mod list;
pub mod manage;
mod name;
mod package;
mod query;
mod selection;
mod sys;
pub mod well_known;

pub use capabilities::Capabilities;
pub use error::{Call, Error, ErrorKind, Result};
pub use list::{Iter, PackageList};
pub use name::PackageName;
pub use package::{Package, PackageInfo};
pub use query::{QueriedPackage, package, package_named, packages};
pub use selection::{Choice, Reason, Refusal, Role, Selection};
pub use widestring;
pub use winsec_core::{Backend, TextError};

/// The examples of the README, which run with those of this documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
