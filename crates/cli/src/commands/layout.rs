//! `winsec layout`: how a structure lies in memory, to scale, offline.

mod draw;
mod grid;
mod plan;
mod show;
mod svg;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use self::plan::{Group, Plan};
use crate::catalogue::items::{ARCHES, Item, Kind};
use crate::catalogue::{self, Named, didyoumean, similar};
use crate::file;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;

/// Draw how a structure lies in memory, offline
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec layout SOCKET_SECURITY_QUERY_INFO\n  winsec layout OVERLAPPED --arch x64 --svg overlapped.svg"
)]
pub(crate) struct Layout {
    /// The structure's or union's C name
    #[arg(value_name = "STRUCT")]
    name: String,
    /// Draw one architecture only
    #[arg(long, value_enum)]
    arch: Option<Arch>,
    /// Write a picture to this file; - for standard output
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

/// An architecture, as people type it.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "lower")]
enum Arch {
    X86,
    X64,
    Arm64,
}

#[derive(Serialize)]
struct Drawn {
    name: &'static str,
    kind: &'static str,
    layouts: Vec<ArchPlan>,
}

#[derive(Serialize)]
struct ArchPlan {
    arch: &'static str,
    #[serde(flatten)]
    plan: Plan,
}

impl Layout {
    /// Draws it.
    pub(crate) fn run(self, output: &Output) -> Outcome {
        file::check(self.svg.as_deref(), output)?;
        let items = records(&self.name)?;
        let (name, kind) = describe(&items);
        let wanted = self.arch.map(|arch| arch as usize);
        let groups = Group::all(&items, wanted);
        if groups.is_empty() {
            return Err(Failure::usage(format!(
                "{name} does not exist on that architecture"
            )));
        }
        if let Some(path) = &self.svg {
            file::write(path, svg::svg(name, &groups).as_bytes(), output)?;
            if file::is_stdout(path) {
                return Ok(Status::Fine);
            }
        }
        let layouts = ARCHES.into_iter().enumerate();
        let drawn = Drawn {
            name,
            kind,
            layouts: layouts
                .filter(|(at, _)| wanted.is_none_or(|wanted| wanted == *at))
                .filter_map(|(at, arch)| {
                    let plan = Plan::of(&items, at)?;
                    Some(ArchPlan { arch, plan })
                })
                .collect(),
        };
        output.print(&Place::Offline, &drawn, |page, drawn| {
            show::show(page, drawn.name, drawn.kind, &groups);
        })?;
        Ok(Status::Fine)
    }
}

fn describe(items: &[&'static Item]) -> (&'static str, &'static str) {
    let first = items.first();
    let union = first.is_some_and(|item| matches!(&item.kind, Kind::Record(of) if of.union));
    let kind = if union { "union" } else { "structure" };
    (first.map_or("", |item| item.name), kind)
}

/// The records of a name, also behind a name for them or a pointer to them; several where the
/// architectures differ.
fn records(name: &str) -> Outcome<Vec<&'static Item>> {
    let mut wanted = name.trim().to_owned();
    // A name may stand for a name for a name; a chain that long is a circle.
    for _ in 0..8 {
        let found = catalogue::find(&wanted);
        let items: Vec<&Item> = found.iter().map(|named| named.item()).collect();
        let records: Vec<&'static Item> = items
            .iter()
            .copied()
            .filter(|item| matches!(item.kind, Kind::Record(_)))
            .collect();
        if !records.is_empty() {
            return Ok(records);
        }
        let Some(first) = found.first() else {
            break;
        };
        match first {
            Named::Item(Item {
                kind: Kind::Alias(of),
                ..
            }) => of
                .trim_start_matches("*mut ")
                .trim_start_matches("*const ")
                .clone_into(&mut wanted),
            _ => break,
        }
    }
    if catalogue::find(name.trim()).is_empty() {
        return Err(unknown(name));
    }
    Err(Failure::usage(format!("{name} is not a structure"))
        .help(format!("winsec explain {name} says what it is")))
}

fn unknown(name: &str) -> Failure {
    let records = catalogue::items().filter(|item| matches!(item.kind, Kind::Record(_)));
    let names = similar(name, records.map(|item| item.name));
    Failure::usage(format!("no structure is called {name}")).help(
        didyoumean(&names).unwrap_or_else(|| {
            "names are listed by a pattern: winsec explain \"SOCKET_SECURITY_*\"".to_owned()
        }),
    )
}
