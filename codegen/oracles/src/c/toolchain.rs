//! Finds the C compilers that know Windows' headers.

use std::{
    fmt,
    path::{Path, PathBuf},
    process::Command,
};

use winsec_codegen::model::Arches;

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

/// The compiler of each architecture, or what is missing of it.
#[must_use]
pub fn compilers() -> Vec<Result<Compiler, Missing>> {
    vec![
        gcc(Arches::X86, "i686-w64-mingw32-gcc", "gcc-mingw-w64-i686"),
        gcc(
            Arches::X64,
            "x86_64-w64-mingw32-gcc",
            "gcc-mingw-w64-x86-64",
        ),
        clang(),
    ]
}

fn gcc(arch: Arches, program: &'static str, packages: &'static str) -> Result<Compiler, Missing> {
    let version = version(program).ok_or(Missing {
        arch,
        program,
        packages,
    })?;
    Ok(Compiler {
        arch,
        program: program.to_owned(),
        arguments: Vec::new(),
        version,
        libraries: libraries(program),
    })
}

/// Clang compiles for Arm with the headers of mingw-w64, which are the same for every architecture.
fn clang() -> Result<Compiler, Missing> {
    let missing = Missing {
        arch: Arches::ARM64,
        program: "clang",
        packages: "clang mingw-w64-common",
    };
    if !Path::new(HEADERS).is_dir() {
        return Err(missing);
    }
    let version = version("clang").ok_or(missing)?;
    Ok(Compiler {
        arch: Arches::ARM64,
        program: "clang".to_owned(),
        arguments: vec![
            "--target=aarch64-w64-windows-gnu".to_owned(),
            "-isystem".to_owned(),
            HEADERS.to_owned(),
        ],
        version,
        libraries: None,
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

/// The folder that gcc takes import libraries from.
fn libraries(program: &str) -> Option<PathBuf> {
    let output = Command::new(program)
        .arg("-print-file-name=libws2_32.a")
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    // When gcc does not find the file it prints the bare name.
    path.parent()
        .filter(|folder| folder.is_absolute() && path.is_file())
        .map(Path::to_path_buf)
}
