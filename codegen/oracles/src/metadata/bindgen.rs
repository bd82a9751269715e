//! Runs windows-bindgen on exactly the names that the metadata has.

use std::{
    collections::BTreeSet,
    fs,
    panic::{self, AssertUnwindSafe, UnwindSafe},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use super::NAMESPACE;

/// The panic hook is the process's: one run at a time.
static RUN: Mutex<()> = Mutex::new(());

/// Runs what reports every error by panicking: here that is an answer, and not the end of the run.
/// Other threads' panics are reported as ever.
fn silently(run: impl FnOnce() + UnwindSafe) -> thread::Result<()> {
    let _one = RUN.lock().unwrap_or_else(PoisonError::into_inner);
    let here = thread::current().id();
    let hook = Arc::new(panic::take_hook());
    let others = Arc::clone(&hook);
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != here {
            others(info);
        }
    }));
    let result = panic::catch_unwind(run);
    drop(panic::take_hook());
    if let Some(hook) = Arc::into_inner(hook) {
        panic::set_hook(hook);
    }
    result
}

/// What windows-bindgen prints for `names` in its flat sys style.
pub(super) fn run(names: &BTreeSet<&str>, scratch: &Path) -> Result<String, String> {
    fs::create_dir_all(scratch)
        .map_err(|error| format!("{} cannot be made: {error}", scratch.display()))?;
    let output = scratch.join("bindgen.rs");
    let filters = names.iter().map(|name| format!("{NAMESPACE}.{name}"));
    let mut builder = windows_bindgen::builder();
    builder.flat().sys().output(&output).filters(filters);

    let result = silently(AssertUnwindSafe(|| builder.write()));
    result.map_err(|payload| {
        let message = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        let hint = if message.contains("rustfmt") {
            "; `rustup component add rustfmt` brings it"
        } else {
            ""
        };
        format!("windows-bindgen panics: {message}{hint}")
    })?;
    fs::read_to_string(&output)
        .map_err(|error| format!("{} cannot be read: {error}", output.display()))
}
