//! Files that are written whole or not at all, and what stands for a file: standard output, a device,
//! a pipe.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::outcome::{Failure, Outcome};
use crate::output::Output;

/// How many links may lead from one to the next before it is a circle: as many as Linux follows.
const LINKS: usize = 40;

/// Whether a path stands for standard output: `-`, or another name of it, such as `/dev/stdout`.
pub(crate) fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-" || is_same_as_stdout(path)
}

/// Fails if a file and the result would both go to standard output.
pub(crate) fn check(path: Option<&Path>, output: &Output) -> Outcome<()> {
    if let Some(path) = path.filter(|path| output.is_json() && is_stdout(path)) {
        return Err(Failure::usage(format!(
            "--json and a file called {} would both be standard output",
            path.display()
        ))
        .help("give the file a name, or leave --json out"));
    }
    Ok(())
}

/// Writes a file beside its place, then puts it there: whoever reads sees the old or the new one. What
/// is there and is no regular file is written to.
pub(crate) fn write(path: &Path, bytes: &[u8], output: &Output) -> Outcome<()> {
    if is_stdout(path) {
        return output.raw(bytes);
    }
    put(path, bytes).map_err(|error| {
        let failure = Failure::refused(format!("{} cannot be written: {error}", path.display()));
        match error.kind() {
            ErrorKind::NotFound => failure.help("make the folder first, or name another"),
            ErrorKind::IsADirectory => failure.help("name a file in it"),
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
                failure.help("name a file and a folder that you may write to")
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                failure.help("free some space there, or name a file elsewhere")
            }
            _ => failure,
        }
    })
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Opened, and not only looked at: that tells whether it may be written, and a device or a pipe
    // need not be opened again, which it could notice.
    match File::options().write(true).open(path) {
        Ok(mut file) => match file.metadata() {
            Ok(old) if old.is_file() && old.permissions().readonly() => Err(io::Error::new(
                ErrorKind::PermissionDenied,
                "it is read-only",
            )),
            Ok(old) if old.is_file() => {
                // Windows replaces no file that is open.
                drop(file);
                replace(&target(path)?, bytes, Some(&old))
            }
            _ => file.write_all(bytes),
        },
        Err(_) if path.is_dir() || ends_as_folder(path) => {
            Err(io::Error::new(ErrorKind::IsADirectory, "it is a folder"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => replace(&target(path)?, bytes, None),
        Err(error) => Err(error),
    }
}

/// Whether a path is written as one of a folder.
fn ends_as_folder(path: &Path) -> bool {
    let text = path.as_os_str().to_string_lossy();
    text.ends_with(std::path::is_separator)
}

/// Where the links of a path lead, even to what is not there yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            // A link says where it leads from its own folder.
            Ok(next) => path = folder(&path).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

/// The folder that a file is in.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Puts a file in a place, with the owner and the permissions of the one that is there.
fn replace(path: &Path, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    // Made here, lest an error names the file beside: the user has never heard of it.
    let mut file = Builder::new()
        .prefix(".winsec-")
        .make_in(folder(path), |path| File::create_new(path))?;
    if let Some(old) = old {
        // Before anything is in it: nobody reads it who may not read the old one.
        keep_owner(file.as_file(), old);
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Gives a file the owner and the group of another one, as far as the user may.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only root may give a file away, and each user to their own groups: else it stays theirs.
    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        let _ = fchown(file, None, Some(old.gid()));
    }
}

/// The owner of a file is who made it; Windows has the permissions follow the folder.
#[cfg(not(unix))]
const fn keep_owner(_file: &File, _old: &Metadata) {}

#[cfg(unix)]
fn is_same_as_stdout(path: &Path) -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    let Ok(file) = fs::metadata(path) else {
        return false;
    };
    let stdout = io::stdout().as_fd().try_clone_to_owned().map(File::from);
    let Ok(stdout) = stdout.and_then(|stdout| stdout.metadata()) else {
        return false;
    };
    // A terminal and /dev/null take whatever comes, twice if need be.
    let is_same = (file.dev(), file.ino()) == (stdout.dev(), stdout.ino());
    is_same && !file.file_type().is_char_device()
}

#[cfg(not(unix))]
const fn is_same_as_stdout(_path: &Path) -> bool {
    false
}
