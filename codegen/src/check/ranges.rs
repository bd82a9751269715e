//! A value fits its type: in a spec as a number, in metadata at least as bits.

use super::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Arches, ItemId, ItemKind, Name, Primitive, Value};
use crate::options::Rules;
use crate::resolve::{Evaluated, Underlying, ValueId, width};

/// Reports whole numbers that do not fit the integers that they are of.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (id, item) in (0..).map(ItemId).zip(&context.model.items) {
        match &item.kind {
            ItemKind::Enum(definition) => {
                for (at, member) in (0..).zip(&definition.members) {
                    if let Some(value) = number(context, &member.value, ValueId::Member(id, at)) {
                        let place = (&member.name, member.value_span);
                        let integer = Some(definition.repr);
                        found.extend(check_value(context, place, value, integer));
                    }
                }
            }
            ItemKind::Constant(constant) => {
                let Some(value) = number(context, &constant.value, ValueId::Constant(id)) else {
                    continue;
                };
                let place = (&item.name, constant.value_span);
                for arch in [Arches::X86, Arches::X64, Arches::ARM64] {
                    let integer = match context.index.behind(&constant.ty, arch) {
                        Underlying::Primitive(primitive) => Some(primitive),
                        Underlying::Pointer => None,
                        Underlying::Other => continue,
                    };
                    if item.arches.contains(arch)
                        && let Some(wrong) = check_value(context, place, value, integer)
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

/// The number that a value is, as it is written or as what it names comes to.
fn number(context: &Context<'_>, value: &Value, id: ValueId) -> Option<i128> {
    match (value, context.index.evaluated(id)) {
        (Value::Int(value), _) => Some(*value),
        (Value::Names(_), Some(Evaluated::Int(value))) => Some(value),
        _ => None,
    }
}

/// Says that a value does not fit an integer; without one it is a pointer's.
fn check_value(
    context: &Context<'_>,
    (name, span): (&Name, Span),
    value: i128,
    integer: Option<Primitive>,
) -> Option<Diagnostic> {
    let (bits, signed) = match integer {
        // On the widest architecture: the value is one for all.
        Some(Primitive::Isize) => (64, true),
        Some(Primitive::Usize) | None => (64, false),
        Some(Primitive::Bool) => (1, false),
        Some(primitive) => width(primitive)?,
    };
    let modulus = 1_i128 << bits;
    let (least, most) = match integer {
        // Windows has handles that are -1.
        None => (-modulus / 2, modulus - 1),
        Some(_) if signed => (-modulus / 2, modulus / 2 - 1),
        Some(_) => (0, modulus - 1),
    };
    if (least..=most).contains(&value) {
        return None;
    }
    // Hexadecimal digits are bits: C's headers write negative codes like this.
    let written_as_bits = context.sources.text(span).starts_with("0x");
    // Metadata holds bits alone: `!0` of an unsigned integer comes as -1.
    let only_bits = context.rules == Rules::Metadata && integer != Some(Primitive::Bool);
    let as_bits = -modulus / 2..modulus;
    if (only_bits || signed && written_as_bits) && as_bits.contains(&value) {
        return None;
    }
    let text = integer.map_or_else(
        || "a pointer".to_owned(),
        |integer| format!("`{}`", rust_name(integer)),
    );
    let message = format!("`{}` does not fit {text}", name.text);
    let help = if value < 0 && !signed {
        format!("{text} has no negative values; for all bits set write `!0`")
    } else if signed && value > most && value < modulus {
        format!("{text} ends at {most}; if these are its bits, write them with `0x`")
    } else {
        format!("{text} goes from {least} to {most}")
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
