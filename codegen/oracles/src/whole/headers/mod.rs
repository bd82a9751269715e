//! The layouts of a whole metadata's records against mingw-w64's headers, as a C compiler lays them
//! out.

mod list;
mod numbers;
mod sample;
mod tally;
pub mod triage;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use winsec_codegen::Analysis;
use winsec_codegen::layout::Arch;
use winsec_codegen::model::{Item, ItemId, ItemKind};

use crate::c::{self, Compiler, Prelude, Probe, ProbeKind};
use crate::fact::{Facts, Ty};
use crate::world::World;

pub use numbers::Difference;
pub use sample::Sample;
pub use tally::Tally;

/// The architectures that mingw-w64's compilers are asked for.
pub const ARCHES: [Arch; 2] = [Arch::X86, Arch::X64];

/// Holds every record of a crate, or a sample of those that the headers mention, against the headers
/// on one compiler's architecture. `scratch` is a folder for what is compiled.
///
/// # Errors
///
/// When the compiler cannot be asked, in words.
pub fn compare(
    analysis: &Analysis,
    arch: Arch,
    compiler: &Compiler,
    sample: Option<Sample>,
    scratch: &Path,
) -> Result<Tally, String> {
    let mut names = records(analysis, arch)
        .map(|(_, item)| item.name.text.as_str())
        .collect::<Vec<_>>();
    let units = list::units()?;
    let folder = |unit: usize| scratch.join(arch.name()).join(unit.to_string());
    if let Some(sample) = sample {
        names = sample.of(&mentioned(compiler, &names, &units, folder)?);
    }
    let probes: Vec<Probe> = names.iter().map(|name| probe(name)).collect();
    let units = units.iter().enumerate();
    let facts = units
        .map(|(unit, prelude)| c::gather(compiler, &probes, prelude, &folder(unit)))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(judge(analysis, arch, &facts, sample.map(|_| &names[..])))
}

/// The records of an architecture.
fn records(analysis: &Analysis, arch: Arch) -> impl Iterator<Item = (ItemId, &Item)> {
    let items = (0..).map(ItemId).zip(&analysis.model.items);
    items.filter(move |(_, item)| {
        matches!(item.kind, ItemKind::Record(_)) && item.arches.contains(arch.set())
    })
}

/// Those of the names that are in the headers at all.
fn mentioned<'n>(
    compiler: &Compiler,
    names: &[&'n str],
    units: &[Prelude],
    folder: impl Fn(usize) -> PathBuf,
) -> Result<Vec<&'n str>, String> {
    let mut all = BTreeSet::new();
    for (unit, prelude) in units.iter().enumerate() {
        all.extend(c::mentioned(
            compiler,
            names.iter().copied(),
            prelude,
            &folder(unit),
        )?);
    }
    Ok(all.into_iter().collect())
}

fn probe(name: &str) -> Probe {
    Probe {
        name: name.to_owned(),
        kind: ProbeKind::Type,
    }
}

/// Holds every record against what the headers say, each unit of them in its turn.
///
/// `asked` are the names that the headers were asked for, where that is not all.
#[must_use]
pub fn judge(analysis: &Analysis, arch: Arch, facts: &[Facts], asked: Option<&[&str]>) -> Tally {
    let mut tally = Tally::default();
    for (id, item) in records(analysis, arch) {
        let name = item.name.text.as_str();
        if asked.is_some_and(|asked| asked.binary_search(&name).is_err()) {
            tally.left_out.push(name.to_owned());
            continue;
        }
        let (ItemKind::Record(record), Some(layout)) =
            (&item.kind, analysis.layouts.record(id, arch))
        else {
            continue;
        };
        let knows = facts.iter().find(|facts| facts.contains(name));
        let Some(world) = knows.map(|facts| World::new(facts, arch.set())) else {
            tally.absent.push(name.to_owned());
            continue;
        };
        if record.fields.is_empty() {
            let reason = "the metadata has it without fields";
            tally.unsupported.insert(name.to_owned(), reason.to_owned());
            continue;
        }
        match theirs(world, name) {
            Ok(theirs) => {
                let ours = numbers::ours(record, layout);
                tally.add(name, &ours, &theirs);
            }
            Err(reason) => {
                tally.unsupported.insert(name.to_owned(), reason.to_owned());
            }
        }
    }
    tally
}

/// The headers' numbers of a record, or why there are none.
fn theirs(world: World<'_>, name: &str) -> Result<numbers::Numbers, &'static str> {
    let ty = Ty::Named(name.to_owned());
    let Some(record) = world.record(&ty) else {
        return Err(match world.behind(&ty) {
            Ty::Named(other) if world.fact(other).is_none() => {
                "the headers declare it without its fields"
            }
            _ => "what the headers call so is no record",
        });
    };
    Ok(numbers::theirs(world, record))
}
