//! The layouts of a whole metadata's records against mingw-w64's headers, as a C compiler lays them
//! out.

mod list;
mod sample;
mod tally;
pub mod triage;

use std::collections::BTreeSet;
use std::path::Path;

use winsec_codegen::Analysis;
use winsec_codegen::layout::Arch;
use winsec_codegen::model::{Item, ItemId, ItemKind, Record};

use crate::c::{self, Compiler, Probe, ProbeKind};
use crate::fact::{Facts, Ty};
use crate::numbers;
use crate::world::World;

pub use crate::numbers::Difference;
pub use sample::Sample;
pub use tally::Tally;

/// The architectures that compilers are asked for.
pub const ARCHES: [Arch; 3] = Arch::ALL;

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
    let names: BTreeSet<&str> = records(analysis, arch)
        .filter(|(_, _, record)| !record.fields.is_empty())
        .map(|(_, item, _)| item.name.text.as_str())
        .collect();
    let mut sets = Vec::new();
    for (number, prelude) in list::units()?.into_iter().enumerate() {
        let folder = scratch.join(compiler.key()).join(number.to_string());
        let mentioned = c::mentioned(compiler, names.iter().copied(), &prelude, &folder)?;
        sets.push((prelude, folder, mentioned));
    }
    let all = sets.iter().flat_map(|(_, _, mentioned)| mentioned);
    let mut asked: Vec<&str> = all.copied().collect::<BTreeSet<_>>().into_iter().collect();
    if let Some(sample) = sample {
        asked = sample.of(&asked);
    }
    let mut facts: Vec<Facts> = Vec::new();
    for (prelude, folder, mentioned) in &sets {
        let unknown = |name: &&&str| !facts.iter().any(|facts| facts.contains(name));
        let probes = asked.iter().filter(unknown).map(|name| probe(name));
        let probes: Vec<Probe> = probes.collect();
        let set = c::gather_mentioned(compiler, &probes, mentioned, prelude, folder)?;
        facts.push(set);
    }
    Ok(judge(analysis, arch, &facts, sample.map(|_| &asked[..])))
}

/// The records of an architecture.
fn records(analysis: &Analysis, arch: Arch) -> impl Iterator<Item = (ItemId, &Item, &Record)> {
    let items = (0..).map(ItemId).zip(&analysis.model.items);
    items.filter_map(move |(id, item)| match &item.kind {
        ItemKind::Record(record) if item.arches.contains(arch.set()) => Some((id, item, record)),
        _ => None,
    })
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
    for (id, item, record) in records(analysis, arch) {
        let name = item.name.text.as_str();
        if record.fields.is_empty() {
            let reason = "the metadata has it without fields";
            tally.unsupported.insert(name.to_owned(), reason.to_owned());
            continue;
        }
        if asked.is_some_and(|asked| asked.binary_search(&name).is_err()) {
            tally.left_out.push(name.to_owned());
            continue;
        }
        let Some(layout) = analysis.layouts.record(id, arch) else {
            let reason = "it has no layout";
            tally.unsupported.insert(name.to_owned(), reason.to_owned());
            continue;
        };
        let knows = facts.iter().find(|facts| facts.contains(name));
        let Some(world) = knows.map(|facts| World::new(facts, arch.set())) else {
            tally.absent.push(name.to_owned());
            continue;
        };
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
