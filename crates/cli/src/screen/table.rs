//! A table that fits the terminal: columns where they fit, a block for each row where not.

use textwrap::core::display_width;

use super::style::{FAINT, HEADING, paint, wrap};

/// What stands between two columns.
const GAP: usize = 2;

/// Which way the cells of a column lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// To the left; a long text may be wrapped.
    Left,
    /// To the right.
    Right,
}

/// A table under construction; the first column names the row.
#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns, and no rows yet.
    pub(crate) fn new(columns: &[(&str, Align)]) -> Self {
        Self {
            columns: columns
                .iter()
                .map(|&(title, align)| (title.to_owned(), align))
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, a styled text for each column.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether it has no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines of the table for so many columns of characters.
    pub(crate) fn lines(&self, width: usize) -> Vec<String> {
        match self.widths(width) {
            Some(widths) => self.columned(&widths),
            None => self.stacked(width),
        }
    }

    /// How wide each column is; none if they do not fit.
    fn widths(&self, width: usize) -> Option<Vec<usize>> {
        let natural: Vec<usize> = (0..self.columns.len())
            .map(|at| self.natural(at, display_width))
            .collect();
        let room = width.checked_sub(GAP * self.columns.len().saturating_sub(1))?;
        let mut excess = natural.iter().sum::<usize>().saturating_sub(room);
        let mut widths = natural;
        // The last columns are the texts: they give way first, down to a readable width; names last.
        for (at, (_, align)) in self.columns.iter().enumerate().rev() {
            if *align == Align::Right || excess == 0 {
                continue;
            }
            let least = self.natural(at, longest_word).max(20);
            let taken = widths[at].saturating_sub(least).min(excess);
            widths[at] -= taken;
            excess -= taken;
        }
        (excess == 0).then_some(widths)
    }

    /// The widest cell of a column, by some measure.
    fn natural(&self, at: usize, measure: fn(&str) -> usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| measure(cell)).max().unwrap_or(0);
        let title = self
            .columns
            .get(at)
            .map_or(0, |(title, _)| display_width(title));
        widest.max(title)
    }

    fn columned(&self, widths: &[usize]) -> Vec<String> {
        let mut lines = Vec::new();
        let titles = self.columns.iter().map(|(title, _)| paint(HEADING, title));
        self.across(&titles.collect::<Vec<_>>(), widths, &mut lines);
        for row in &self.rows {
            self.across(row, widths, &mut lines);
        }
        lines
    }

    /// One row, over as many lines as its longest cell takes.
    fn across(&self, row: &[String], widths: &[usize], lines: &mut Vec<String>) {
        let cells: Vec<Vec<String>> = row
            .iter()
            .zip(widths)
            .map(|(cell, &width)| wrap(cell, width, "", ""))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut line = String::new();
            for ((cell, &width), (_, align)) in cells.iter().zip(widths).zip(&self.columns) {
                let text = cell.get(at).map_or("", String::as_str);
                let space = " ".repeat(width.saturating_sub(display_width(text)));
                match align {
                    Align::Left => line.extend([text, &space]),
                    Align::Right => line.extend([space.as_str(), text]),
                }
                line.push_str(&" ".repeat(GAP));
            }
            lines.push(line.trim_end().to_owned());
        }
    }

    /// A block for each row: the first cell, then the others below it with their titles.
    fn stacked(&self, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for row in &self.rows {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let mut cells = row.iter().zip(&self.columns);
            if let Some((first, (title, align))) = cells.next() {
                // A number alone names nothing.
                let lead = match align {
                    Align::Left => String::new(),
                    Align::Right => format!("{} ", paint(HEADING, title)),
                };
                lines.extend(wrap(first, width, &lead, "  "));
            }
            for (cell, (title, _)) in cells.filter(|(cell, _)| !cell.is_empty()) {
                let lead = format!("  {} ", paint(FAINT, format!("{title}:")));
                lines.extend(wrap(cell, width, &lead, "    "));
            }
        }
        lines
    }
}

/// How wide a column must be so that no word is broken.
fn longest_word(text: &str) -> usize {
    text.split(' ').map(display_width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&[
            ("name", Align::Left),
            ("size", Align::Right),
            ("about", Align::Left),
        ]);
        let words = "what the first one is good for, in some words";
        table.row(vec!["first".into(), "12".into(), words.into()]);
        table.row(vec!["second".into(), "7".into(), String::new()]);
        table
    }

    fn plain(lines: &[String]) -> String {
        anstream::adapter::strip_str(&lines.join("\n")).to_string()
    }

    #[test]
    fn wide_enough_is_one_line_a_row() {
        assert_eq!(
            plain(&table().lines(80)),
            "name    size  about\n\
             first     12  what the first one is good for, in some words\n\
             second     7"
        );
    }

    #[test]
    fn less_wide_wraps_the_last_column() {
        assert_eq!(
            plain(&table().lines(40)),
            "name    size  about\n\
             first     12  what the first one is good\n\
             \x20             for, in some words\n\
             second     7"
        );
    }

    #[test]
    fn narrow_is_a_block_a_row() {
        assert_eq!(
            plain(&table().lines(28)),
            "first\n  size: 12\n  about: what the first one\n    is good for, in some\n    words\n\n\
             second\n  size: 7"
        );
    }
}
