//! Brings a folder of generated files up to date, or says what is stale.
//!
//! Line breaks do not count: a file that git has checked out with those of Windows is the same.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::bindings::{File, MARK};

/// How many lines of context a diff shows.
const CONTEXT: usize = 3;

/// What is to be done about one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: PathBuf,
    /// What is to be done.
    pub action: Action,
    /// What the file holds now; nothing where there is none.
    old: String,
    /// What it should hold; nothing where it should go.
    new: String,
}

/// What is to be done about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing: it is up to date.
    Keep,
    /// It does not exist yet.
    Create,
    /// It is stale.
    Update,
    /// It was generated, and no spec makes it any more.
    Remove,
}

impl Change {
    /// Whether the file is not as it should be.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.action != Action::Keep
    }

    /// How the file has to change, as a unified diff; nothing for a file that is up to date.
    #[must_use]
    pub fn diff(&self) -> String {
        let path = self.path.display().to_string().replace('\\', "/");
        let before = match self.action {
            Action::Create => "/dev/null".to_owned(),
            _ => format!("a/{path}"),
        };
        let after = match self.action {
            Action::Remove => "/dev/null".to_owned(),
            _ => format!("b/{path}"),
        };
        TextDiff::from_lines(&self.old, &self.new)
            .unified_diff()
            .context_radius(CONTEXT)
            .header(&before, &after)
            .to_string()
    }

    /// Does what is to be done.
    ///
    /// # Errors
    ///
    /// The file cannot be written or removed.
    pub fn apply(&self) -> io::Result<()> {
        match self.action {
            Action::Keep => Ok(()),
            Action::Create | Action::Update => write(&self.path, &self.new),
            Action::Remove => fs::remove_file(&self.path),
        }
    }
}

/// Writes a file whole or not at all, where its links lead and with the permissions that it has. What is
/// no regular file, such as a pipe, is written to.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&path)
        .ok()
        .map(|old| (old.file_type(), old.permissions()));
    match &old {
        Some((kind, _)) if kind.is_dir() => {
            return Err(io::Error::new(
                io::ErrorKind::IsADirectory,
                "it is a folder",
            ));
        }
        Some((kind, _)) if !kind.is_file() => return fs::write(&path, text),
        Some((_, permissions)) if permissions.readonly() => {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "it is read-only",
            ));
        }
        _ => {}
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = fs::write(&new, text)
        .and_then(|()| {
            old.map_or(Ok(()), |(_, permissions)| {
                fs::set_permissions(&new, permissions)
            })
        })
        .and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        // It may not be there; what matters is why.
        let _ = fs::remove_file(&new);
    }
    written
}

/// Compares a folder with the files that it should have, which come first, in their order.
///
/// Of the other files only those count that are marked as generated; what people wrote is theirs.
///
/// # Errors
///
/// The folder, or a file in it, cannot be read.
pub fn compare(folder: &Path, files: &[File]) -> io::Result<Vec<Change>> {
    let mut changes = Vec::with_capacity(files.len());
    for file in files {
        let path = folder.join(&file.name);
        let old = read(&path)?;
        let action = match &old {
            None => Action::Create,
            Some(old) if *old == file.text => Action::Keep,
            Some(_) => Action::Update,
        };
        changes.push(Change {
            path,
            action,
            old: old.unwrap_or_default(),
            new: file.text.clone(),
        });
    }
    changes.extend(orphans(folder, files)?);
    Ok(changes)
}

/// The generated files of a folder that are not among those that it should have, sorted.
fn orphans(folder: &Path, files: &[File]) -> io::Result<Vec<Change>> {
    let wanted: HashSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut orphans = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let wanted = name.to_str().is_some_and(|name| wanted.contains(name));
        if wanted || !entry.file_type()?.is_file() {
            continue;
        }
        if let Some(old) = read(&entry.path())?
            && is_generated(&old)
        {
            orphans.push(Change {
                path: entry.path(),
                action: Action::Remove,
                old,
                new: String::new(),
            });
        }
    }
    orphans.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(orphans)
}

/// Whether a file begins by saying that it is generated.
fn is_generated(text: &str) -> bool {
    text.strip_prefix("// ")
        .is_some_and(|text| text.starts_with(MARK))
}

/// A file's text with the line breaks of Unix; nothing when there is no such file.
///
/// What is no text was not generated, and reads as something else than any text that is.
fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            Ok(Some(text.replace("\r\n", "\n")))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
