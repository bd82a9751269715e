//! The metadata that a run starts from.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use winsec_codegen::diagnostic::Diagnostic;
use winsec_codegen::model::Model;
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::winmd::{Metadata, Winmd};
use winsec_codegen::{Options, parse_with};

use crate::screen;

/// What the file is called in crates that carry it.
const WINMD: &str = "Windows.Win32.winmd";

/// Metadata as it was read, and what it is called.
#[derive(Debug)]
pub struct Input {
    /// What it says; names are not looked up yet.
    pub model: Model,
    /// The files, by which places are shown.
    pub sources: Sources,
    /// The metadata itself, unless it came as text.
    pub metadata: Option<Cow<'static, [u8]>>,
    /// What people call it.
    pub name: String,
}

impl Input {
    /// Reads a file, or the metadata that windows-default carries; none when something is wrong with
    /// it, which is printed.
    pub fn read(from: Option<&Path>) -> Result<Option<Self>> {
        let mut sources = Sources::default();
        let [win32, winrt] = Winmd::system();
        let (model, metadata, name) = if let Some(from) = from {
            let from = &in_folder(from)?;
            let shown = from.display();
            let bytes = fs::read(from).with_context(|| format!("cannot read {shown}"))?;
            let kind = from.extension().and_then(|kind| kind.to_str());
            let name = from.to_string_lossy();
            match kind.map(str::to_ascii_lowercase).as_deref() {
                Some("rdl") => {
                    sources = Sources::new([Source::new(name, bytes)]);
                    let model = Metadata::open(&[winrt], &mut sources);
                    let model = model.and_then(|winrt| {
                        // The text names its types that Win32 holds by value.
                        parse_with(&sources, &Options::METADATA, &winrt)
                    });
                    (model, None, short(from))
                }
                Some("winmd") => {
                    let winmd = Winmd {
                        name: &name,
                        bytes: &bytes,
                        ..win32
                    };
                    let model = all(&[winmd, winrt], &mut sources);
                    (model, Some(Cow::Owned(bytes)), short(from))
                }
                _ => bail!("{shown} is neither `.winmd` nor `.rdl`"),
            }
        } else {
            let model = all(&[win32, winrt], &mut sources);
            let name = "the metadata of windows-default 0.100".to_owned();
            (model, Some(Cow::Borrowed(win32.bytes)), name)
        };
        match model {
            Ok(model) => Ok(Some(Self {
                model,
                sources,
                metadata,
                name,
            })),
            Err(errors) => {
                screen::diagnostics(&errors, &sources);
                Ok(None)
            }
        }
    }
}

/// All items of metadata.
fn all(winmds: &[Winmd<'_>], sources: &mut Sources) -> Result<Model, Vec<Diagnostic>> {
    Metadata::open(winmds, sources)?.all()
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
