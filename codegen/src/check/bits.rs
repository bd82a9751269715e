//! Bit-fields must fit the integer that they cut.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Field, FieldType, Item, Primitive, Type};
use crate::options::Rules;
use crate::resolve::width;

/// Reports bit-fields of what is no integer, without bits, or with more than the integer has.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    walk::fields(context.model, &mut |item, field| {
        if !field.bits.is_empty() {
            check_field(context, item, field, found);
        }
    });
}

fn check_field(context: &Context<'_>, item: &Item, field: &Field, found: &mut Vec<Diagnostic>) {
    let name = &field.name.text;
    let width = match &field.ty {
        FieldType::Type(ty) => width_of(context, ty, item.arches),
        FieldType::Record(_) => None,
    };
    let Some(width) = width else {
        let message = format!("`{name}` has bit-fields, but is no integer");
        let help = "write the integer that C's compiler takes the bits from: `u32`, say";
        found.push(Diagnostic::new(field.name.span, message).with_help(help));
        return;
    };
    let mut used = 0_u64;
    for bit in &field.bits {
        if bit.width == 0 {
            let message = "a bit-field needs at least one bit";
            let help = "remove it; start the next integer as a field of its own";
            found.push(Diagnostic::new(bit.span, message).with_help(help));
        }
        used += u64::from(bit.width);
        if used > u64::from(width) {
            let message = format!("the bit-fields of `{name}` need {used} bits or more");
            found.push(
                Diagnostic::new(bit.span, message)
                    .with_label("this one does not fit any more")
                    .with_help(format!("it has {width}; cut the rest from another field")),
            );
            return;
        }
    }
}

/// How many bits an integer has: on the architecture where it has the fewest, or, in metadata,
/// which has one definition for all widths of a pointer, the most.
fn width_of(context: &Context<'_>, ty: &Type, arches: Arches) -> Option<u32> {
    let widths = [(Arches::X86, 32), (Arches::X64, 64), (Arches::ARM64, 64)]
        .into_iter()
        .filter(|(arch, _)| arches.contains(*arch))
        .map(
            |(arch, pointer)| match context.index.underlying_on(ty, arch)? {
                Primitive::Isize | Primitive::Usize => Some(pointer),
                Primitive::Bool => Some(8),
                other => width(other).map(|(width, _)| width),
            },
        );
    match context.rules {
        Rules::House => widths.min(),
        Rules::Metadata => widths.max(),
    }
    .flatten()
}
