//! Finds an item in windows-sys's source without parsing its nineteen megabytes.

use std::{collections::HashMap, fs, io, ops::Range, path::Path};

/// The source, and where each item stands in it.
pub(super) struct Index {
    files: Vec<File>,
    slices: HashMap<String, Vec<(usize, Range<usize>)>>,
}

/// One module's source.
struct File {
    /// The module's path: `Win32/Networking/WinSock`; the kernel's begin with `Wdk`.
    place: String,
    text: String,
}

impl Index {
    /// Indexes every file of the crate's `src` folder, or those of the user's interfaces alone: the
    /// kernel's repeat names of the user's with other values.
    pub(super) fn new(source: &Path, kernel: bool) -> io::Result<Self> {
        let mut index = Self {
            files: Vec::new(),
            slices: HashMap::new(),
        };
        let mut folders = vec![source.to_path_buf()];
        while let Some(folder) = folders.pop() {
            let mut entries = fs::read_dir(&folder)?.collect::<io::Result<Vec<_>>>()?;
            entries.sort_by_key(fs::DirEntry::file_name);
            for entry in entries {
                let path = entry.path();
                if entry.file_type()?.is_dir() {
                    if kernel || entry.file_name() != "Wdk" {
                        folders.push(path);
                    }
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    index.add(source, &path)?;
                }
            }
        }
        Ok(index)
    }

    /// The place and the text of each item of that name.
    pub(super) fn find(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        self.slices
            .get(name)
            .into_iter()
            .flatten()
            .filter_map(|(file, range)| {
                let file = &self.files[*file];
                Some((file.place.as_str(), file.text.get(range.clone())?))
            })
    }

    /// Every item: its name, whether it is the kernel's, and its text.
    pub(super) fn items(&self) -> impl Iterator<Item = (&str, bool, &str)> {
        self.slices.iter().flat_map(move |(name, slices)| {
            slices.iter().filter_map(move |(file, range)| {
                let file = &self.files[*file];
                let text = file.text.get(range.clone())?;
                Some((name.as_str(), file.place.starts_with("Wdk"), text))
            })
        })
    }

    /// Cuts a file into its items. It is rustfmt's output: an item ends at a line that starts
    /// unindented and ends in `;` or is a closing brace.
    fn add(&mut self, source: &Path, file: &Path) -> io::Result<()> {
        let text = fs::read_to_string(file)?;
        let place = file
            .parent()
            .and_then(|folder| folder.strip_prefix(source).ok())
            .map(|folder| folder.to_string_lossy().replace('\\', "/"))
            .unwrap_or_default();
        let mut start = 0;
        let mut name = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let end = at + line.len();
            let content = line.trim_end();
            if !content.starts_with([' ', '\t']) {
                if name.is_none() {
                    name = defined(content);
                }
                if content.ends_with(';') || content.ends_with('}') {
                    if let Some(name) = name.take() {
                        self.slices
                            .entry(name.to_owned())
                            .or_default()
                            .push((self.files.len(), start..end));
                    }
                    start = end;
                }
            }
            at = end;
        }
        let place = place.trim_start_matches("Windows/").to_owned();
        self.files.push(File { place, text });
        Ok(())
    }
}

/// The name that a line of the source defines.
#[must_use]
pub fn defined(line: &str) -> Option<&str> {
    let rest = ["pub const ", "pub type ", "pub struct ", "pub union "]
        .iter()
        .find_map(|start| line.strip_prefix(start))
        .or_else(|| {
            let declaration = line.strip_prefix("windows_link::link!(")?;
            declaration.split_once(" fn ").map(|(_, rest)| rest)
        })?;
    let rest = rest.strip_prefix("r#").unwrap_or(rest);
    let end = rest
        .find(|character: char| character != '_' && !character.is_alphanumeric())
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::defined;

    #[test]
    fn names_are_cut_out_of_every_kind_of_line() {
        for (line, name) in [
            ("pub const AF_INET: u16 = 2u16;", Some("AF_INET")),
            ("pub type SOCKET = usize;", Some("SOCKET")),
            ("pub struct GUID_NULL;", Some("GUID_NULL")),
            (
                r#"windows_link::link!("a.dll" "system" fn Get(a : u32) -> u32);"#,
                Some("Get"),
            ),
            ("impl Default for WSADATA {", None),
            ("#[cfg(feature = \"x\")]", None),
        ] {
            assert_eq!(defined(line), name, "{line}");
        }
    }
}
