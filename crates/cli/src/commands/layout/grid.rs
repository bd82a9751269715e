//! A structure as rows of bytes: which cell each byte belongs to.

use super::plan::{FieldPlan, Plan};

/// How many bytes a row has.
pub(super) const ROW: u64 = 8;

/// Rows of one cell alone, beyond so many, are left out.
const WHOLE_ROWS: u64 = 3;

/// Something that takes up bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// The field's name; none for padding.
    pub(super) name: Option<String>,
    pub(super) offset: u64,
    pub(super) size: u64,
}

impl Cell {
    /// Where its name is written: in its first row, or in the second if that has more of it.
    pub(super) fn label_offset(&self) -> u64 {
        let second = (self.offset / ROW + 1) * ROW;
        let in_first = self.size.min(second - self.offset);
        let in_second = (self.size - in_first).min(ROW);
        if in_second > in_first {
            second
        } else {
            self.offset
        }
    }
}

/// The cell of each byte of a row; none beyond the end.
pub(super) type Cells = [Option<usize>; ROW as usize];

/// One row: eight bytes, or several rows of one cell that are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// The cell of each byte, by its place in the list of cells.
    Bytes {
        /// The offset of the first byte.
        offset: u64,
        /// The cells.
        cells: Cells,
    },
    /// So many bytes of one cell.
    Omitted {
        /// The cell.
        cell: usize,
        /// How many bytes.
        bytes: u64,
    },
}

/// A picture of a structure, to scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Row>,
}

impl Row {
    /// The cell of each byte; those of rows that are left out are all of one cell.
    pub(super) const fn cells(&self) -> Cells {
        match self {
            Self::Bytes { cells, .. } => *cells,
            Self::Omitted { cell, .. } => [Some(*cell); ROW as usize],
        }
    }
}

impl Grid {
    /// The pictures of a plan: one, or one for each alternative of a union.
    pub(super) fn all(plan: &Plan) -> Vec<Self> {
        let top = plan.fields.iter().filter(|field| field.depth == 0);
        if plan.union {
            return top.map(|field| Self::new(vec![cell(field)])).collect();
        }
        let mut cells: Vec<Cell> = top.map(cell).collect();
        for padding in &plan.padding {
            let inside = cells.iter().any(|cell| {
                cell.offset <= padding.offset && padding.offset < cell.offset + cell.size
            });
            if !inside {
                cells.push(Cell {
                    name: None,
                    offset: padding.offset,
                    size: padding.size,
                });
            }
        }
        cells.sort_by_key(|cell| cell.offset);
        vec![Self::new(cells)]
    }

    fn new(cells: Vec<Cell>) -> Self {
        let size = cells.iter().map(|cell| cell.offset + cell.size).max();
        let size = size.unwrap_or(0);
        let mut rows = Vec::new();
        let mut offset = 0;
        while offset < size {
            if let Some((cell, bytes)) = omitted(&cells, offset) {
                rows.push(Row::Omitted { cell, bytes });
                offset += bytes;
                continue;
            }
            let mut row = [None; ROW as usize];
            for (at, byte) in (offset..size).zip(&mut row) {
                *byte = cell_at(&cells, at);
            }
            rows.push(Row::Bytes { offset, cells: row });
            offset += ROW;
        }
        Self { cells, rows }
    }
}

fn cell(field: &FieldPlan) -> Cell {
    Cell {
        name: Some(field.name.clone()),
        offset: field.offset,
        size: field.size,
    }
}

fn cell_at(cells: &[Cell], offset: u64) -> Option<usize> {
    cells
        .iter()
        .position(|cell| cell.offset <= offset && offset < cell.offset + cell.size)
}

/// The cell whose inner rows begin at this offset, and how many bytes of it are left out.
fn omitted(cells: &[Cell], offset: u64) -> Option<(usize, u64)> {
    let at = cell_at(cells, offset)?;
    let cell = cells.get(at)?;
    let first = cell.offset.next_multiple_of(ROW);
    let last = (cell.offset + cell.size) / ROW * ROW;
    let whole = last.checked_sub(first)? / ROW;
    // The first and the last whole row are drawn, the others are not.
    let bytes = (whole.checked_sub(2)?) * ROW;
    (whole > WHOLE_ROWS && offset == first + ROW).then_some((at, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(offset: u64, size: u64) -> Cell {
        Cell {
            name: None,
            offset,
            size,
        }
    }

    #[test]
    fn rows_have_eight_bytes() {
        let grid = Grid::new(vec![cell(0, 4), cell(4, 4), cell(8, 2)]);
        let cells = |row: &Row| match row {
            Row::Bytes { cells, .. } => {
                cells.map(|cell| cell.map_or('-', |at| (b'0' + at as u8).into()))
            }
            Row::Omitted { .. } => ['.'; 8],
        };
        let drawn: Vec<String> = grid
            .rows
            .iter()
            .map(|row| cells(row).iter().collect())
            .collect();
        assert_eq!(drawn, ["00001111", "22------"]);
    }

    #[test]
    fn long_cells_are_cut_and_keep_their_bytes() {
        for size in [8, 24, 32, 40, 128, 136] {
            for start in [0, 4] {
                let grid = Grid::new(vec![cell(0, start), cell(start, size)]);
                let bytes: u64 = grid
                    .rows
                    .iter()
                    .map(|row| match row {
                        Row::Bytes { cells, .. } => cells.iter().flatten().count() as u64,
                        Row::Omitted { bytes, .. } => *bytes,
                    })
                    .sum();
                assert_eq!(bytes, start + size);
            }
        }
        assert_eq!(Grid::new(vec![cell(0, 128)]).rows.len(), 3);
    }
}
