//! One page with everything: targets, bars beside the peers, growth, and every baseline there was.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::git::Past;
use crate::bench::record::{OURS, Record};
use crate::bench::targets::TARGETS;
use crate::bench::units;

mod bars;
mod growth;
mod trend;

/// The page's frame, with a place for each part.
const FRAME: &str = include_str!("page.html");

/// Writes the page.
pub fn write(file: &Path, record: &Record, history: &[Past]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, page(record, history))
        .with_context(|| format!("cannot write {}", file.display()))
}

fn page(record: &Record, history: &[Past]) -> String {
    let parts = [
        ("{facts}", facts(record)),
        ("{targets}", cards(record)),
        ("{bars}", bars::all(record)),
        ("{growth}", growth::chart(record)),
        ("{trend}", trend::all(record, history)),
        ("{figures}", figures(record)),
    ];
    parts.iter().fold(FRAME.to_owned(), |page, (place, part)| {
        page.replace(place, part)
    })
}

/// What was measured, where and with what.
fn facts(record: &Record) -> String {
    let Record {
        date,
        commit,
        machine,
        tools,
        ..
    } = record;
    let facts = [
        ("commit", format!("{commit}, {date}")),
        ("machine", machine.clone()),
        ("rustc", format!("{}, {}", tools.rustc, tools.host)),
        ("valgrind", tools.valgrind.clone()),
    ];
    let mut html = String::new();
    for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
        _ = write!(html, "<div><dt>{name}</dt><dd>{}</dd></div>", escape(fact));
    }
    html
}

/// A card for each target that was measured.
fn cards(record: &Record) -> String {
    let mut html = String::new();
    for target in &TARGETS {
        let Some(value) = target.value(record) else {
            continue;
        };
        let (class, verdict) = if target.is_met(value) {
            ("met", "met")
        } else {
            ("missed", "missed")
        };
        // The bar is full at the target.
        let share = if value <= 0.0 {
            0.0
        } else {
            (value / target.most * 100.0).min(100.0)
        };
        _ = write!(
            html,
            "<article class=\"card {class}\"><p class=\"value\">{}</p><h3>{}</h3>\
             <p class=\"against\">against {}</p>\
             <div class=\"gauge\"><span style=\"width:{share:.1}%\"></span></div>\
             <p class=\"goal\">at most {} <b>{verdict}</b></p></article>",
            units::ratio(value, 1.0),
            escape(target.what),
            escape(target.against),
            units::ratio(target.most, 1.0),
        );
    }
    html
}

/// All figures, as a table.
fn figures(record: &Record) -> String {
    let mut html = String::new();
    for (case, sides) in &record.cases {
        let mut sides: Vec<_> = sides.iter().collect();
        sides.sort_by_key(|(side, _)| *side != OURS);
        for (side, figures) in sides {
            let cell = |figure: Option<u64>, show: fn(u64) -> String| {
                format!("<td>{}</td>", figure.map(show).unwrap_or_default())
            };
            _ = write!(
                html,
                "<tr><th>{}</th><td class=\"by\">{}</td>{}{}{}{}{}{}{}</tr>",
                escape(case),
                escape(side),
                cell(figures.instructions, units::count),
                cell(figures.time, units::time),
                cell(figures.allocations, units::count),
                cell(figures.peak, units::bytes),
                cell(figures.resident, units::bytes),
                cell(figures.crates, units::count),
                cell(figures.size, units::bytes),
            );
        }
    }
    html
}

/// A text in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Marks on a logarithmic axis: the powers of ten between two figures, both included.
fn decades(from: f64, to: f64) -> impl Iterator<Item = f64> {
    let first = from.log10().floor() as i32;
    let last = to.log10().ceil() as i32;
    (first..=last).map(|power| 10_f64.powi(power))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let mut record = Record {
            machine: "A <machine> & more".to_owned(),
            ..Record::default()
        };
        for (case, ours, theirs) in [
            ("calls/query", 20_000, 19_000),
            ("codegen/specs", 20_000_000, 600_000_000),
            ("codegen/cut/1000", 9_000_000, 40_000_000),
            ("codegen/cut/10000", 80_000_000, 500_000_000),
        ] {
            let side = record.entry(case, OURS);
            side.time = Some(ours);
            side.instructions = Some(ours * 8);
            side.allocations = Some(0);
            let peer = match case {
                "calls/query" => "by hand",
                "codegen/specs" => "windows-bindgen",
                _ => "windows-rdl",
            };
            let side = record.entry(case, peer);
            side.allocations = Some(0);
            side.time = Some(theirs);
            side.ratio = Some(ours as f64 / theirs as f64);
        }
        record
    }

    #[test]
    fn the_page_holds_every_part_and_nothing_from_elsewhere() {
        let record = record();
        let past = |commit: &str| Past {
            commit: commit.to_owned(),
            date: "2026-11-20".to_owned(),
            subject: "Why".to_owned(),
            record: record.clone(),
        };
        let page = page(&record, &[past("one"), past("two")]);
        for part in [
            "A &lt;machine&gt; &amp; more",
            "missed",
            "<svg",
            "codegen/specs",
            "slope",
        ] {
            assert!(page.contains(part), "{part}");
        }
        for place in [
            "{facts}",
            "{targets}",
            "{bars}",
            "{growth}",
            "{trend}",
            "{figures}",
        ] {
            assert!(!page.contains(place), "{place}");
        }
        assert!(!page.contains("http://") && !page.contains("https://"));
        assert!(!page.contains("NaN") && !page.contains("inf"));
    }

    #[test]
    fn a_page_of_nothing_is_a_page() {
        let page = page(&Record::default(), &[]);
        assert!(page.contains("</html>"));
        assert!(!page.contains("NaN"));
    }

    #[test]
    fn marks_are_powers_of_ten() {
        let marks: Vec<_> = decades(20.0, 3000.0).collect();
        assert_eq!(marks, [10.0, 100.0, 1000.0, 10_000.0]);
    }
}
