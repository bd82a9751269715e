//! Runs windows-bindgen on exactly the names that the metadata has.

use std::{
    collections::BTreeSet,
    fs,
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::Mutex,
};

use super::NAMESPACE;

/// The panic hook is the process's: one run at a time.
static RUN: Mutex<()> = Mutex::new(());

/// What windows-bindgen prints for `names` in its flat sys style.
pub(super) fn run(names: &BTreeSet<&str>, scratch: &Path) -> Result<String, String> {
    fs::create_dir_all(scratch)
        .map_err(|error| format!("{} cannot be made: {error}", scratch.display()))?;
    let output = scratch.join("bindgen.rs");
    let filters = names.iter().map(|name| format!("{NAMESPACE}.{name}"));
    let mut builder = windows_bindgen::builder();
    builder.flat().sys().output(&output).filters(filters);

    // It reports every error by panicking; that is this party's answer, not the end of the run.
    let guard = RUN
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let result = panic::catch_unwind(AssertUnwindSafe(|| builder.write()));
    panic::set_hook(hook);
    drop(guard);

    result.map_err(|payload| {
        let message = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        format!("windows-bindgen panics: {message}")
    })?;
    fs::read_to_string(&output)
        .map_err(|error| format!("{} cannot be read: {error}", output.display()))
}
