//! Writes types and values as the report shows them.

use winsec_codegen::model::{Abi, Arches, Direction, Encoding, Len, Primitive, Type, Value};

use crate::fact::{BitsFact, SignatureFact, Ty, ValueFact};

/// A type of ours.
pub(crate) fn ours(ty: &Type) -> String {
    match ty {
        Type::Void => "void".to_owned(),
        Type::Primitive(primitive) => self::primitive(*primitive).to_owned(),
        Type::String => "String".to_owned(),
        Type::Named(name) => name.text.clone(),
        Type::Pointer { mutable, to } => format!("{}{}", star(*mutable), ours(to)),
        Type::Array { of, len } => format!("[{}; {len}]", ours(of)),
    }
}

/// A party's type.
pub(crate) fn theirs(ty: &Ty) -> String {
    match ty {
        Ty::Void => "void".to_owned(),
        Ty::Primitive(primitive) => self::primitive(*primitive).to_owned(),
        Ty::Char => "char".to_owned(),
        Ty::Named(name) => name.clone(),
        Ty::Pointer { mutable, to } => format!("{}{}", star(*mutable), theirs(to)),
        Ty::Array { of, len } => format!("[{}; {len}]", theirs(of)),
        Ty::Function(signature) => self::signature(signature),
        Ty::Record(record) if record.union => "a union".to_owned(),
        Ty::Record(_) => "a struct".to_owned(),
    }
}

fn star(mutable: bool) -> &'static str {
    if mutable { "*mut " } else { "*const " }
}

fn signature(signature: &SignatureFact) -> String {
    let params: Vec<String> = signature
        .params
        .iter()
        .map(|param| theirs(&param.ty))
        .collect();
    let dots = if signature.variadic { ", .." } else { "" };
    format!(
        "fn({}{dots}) -> {}",
        params.join(", "),
        theirs(&signature.result)
    )
}

/// A primitive's name.
pub(crate) fn primitive(primitive: Primitive) -> &'static str {
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

/// A whole number, in decimal and, where that is easier to read, in hexadecimal.
pub(crate) fn integer(value: i128) -> String {
    if (0..10).contains(&value) || value < 0 {
        format!("{value}")
    } else {
        format!("{value} ({value:#X})")
    }
}

/// A party's value.
pub(crate) fn value(value: &ValueFact) -> String {
    match value {
        ValueFact::Int(value) => integer(*value),
        ValueFact::Float(value) => format!("{value}"),
        ValueFact::Text { text, encoding } => self::text(text, *encoding),
        ValueFact::Guid(value) => guid(*value),
        ValueFact::PropertyKey { format, id } => format!("{} {id}", guid(*format)),
    }
}

/// A value of ours that is no whole number, as the spec writes it.
pub(crate) fn written(value: &Value) -> String {
    match value {
        Value::Int(value) => integer(*value),
        Value::AllOnes => "!0".to_owned(),
        Value::Names(names) => names
            .iter()
            .map(|name| name.text.as_str())
            .collect::<Vec<_>>()
            .join(" | "),
        Value::Float(text) => text.clone(),
        Value::Text { text, encoding } => self::text(text, *encoding),
        Value::Guid(value) => guid(*value),
        Value::PropertyKey { format, id } => format!("{} {id}", guid(*format)),
    }
}

fn text(text: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Ansi => format!("{text:?} (ansi)"),
        Encoding::Utf16 => format!("{text:?} (utf-16)"),
        Encoding::Unspecified => format!("{text:?}"),
    }
}

fn guid(value: u128) -> String {
    let hex = format!("{value:032x}");
    let (a, rest) = hex.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    format!("{a}-{b}-{c}-{d}-{e}")
}

/// A calling convention.
pub(crate) fn abi(abi: Abi) -> &'static str {
    match abi {
        Abi::System => "system",
        Abi::C => "C",
        Abi::Fastcall => "fastcall",
    }
}

/// A direction.
pub(crate) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "in",
        Direction::Out => "out",
        Direction::InOut => "in and out",
    }
}

/// A length annotation, as a spec writes it.
pub(crate) fn len(len: Option<Len>) -> String {
    match len {
        None => "none".to_owned(),
        Some(Len::Param(place)) => format!("len_param({place})"),
        Some(Len::Bytes(place)) => format!("size_param({place})"),
        Some(Len::Const(count)) => format!("len_const({count})"),
    }
}

/// Bit-fields.
pub(crate) fn bits(bits: &[BitsFact]) -> String {
    if bits.is_empty() {
        return "none".to_owned();
    }
    bits.iter()
        .map(|bits| {
            format!(
                "{}: {}..{}",
                bits.name,
                bits.offset,
                bits.offset + bits.width
            )
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Architectures.
pub(crate) fn arches(arches: Arches) -> String {
    let names: Vec<&str> = [
        (Arches::X86, "x86"),
        (Arches::X64, "x64"),
        (Arches::ARM64, "arm64"),
    ]
    .into_iter()
    .filter(|(arch, _)| arches.contains(*arch))
    .map(|(_, name)| name)
    .collect();
    names.join(", ")
}
