//! The numbers of a record, by what they are called: ours and those of C headers.
//!
//! Fields of a record without a name are its owner's, as C has it: the metadata's stand-ins for such
//! names do not count.

use std::fmt;

use winsec_codegen::layout::RecordLayout;
use winsec_codegen::model::{FieldType, Record};

use crate::fact::{FieldFact, RecordFact};
use crate::verdict::Aspect;
use crate::world::World;

/// The numbers of a record, in the order of its fields, each by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Numbers(Vec<(String, u64)>);

/// What one of the numbers is, here and in the headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is called.
    pub what: String,
    /// Ours.
    pub ours: u64,
    /// The headers'.
    pub theirs: u64,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} here, {} there", self.what, self.ours, self.theirs)
    }
}

impl Numbers {
    pub(crate) fn get(&self, what: &str) -> Option<u64> {
        let mut numbers = self.0.iter();
        numbers.find(|(name, _)| name == what).map(|(_, of)| *of)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(what, of)| (what.as_str(), *of))
    }

    fn add(&mut self, what: &str, number: u64) {
        self.0.push((what.to_owned(), number));
    }

    /// What a number is of, and the name of the field that it is of.
    pub(crate) fn kind(what: &str) -> (Aspect, Option<&str>) {
        let kinds = [
            (OFFSET, Aspect::Offset),
            (BIT, Aspect::BitFields),
            (WIDTH, Aspect::BitFields),
        ];
        let of_field = |(kind, aspect)| Some((aspect, Some(what.strip_prefix(kind)?)));
        let other = if what == SIZE {
            Aspect::Size
        } else {
            Aspect::Alignment
        };
        kinds
            .into_iter()
            .find_map(of_field)
            .unwrap_or((other, None))
    }
}

const SIZE: &str = "size";
const ALIGNMENT: &str = "alignment";
const OFFSET: &str = "offset of ";
const BIT: &str = "first bit of ";
const WIDTH: &str = "width of ";

/// Ours.
pub(crate) fn ours(record: &Record, layout: &RecordLayout) -> Numbers {
    let mut numbers = Numbers::default();
    numbers.add(SIZE, layout.extent.size);
    numbers.add(ALIGNMENT, layout.extent.align);
    our_fields(record, layout, "", 0, &mut numbers);
    numbers
}

fn our_fields(
    record: &Record,
    layout: &RecordLayout,
    path: &str,
    base: u64,
    numbers: &mut Numbers,
) {
    for (field, place) in record.fields.iter().zip(&layout.fields) {
        let name = &field.name.text;
        let offset = base + place.offset;
        if !field.bits.is_empty() {
            let mut bit = offset * 8;
            for part in &field.bits {
                if let Some(name) = &part.name {
                    numbers.add(&format!("{BIT}{path}{}", name.text), bit);
                    numbers.add(&format!("{WIDTH}{path}{}", name.text), part.width.into());
                }
                bit += u64::from(part.width);
            }
            continue;
        }
        let inner = match (&field.ty, &place.nested) {
            (FieldType::Record(record), Some(layout)) => Some((record, layout)),
            _ => None,
        };
        match inner {
            Some((record, layout)) if name.starts_with("Anonymous") => {
                our_fields(record, layout, path, offset, numbers);
            }
            _ => {
                numbers.add(&format!("{OFFSET}{path}{name}"), offset);
                if let Some((record, layout)) = inner {
                    our_fields(record, layout, &format!("{path}{name}."), offset, numbers);
                }
            }
        }
    }
}

/// The headers'.
pub(crate) fn theirs(world: World<'_>, record: &RecordFact) -> Numbers {
    let mut numbers = Numbers::default();
    if let Some((size, align)) = record.size_align {
        numbers.add(SIZE, size);
        if align != 0 {
            numbers.add(ALIGNMENT, align);
        }
    }
    their_fields(world, record, "", 0, &mut numbers);
    numbers
}

fn their_fields(
    world: World<'_>,
    record: &RecordFact,
    path: &str,
    base: u64,
    numbers: &mut Numbers,
) {
    for field in &record.fields {
        let FieldFact {
            name,
            bits,
            offset_size,
            ..
        } = field;
        let offset = base + offset_size.map_or(0, |(offset, _)| offset);
        let bits = bits.as_deref().unwrap_or_default();
        if !bits.is_empty() {
            for part in bits.iter().filter(|part| !part.name.is_empty()) {
                let bit = offset * 8 + u64::from(part.offset);
                numbers.add(&format!("{BIT}{path}{}", part.name), bit);
                numbers.add(&format!("{WIDTH}{path}{}", part.name), part.width.into());
            }
            continue;
        }
        let mut path = path.to_owned();
        if let Some(name) = name {
            numbers.add(&format!("{OFFSET}{path}{name}"), offset);
            path = format!("{path}{name}.");
        }
        // A record holds no record for ever.
        if let Some(record) = world.record(&field.ty) {
            their_fields(world, record, &path, offset, numbers);
        }
    }
}
