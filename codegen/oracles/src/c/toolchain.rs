//! Finds the C compilers that know Windows' headers.

use std::{
    fmt,
    path::{Path, PathBuf},
    process::Command,
};

use winsec_codegen::model::Arches;

use crate::show;

/// A C compiler for one architecture.
#[derive(Debug, Clone)]
pub struct Compiler {
    /// The architecture that it compiles for.
    pub arch: Arches,
    /// The program.
    pub program: String,
    /// What it needs to be told before anything else.
    pub arguments: Vec<String>,
    /// The first line of `--version`.
    pub version: String,
    /// The folder of its import libraries, if it has any.
    pub libraries: Option<PathBuf>,
    /// The target that it only lays records out for, if it is asked for no more.
    pub lays_out_for: Option<&'static str>,
}

impl Compiler {
    /// Its architecture, and what else tells it from the others: the name of a folder.
    #[must_use]
    pub fn key(&self) -> String {
        let arch = show::arches(self.arch);
        match self.lays_out_for {
            Some(_) => format!("{arch}-microsoft"),
            None => arch,
        }
    }
}

/// A compiler that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The architecture that cannot be asked.
    pub arch: Arches,
    /// The program that was looked for.
    pub program: &'static str,
    /// The Debian packages that bring it.
    pub packages: &'static str,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is not installed; `apt-get install {}` brings it",
            self.program, self.packages
        )
    }
}

/// Where Debian's mingw-w64-common puts the headers that all architectures share.
const HEADERS: &str = "/usr/share/mingw-w64/include";

/// The compiler of each architecture, or what is missing of it; `headers` are others than its own.
#[must_use]
pub fn compilers(headers: Option<&Path>) -> Vec<Result<Compiler, Missing>> {
    vec![
        gcc(
            Arches::X86,
            "i686-w64-mingw32-gcc",
            "gcc-mingw-w64-i686",
            headers,
        ),
        gcc(
            Arches::X64,
            "x86_64-w64-mingw32-gcc",
            "gcc-mingw-w64-x86-64",
            headers,
        ),
        clang(Arches::ARM64, "aarch64-pc-windows-gnu", headers),
    ]
}

/// The compilers that lay records out as Microsoft's does, or what is missing of them.
#[must_use]
pub fn microsoft(headers: Option<&Path>) -> Vec<Result<Compiler, Missing>> {
    let targets = [
        (Arches::X86, "i686-pc-windows-gnu", "i686-pc-windows-msvc"),
        (
            Arches::X64,
            "x86_64-pc-windows-gnu",
            "x86_64-pc-windows-msvc",
        ),
        (
            Arches::ARM64,
            "aarch64-pc-windows-gnu",
            "aarch64-pc-windows-msvc",
        ),
    ];
    let compilers = targets.into_iter().map(|(arch, reads, target)| {
        let compiler = clang(arch, reads, headers)?;
        Ok(Compiler {
            lays_out_for: Some(target),
            ..compiler
        })
    });
    compilers.collect()
}

fn gcc(
    arch: Arches,
    program: &'static str,
    packages: &'static str,
    headers: Option<&Path>,
) -> Result<Compiler, Missing> {
    let version = version(program).ok_or(Missing {
        arch,
        program,
        packages,
    })?;
    let mut arguments = Vec::new();
    if let (Some(headers), Some(own)) = (headers, printed(program, "-print-file-name=include")) {
        arguments = vec!["-nostdinc".to_owned(), "-isystem".to_owned(), own];
        arguments.extend(["-isystem".to_owned(), headers.display().to_string()]);
    }
    Ok(Compiler {
        arch,
        program: program.to_owned(),
        arguments,
        version,
        libraries: libraries(program),
        lays_out_for: None,
    })
}

/// Clang compiles for every architecture with the headers of mingw-w64, which are the same for each.
fn clang(arch: Arches, target: &str, headers: Option<&Path>) -> Result<Compiler, Missing> {
    let missing = Missing {
        arch,
        program: "clang",
        packages: "clang mingw-w64-common",
    };
    let headers = headers.unwrap_or(Path::new(HEADERS));
    if !headers.is_dir() {
        return Err(missing);
    }
    let version = version("clang").ok_or(missing)?;
    Ok(Compiler {
        arch,
        program: "clang".to_owned(),
        arguments: vec![
            format!("--target={target}"),
            // Without it a field that is a record without a name, but of a named type, is dropped.
            "-fms-extensions".to_owned(),
            "-nostdlibinc".to_owned(),
            "-isystem".to_owned(),
            headers.display().to_string(),
        ],
        version,
        libraries: None,
        lays_out_for: None,
    })
}

fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output
        .status
        .success()
        .then(|| text.lines().next().unwrap_or(program).to_owned())
}

/// What gcc prints when it is asked one thing.
fn printed(program: &str, what: &str) -> Option<String> {
    let output = Command::new(program).arg(what).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The folder that gcc takes import libraries from.
fn libraries(program: &str) -> Option<PathBuf> {
    let path = PathBuf::from(printed(program, "-print-file-name=libws2_32.a")?);
    // When gcc does not find the file it prints the bare name.
    path.parent()
        .filter(|folder| folder.is_absolute() && path.is_file())
        .map(Path::to_path_buf)
}
