//! The party that compiles: C headers of mingw-w64, read by a C compiler for each architecture.
//!
//! An assertion would say only that a header disagrees. So each name is declared in a probe that
//! the compiler turns into an object file; the sizes, offsets, values and types that the compiler
//! settled on are then read from the object's data and its debug information.
//!
//! mingw-w64's compilers follow Microsoft's in laying records out, but not everywhere. So clang, which
//! knows both, lays the same records out once more, for Microsoft's targets.

mod compile;
mod dwarf;
mod exports;
mod layouts;
mod object_file;
mod probe;
mod toolchain;

use std::collections::HashSet;
use std::path::Path;

use crate::fact::{FactKind, Facts, FunctionFact};

pub use probe::{Prelude, Probe, ProbeKind};
pub use toolchain::{Compiler, Missing, compilers, microsoft};

/// What the headers say of `probes` on one compiler's architecture.
///
/// `scratch` is a folder for
/// the probe and its object.
///
/// # Errors
///
/// When the compiler cannot be asked, in words.
pub fn gather(
    compiler: &Compiler,
    probes: &[Probe],
    prelude: &Prelude,
    scratch: &Path,
) -> Result<Facts, String> {
    let names = probes.iter().map(|probe| probe.name.as_str());
    let mentioned = mentioned(compiler, names, prelude, scratch)?;
    gather_mentioned(compiler, probes, &mentioned, prelude, scratch)
}

/// The same, of those of the probes whose names are known to be mentioned.
///
/// # Errors
///
/// When the compiler cannot be asked, in words.
pub fn gather_mentioned(
    compiler: &Compiler,
    probes: &[Probe],
    mentioned: &HashSet<&str>,
    prelude: &Prelude,
    scratch: &Path,
) -> Result<Facts, String> {
    make(scratch)?;
    if let Some(target) = compiler.lays_out_for {
        return layouts::gather(compiler, target, probes, mentioned, prelude, scratch);
    }
    let verdicts = compile::check(compiler, probes, mentioned, prelude, scratch)?;
    let readable = verdicts.readable(probes);
    let object = compile::build(compiler, &readable, prelude, scratch)?;
    let object = object_file::ObjectFile::parse(&object)?;
    let mut facts = dwarf::read(&object, &readable, compiler.arch)?;
    for (probe, message) in verdicts.unreadable(probes) {
        let mut fact = crate::fact::Fact::everywhere(FactKind::Unreadable(message.to_owned()));
        fact.arches = compiler.arch;
        facts.insert(probe.name.clone(), fact);
    }
    if let Some(libraries) = &compiler.libraries {
        let functions = || {
            probes
                .iter()
                .filter(|probe| probe.kind == ProbeKind::Function)
        };
        let names = functions().map(|probe| probe.name.as_str());
        let exports = exports::Exports::read(libraries, names)?;
        for probe in functions() {
            for fact in facts.get_mut(&probe.name) {
                if let FactKind::Function(FunctionFact { libraries, .. }) = &mut fact.kind {
                    *libraries = exports.of(&probe.name).to_vec();
                }
            }
        }
    }
    Ok(facts)
}

/// Those of `names` that the headers mention in whatever way; far more quickly told than what they
/// are.
///
/// # Errors
///
/// When the compiler cannot be asked, in words.
pub fn mentioned<'n>(
    compiler: &Compiler,
    names: impl IntoIterator<Item = &'n str>,
    prelude: &Prelude,
    scratch: &Path,
) -> Result<HashSet<&'n str>, String> {
    make(scratch)?;
    compile::mentioned(compiler, names, prelude, scratch)
}

/// The version of mingw-w64's headers that a compiler has: `10.0`.
///
/// # Errors
///
/// When the compiler cannot be asked, in words.
pub fn headers_version(compiler: &Compiler, scratch: &Path) -> Result<String, String> {
    make(scratch)?;
    compile::headers_version(compiler, scratch)
}

fn make(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))
}
