//! How the generator's time grows with the number of items: both axes logarithmic.

use std::fmt::Write as _;

use super::{decades, escape};
use crate::bench::fit::slope;
use crate::bench::record::{OURS, Record};
use crate::bench::{targets, units};

/// The lines: the family of cases, the side, and the class that gives the colour.
const LINES: [(&str, &str, &str); 4] = [
    ("codegen/cut", OURS, "ours"),
    ("codegen/made-up", OURS, "ours second"),
    ("codegen/cut", "windows-rdl", "peer"),
    ("codegen/made-up", "windows-rdl", "peer second"),
];

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 240.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 44.0;

/// One side's growth.
struct Line {
    name: String,
    class: &'static str,
    points: Vec<(f64, f64)>,
    slope: f64,
}

/// Where figures go on the drawing.
struct Scale {
    x: (f64, f64),
    y: (f64, f64),
}

impl Scale {
    fn x(&self, size: f64) -> f64 {
        let (from, to) = self.x;
        LEFT + (size.log10() - from) / (to - from) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, cost: f64) -> f64 {
        let (from, to) = self.y;
        HEIGHT - BOTTOM - (cost.log10() - from) / (to - from) * (HEIGHT - TOP - BOTTOM)
    }
}

/// The drawing; nothing when nothing that grows was measured.
pub fn chart(record: &Record) -> String {
    let lines: Vec<_> = LINES
        .iter()
        .filter_map(|&(family, side, class)| {
            let points = targets::growth(record, family, side);
            let what = family.rsplit('/').next().unwrap_or(family);
            Some(Line {
                name: format!("{side}, {what}"),
                class,
                slope: slope(&points)?,
                points,
            })
        })
        .collect();
    let all = || lines.iter().flat_map(|line| &line.points);
    let range = |part: fn(&(f64, f64)) -> f64| {
        let values = || all().map(part);
        let least = values().fold(f64::INFINITY, f64::min);
        let most = values().fold(0.0, f64::max);
        (least.log10().floor(), most.log10().ceil())
    };
    if lines.is_empty() {
        return "<p class=\"none\">Nothing that grows was measured.</p>".to_owned();
    }
    let scale = Scale {
        x: range(|point| point.0),
        y: range(|point| point.1),
    };
    let mut svg = format!(
        "<svg class=\"growth\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-label=\"Time by number of items\">"
    );
    axes(&scale, &mut svg);
    let mut names: Vec<f64> = Vec::new();
    for line in &lines {
        draw(line, &scale, &mut names, &mut svg);
    }
    svg.push_str("</svg>");
    svg
}

fn axes(scale: &Scale, svg: &mut String) {
    let (left, right) = (LEFT, WIDTH - RIGHT);
    for mark in decades(10_f64.powf(scale.y.0), 10_f64.powf(scale.y.1)) {
        let y = scale.y(mark);
        _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
             <text class=\"mark\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            left - 8.0,
            y + 4.0,
            units::time(mark as u64),
        );
    }
    for mark in decades(10_f64.powf(scale.x.0), 10_f64.powf(scale.x.1)) {
        let x = scale.x(mark);
        _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"/>\
             <text class=\"mark\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM + 20.0,
            units::count(mark as u64),
        );
    }
    _ = write!(
        svg,
        "<text class=\"mark\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">items</text>",
        f64::midpoint(left, right),
        HEIGHT - 6.0,
    );
}

/// Draws a line with its points, and its name at its end, clear of the other names.
fn draw(line: &Line, scale: &Scale, names: &mut Vec<f64>, svg: &mut String) {
    const GAP: f64 = 17.0;
    let Line {
        name,
        class,
        points,
        slope,
    } = line;
    let place = |(size, cost): &(f64, f64)| (scale.x(*size), scale.y(*cost));
    let path: Vec<_> = points
        .iter()
        .map(|point| {
            let (x, y) = place(point);
            format!("{x:.1},{y:.1}")
        })
        .collect();
    _ = write!(
        svg,
        "<g class=\"{class}\"><polyline points=\"{}\"/>",
        path.join(" ")
    );
    for point in points {
        let (x, y) = place(point);
        _ = write!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"><title>{} items: {}</title></circle>",
            units::count(point.0 as u64),
            units::time(point.1 as u64),
        );
    }
    if let Some((_, mut y)) = points.last().map(place) {
        while let Some(taken) = names.iter().find(|taken| (**taken - y).abs() < GAP) {
            y = taken + GAP;
        }
        names.push(y);
        _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\">{}: slope {slope:.3}</text>",
            WIDTH - RIGHT + 12.0,
            y + 4.0,
            escape(name),
        );
    }
    svg.push_str("</g>");
}
