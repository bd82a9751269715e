//! Measures types and lays records out, for one architecture.

use super::{Arch, Extent, FieldLayout, RecordLayout};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{
    Field, FieldType, Item, ItemId, ItemKind, Model, Primitive, Record, RecordKind, Type,
};
use crate::resolve::Index;

/// The largest object of 32-bit Windows, in bytes.
const LARGEST: u64 = i32::MAX as u64;

/// The measuring of one architecture's types.
pub(super) struct Measure<'a> {
    model: &'a Model,
    index: &'a Index,
    arch: Arch,
    known: Vec<Known>,
    records: Vec<Option<Box<RecordLayout>>>,
}

/// What is known of an item's type.
#[derive(Debug, Clone, Copy)]
enum Known {
    /// Nothing yet.
    Not,
    /// It is being measured.
    Begun,
    /// It has no size: `void`, or an error that is reported.
    Sizeless,
    /// Its size and alignment.
    Measured(Measured),
}

/// A type's measures.
#[derive(Debug, Clone, Copy)]
struct Measured {
    extent: Extent,
    /// The alignment that no packing lowers: the most that an `align(n)` in it asks for, or 1.
    required: u64,
    /// Whether it holds nothing but integers.
    comparable: bool,
}

/// Why a record has no layout; nothing where something else reports it.
type Fault = Option<Box<Diagnostic>>;

/// Why a type cannot be measured.
enum Missing {
    /// Another item comes first.
    Item(ItemId),
    /// It has no size.
    Size,
}

impl Measured {
    const fn natural(size: u64, comparable: bool) -> Self {
        Self {
            extent: Extent { size, align: size },
            required: 1,
            comparable,
        }
    }
}

impl<'a> Measure<'a> {
    pub(super) fn new(model: &'a Model, index: &'a Index, arch: Arch) -> Self {
        Self {
            model,
            index,
            arch,
            known: vec![Known::Not; model.items.len()],
            records: vec![None; model.items.len()],
        }
    }

    /// Lays out every record of the architecture.
    pub(super) fn records(
        mut self,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Option<Box<RecordLayout>>> {
        let mut waiting = Vec::new();
        for (id, item) in (0..).map(ItemId).zip(&self.model.items) {
            if matches!(item.kind, ItemKind::Record(_)) && item.arches.contains(self.arch.set()) {
                waiting.push(id);
                self.settle(&mut waiting, diagnostics);
            }
        }
        self.records
    }

    /// Measures the items of a stack, and before each what it holds.
    fn settle(&mut self, waiting: &mut Vec<ItemId>, diagnostics: &mut Vec<Diagnostic>) {
        while let Some(&id) = waiting.last() {
            let at = id.0 as usize;
            if matches!(self.known[at], Known::Sizeless | Known::Measured(_)) {
                waiting.pop();
                continue;
            }
            let first = matches!(self.known[at], Known::Not);
            self.known[at] = Known::Begun;
            let item = &self.model.items[at];
            if first {
                let before = waiting.len();
                self.parts(item, waiting);
                if waiting.len() > before {
                    continue;
                }
            }
            self.known[at] = self.item(id, item, diagnostics);
            waiting.pop();
        }
    }

    /// Adds the items to `waiting` that must be measured before `item`.
    fn parts(&self, item: &Item, waiting: &mut Vec<ItemId>) {
        match &item.kind {
            ItemKind::Record(record) => self.record_parts(record, waiting),
            ItemKind::Alias(ty) => self.type_parts(ty, waiting),
            _ => {}
        }
    }

    fn record_parts(&self, record: &Record, waiting: &mut Vec<ItemId>) {
        for field in &record.fields {
            match &field.ty {
                FieldType::Type(ty) => self.type_parts(ty, waiting),
                FieldType::Record(record) => self.record_parts(record, waiting),
            }
        }
    }

    fn type_parts(&self, ty: &Type, waiting: &mut Vec<ItemId>) {
        if let Err(Missing::Item(id)) = self.ty(ty) {
            // A cycle is an error that `check` reports; here it only must not go on for ever.
            if matches!(self.known[id.0 as usize], Known::Not) {
                waiting.push(id);
            }
        }
    }

    /// Measures an item whose parts are measured.
    fn item(&mut self, id: ItemId, item: &Item, diagnostics: &mut Vec<Diagnostic>) -> Known {
        match &item.kind {
            ItemKind::Record(record) => match self.record(record, item.name.span) {
                Ok((layout, measured)) => {
                    self.records[id.0 as usize] = Some(Box::new(layout));
                    Known::Measured(measured)
                }
                Err(fault) => {
                    diagnostics.extend(fault.map(|fault| *fault));
                    Known::Sizeless
                }
            },
            ItemKind::Alias(ty) => self.ty(ty).map_or(Known::Sizeless, Known::Measured),
            ItemKind::Enum(of) => Known::Measured(self.primitive(of.repr)),
            ItemKind::Callback(_) | ItemKind::Interface => {
                Known::Measured(Measured::natural(self.arch.pointer(), false))
            }
            ItemKind::Constant(_) | ItemKind::Function(_) => Known::Sizeless,
        }
    }

    fn primitive(&self, primitive: Primitive) -> Measured {
        let size = match primitive {
            Primitive::Bool | Primitive::I8 | Primitive::U8 => 1,
            Primitive::I16 | Primitive::U16 => 2,
            Primitive::I32 | Primitive::U32 | Primitive::F32 => 4,
            Primitive::I64 | Primitive::U64 | Primitive::F64 => 8,
            Primitive::Isize | Primitive::Usize => self.arch.pointer(),
        };
        let comparable = !matches!(primitive, Primitive::F32 | Primitive::F64);
        Measured::natural(size, comparable)
    }

    fn ty(&self, ty: &Type) -> Result<Measured, Missing> {
        match ty {
            Type::Void | Type::String => Err(Missing::Size),
            Type::Primitive(primitive) => Ok(self.primitive(*primitive)),
            Type::Pointer { .. } => Ok(Measured::natural(self.arch.pointer(), false)),
            Type::Named(name) => {
                let id = self.index.type_item(&name.text, self.arch.set());
                let id = id.ok_or(Missing::Size)?;
                match self.known[id.0 as usize] {
                    Known::Measured(measured) => Ok(measured),
                    Known::Sizeless => Err(Missing::Size),
                    Known::Not | Known::Begun => Err(Missing::Item(id)),
                }
            }
            Type::Array { of, len } => {
                let mut measured = self.ty(of)?;
                let size = measured.extent.size.checked_mul(u64::from(*len));
                measured.extent.size = size.unwrap_or(u64::MAX);
                Ok(measured)
            }
        }
    }

    /// Lays out a record whose parts are measured; an error without a text is reported elsewhere.
    fn record(&self, record: &Record, span: Span) -> Result<(RecordLayout, Measured), Fault> {
        let cap = record.packed.map_or(u64::MAX, u64::from);
        let mut required = record.align.map_or(1, u64::from);
        let mut align = 1;
        let mut comparable = record.kind == RecordKind::Struct;
        let mut end = 0;
        let mut fields = Vec::with_capacity(record.fields.len());
        for field in &record.fields {
            let (nested, measured) = self.field(field)?;
            let natural = measured.extent.align;
            // Packing lowers what a type has by nature, and not what was asked for.
            let type_align = natural.min(cap).max(measured.required);
            if type_align < natural && measured.required > 1 {
                return Err(fault(not_rust(field.name.span)));
            }
            let own = field.align.map_or(1, u64::from);
            let field_align = type_align.max(own);
            required = required.max(measured.required).max(own);
            comparable &= measured.comparable;
            align = align.max(field_align);
            let offset = match record.kind {
                RecordKind::Struct => round_up(end, field_align),
                RecordKind::Union => 0,
            };
            end = end.max(offset.saturating_add(measured.extent.size));
            fields.push(FieldLayout {
                offset,
                extent: measured.extent,
                packed: record.packed.filter(|_| type_align < natural),
                nested,
            });
        }
        let align = align.max(required);
        // As a field, a record that asks for an alignment asks for all that it has.
        let required = if record.align.is_some() {
            align
        } else {
            required
        };
        // An empty record has the size that C++ gives it.
        let size = round_up(end.max(u64::from(fields.is_empty())), align);
        if size > LARGEST {
            return Err(fault(
                Diagnostic::new(span, "a record is larger than an object can be")
                    .with_label(format!("more than {LARGEST} bytes on {}", self.arch.name()))
                    .with_help("check the lengths of its arrays"),
            ));
        }
        let extent = Extent { size, align };
        let layout = RecordLayout {
            extent,
            fields,
            comparable,
            mixed: record.packed.is_some() && required > 1
                || record.fields.iter().any(|field| field.align.is_some()),
        };
        let measured = Measured {
            extent,
            required,
            comparable,
        };
        Ok((layout, measured))
    }

    fn field(&self, field: &Field) -> Result<(Option<Box<RecordLayout>>, Measured), Fault> {
        match &field.ty {
            FieldType::Record(record) => {
                let (layout, measured) = self.record(record, field.name.span)?;
                Ok((Some(Box::new(layout)), measured))
            }
            FieldType::Type(ty) => match self.ty(ty) {
                Ok(measured) => Ok((None, measured)),
                Err(Missing::Item(_)) => Err(None),
                Err(Missing::Size) => Err(Self::sizeless(field, ty)),
            },
        }
    }

    /// Why a field has no size, unless that is its type's own error, or its type is another
    /// namespace's.
    fn sizeless(field: &Field, ty: &Type) -> Fault {
        let mut innermost = ty;
        while let Type::Array { of, .. } = innermost {
            innermost = of;
        }
        if matches!(innermost, Type::Named(_)) {
            return None;
        }
        let message = format!("`{}` has no size", field.name.text);
        fault(
            Diagnostic::new(field.name.span, message)
                .with_help("a field holds a value: write a pointer to `void`"),
        )
    }
}

/// The next multiple of `align`, as far as it can be counted.
fn round_up(value: u64, align: u64) -> u64 {
    match align {
        0 | 1 => value,
        _ => value.div_ceil(align).saturating_mul(align),
    }
}

/// What is said of a field that Rust can neither pack nor align.
pub(super) fn not_rust(span: Span) -> Diagnostic {
    Diagnostic::new(span, "a packed record holds what is partly aligned")
        .with_help("Rust has no such type: replace the field by an array of bytes")
}

fn fault(diagnostic: Diagnostic) -> Fault {
    Some(Box::new(diagnostic))
}
