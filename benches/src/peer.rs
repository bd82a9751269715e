//! What a user would take instead of ours.

pub mod bindgen;
pub mod rdl;
