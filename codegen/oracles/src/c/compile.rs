//! Runs the compiler over the probes.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
    process::{Command, Output},
};

use super::{
    Compiler, Prelude, Probe,
    probe::{self, FILE, Purpose, Spelt},
};

/// What the compiler says of each probe, by its place.
pub(super) struct Verdicts {
    verdicts: Vec<Verdict>,
}

enum Verdict {
    /// Declared and readable.
    Readable {
        /// How it is spelt.
        tag: &'static str,
        /// Whether it is not defined.
        incomplete: bool,
    },
    /// Declared, but not so that it can be read; the compiler's message.
    Unreadable(String),
    /// Not declared.
    Absent,
}

impl Verdicts {
    /// The probes that can be read.
    pub(super) fn readable(&self, probes: &[Probe]) -> Vec<Spelt> {
        self.verdicts
            .iter()
            .zip(probes)
            .filter_map(|(verdict, probe)| match verdict {
                Verdict::Readable { tag, incomplete } => Some(Spelt {
                    probe: probe.clone(),
                    tag,
                    incomplete: *incomplete,
                }),
                _ => None,
            })
            .collect()
    }

    /// The probes that are declared but cannot be read, and why.
    pub(super) fn unreadable<'a>(
        &'a self,
        probes: &'a [Probe],
    ) -> impl Iterator<Item = (&'a Probe, &'a str)> {
        self.verdicts
            .iter()
            .zip(probes)
            .filter_map(|(verdict, probe)| match verdict {
                Verdict::Unreadable(message) => Some((probe, message.as_str())),
                _ => None,
            })
    }
}

/// Finds out which names of those that the headers mention are declared and readable.
pub(super) fn check(
    compiler: &Compiler,
    probes: &[Probe],
    mentioned: &HashSet<&str>,
    prelude: &Prelude,
    scratch: &Path,
) -> Result<Verdicts, String> {
    let (text, lines) = probe::check(probes, prelude, |probe| {
        mentioned.contains(probe.name.as_str())
    });
    let file = scratch.join("check.c");
    write(&file, &text)?;
    let output = output(compiler, command(compiler).arg("-fsyntax-only").arg(&file))?;
    let errors = errors(&String::from_utf8_lossy(&output.stderr))?;

    let mut declared = vec![None; probes.len()];
    let mut tagged = vec![true; probes.len()];
    let mut content = vec![None; probes.len()];
    for (number, message) in errors {
        let line = number
            .checked_sub(1)
            .and_then(|number| lines.get(number))
            .ok_or_else(|| format!("{} complains of a line that is not there", compiler.program))?;
        match line.purpose {
            Purpose::Declared => declared[line.probe] = Some(message),
            Purpose::Tag => tagged[line.probe] = false,
            Purpose::Content => content[line.probe] = Some(message),
        }
    }
    let verdicts = probes
        .iter()
        .enumerate()
        .map(|(place, probe)| {
            if !mentioned.contains(probe.name.as_str()) {
                return Verdict::Absent;
            }
            let is_type = probe.kind == probe::ProbeKind::Type;
            let readable = |tag, incomplete| Verdict::Readable { tag, incomplete };
            match (&declared[place], &content[place]) {
                (None, None) => readable("", false),
                (None, Some(message)) if is_type && message.contains("incomplete type") => {
                    readable("", true)
                }
                (None, Some(message)) => Verdict::Unreadable(message.clone()),
                (Some(_), _) if is_type && tagged[place] => readable("struct ", false),
                (Some(message), _) if undeclared(message) => Verdict::Absent,
                (Some(message), _) => Verdict::Unreadable(message.clone()),
            }
        })
        .collect();
    Ok(Verdicts { verdicts })
}

/// Compiles the probes; the object file's bytes.
pub(super) fn build(
    compiler: &Compiler,
    probes: &[Spelt],
    prelude: &Prelude,
    scratch: &Path,
) -> Result<Vec<u8>, String> {
    let source = scratch.join("probe.c");
    let object = scratch.join("probe.o");
    write(&source, &probe::build(probes, prelude))?;
    let output = output(
        compiler,
        command(compiler)
            .args(["-c", "-gdwarf-5", "-O0", "-o"])
            .arg(&object)
            .arg(&source),
    )?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        let first = message
            .lines()
            .find(|line| line.contains("error"))
            .unwrap_or("no message");
        return Err(format!("{} fails: {first}", compiler.program));
    }
    fs::read(&object).map_err(|error| format!("{} cannot be read: {error}", object.display()))
}

/// The names that the headers mention at all. A compiler that is asked for another looks for names
/// like it, and takes longer over that than over the headers.
pub(super) fn mentioned<'n>(
    compiler: &Compiler,
    names: impl IntoIterator<Item = &'n str>,
    prelude: &Prelude,
    scratch: &Path,
) -> Result<HashSet<&'n str>, String> {
    let file = scratch.join("headers.c");
    write(&file, prelude.text())?;
    let output = output(compiler, command(compiler).args(["-E", "-dD"]).arg(&file))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let wanted: HashSet<&str> = names.into_iter().collect();
    Ok(text
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .filter_map(|word| wanted.get(word).copied())
        .collect())
}

/// The version of mingw-w64's headers: `10.0`.
pub(super) fn headers_version(compiler: &Compiler, scratch: &Path) -> Result<String, String> {
    let file = scratch.join("version.c");
    write(&file, "#include <_mingw.h>\n")?;
    let output = output(compiler, command(compiler).args(["-E", "-dM"]).arg(&file))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let part = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next().map(str::to_owned)
    };
    let major = part("#define __MINGW64_VERSION_MAJOR ");
    let minor = part("#define __MINGW64_VERSION_MINOR ");
    match (major, minor) {
        (Some(major), Some(minor)) => Ok(format!("{major}.{minor}")),
        _ => Err(format!("{} has no headers of mingw-w64", compiler.program)),
    }
}

pub(super) fn output(compiler: &Compiler, command: &mut Command) -> Result<Output, String> {
    command
        .output()
        .map_err(|error| format!("{} does not start: {error}", compiler.program))
}

pub(super) fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// The compiler, told to report every error, one a line and in plain English, and no warning.
pub(super) fn command(compiler: &Compiler) -> Command {
    let mut command = Command::new(&compiler.program);
    command
        .env("LC_ALL", "C")
        .args(&compiler.arguments)
        // A header says `typedef *NAME;`, which newer compilers take for an error.
        .args(["-std=gnu11", "-w", "-Wno-error=implicit-int"]);
    if compiler.program == "clang" {
        command.arg("-ferror-limit=0");
    } else {
        command.arg("-fmax-errors=0");
    }
    command
}

/// The first error of each of the probes' lines.
fn errors(text: &str) -> Result<HashMap<usize, String>, String> {
    let strange = said(text).find(|(place, _)| line_of_probe(place).is_none());
    match strange {
        Some((place, message)) => Err(format!(
            "the headers themselves do not compile: {place}: {message}"
        )),
        None => Ok(errors_of_probes(text)),
    }
}

/// The same, whatever is said of the headers themselves.
pub(super) fn errors_of_probes(text: &str) -> HashMap<usize, String> {
    let mut errors = HashMap::new();
    for (place, message) in said(text) {
        if let Some(number) = line_of_probe(place) {
            errors.entry(number).or_insert_with(|| message.to_owned());
        }
    }
    errors
}

/// The errors that a compiler tells: where, and what.
fn said(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| {
        line.split_once(": error: ")
            .or_else(|| line.split_once(": fatal error: "))
    })
}

/// The line among the probes', from 1, of a place as a compiler writes it.
fn line_of_probe(place: &str) -> Option<usize> {
    let place = place.strip_prefix(FILE)?.strip_prefix(':')?;
    place.split(':').next()?.parse().ok()
}

/// Whether a message says that a name is not declared.
fn undeclared(message: &str) -> bool {
    ["undeclared", "unknown type name", "must use 'struct' tag"]
        .iter()
        .any(|part| message.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{errors, undeclared};

    #[test]
    fn the_first_error_of_a_line_counts() {
        let text = "winsec-probe:3:12: error: 'A' undeclared here (not in a function)\n\
                    winsec-probe:3:20: error: expected ';'\n\
                    winsec-probe:4:1: warning: unused\n\
                    1 error generated.\n";
        let errors = errors(text).expect("the headers compile");
        assert_eq!(errors.len(), 1);
        assert!(undeclared(&errors[&3]), "{errors:?}");
    }

    #[test]
    fn an_error_in_a_header_is_no_answer() {
        let text = "/usr/include/a.h:3:12: error: unknown type name 'B'\n";
        let message = errors(text).expect_err("a header does not compile");
        assert!(message.contains("a.h:3:12"), "{message}");
    }

    #[test]
    fn a_name_that_cannot_be_read_is_not_undeclared() {
        assert!(undeclared("unknown type name 'NONE'"));
        assert!(undeclared("use of undeclared identifier 'NONE'"));
        assert!(!undeclared("initializer element is not constant"));
    }
}
