//! The parties that contradict the specs.

pub mod answers;
pub mod bindings;
pub mod c;
pub mod fact;
pub mod findings;
pub mod gather;
pub mod judge;
pub mod metadata;
pub mod ours;
pub mod report;
pub mod verdict;
pub mod windows_sys;

mod show;
mod world;
