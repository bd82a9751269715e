//! Packs records again of which the metadata has lost the packing.
//!
//! Today's metadata is made so that Rust can say it: of a record that C packs around something
//! aligned it has no packing, nor of one whose alignment alone is lowered by it. The previous
//! generation has both.

use super::feeds::Previous;
use crate::diagnostic::Diagnostic;
use crate::emit::nested_name;
use crate::layout::{Arch, Layouts, RecordLayout};
use crate::model::{Arches, FieldType, ItemId, ItemKind, Model, Record};
use crate::resolve::Index;

/// Packs the records that were packed formerly, where that changes anything; says the layouts of which
/// records are other than `layouts`, theirs and those of what holds them.
///
/// # Errors
///
/// When a record cannot be laid out so.
pub fn repack(
    model: &mut Model,
    index: &Index,
    layouts: &Layouts,
    previous: &Previous,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let mut changed = false;
    for (id, item) in (0..).map(ItemId).zip(&mut model.items) {
        if let ItemKind::Record(of) = &mut item.kind {
            let layouts = Arch::ALL.map(|arch| layouts.record(id, arch));
            changed |= record(&item.name.text, of, item.arches, layouts, previous);
        }
    }
    if !changed {
        return Ok(Vec::new());
    }
    let new = Layouts::compute(model, index)?;
    let items = (0..).map(ItemId).zip(&model.items);
    let other = items.filter(|(id, _)| {
        let mut arches = Arch::ALL.into_iter();
        arches.any(|arch| layouts.record(*id, arch) != new.record(*id, arch))
    });
    let mut names: Vec<String> = other.map(|(_, item)| item.name.text.clone()).collect();
    names.dedup();
    Ok(names)
}

fn record(
    name: &str,
    of: &mut Record,
    arches: Arches,
    layouts: [Option<&RecordLayout>; 3],
    previous: &Previous,
) -> bool {
    let mut changed = false;
    if of.packed.is_none()
        && let Some(packed) = packing(name, arches, previous)
        && layouts
            .iter()
            .flatten()
            .any(|layout| layout.extent.align > u64::from(packed))
    {
        of.packed = Some(packed);
        changed = true;
    }
    let mut records = 0;
    for (at, field) in of.fields.iter_mut().enumerate() {
        if let FieldType::Record(inner) = &mut field.ty {
            let nested = layouts.map(|layout| layout?.fields.get(at)?.nested.as_deref());
            let name = nested_name(name, records);
            changed |= record(&name, inner, arches, nested, previous);
            records += 1;
        }
    }
    changed
}

/// The packing that a record had on all of its architectures.
fn packing(name: &str, arches: Arches, previous: &Previous) -> Option<u16> {
    let known = previous.packings.get(name)?;
    let on = |arch: Arch| {
        let mut known = known.iter();
        known.find_map(|(on, packed)| on.contains(arch.set()).then_some(*packed))
    };
    let mut all = Arch::ALL
        .into_iter()
        .filter(|arch| arches.contains(arch.set()))
        .map(on);
    let first = all.next()??;
    all.all(|other| other == Some(first)).then_some(first)
}
