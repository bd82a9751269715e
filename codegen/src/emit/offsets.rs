//! The table of offsets that closes a record's documentation.

use core::fmt::Write as _;

use super::Spec;
use super::docs::Docs;
use crate::layout::{Arch, RecordLayout};
use crate::model::{FieldType, Item, ItemId, Record};

/// One line of the table: what, and its number on each architecture.
struct Row {
    what: String,
    numbers: Numbers,
}

/// A number for each of the architectures that are shown; the rest is 0 everywhere.
type Numbers = [u64; Arch::ALL.len()];

/// The layouts of a record on the architectures that are shown.
type Layouts<'a> = [Option<&'a RecordLayout>; Arch::ALL.len()];

/// Adds the table.
pub(super) fn add(spec: &Spec<'_>, id: ItemId, item: &Item, record: &Record, docs: &mut Docs) {
    let layouts = Arch::ALL.map(|arch| {
        let shown = item.arches.contains(arch.set());
        shown.then(|| spec.layouts.record(id, arch)).flatten()
    });
    if layouts.iter().all(Option::is_none) || record.fields.is_empty() {
        return;
    }
    let mut rows = Vec::new();
    fields(record, &layouts, "", Numbers::default(), &mut rows);
    let extent = |what: &str, of: fn(&RecordLayout) -> u64| Row {
        what: what.to_owned(),
        numbers: layouts.map(|layout| layout.map_or(0, of)),
    };
    rows.push(extent("**size**", |layout| layout.extent.size));
    rows.push(extent("**alignment**", |layout| layout.extent.align));
    let columns = columns(&layouts, &rows);
    docs.heading("Layout");
    docs.part();
    print(&columns, &rows, docs);
}

fn fields(record: &Record, layouts: &Layouts<'_>, path: &str, base: Numbers, rows: &mut Vec<Row>) {
    for (at, field) in record.fields.iter().enumerate() {
        let places = layouts.map(|layout| layout?.fields.get(at));
        let mut numbers = base;
        for (number, place) in numbers.iter_mut().zip(places) {
            *number += place.map_or(0, |place| place.offset);
        }
        let name = &field.name.text;
        rows.push(Row {
            what: ["`", path, name, "`"].concat(),
            numbers,
        });
        if let FieldType::Record(record) = &field.ty {
            let nested = places.map(|place| place?.nested.as_deref());
            let path = [path, name, "."].concat();
            fields(record, &nested, &path, numbers, rows);
        }
    }
}

/// A column: its title, and which of the rows' numbers it shows.
struct Column {
    title: String,
    shown: usize,
}

/// The architectures, those together that agree in everything.
fn columns(layouts: &Layouts<'_>, rows: &[Row]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let arches = Arch::ALL.into_iter().enumerate();
    for (at, arch) in arches.filter(|(at, _)| layouts[*at].is_some()) {
        let same = |column: &&mut Column| {
            rows.iter()
                .all(|row| row.numbers[at] == row.numbers[column.shown])
        };
        match columns.iter_mut().find(same) {
            Some(column) => {
                column.title.push_str(", ");
                column.title.push_str(arch.name());
            }
            None => columns.push(Column {
                title: ["offset on ", arch.name()].concat(),
                shown: at,
            }),
        }
    }
    if let [column] = columns.as_mut_slice()
        && layouts.iter().all(Option::is_some)
    {
        "offset".clone_into(&mut column.title);
    }
    columns
}

fn print(columns: &[Column], rows: &[Row], docs: &mut Docs) {
    let first = rows.iter().map(|row| row.what.len());
    let first = first.max().unwrap_or(0).max("field".len());
    let mut line = String::new();
    let mut end = |line: &mut String| {
        line.push('|');
        docs.line(line);
        line.clear();
    };
    left(&mut line, "field", first);
    for column in columns {
        left(&mut line, &column.title, 0);
    }
    end(&mut line);
    line.push('|');
    fill(&mut line, '-', first + 2);
    for column in columns {
        line.push('|');
        fill(&mut line, '-', column.title.len() + 1);
        line.push(':');
    }
    end(&mut line);
    for row in rows {
        left(&mut line, &row.what, first);
        for column in columns {
            let width = column.title.len();
            // Writing to a string cannot fail.
            let _ = write!(line, "| {:width$} ", row.numbers[column.shown]);
        }
        end(&mut line);
    }
}

/// Adds a cell of a table, its text at the left.
fn left(line: &mut String, text: &str, width: usize) {
    line.push_str("| ");
    line.push_str(text);
    fill(
        line,
        ' ',
        (width + 1).saturating_sub(text.chars().count()).max(1),
    );
}

fn fill(line: &mut String, with: char, count: usize) {
    line.extend(core::iter::repeat_n(with, count));
}
