//! The parties that contradict the specs.

pub mod bindings;
pub mod c;
pub mod fact;
pub mod metadata;
pub mod windows_sys;
