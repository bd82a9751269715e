//! A value fits its type.

use super::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Arches, ItemKind, Name, Primitive, Value};
use crate::resolve::{Underlying, width};

/// Reports whole numbers that do not fit the integers that they are of.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        match &item.kind {
            ItemKind::Enum(definition) => {
                for member in &definition.members {
                    if let Value::Int(value) = member.value {
                        let place = (&member.name, member.value_span);
                        found.extend(check_value(context, place, value, definition.repr));
                    }
                }
            }
            ItemKind::Constant(constant) => {
                let Value::Int(value) = constant.value else {
                    continue;
                };
                let place = (&item.name, constant.value_span);
                for arch in [Arches::X86, Arches::X64, Arches::ARM64] {
                    if item.arches.contains(arch)
                        && let Underlying::Primitive(primitive) =
                            context.index.behind(&constant.ty, arch)
                        && let Some(wrong) = check_value(context, place, value, primitive)
                    {
                        found.push(wrong);
                        break;
                    }
                }
            }
            _ => {}
        }
    }
}

fn check_value(
    context: &Context<'_>,
    (name, span): (&Name, Span),
    value: i128,
    primitive: Primitive,
) -> Option<Diagnostic> {
    let (bits, signed) = match primitive {
        // On the widest architecture: the value is one for all.
        Primitive::Isize => (64, true),
        Primitive::Usize => (64, false),
        _ => width(primitive)?,
    };
    let modulus = 1_i128 << bits;
    let (least, most) = if signed {
        (-modulus / 2, modulus / 2 - 1)
    } else {
        (0, modulus - 1)
    };
    if (least..=most).contains(&value) {
        return None;
    }
    // Hexadecimal digits are bits: C's headers write negative codes like this.
    let written_as_bits = context.sources.text(span).starts_with("0x");
    if signed && written_as_bits && value < modulus {
        return None;
    }
    let text = rust_name(primitive);
    let message = format!("`{}` does not fit `{text}`", name.text);
    let help = if value < 0 && !signed {
        format!("`{text}` has no negative values; for all bits set write `!0`")
    } else if signed && value > most && value < modulus {
        format!("`{text}` ends at {most}; if these are its bits, write them with `0x`")
    } else {
        format!("`{text}` goes from {least} to {most}")
    };
    Some(Diagnostic::new(span, message).with_help(help))
}

fn rust_name(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        Primitive::I8 => "i8",
        Primitive::U8 => "u8",
        Primitive::I16 => "i16",
        Primitive::U16 => "u16",
        Primitive::I32 => "i32",
        Primitive::U32 => "u32",
        Primitive::I64 => "i64",
        Primitive::U64 => "u64",
        Primitive::Isize => "isize",
        Primitive::Usize => "usize",
        Primitive::F32 => "f32",
        Primitive::F64 => "f64",
    }
}
