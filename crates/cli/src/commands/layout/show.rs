//! A layout as text: the pictures side by side, and the table of fields.

use textwrap::core::display_width;

use super::draw::{byte_width, draw, grid_width};
use super::grid::Grid;
use super::plan::{FieldPlan, Group};
use crate::screen::style::{FAINT, HEADING, NAME, paint};
use crate::screen::{Align, Page, Table};

/// What stands between two pictures.
const GAP: usize = 2;

/// Pages less wide than this have no room for the fields' types.
const NARROW: usize = 60;

/// Shows a structure.
pub(super) fn show(page: &mut Page, name: &str, kind: &str, groups: &[Group]) {
    page.title(name, kind);
    let across = page.width().saturating_sub(GAP * (groups.len() - 1)) / groups.len().max(1);
    let side_by_side = grid_width(byte_width(across)) <= across;
    let byte = byte_width(if side_by_side { across } else { page.width() });
    let pictures: Vec<Vec<String>> = groups.iter().map(|group| picture(group, byte)).collect();
    page.part();
    if side_by_side {
        beside(page, &pictures, grid_width(byte));
    } else {
        for picture in &pictures {
            page.part();
            for line in picture {
                page.line(line);
            }
        }
    }
    page.part();
    page.table(0, &table(groups, page.width() < NARROW));
    bits(page, groups);
}

/// The lines of the pictures of one group: a title, then a grid or one for each alternative.
fn picture(group: &Group, byte: usize) -> Vec<String> {
    let plan = &group.plan;
    let extent = format!("{} bytes, aligned to {}", plan.size, plan.align);
    let mut lines = vec![format!(
        "{} {}",
        paint(HEADING, group.title()),
        paint(FAINT, extent)
    )];
    for grid in Grid::all(plan) {
        lines.extend(draw(&grid, byte));
    }
    lines
}

fn beside(page: &mut Page, pictures: &[Vec<String>], width: usize) {
    let height = pictures.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for picture in pictures {
            let text = picture.get(at).map_or("", String::as_str);
            let space = (width + GAP).saturating_sub(display_width(text));
            line.push_str(text);
            line.push_str(&" ".repeat(space));
        }
        page.line(&line);
    }
}

/// Where each field is, in each group.
fn table(groups: &[Group], narrow: bool) -> Table {
    let titles: Vec<[String; 2]> = match groups {
        [_] => vec![["at", "bytes"].map(str::to_owned)],
        groups if narrow => groups
            .iter()
            .map(|group| [short(group), "+".to_owned()])
            .collect(),
        groups => groups
            .iter()
            .map(|group| [format!("{} at", group.title()), "bytes".to_owned()])
            .collect(),
    };
    let mut columns = vec![("field", Align::Left)];
    for title in titles.as_flattened() {
        columns.push((title, Align::Right));
    }
    if !narrow {
        columns.push(("type", Align::Left));
    }
    let mut table = Table::new(&columns);
    for field in fields(groups) {
        let mut row = vec![paint(NAME, &field.name)];
        for group in groups {
            let own = group.plan.fields.iter().find(|own| own.name == field.name);
            row.push(own.map_or_else(String::new, |own| own.offset.to_string()));
            row.push(own.map_or_else(String::new, |own| own.size.to_string()));
        }
        if !narrow {
            row.push(field.ty.to_owned());
        }
        table.row(row);
    }
    table
}

/// The first of a group's architectures, and a mark if there are others.
fn short(group: &Group) -> String {
    let first = group.arches.first().copied().unwrap_or_default();
    let more = if group.arches.len() > 1 { "…" } else { "" };
    format!("{first}{more}")
}

/// The fields of all groups, each name once.
fn fields(groups: &[Group]) -> Vec<&FieldPlan> {
    let mut fields: Vec<&FieldPlan> = Vec::new();
    for field in groups.iter().flat_map(|group| &group.plan.fields) {
        if !fields.iter().any(|other| other.name == field.name) {
            fields.push(field);
        }
    }
    fields
}

/// The bit-fields, which are the same on every architecture.
fn bits(page: &mut Page, groups: &[Group]) {
    for field in fields(groups).iter().filter(|field| !field.bits.is_empty()) {
        page.heading(&format!("Bits of {}", field.name));
        let pairs: Vec<(String, String)> = field
            .bits
            .iter()
            .map(|bits| {
                let last = bits.bit + bits.width - 1;
                let range = match bits.width {
                    1 => bits.bit.to_string(),
                    _ => format!("{} to {last}", bits.bit),
                };
                let name = if bits.name.is_empty() {
                    "unused"
                } else {
                    bits.name
                };
                (range, paint(NAME, name))
            })
            .collect();
        page.pairs(2, &pairs);
    }
}
