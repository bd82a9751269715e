//! A grid drawn with box characters, each byte equally wide.

use textwrap::core::display_width;

use super::grid::{Cells, Grid, ROW, Row};
use crate::screen::style::{FAINT, NAME, cut, paint};

/// How wide a byte is, at least and at most, its border included.
const BYTE: std::ops::RangeInclusive<usize> = 4..=8;

/// How wide the column of offsets is.
const OFFSETS: usize = 6;

/// How wide a byte may be for a grid to fit.
pub(super) fn byte_width(width: usize) -> usize {
    (width.saturating_sub(OFFSETS + 1) / ROW as usize).clamp(*BYTE.start(), *BYTE.end())
}

/// How wide a grid is.
pub(super) const fn grid_width(byte: usize) -> usize {
    OFFSETS + byte * ROW as usize + 1
}

/// The lines of a grid, all of the same width.
pub(super) fn draw(grid: &Grid, byte: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut above: Cells = [None; ROW as usize];
    for row in &grid.rows {
        match row {
            Row::Bytes { offset, cells } => {
                if above.iter().zip(cells).any(|(a, b)| a != b) {
                    lines.push(format!("{}{}", blank(), border(&above, cells, byte)));
                }
                let label = paint(FAINT, format!("{offset:>width$} ", width = OFFSETS - 1));
                lines.push(format!("{label}{}", content(grid, *offset, cells, byte)));
            }
            Row::Omitted { bytes, .. } => {
                let text = format!("⋮ {bytes} more bytes ⋮");
                let inner = centred(&text, byte * ROW as usize - 1);
                lines.push(format!("{}│{}│", blank(), paint(FAINT, inner)));
            }
        }
        above = row.cells();
    }
    lines.push(format!(
        "{}{}",
        blank(),
        border(&above, &[None; ROW as usize], byte)
    ));
    let width = grid_width(byte);
    for line in &mut lines {
        let missing = width.saturating_sub(display_width(line));
        line.push_str(&" ".repeat(missing));
    }
    lines
}

fn blank() -> String {
    " ".repeat(OFFSETS)
}

/// The byte before a boundary, and the one behind it.
fn around(cells: &Cells, at: usize) -> (Option<usize>, Option<usize>) {
    let before = at.checked_sub(1).and_then(|at| cells[at]);
    (before, cells.get(at).copied().flatten())
}

/// The line between two rows.
fn border(above: &Cells, below: &Cells, byte: usize) -> String {
    let divides = |cells: &Cells, at| {
        let (before, behind) = around(cells, at);
        before != behind
    };
    let line = |at: usize| above[at] != below[at];
    let mut text = String::new();
    for at in 0..=ROW as usize {
        let left = at > 0 && line(at - 1);
        let right = at < ROW as usize && line(at);
        text.push(junction(
            divides(above, at),
            divides(below, at),
            left,
            right,
        ));
        if at < ROW as usize {
            let dash = if right { "─" } else { " " };
            text.push_str(&dash.repeat(byte - 1));
        }
    }
    text.trim_end().to_owned()
}

/// The character in which lines meet.
const fn junction(up: bool, down: bool, left: bool, right: bool) -> char {
    match (up, down, left, right) {
        (true, true, true, true) => '┼',
        (true, true, true, false) => '┤',
        (true, true, false, true) => '├',
        (true, true, false, false) => '│',
        (true, false, true, true) => '┴',
        (true, false, true, false) => '┘',
        (true, false, false, true) => '└',
        (false, true, true, true) => '┬',
        (false, true, true, false) => '┐',
        (false, true, false, true) => '┌',
        (false, false, true, true) => '─',
        (true, false, false, false) => '╵',
        (false, true, false, false) => '╷',
        (false, false, true, false) => '╴',
        (false, false, false, true) => '╶',
        (false, false, false, false) => ' ',
    }
}

/// A row with the names of the cells in it.
fn content(grid: &Grid, offset: u64, cells: &Cells, byte: usize) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < ROW as usize {
        let Some(cell) = cells[at] else {
            break;
        };
        let len = cells[at..]
            .iter()
            .take_while(|other| **other == Some(cell))
            .count();
        text.push('│');
        text.push_str(&inside(grid, cell, offset + at as u64, len * byte - 1));
        at += len;
    }
    text.push('│');
    text
}

/// The part of a cell that begins at this offset, so many columns wide.
fn inside(grid: &Grid, cell: usize, offset: u64, width: usize) -> String {
    let Some(cell) = grid.cells.get(cell) else {
        return " ".repeat(width);
    };
    match &cell.name {
        None => paint(FAINT, "░".repeat(width)),
        Some(name) if cell.label_offset() == offset => paint(NAME, centred(name, width)),
        Some(_) => " ".repeat(width),
    }
}

/// A text in the middle of so many columns, cut short if it is longer.
fn centred(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let space = width - display_width(&text);
    format!(
        "{}{text}{}",
        " ".repeat(space / 2),
        " ".repeat(space - space / 2)
    )
}
