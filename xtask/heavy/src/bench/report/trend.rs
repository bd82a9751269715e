//! A small drawing for each case: our instructions, from baseline to baseline, to this run.

use std::fmt::Write as _;

use super::escape;
use crate::bench::git::Past;
use crate::bench::record::{OURS, Record};
use crate::bench::units;

const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 64.0;
const EDGE: f64 = 6.0;

/// A drawing for each case whose instructions were counted.
pub fn all(record: &Record, history: &[Past]) -> String {
    let runs: Vec<_> = history
        .iter()
        .map(|past| {
            let Past {
                commit,
                date,
                subject,
                record,
            } = past;
            (format!("{commit}, {date}: {subject}"), record)
        })
        .chain([("this run".to_owned(), record)])
        .collect();
    let mut html = String::new();
    for case in record.cases.keys() {
        let points: Vec<_> = runs
            .iter()
            .filter_map(|(name, record)| {
                let count = record.side(case, OURS)?.instructions?;
                Some((count, name.as_str()))
            })
            .collect();
        if !points.is_empty()
            && record
                .side(case, OURS)
                .is_some_and(|side| side.instructions.is_some())
        {
            html.push_str(&drawing(case, &points));
        }
    }
    if html.is_empty() {
        return "<p class=\"none\">No instructions were counted.</p>".to_owned();
    }
    html
}

fn drawing(case: &str, points: &[(u64, &str)]) -> String {
    let counts = || points.iter().map(|(count, _)| *count as f64);
    let most = counts().fold(0.0, f64::max);
    let least = counts().fold(f64::INFINITY, f64::min);
    // A change of a hundredth is to be seen; one of a thousandth is not.
    let middle = f64::midpoint(most, least);
    let span = (most - least).max(middle / 50.0).max(1.0);
    let step = (WIDTH - 2.0 * EDGE) / (points.len().max(2) - 1) as f64;
    let place = |at: usize, count: f64| {
        let x = EDGE + step * at as f64;
        let y = HEIGHT / 2.0 - (count - middle) / span * (HEIGHT - 2.0 * EDGE);
        (x, y)
    };
    let mut dots = String::new();
    let mut path = Vec::new();
    for (at, (count, name)) in points.iter().enumerate() {
        let (x, y) = place(at, *count as f64);
        path.push(format!("{x:.1},{y:.1}"));
        _ = write!(
            dots,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"><title>{}: {count}</title></circle>",
            escape(name),
        );
    }
    let first = points.first().map_or(0, |(count, _)| *count);
    let last = points.last().map_or(0, |(count, _)| *count);
    format!(
        "<figure class=\"trend\"><figcaption>{}<b>{}</b><i>{}</i></figcaption>\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" class=\"ours\" role=\"img\" \
         aria-label=\"instructions\"><polyline points=\"{}\"/>{dots}</svg></figure>",
        escape(case),
        units::count(last),
        if points.len() > 1 {
            units::change(last as f64, first as f64)
        } else {
            String::new()
        },
        path.join(" "),
    )
}
