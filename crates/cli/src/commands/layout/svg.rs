//! A layout as a picture: SVG that fits light and dark pages.

use std::fmt::Write;

use super::grid::{Cell, Cells, Grid, ROW, Row};
use super::plan::Group;

/// How wide and high a byte is.
const BYTE: (u64, u64) = (44, 34);

/// How much room the offsets take.
const OFFSETS: u64 = 44;

/// What stands around and between.
const GAP: u64 = 24;

/// How wide a letter is, about.
const LETTER: u64 = 8;

/// How high a line of text is.
const LINE: u64 = 22;

const STYLE: &str = "\
text{font:13px ui-monospace,Consolas,Menlo,monospace;fill:#1b2733}\
.t{font-weight:700}.o{fill:#5b6b7b;text-anchor:end}.n{text-anchor:middle}\
.c{fill:#e3effb}.p{fill:url(#h)}.h{stroke:#9aa7b4}\
.b{stroke:#3b6ea5;stroke-linecap:square;fill:none}\
svg{background:#fff}\
@media(prefers-color-scheme:dark){svg{background:#10161d}text{fill:#dbe5ee}.o{fill:#93a4b5}\
.c{fill:#1c3148}.b{stroke:#6fa8dc}.h{stroke:#5b6b7b}}";

/// The picture of all groups, beside each other.
pub(super) fn svg(name: &str, groups: &[Group]) -> String {
    let column = OFFSETS + BYTE.0 * ROW + GAP;
    let heights = groups.iter().map(|group| {
        let grids = Grid::all(&group.plan);
        grids.iter().map(|grid| height(grid) + GAP).sum::<u64>()
    });
    let height = GAP + LINE * 2 + heights.max().unwrap_or(0);
    let width = GAP + column * groups.len() as u64;
    let mut picture = Picture(String::new());
    picture.add(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{name}\">\n\
         <style>{STYLE}</style>\n\
         <defs><pattern id=\"h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <path class=\"h\" d=\"M0 6L6 0\"/></pattern></defs>\n"
    ));
    picture.text("t", GAP, GAP, name);
    for (at, group) in (0..).zip(groups) {
        picture.group(GAP + column * at, group);
    }
    picture.0.push_str("</svg>\n");
    picture.0
}

fn height(grid: &Grid) -> u64 {
    grid.rows.len() as u64 * BYTE.1
}

/// A picture under construction.
struct Picture(String);

impl Picture {
    fn add(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(arguments);
    }

    fn text(&mut self, class: &str, x: u64, y: u64, text: &str) {
        self.add(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>\n",
            escaped(text)
        ));
    }

    fn group(&mut self, x: u64, group: &Group) {
        let plan = &group.plan;
        let title = format!(
            "{}: {} bytes, aligned to {}",
            group.title(),
            plan.size,
            plan.align
        );
        self.text("", x, GAP + LINE, &title);
        let mut y = GAP + LINE * 2 - 8;
        for grid in Grid::all(plan) {
            self.grid(x + OFFSETS, y, &grid);
            y += height(&grid) + GAP;
        }
    }

    fn grid(&mut self, x: u64, top: u64, grid: &Grid) {
        for (y, row) in (0..).map(|at| top + at * BYTE.1).zip(&grid.rows) {
            match row {
                Row::Bytes { offset, cells } => {
                    self.text("o", x - 8, y + 21, &offset.to_string());
                    self.row(x, y, *offset, cells, grid);
                }
                Row::Omitted { cell, bytes } => {
                    let more = format!("{bytes} more bytes");
                    self.cell(class(grid.cells.get(*cell)), x, y, ROW, &more);
                }
            }
        }
        self.borders(x, top, grid);
    }

    /// The parts of cells that are in a row; the name stands in one of a cell's rows.
    fn row(&mut self, x: u64, y: u64, offset: u64, cells: &Cells, grid: &Grid) {
        let mut at = 0;
        while let Some(Some(cell)) = cells.get(at).copied() {
            let len = cells[at..]
                .iter()
                .take_while(|other| **other == Some(cell))
                .count();
            let owner = grid.cells.get(cell);
            let named = owner.filter(|owner| owner.label_offset() == offset + at as u64);
            let label = named.and_then(|owner| owner.name.as_deref()).unwrap_or("");
            let left = x + at as u64 * BYTE.0;
            self.cell(class(owner), left, y, len as u64, label);
            at += len;
        }
    }

    /// A box of so many bytes with a label, which is squeezed if it is too long.
    fn cell(&mut self, class: &str, x: u64, y: u64, bytes: u64, label: &str) {
        let (width, height) = (bytes * BYTE.0, BYTE.1);
        self.add(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\n"
        ));
        if label.is_empty() {
            return;
        }
        let room = width - 6;
        let fit = if label.chars().count() as u64 * LETTER > room {
            format!(" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\"")
        } else {
            String::new()
        };
        self.add(format_args!(
            "<text class=\"n\" x=\"{}\" y=\"{}\"{fit}>{}</text>\n",
            x + width / 2,
            y + 21,
            escaped(label)
        ));
    }

    /// The lines between bytes of different cells.
    fn borders(&mut self, x: u64, top: u64, grid: &Grid) {
        let none: Cells = [None; ROW as usize];
        let mut path = String::new();
        let mut above = none;
        let rows = grid.rows.iter().map(Row::cells).chain([none]);
        for (y, cells) in (0..).map(|at| top + at * BYTE.1).zip(rows) {
            let mut before = None;
            for (at, left) in (0..=ROW as usize).zip((0..).map(|at| x + at * BYTE.0)) {
                let cell = cells.get(at).copied().flatten();
                if cell != before {
                    path.push_str(&format!("M{left} {y}v{}", BYTE.1));
                }
                if at < cells.len() && cell != above[at] {
                    path.push_str(&format!("M{left} {y}h{}", BYTE.0));
                }
                before = cell;
            }
            above = cells;
        }
        self.add(format_args!("<path class=\"b\" d=\"{path}\"/>\n"));
    }
}

fn class(cell: Option<&Cell>) -> &'static str {
    if cell.is_some_and(|cell| cell.name.is_some()) {
        "c"
    } else {
        "p"
    }
}

/// A text that may stand in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
