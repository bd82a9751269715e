//! Files that are written whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// Whether a path stands for standard output.
pub(crate) fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Fails if a file and the result would both go to standard output.
pub(crate) fn check(path: Option<&Path>, output: &Output) -> Outcome<()> {
    if path.is_some_and(is_stdout) && output.is_json() {
        return Err(
            Failure::usage("--json and a file called - would both be standard output")
                .help("give the file a name, or leave --json out"),
        );
    }
    Ok(())
}

/// Writes a file beside its place, then puts it there: whoever reads sees the old or the new one.
pub(crate) fn write(path: &Path, bytes: &[u8], output: &Output) -> Outcome<()> {
    if is_stdout(path) {
        return output.raw(bytes);
    }
    write_beside(path, bytes).map_err(|error| {
        let failure = Failure::refused(format!("{} cannot be written: {error}", path.display()));
        match error.kind() {
            io::ErrorKind::NotFound => failure.help("make the folder first, or name another"),
            io::ErrorKind::PermissionDenied => failure.help("name a folder that you may write to"),
            _ => failure,
        }
    })
}

fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Made here, lest an error names the file beside: the user has never heard of it.
    let mut file = Builder::new()
        .prefix(".winsec-")
        .make_in(folder, |path| File::create_new(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
