//! No type is larger than a 32-bit process can hold.

use super::{Context, cycles, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Field, FieldType, ItemKind, Primitive, Record, RecordKind, Type};

/// The largest size that Rust gives a type on a 32-bit machine, in bytes.
const MOST: u128 = i32::MAX as u128;

/// Reports fields with which a record grows too large.
///
/// Sizes are those without padding, on x86: what is too large like this is so in truth.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    // Cycles have a rule of their own.
    let order = cycles::order(context, &mut Vec::new());
    let mut sizes = Sizes {
        context,
        known: vec![0; context.model.items.len()],
        found,
    };
    for id in order {
        let item = &context.model.items[id.0 as usize];
        let size = match &item.kind {
            ItemKind::Record(record) => sizes.record(record, item.arches),
            ItemKind::Alias(ty) => sizes.ty(ty, item.arches),
            _ => continue,
        };
        // A type that is too large is reported once, not in all that contains it.
        let size = if size > MOST { 0 } else { size };
        sizes.known[id.0 as usize] = size;
    }
}

struct Sizes<'a> {
    context: &'a Context<'a>,
    /// The sizes of what has been looked at, by item.
    known: Vec<u128>,
    found: &'a mut Vec<Diagnostic>,
}

impl Sizes<'_> {
    fn record(&mut self, record: &Record, arches: Arches) -> u128 {
        let mut size = 0_u128;
        for field in &record.fields {
            let field_size = self.field(field, arches);
            let before = size;
            size = match record.kind {
                RecordKind::Struct => size.saturating_add(field_size),
                RecordKind::Union => size.max(field_size),
            };
            if size > MOST && before <= MOST {
                let message = format!("with `{}` the type is larger than 2 GiB", field.name.text);
                self.found.push(
                    Diagnostic::new(field.name.span, message)
                        .with_help("a 32-bit process cannot hold it; check the array's length"),
                );
            }
        }
        // What is too large is reported already.
        if size > MOST { 0 } else { size }
    }

    fn field(&mut self, field: &Field, arches: Arches) -> u128 {
        match &field.ty {
            FieldType::Type(ty) => self.ty(ty, arches),
            FieldType::Record(record) => self.record(record, arches),
        }
    }

    fn ty(&self, ty: &Type, arches: Arches) -> u128 {
        let mut count = 1_u128;
        let mut inner = ty;
        while let Type::Array { of, len } = inner {
            count = count.saturating_mul(u128::from(*len));
            inner = of;
        }
        count.saturating_mul(self.element(walk::element(ty), arches))
    }

    fn element(&self, ty: &Type, arches: Arches) -> u128 {
        const POINTER: u128 = 4;
        match ty {
            Type::Void | Type::String | Type::Array { .. } => 0,
            Type::Pointer { .. } => POINTER,
            Type::Primitive(primitive) => size_of(*primitive),
            Type::Named(name) => {
                let Some(id) = self.context.index.type_item(&name.text, arches) else {
                    return 0;
                };
                match &self.context.model.items[id.0 as usize].kind {
                    ItemKind::Enum(item) => size_of(item.repr),
                    ItemKind::Callback(_) | ItemKind::Interface => POINTER,
                    _ => self.known[id.0 as usize],
                }
            }
        }
    }
}

/// The size of a type of the language on x86, in bytes.
fn size_of(primitive: Primitive) -> u128 {
    match primitive {
        Primitive::Bool | Primitive::I8 | Primitive::U8 => 1,
        Primitive::I16 | Primitive::U16 => 2,
        Primitive::I32 | Primitive::U32 | Primitive::F32 | Primitive::Isize | Primitive::Usize => 4,
        Primitive::I64 | Primitive::U64 | Primitive::F64 => 8,
    }
}
