//! Reads from import libraries which DLLs export a function.

use std::{collections::HashMap, fs, path::Path};

use object::{Object, ObjectSection, read::archive::ArchiveFile};

/// Which DLLs export each of some functions.
pub(super) struct Exports<'n> {
    functions: HashMap<&'n str, Vec<String>>,
}

impl<'n> Exports<'n> {
    /// Looks for functions in every import library of a folder.
    pub(super) fn read(
        folder: &Path,
        wanted: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, String> {
        let mut files = fs::read_dir(folder)
            .and_then(|entries| {
                entries
                    .map(|entry| entry.map(|entry| entry.path()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "a"));
        files.sort();
        let mut functions = wanted
            .into_iter()
            .map(|function| (function, Vec::new()))
            .collect();
        for file in files {
            let bytes = fs::read(&file)
                .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
            // A file that is no archive is no import library.
            let _ = add(&bytes, &mut functions);
        }
        Ok(Self { functions })
    }

    /// The DLLs that export `function`.
    pub(super) fn of(&self, function: &str) -> &[String] {
        self.functions.get(function).map_or(&[], Vec::as_slice)
    }
}

/// Adds the functions of one archive, when it is dlltool's library for one DLL.
fn add(bytes: &[u8], functions: &mut HashMap<&str, Vec<String>>) -> Option<()> {
    let archive = ArchiveFile::parse(bytes).ok()?;
    let mut found = Vec::new();
    let mut tail = None;
    let mut tails = 0;
    for symbol in archive.symbols().ok()?? {
        let symbol = symbol.ok()?;
        let name = symbol.name();
        if let Some(name) = name.strip_prefix(b"__imp_") {
            let name = undecorated(std::str::from_utf8(name).ok()?);
            if functions.contains_key(name) {
                found.push(name);
            }
        } else if name.ends_with(b"_iname") {
            tail = Some(symbol.offset());
            tails += 1;
        }
    }
    if found.is_empty() {
        return None;
    }
    // An archive of several libraries does not say which function is whose.
    if tails != 1 {
        return None;
    }
    let member = archive.member(tail?).ok()?;
    let object = object::File::parse(member.data(bytes).ok()?).ok()?;
    let section = object.section_by_name(".idata$7")?;
    let name = section.data().ok()?.split(|byte| *byte == 0).next()?;
    let dll = std::str::from_utf8(name).ok()?;
    for name in found {
        let dlls = functions.get_mut(name)?;
        if !dlls.iter().any(|known| known.eq_ignore_ascii_case(dll)) {
            dlls.push(dll.to_owned());
        }
    }
    Some(())
}

/// The C name of `_Name@12`.
fn undecorated(name: &str) -> &str {
    match name.rsplit_once('@') {
        Some((start, bytes)) if bytes.bytes().all(|byte| byte.is_ascii_digit()) => {
            start.strip_prefix('_').unwrap_or(start)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::undecorated;

    #[test]
    fn stdcall_names_lose_their_decoration() {
        assert_eq!(undecorated("_WSAIoctl@36"), "WSAIoctl");
        assert_eq!(undecorated("WSAIoctl"), "WSAIoctl");
        assert_eq!(undecorated("_wcslen"), "_wcslen");
    }
}
