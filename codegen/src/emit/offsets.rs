//! The table of offsets that closes a record's documentation.

use super::Spec;
use super::docs::Docs;
use crate::layout::{Arch, RecordLayout};
use crate::model::{FieldType, Item, ItemId, Record};

/// One line of the table: what, and its number on each architecture.
struct Row {
    what: String,
    numbers: Vec<u64>,
}

/// Adds the table.
pub(super) fn add(spec: &Spec<'_>, id: ItemId, item: &Item, record: &Record, docs: &mut Docs) {
    let (arches, layouts): (Vec<Arch>, Vec<&RecordLayout>) = Arch::ALL
        .into_iter()
        .filter(|arch| item.arches.contains(arch.set()))
        .filter_map(|arch| Some((arch, spec.layouts.record(id, arch)?)))
        .unzip();
    if layouts.is_empty() || record.fields.is_empty() {
        return;
    }
    let mut rows = Vec::new();
    fields(record, &layouts, "", &vec![0; layouts.len()], &mut rows);
    let extent = |what: &str, of: fn(&RecordLayout) -> u64| Row {
        what: format!("**{what}**"),
        numbers: layouts.iter().map(|layout| of(layout)).collect(),
    };
    rows.push(extent("size", |layout| layout.extent.size));
    rows.push(extent("alignment", |layout| layout.extent.align));
    let columns = columns(&arches, &rows);
    docs.heading("Layout");
    docs.part();
    print(&columns, &rows, docs);
}

fn fields(
    record: &Record,
    layouts: &[&RecordLayout],
    path: &str,
    base: &[u64],
    rows: &mut Vec<Row>,
) {
    for (at, field) in record.fields.iter().enumerate() {
        let name = format!("{path}{}", field.name.text);
        let numbers: Vec<u64> = layouts
            .iter()
            .zip(base)
            .map(|(layout, base)| base + layout.fields[at].offset)
            .collect();
        let nested: Vec<&RecordLayout> = layouts
            .iter()
            .filter_map(|layout| layout.fields[at].nested.as_deref())
            .collect();
        rows.push(Row {
            what: format!("`{name}`"),
            numbers: numbers.clone(),
        });
        if let FieldType::Record(record) = &field.ty {
            fields(record, &nested, &format!("{name}."), &numbers, rows);
        }
    }
}

/// A column: its title, and which of the rows' numbers it shows.
struct Column {
    title: String,
    shown: usize,
}

/// The architectures, those together that agree in everything.
fn columns(arches: &[Arch], rows: &[Row]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (at, arch) in arches.iter().enumerate() {
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
                title: arch.name().to_owned(),
                shown: at,
            }),
        }
    }
    if let [column] = columns.as_mut_slice()
        && arches.len() == Arch::ALL.len()
    {
        column.title.clear();
    }
    for column in &mut columns {
        column.title.insert_str(
            0,
            if column.title.is_empty() {
                "offset"
            } else {
                "offset on "
            },
        );
    }
    columns
}

fn print(columns: &[Column], rows: &[Row], docs: &mut Docs) {
    let first = rows.iter().map(|row| row.what.len());
    let first = first.max().unwrap_or(0).max("field".len());
    let mut line = format!("| {:first$} |", "field");
    for column in columns {
        line.push_str(&format!(" {} |", column.title));
    }
    docs.line(&line);
    line = format!("|{:-<1$}|", "", first + 2);
    for column in columns {
        line.push_str(&format!("{:->1$}|", ":", column.title.len() + 2));
    }
    docs.line(&line);
    for row in rows {
        line = format!("| {:first$} |", row.what);
        for column in columns {
            let width = column.title.len();
            line.push_str(&format!(" {:width$} |", row.numbers[column.shown]));
        }
        docs.line(&line);
    }
}
