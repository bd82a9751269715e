//! Size, alignment and every offset of every record, on each architecture, by the rules of MSVC.
//!
//! Every type has its natural alignment: 64-bit integers 8 on all architectures, pointers 4 or 8. A
//! packed record caps the alignment of its fields, an aligned one raises its own. rustc lays
//! `repr(C)` out by the same rules for Windows, and the assertions that [`emit`](crate::emit) makes
//! of this let it say so.

mod measure;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::{Arches, ItemId, Model};
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
}

/// Where a field lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLayout {
    /// Its distance from the beginning of the record that it is in, in bytes.
    pub offset: u64,
    /// Its size and alignment.
    pub extent: Extent,
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
        let records = Arch::ALL
            .map(|arch| measure::Measure::new(model, index, arch).records(&mut diagnostics));
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
}
