//! The same jobs as others do them.

pub(crate) mod by_windows;
pub(crate) mod by_windows_sys;
pub(crate) mod sspi_rs;
