//! A bar for each side of each case, as long as it took, on a logarithmic scale.

use std::fmt::Write as _;

use super::escape;
use crate::bench::record::{OURS, Record};
use crate::bench::units;

/// A block for each case that has a peer's time.
pub fn all(record: &Record) -> String {
    let times = record.cases.iter().filter_map(|(case, sides)| {
        let mut sides: Vec<_> = sides
            .iter()
            .filter_map(|(side, figures)| Some((side.as_str(), figures.time?, figures.ratio)))
            .collect();
        sides.sort_by_key(|(side, time, _)| (*side != OURS, *time));
        (sides.len() > 1 && sides[0].0 == OURS).then_some((case, sides))
    });
    let mut html = String::new();
    for (case, sides) in times {
        let longest = sides.iter().map(|(_, time, _)| *time).max().unwrap_or(1);
        let shortest = sides.iter().map(|(_, time, _)| *time).min().unwrap_or(1);
        // Two decades more than there are, so that the shortest bar is one.
        let from = (shortest as f64).max(1.0).log10() - 1.0;
        let span = ((longest as f64).max(1.0).log10() - from).max(0.1);
        _ = write!(html, "<div class=\"bars\"><h3>{}</h3>", escape(case));
        for (side, time, ratio) in sides {
            let width = ((time as f64).max(1.0).log10() - from) / span * 100.0;
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
                units::time(time),
            );
        }
        html.push_str("</div>");
    }
    html
}
