//! Holds the layouts of somebody's whole metadata against those of other parties.

pub mod beside;
pub mod diff;
pub mod headers;
pub mod outcome;
