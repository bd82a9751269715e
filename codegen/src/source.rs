//! The texts of a run: files read, decoded and numbered, with the lines and columns of places.

use crate::diagnostic::{Diagnostic, FileId, Span};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One spec file.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    fault: Option<Fault>,
    is_text: bool,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    /// A file that is no text: places in it are bytes.
    #[must_use]
    pub fn binary(name: &str) -> Self {
        Self {
            is_text: false,
            ..Self::new(name, "")
        }
    }

    /// Whether the file is text, with lines and columns.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        self.is_text
    }

    /// A file of this name, as shown to users, and content.
    ///
    /// A byte order mark of UTF-8 is dropped and line endings become `\n`, so that neither ever
    /// changes a result. What is not UTF-8 is kept as a fault that [`parse`](crate::parse) reports.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        let name = name.into().replace('\\', "/");
        let content = content.into();
        let (text, fault) = decode(content);
        Self {
            name,
            text,
            fault,
            is_text: true,
            lines: OnceLock::new(),
        }
    }

    /// The path as shown to users, with `/` between its parts.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, without a byte order mark, its lines ended by `\n`.
    ///
    /// When the content is not UTF-8, what stands before the first wrong byte.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name without folders and extension: `mstcpip` for `specs/mstcpip.rdl`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or(&self.name);
        file.strip_suffix(".rdl").unwrap_or(file)
    }

    /// The offsets at which lines start.
    pub(crate) fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at as u32 + 1))
                .collect()
        })
    }

    /// The line that holds an offset, counted from 0.
    pub(crate) fn line_of(&self, offset: u32) -> usize {
        self.lines()
            .partition_point(|&start| start <= offset)
            .saturating_sub(1)
    }

    /// The range of a line's text, without its end, the line counted from 0.
    pub(crate) fn line_range(&self, line: usize) -> std::ops::Range<usize> {
        let lines = self.lines();
        let start = lines.get(line).map_or(self.text.len(), |&at| at as usize);
        let end = lines
            .get(line + 1)
            .map_or(self.text.len(), |&at| at as usize - 1);
        start..end
    }
}

/// Why a file is no text.
#[derive(Debug)]
struct Fault {
    /// The offset in the text that could be decoded.
    at: u32,
    message: String,
}

/// A place for people: both numbers count from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The files of a run, sorted by name.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Takes files in any order; of several with one name the first stays.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = Source>) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files.dedup_by(|a, b| a.name == b.name);
        Self { files }
    }

    /// Reads files, and the `.rdl` files of directories.
    ///
    /// # Errors
    ///
    /// Names the path that cannot be read, and why.
    pub fn load<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, LoadError> {
        let mut files = Vec::new();
        for path in paths {
            let path = path.as_ref();
            let fail = |error| LoadError {
                path: path.to_path_buf(),
                error,
            };
            if fs::metadata(path).map_err(fail)?.is_dir() {
                for entry in fs::read_dir(path).map_err(fail)? {
                    let entry = entry.map_err(fail)?.path();
                    if entry.extension().is_some_and(|ext| ext == "rdl") && entry.is_file() {
                        files.push(read(&entry)?);
                    }
                }
            } else {
                files.push(read(path)?);
            }
        }
        Ok(Self::new(files))
    }

    /// Adds a file behind the others, and tells its number.
    pub fn push(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of a number.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// Every file with its number, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text of a range; empty when there is no such range.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file)
            .and_then(|file| file.text.get(span.start as usize..span.end as usize))
            .unwrap_or_default()
    }

    /// The line and column at which a range starts.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        let Some(file) = self.get(span.file) else {
            return Position { line: 1, column: 1 };
        };
        let line = file.line_of(span.start);
        let range = file.line_range(line);
        let end = (span.start as usize).clamp(range.start, range.end);
        let before = file.text.get(range.start..end).unwrap_or_default();
        Position {
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }

    /// Why a file could not be decoded, at the place of its first wrong byte.
    pub(crate) fn fault(&self, file: FileId) -> Option<Diagnostic> {
        let fault = self.get(file)?.fault.as_ref()?;
        let span = Span {
            file,
            start: fault.at,
            end: fault.at,
        };
        Some(Diagnostic::new(span, &fault.message).with_help("save the file as UTF-8"))
    }
}

fn read(path: &Path) -> Result<Source, LoadError> {
    let content = fs::read(path).map_err(|error| LoadError {
        path: path.to_path_buf(),
        error,
    })?;
    Ok(Source::new(path.to_string_lossy(), content))
}

/// A path that cannot be read.
#[derive(Debug)]
pub struct LoadError {
    path: PathBuf,
    error: io::Error,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The text that bytes hold; when they hold none, as much as can be read and why it ends there.
fn decode(content: Vec<u8>) -> (String, Option<Fault>) {
    let at_start = |message: &str| Fault {
        at: 0,
        message: message.to_owned(),
    };
    if u32::try_from(content.len()).is_err() {
        return (
            String::new(),
            Some(at_start("the file is larger than 4 GiB")),
        );
    }
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = content[..] {
        let message = "the file is UTF-16, says the byte order mark at offset 0";
        return (String::new(), Some(at_start(message)));
    }
    match String::from_utf8(content) {
        Ok(text) => (normalise(text), None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let mut content = error.into_bytes();
            let byte = content[offset];
            content.truncate(offset);
            let text = normalise(String::from_utf8(content).unwrap_or_default());
            let fault = Fault {
                at: text.len() as u32,
                message: format!("the file is not UTF-8: byte 0x{byte:02X} at offset {offset}"),
            };
            (text, Some(fault))
        }
    }
}

/// Drops a byte order mark, and ends lines by `\n`.
fn normalise(mut text: String) -> String {
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    if text.contains("\r\n") {
        text = text.replace("\r\n", "\n");
    }
    text
}
