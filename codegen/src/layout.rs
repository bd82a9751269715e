//! Size, alignment and every offset of every record, on each architecture, by the rules of MSVC.
//!
//! Every type has its natural alignment: 64-bit integers 8 on all architectures, pointers 4 or 8. A
//! packed record caps the alignment of its fields, an aligned one raises its own. What an aligned
//! record asks for, no packing lowers: within `#pragma pack(4)`, a field of 16-aligned type still lies
//! at a multiple of 16, and whatever holds it is aligned to 16. rustc lays `repr(C)` out by the same
//! rules for Windows, and the assertions that [`emit`](crate::emit) makes of this let it say so.

mod measure;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::{Arches, FieldType, ItemId, ItemKind, Model, Record};
use crate::resolve::Index;

/// An architecture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arch {
    /// 32-bit x86.
    X86,
    /// x86-64.
    X64,
    /// 64-bit Arm.
    Arm64,
}

impl Arch {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::X86, Self::X64, Self::Arm64];

    /// How wide a pointer is, in bytes.
    #[must_use]
    pub const fn pointer(self) -> u64 {
        match self {
            Self::X86 => 4,
            Self::X64 | Self::Arm64 => 8,
        }
    }

    /// The set of this architecture alone.
    #[must_use]
    pub const fn set(self) -> Arches {
        match self {
            Self::X86 => Arches::X86,
            Self::X64 => Arches::X64,
            Self::Arm64 => Arches::ARM64,
        }
    }

    /// Its name, as Rust writes it: `x86`, `x64`, `arm64`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::X86 => "x86",
            Self::X64 => "x64",
            Self::Arm64 => "arm64",
        }
    }
}

/// A type's size and alignment, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extent {
    /// The size.
    pub size: u64,
    /// The alignment.
    pub align: u64,
}

/// How a record lies in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLayout {
    /// Its size and alignment.
    pub extent: Extent,
    /// Its fields, in order.
    pub fields: Vec<FieldLayout>,
    /// Whether it holds nothing but integers, so that its values can be compared.
    pub comparable: bool,
    /// Whether it is packed and yet, on some architecture, aligned or around what is, or a field of it is
    /// aligned by itself: no Rust type is so, and its fields are packed and aligned one by one.
    pub mixed: bool,
}

impl RecordLayout {
    /// The packing that a field has by itself, since the whole record cannot have it.
    #[must_use]
    pub fn packed(&self, field: usize) -> Option<u16> {
        self.fields.get(field)?.packed.filter(|_| self.mixed)
    }

    /// Whether it, or a record that is defined in it, is [`mixed`](Self::mixed).
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        let mut nested = self
            .fields
            .iter()
            .filter_map(|field| field.nested.as_deref());
        self.mixed || nested.any(Self::is_mixed)
    }
}

/// Where a field lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLayout {
    /// Its distance from the beginning of the record that it is in, in bytes.
    pub offset: u64,
    /// Its size and alignment.
    pub extent: Extent,
    /// The packing of its record, where that lowers its alignment on some architecture.
    pub packed: Option<u16>,
    /// The layout of a record that is defined in place.
    pub nested: Option<Box<RecordLayout>>,
}

/// The layouts of all records of a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layouts {
    /// By item. Most items are no records, and take no more room than a pointer.
    records: [Vec<Option<Box<RecordLayout>>>; 3],
}

impl Layouts {
    /// Lays out all records.
    ///
    /// # Errors
    ///
    /// A record that is larger than an object can be, one that Rust has no type for, and a field
    /// without a size, each once.
    pub fn compute(model: &Model, index: &Index) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let mut records = Arch::ALL
            .map(|arch| measure::Measure::new(model, index, arch).records(&mut diagnostics));
        for (at, item) in model.items.iter().enumerate() {
            if let ItemKind::Record(record) = &item.kind {
                let layouts = records.each_mut().map(|records| records[at].as_deref_mut());
                unite(record, layouts, &mut diagnostics);
            }
        }
        if diagnostics.is_empty() {
            return Ok(Self { records });
        }
        sort(&mut diagnostics);
        // What is wrong on several architectures is told of the first.
        diagnostics.dedup_by_key(|diagnostic| diagnostic.span);
        Err(diagnostics)
    }

    /// A record's layout, if the item is a record and exists on the architecture.
    #[must_use]
    pub fn record(&self, item: ItemId, arch: Arch) -> Option<&RecordLayout> {
        self.records[arch as usize].get(item.0 as usize)?.as_deref()
    }

    /// The layouts of all records on all architectures.
    pub fn all(&self) -> impl Iterator<Item = &RecordLayout> {
        self.records.iter().flatten().filter_map(Option::as_deref)
    }
}

/// Makes known to each architecture what a record is packed and aligned to on the others: its Rust
/// type is one.
fn unite(
    record: &Record,
    mut layouts: [Option<&mut RecordLayout>; 3],
    diagnostics: &mut Vec<Diagnostic>,
) {
    if record.packed.is_some() {
        let mixed = layouts.iter().flatten().any(|layout| layout.mixed);
        for layout in layouts.iter_mut().flatten() {
            layout.mixed = mixed;
        }
    }
    for (at, field) in record.fields.iter().enumerate() {
        let mut places: Vec<&mut FieldLayout> = layouts
            .iter_mut()
            .filter_map(|layout| layout.as_deref_mut()?.fields.get_mut(at))
            .collect();
        if let Some(packed) = places.iter().find_map(|place| place.packed) {
            for place in &mut places {
                if place.packed.is_none() && place.extent.align > u64::from(packed) {
                    diagnostics.push(measure::not_rust(field.name.span));
                }
                place.packed = Some(packed);
            }
        }
        if let FieldType::Record(inner) = &field.ty {
            let mut nested = places.into_iter();
            let nested = [(); 3].map(|()| nested.next()?.nested.as_deref_mut());
            unite(inner, nested, diagnostics);
        }
    }
}
