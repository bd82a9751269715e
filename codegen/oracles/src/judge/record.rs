//! Holds structs and unions against a party's: packing, order, names, types, and the layout.

use winsec_codegen::{
    layout::{Arch, FieldLayout, RecordLayout},
    model::{Field, FieldType, Party, Record, RecordKind},
};

use super::court::Court;
use crate::{
    fact::{BitsFact, FieldFact, RecordFact, Ty},
    numbers::{self, Numbers},
    show,
    verdict::{Aspect, Path, Verdict},
    world::World,
};

/// What the party says of a record that it knows by the name `known`, if it knows it.
pub(super) fn hear(court: &mut Court<'_, '_, '_>, record: &Record, known: &str, present: bool) {
    if !present {
        court.absent(&Path::Item);
        return;
    }
    let named = Ty::Named(known.to_owned());
    let world = court.world;
    let Some(theirs) = world.record(&named) else {
        match world.behind(&named) {
            // Declared, not defined: that is what a record without fields says.
            Ty::Named(other) if world.fact(other).is_none() => {
                if record.fields.is_empty() {
                    court.present(&Path::Item);
                } else {
                    let message = "declared without its fields";
                    court.note(&Path::Item, Aspect::Presence, Verdict::Absent, "", message);
                }
            }
            other => court.kind("a record", &show::theirs(other)),
        }
        return;
    };
    court.present(&Path::Item);
    court.compare(
        &Path::Item,
        Aspect::Kind,
        &(record.kind == RecordKind::Union),
        &theirs.union,
        |union| (if *union { "a union" } else { "a struct" }).to_owned(),
    );
    // C says nothing of packing: what comes of it shows in the layout.
    if court.party != Party::C {
        court.compare(
            &Path::Item,
            Aspect::Packing,
            &record.packed,
            &theirs.packed,
            |packing| packing.map_or("none".to_owned(), |packing| packing.to_string()),
        );
    }
    let layout = Arch::ALL
        .into_iter()
        .find(|arch| arch.set() == world.arch())
        .and_then(|arch| court.ours.layouts.record(court.judgement.item, arch));
    if let (Some(layout), Some((size, align))) = (layout, theirs.size_align) {
        let extent = layout.extent;
        court.compare(&Path::Item, Aspect::Size, &extent.size, &size, bytes);
        if align != 0 {
            court.compare(&Path::Item, Aspect::Alignment, &extent.align, &align, bytes);
        }
    }
    if let Some(layout) = layout {
        numbers(court, record, layout, known);
    }
    let layouts = layout.map_or(&[][..], |layout| &layout.fields);
    fields(court, "", &record.fields, layouts, theirs);
}

/// Holds a record's numbers against those that Microsoft's compiler would give the party's.
fn numbers(court: &mut Court<'_, '_, '_>, record: &Record, layout: &RecordLayout, known: &str) {
    let world = World::new(&court.answers.of(court.party).layouts, court.world.arch());
    let named = Ty::Named(known.to_owned());
    let Some(theirs) = world.record(&named) else {
        return;
    };
    let theirs = numbers::theirs(world, theirs);
    for (what, number) in numbers::ours(record, layout).iter() {
        let Some(other) = theirs.get(what).filter(|other| *other != number) else {
            continue;
        };
        let (aspect, field) = Numbers::kind(what);
        // What a record without a name holds is its owner's by name.
        let is_it = |path: &Path| {
            let name = path.name()?;
            let parts = name
                .split('.')
                .filter(|part| !part.starts_with("Anonymous"));
            (parts.collect::<Vec<_>>().join(".") == field?).then(|| path.clone())
        };
        let mut elements = court.judgement.elements.iter();
        let path = elements.find_map(|element| is_it(&element.path));
        let show = |number| match aspect {
            Aspect::BitFields => format!("{what} {number}"),
            _ => bytes(&number),
        };
        let (ours, theirs) = (show(number), show(other));
        court.note(
            &path.unwrap_or(Path::Item),
            aspect,
            Verdict::Different,
            ours,
            theirs,
        );
    }
}

fn bytes(count: &u64) -> String {
    format!("{count} bytes")
}

/// Holds fields against fields, by their order.
fn fields(
    court: &mut Court<'_, '_, '_>,
    above: &str,
    ours: &[Field],
    layouts: &[FieldLayout],
    theirs: &RecordFact,
) {
    for (place, field) in ours.iter().enumerate() {
        let path = Path::Field(format!("{above}{}", field.name.text));
        let Some(other) = theirs.fields.get(place) else {
            let theirs = format!("{} fields", theirs.fields.len());
            let place = format!("field {}", place + 1);
            court.note(&path, Aspect::Place, Verdict::Different, place, theirs);
            continue;
        };
        self::field(court, &path, field, layouts.get(place), other);
    }
    for other in theirs.fields.iter().skip(ours.len()) {
        let theirs = format!("one more field, {}", name(other));
        let ours = format!("{} fields", ours.len());
        court.note(&Path::Item, Aspect::Place, Verdict::Different, ours, theirs);
    }
}

fn field(
    court: &mut Court<'_, '_, '_>,
    path: &Path,
    field: &Field,
    layout: Option<&FieldLayout>,
    other: &FieldFact,
) {
    if !same_name(court.party, &field.name.text, other) {
        // What stands at this place is another field; that its type differs too tells nothing more.
        court.note(
            path,
            Aspect::Place,
            Verdict::Different,
            &field.name.text,
            name(other),
        );
    } else {
        court.present(path);
        match &field.ty {
            FieldType::Type(ty) => court.ty(path, Aspect::Type, ty, &other.ty),
            FieldType::Record(record) => nested(court, path, record, layout, &other.ty),
        }
        if let Some(theirs) = &other.bits {
            court.compare(path, Aspect::BitFields, &bits(field), theirs, |bits| {
                show::bits(bits)
            });
        }
    }
    if let (Some(layout), Some((offset, size))) = (layout, other.offset_size) {
        court.compare(path, Aspect::Offset, &layout.offset, &offset, bytes);
        court.compare(path, Aspect::Size, &layout.extent.size, &size, bytes);
    }
}

/// A record that is defined in place; the party may have a name for it.
fn nested(
    court: &mut Court<'_, '_, '_>,
    path: &Path,
    record: &Record,
    layout: Option<&FieldLayout>,
    ty: &Ty,
) {
    let world = court.world;
    let Some(theirs) = world.record(ty) else {
        court.note(
            path,
            Aspect::Kind,
            Verdict::Different,
            "a record",
            show::theirs(ty),
        );
        return;
    };
    let union = record.kind == RecordKind::Union;
    court.compare(path, Aspect::Kind, &union, &theirs.union, |union| {
        (if *union { "a union" } else { "a struct" }).to_owned()
    });
    let layouts = layout
        .and_then(|layout| layout.nested.as_deref())
        .map_or(&[][..], |nested| &nested.fields);
    let above = format!("{}.", path.name().unwrap_or_default());
    fields(court, &above, &record.fields, layouts, theirs);
}

/// Whether a field has the party's name for it: as it is written, but windows-sys changes the case
/// of some, and C leaves some out for which metadata has stand-ins.
fn same_name(party: Party, ours: &str, theirs: &FieldFact) -> bool {
    match &theirs.name {
        Some(name) if party == Party::WindowsSys => name.eq_ignore_ascii_case(ours),
        Some(name) => name == ours,
        None => ours.starts_with("Anonymous") || ours.starts_with("_bitfield"),
    }
}

fn name(field: &FieldFact) -> &str {
    field.name.as_deref().unwrap_or("a field without a name")
}

/// The named bit-fields of a field of ours.
fn bits(field: &Field) -> Vec<BitsFact> {
    let mut offset = 0;
    let mut bits = Vec::new();
    for part in &field.bits {
        if let Some(name) = &part.name {
            bits.push(BitsFact {
                name: name.text.clone(),
                offset,
                width: part.width,
            });
        }
        offset += part.width;
    }
    bits
}
