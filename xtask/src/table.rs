//! Tables that read well in a terminal and are Markdown at the same time.

use comfy_table::{Cell, Table, presets};

/// A table.
pub fn table<R>(
    header: impl IntoIterator<Item = String>,
    rows: impl IntoIterator<Item = R>,
) -> String
where
    R: IntoIterator<Item = String>,
{
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(header.into_iter().map(Cell::new));
    for row in rows {
        // A bar would end the cell.
        table.add_row(
            row.into_iter()
                .map(|text| Cell::new(text.replace('|', "\\|"))),
        );
    }
    table.to_string()
}
