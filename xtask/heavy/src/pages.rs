//! The pages in a checkout of Microsoft's documentation.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use winsec_oracles::import::docs::File;

/// The extensions of pages.
const EXTENSIONS: [&str; 2] = ["md", "txt"];

/// The pages in a folder and in those within it, sorted. A checkout is large: each is read when it is
/// its turn.
pub fn files(folder: &Path) -> Result<impl Iterator<Item = File>> {
    Ok(find(folder)?.into_iter().map(|path| File {
        content: fs::read(&path).map_err(|error| format!("cannot be read: {error}")),
        name: path.to_string_lossy().replace('\\', "/"),
    }))
}

fn find(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let shown = folder.display();
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot look into {shown}"))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot look into {shown}"))?;
            let path = entry.path();
            // A link to a folder may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|kind| EXTENSIONS.iter().any(|known| kind == *known))
            {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}
