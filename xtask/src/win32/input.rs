//! The metadata that a run starts from, as texts.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use winsec_codegen::source::{Source, Sources};

/// What the module of everything is called, and so its text.
const MODULE: &str = "win32.rdl";

/// What the file is called in crates that carry it.
const WINMD: &str = "Windows.Win32.winmd";

/// The types of WinRT that Win32 holds by value. They are in other metadata, which says of them
/// what belongs to WinRT alone; a test compares the two.
const NUMERICS: &str = include_str!("numerics.rdl");

/// How a text names these types.
const NUMERICS_PATH: &str = "Foundation::Numerics::";

/// Metadata as texts, and what it is called.
#[derive(Debug)]
pub struct Input {
    /// The texts.
    pub sources: Sources,
    /// The metadata itself, unless it came as text.
    pub metadata: Option<Cow<'static, [u8]>>,
    /// What people call it.
    pub name: String,
}

impl Input {
    /// Reads a file, or the metadata that windows-rdl brings; `scratch` is for intermediate files.
    pub fn read(from: Option<&Path>, scratch: &Path) -> Result<Self> {
        let Some(from) = from else {
            let metadata = Cow::Borrowed(windows_default::WIN32);
            return Ok(Self {
                sources: sources(MODULE, printed(&metadata, scratch)?),
                metadata: Some(metadata),
                name: "the metadata of windows-rdl 0.100".to_owned(),
            });
        };
        let from = &in_folder(from)?;
        let shown = from.display();
        let bytes = fs::read(from).with_context(|| format!("cannot read {shown}"))?;
        let kind = from.extension().and_then(|kind| kind.to_str());
        let (sources, metadata) = match kind.map(str::to_ascii_lowercase).as_deref() {
            Some("rdl") => (sources(&from.to_string_lossy(), bytes), None),
            Some("winmd") => {
                let text = printed(&bytes, scratch);
                let text = text.with_context(|| format!("{shown} is no metadata"))?;
                (sources(MODULE, text), Some(Cow::Owned(bytes)))
            }
            _ => bail!("{shown} is neither `.winmd` nor `.rdl`"),
        };
        Ok(Self {
            sources,
            metadata,
            name: short(from),
        })
    }
}

/// A file's name, with the crate that carries it where there is one.
fn short(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let parts = file
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    let carries = |part: &Cow<'_, str>| part.starts_with("windows-");
    match parts.rev().find(carries) {
        Some(of) if *of != *name => format!("{name} of {of}"),
        _ => name.into_owned(),
    }
}

/// The metadata of Win32 in a folder, such as that of a crate that carries it; a file is itself.
fn in_folder(path: &Path) -> Result<PathBuf> {
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder);
        for entry in entries.with_context(|| format!("cannot look into {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name == WINMD) {
                found.push(path);
            }
        }
    }
    found.sort();
    let first = found.into_iter().next();
    first.with_context(|| format!("there is no {WINMD} in {}", path.display()))
}

/// A text, and the types of WinRT that it names.
fn sources(name: &str, text: Vec<u8>) -> Sources {
    let named = str::from_utf8(&text).is_ok_and(|text| text.contains(NUMERICS_PATH));
    let numerics = named.then(|| Source::new("numerics.rdl", NUMERICS));
    Sources::new([Source::new(name, text)].into_iter().chain(numerics))
}

/// What windows-rdl prints of metadata.
fn printed(metadata: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    fs::create_dir_all(scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    // Several runs may be on their way at once.
    let file = scratch.join(format!("{}-{MODULE}", std::process::id()));
    let mut writer = windows_rdl::writer();
    let written = writer.input_bytes(metadata).output(&file).write();
    let text = fs::read(&file);
    // It was for reading alone; what cannot be removed does no harm.
    let _ = fs::remove_file(&file);
    if let Err(error) = written {
        bail!("windows-rdl cannot print it: {error}");
    }
    text.with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numerics_are_those_of_winrt() {
        let file = std::env::temp_dir().join(format!("xtask-winrt-{}.rdl", std::process::id()));
        windows_rdl::writer()
            .input_bytes(windows_default::WINRT)
            .filter("Windows.Foundation.Numerics")
            .output(&file)
            .write()
            .unwrap();
        let theirs = fs::read_to_string(&file).unwrap();
        fs::remove_file(file).unwrap();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let theirs = words(&theirs);
        let structs = NUMERICS.split("struct ").skip(1);
        let ours: Vec<String> = structs.map(|of| words(&format!("struct {of}"))).collect();
        assert_eq!(ours.len(), 4);
        for one in ours {
            assert!(theirs.contains(&one), "{one}");
        }
    }

    #[test]
    fn numerics_come_where_they_are_named() {
        let count = |text: &str| sources("a.rdl", text.into()).len();
        assert_eq!(
            count("type A = *mut super::Foundation::Numerics::Vector2;"),
            2
        );
        assert_eq!(count("type A = u32;"), 1);
    }
}
