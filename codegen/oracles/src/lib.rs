//! The parties that contradict the specs: what each says, and how the specs stand to it.
//!
//! The modules are in the order that data takes.

pub mod fact;

pub mod bindings;
pub mod c;
pub mod metadata;
pub mod windows_sys;

pub mod answers;
pub mod ours;
pub mod peer;

pub mod gather;

mod world;

pub mod verdict;

mod numbers;

pub mod judge;

pub mod findings;

pub mod report;

mod show;

pub mod import;

pub mod whole;
