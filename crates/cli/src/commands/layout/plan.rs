//! How a structure lies in memory on one architecture: fields and padding.

use serde::Serialize;

use crate::catalogue::items::{ARCHES, Bits, Field, Item, Kind, Place, Record};

/// A structure on one architecture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Plan {
    pub(super) size: u64,
    pub(super) align: u64,
    /// Whether the fields share their place.
    pub(super) union: bool,
    pub(super) fields: Vec<FieldPlan>,
    pub(super) padding: Vec<Padding>,
}

/// A field of a plan. One inside a record without a name has a dotted name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FieldPlan {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) ty: &'static str,
    pub(super) offset: u64,
    pub(super) size: u64,
    pub(super) align: u64,
    /// How deep it is in records without a name.
    #[serde(skip)]
    pub(super) depth: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) bits: Vec<BitsPlan>,
}

/// Some bits of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct BitsPlan {
    /// The name; empty for padding.
    pub(super) name: &'static str,
    /// The lowest bit's number.
    pub(super) bit: u32,
    pub(super) width: u32,
}

/// Bytes that belong to no field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Padding {
    pub(super) offset: u64,
    pub(super) size: u64,
}

impl Plan {
    /// The plan of the items of one name for an architecture, by its number; none where the
    /// structure does not exist.
    pub(super) fn of(items: &[&'static Item], arch: usize) -> Option<Self> {
        let record = items.iter().find_map(|item| match &item.kind {
            Kind::Record(record) if item.arches[arch] => Some(record),
            _ => None,
        })?;
        let extent = record.extents[arch]?;
        let mut plan = Self {
            size: extent.size,
            align: extent.align,
            union: record.union,
            fields: Vec::new(),
            padding: Vec::new(),
        };
        let bounds = Bounds {
            start: 0,
            end: extent.size,
        };
        plan.add(record, arch, bounds, "", 0);
        plan.padding.sort_by_key(|padding| padding.offset);
        Some(plan)
    }

    /// Adds the fields of a record that lies in these bounds.
    fn add(&mut self, record: &Record, arch: usize, bounds: Bounds, path: &str, depth: usize) {
        let mut end = bounds.start;
        for field in record.fields {
            let Some(place) = field.places[arch] else {
                continue;
            };
            let offset = bounds.start + place.offset;
            if !record.union {
                self.pad(end, offset);
                end = offset + place.size;
            }
            let name = format!("{path}{}", field.name);
            self.fields
                .push(field_plan(field, &name, offset, place, depth));
            if let Some(nested) = field.nested {
                let inner = Bounds {
                    start: offset,
                    end: offset + place.size,
                };
                self.add(nested, arch, inner, &format!("{name}."), depth + 1);
            }
        }
        if !record.union {
            self.pad(end, bounds.end);
        }
    }

    fn pad(&mut self, offset: u64, end: u64) {
        if let Some(size) = end.checked_sub(offset).filter(|size| *size > 0) {
            let padding = Padding { offset, size };
            // The alternatives of a union may leave the same bytes unused.
            if !self.padding.contains(&padding) {
                self.padding.push(padding);
            }
        }
    }
}

/// The bytes that a record lies in.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    start: u64,
    end: u64,
}

fn field_plan(field: &Field, name: &str, offset: u64, place: Place, depth: usize) -> FieldPlan {
    let mut bit = 0;
    let bits = field.bits.iter().map(|&Bits { name, width, .. }| {
        let plan = BitsPlan { name, bit, width };
        bit += width;
        plan
    });
    FieldPlan {
        name: name.to_owned(),
        ty: field.ty,
        offset,
        size: place.size,
        align: place.align,
        depth,
        bits: bits.collect(),
    }
}

/// The plans of several architectures, those together that agree.
#[derive(Debug)]
pub(super) struct Group {
    /// The names of the architectures.
    pub(super) arches: Vec<&'static str>,
    pub(super) plan: Plan,
}

impl Group {
    /// Groups the architectures that are asked for.
    pub(super) fn all(items: &[&'static Item], wanted: Option<usize>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for (at, arch) in ARCHES.into_iter().enumerate() {
            if wanted.is_some_and(|wanted| wanted != at) {
                continue;
            }
            let Some(plan) = Plan::of(items, at) else {
                continue;
            };
            match groups.iter_mut().find(|group| group.plan == plan) {
                Some(group) => group.arches.push(arch),
                None => groups.push(Self {
                    arches: vec![arch],
                    plan,
                }),
            }
        }
        groups
    }

    /// The names of the architectures, for people.
    pub(super) fn title(&self) -> String {
        self.arches.join(", ")
    }
}
