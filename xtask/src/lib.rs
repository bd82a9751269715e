//! What the workspace's commands share, the light ones and the heavy.

pub mod apt;
pub mod kinds;
pub mod needs;
pub mod process;
pub mod screen;
pub mod table;
pub mod windows;
pub mod workspace;
