//! Asks every party everything, once.

use std::path::Path;

use winsec_codegen::model::{Arches, Party};

use crate::{
    answers::{Answer, Answers},
    c, metadata,
    ours::Ours,
    show, windows_sys,
};

/// Asks every party for everything that the specs say.
///
/// `root` is the workspace's folder, `scratch` one for intermediate files.
#[must_use]
pub fn gather(ours: &Ours<'_>, root: &Path, scratch: &Path) -> Answers {
    let mut answers = Answers::default();
    std::thread::scope(|scope| {
        let metadata = scope.spawn(|| ask_metadata(ours, scratch));
        let windows_sys = scope.spawn(|| ask_windows_sys(ours, root));
        let c = ask_c(ours, scratch);
        for (party, answer) in [
            (Party::Metadata, join(metadata)),
            (Party::WindowsSys, join(windows_sys)),
            (Party::C, c),
        ] {
            *answers.of_mut(party) = answer;
        }
    });
    answers
}

fn join(thread: std::thread::ScopedJoinHandle<'_, Answer>) -> Answer {
    thread
        .join()
        .unwrap_or_else(|payload| std::panic::resume_unwind(payload))
}

fn ask_metadata(ours: &Ours<'_>, scratch: &Path) -> Answer {
    let facts = metadata::Index::new()
        .and_then(|index| metadata::gather(&index, ours.names(), &scratch.join("metadata")));
    answer(facts, "windows-bindgen 0.100 over windows-default 0.100")
}

fn ask_windows_sys(ours: &Ours<'_>, root: &Path) -> Answer {
    let facts = windows_sys::locate(root).and_then(|source| {
        let mut facts = windows_sys::gather(&source, ours.names())
            .map_err(|error| format!("{} cannot be read: {error}", source.display()))?;
        windows_sys::settle(&mut facts, &ours.groups());
        Ok(facts)
    });
    answer(facts, &format!("windows-sys {}", windows_sys::VERSION))
}

fn answer(facts: Result<crate::fact::Facts, String>, source: &str) -> Answer {
    match facts {
        Ok(facts) => Answer {
            facts,
            asked: Arches::ALL,
            sources: vec![source.to_owned()],
            ..Answer::default()
        },
        Err(reason) => Answer {
            gaps: vec![reason],
            ..Answer::default()
        },
    }
}

/// Asks each architecture's compilers, each in a thread of its own.
fn ask_c(ours: &Ours<'_>, scratch: &Path) -> Answer {
    let mut answer = Answer::default();
    let probes = ours.probes();
    let prelude = c::Prelude::with_guids(&ours.headers());
    let compilers = c::compilers(None).into_iter().chain(c::microsoft(None));
    let asked = std::thread::scope(|scope| {
        let threads: Vec<_> = compilers
            .map(|compiler| {
                let (probes, prelude) = (&probes, &prelude);
                scope.spawn(move || {
                    let compiler =
                        compiler.map_err(|missing| (missing.arch, missing.to_string()))?;
                    let folder = scratch.join("c").join(compiler.key());
                    match c::gather(&compiler, probes, prelude, &folder) {
                        Ok(facts) => Ok((compiler, facts)),
                        Err(reason) => Err((compiler.arch, reason)),
                    }
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|payload| std::panic::resume_unwind(payload))
            })
            .collect::<Vec<_>>()
    });
    for result in asked {
        match result {
            Ok((compiler, facts)) => {
                let source = format!("{} for {}", compiler.version, show::arches(compiler.arch));
                if compiler.lays_out_for.is_some() {
                    answer.layouts.extend(facts);
                    answer
                        .sources
                        .push(format!("{source}, records as Microsoft lays them out"));
                } else {
                    answer.asked = answer.asked.union(compiler.arch);
                    answer.facts.extend(facts);
                    answer.sources.push(source);
                }
            }
            Err((arch, reason)) => {
                let gap = format!("{}: {reason}", show::arches(arch));
                if !answer.gaps.contains(&gap) {
                    answer.gaps.push(gap);
                }
            }
        }
    }
    answer
}
