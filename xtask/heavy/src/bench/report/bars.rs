//! A bar for each side of each case, on a logarithmic scale: instructions, which are the same on every
//! run, or else time.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape;
use crate::bench::record::{Figures, OURS, Record};
use crate::bench::units;

/// Who did it, what it cost, and our cost as a multiple of that.
type Bar<'a> = (&'a str, u64, Option<f64>);

/// The sides of a case whose instructions were counted, if a peer's were; nothing otherwise.
fn instructions(sides: &BTreeMap<String, Figures>) -> Option<Vec<Bar<'_>>> {
    let ours = sides.get(OURS)?.instructions?;
    let bars: Vec<_> = sides
        .iter()
        .filter_map(|(side, figures)| {
            let count = figures.instructions?;
            let ratio = (side != OURS).then_some(ours as f64 / count as f64);
            Some((side.as_str(), count, ratio))
        })
        .collect();
    (bars.len() == sides.len() && bars.len() > 1).then_some(bars)
}

/// The sides of a case that were timed, if a peer was.
fn times(sides: &BTreeMap<String, Figures>) -> Option<Vec<Bar<'_>>> {
    sides.get(OURS)?.time?;
    let bars: Vec<_> = sides
        .iter()
        .filter_map(|(side, figures)| Some((side.as_str(), figures.time?, figures.ratio)))
        .collect();
    (bars.len() > 1).then_some(bars)
}

/// A block for each case that was measured beside a peer.
pub fn all(record: &Record) -> String {
    let blocks = record.cases.iter().filter_map(|(case, sides)| {
        let counted = instructions(sides);
        let show = if counted.is_some() {
            |count| format!("{} instructions", units::count(count))
        } else {
            units::time
        };
        let mut bars = counted.or_else(|| times(sides))?;
        bars.sort_by_key(|(side, cost, _)| (*side != OURS, *cost));
        Some((case, bars, show))
    });
    let mut html = String::new();
    for (case, sides, show) in blocks {
        let most = sides.iter().map(|(_, cost, _)| *cost).max().unwrap_or(1);
        let least = sides.iter().map(|(_, cost, _)| *cost).min().unwrap_or(1);
        // One decade more than there is, so that the shortest bar is one.
        let from = (least as f64).max(1.0).log10() - 1.0;
        let span = ((most as f64).max(1.0).log10() - from).max(0.1);
        _ = write!(html, "<div class=\"bars\"><h3>{}</h3>", escape(case));
        for (side, cost, ratio) in sides {
            let width = ((cost as f64).max(1.0).log10() - from) / span * 100.0;
            let class = if side == OURS { "ours" } else { "peer" };
            let ratio = ratio.map_or_else(String::new, |ratio| {
                format!("<i>ours: {} of it</i>", units::ratio(ratio, 1.0))
            });
            _ = write!(
                html,
                "<div class=\"bar {class}\"><span class=\"name\">{}</span>\
                 <span class=\"track\"><span style=\"width:{width:.2}%\"></span></span>\
                 <span class=\"figure\">{} {ratio}</span></div>",
                escape(side),
                show(cost),
            );
        }
        html.push_str("</div>");
    }
    html
}
