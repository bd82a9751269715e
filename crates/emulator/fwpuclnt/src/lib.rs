//! A stand-in `fwpuclnt.dll`: winsec's emulator behind the real interface, on Windows and under Wine.
//!
//! It exports the six secure-socket functions, and four of its own by which a test scripts it and reads
//! its books (`control`). Without a scenario it says of every socket that the operation is not
//! supported: it makes nothing up.
//!
//! What it does for real: it asks Windows what a socket is and how far it has come, sets
//! `SO_EXCLUSIVEADDRUSE`, gives duplicates of the process's token as the peers' tokens, impersonates with
//! it, signals events and queues completion routines. What it cannot do: `CancelIoEx` knows nothing of
//! its operations, so one that never completes stays.
#![cfg(windows)]

pub mod control;
mod exports;
mod host;
mod tokens;
mod world;
