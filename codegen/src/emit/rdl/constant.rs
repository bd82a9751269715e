//! Constants of RDL.

use proc_macro2::Literal;

use super::{arch, ty};
use crate::emit::{Spec, members, number};
use crate::model::{Constant, Encoding, Item, ItemId, Primitive, Type, Value};
use crate::resolve::{Underlying, ValueId};

/// A constant.
pub(super) fn item(spec: &Spec<'_>, id: ItemId, item: &Item, constant: &Constant) -> String {
    let mut text = arch(item.arches);
    let value = match &constant.value {
        Value::Text {
            text: value,
            encoding,
        } => {
            match encoding {
                Encoding::Ansi => text.push_str("#[encoding(\"ansi\")]\n"),
                Encoding::Utf16 => text.push_str("#[encoding(\"utf-16\")]\n"),
                Encoding::Unspecified => {}
            }
            Literal::string(value).to_string()
        }
        Value::PropertyKey { format, id } => {
            text.push_str(&format!("#[guid({})]\n", guid(*format)));
            id.to_string()
        }
        Value::Guid(value) => guid(*value),
        Value::Float(written) => float(spec, item, constant, written),
        Value::Int(_) | Value::AllOnes | Value::Names(_) => number(spec, id, item, constant),
    };
    let name = ty::ident(&item.name.text);
    text.push_str(&format!(
        "const {name}: {} = {value};\n",
        ty::ty(&constant.ty)
    ));
    text
}

/// A GUID, its digits in the groups that people know.
fn guid(value: u128) -> String {
    let part = |shift: u32, digits: usize| (value >> shift) & ((1 << (digits * 4)) - 1);
    format!(
        "0x{:08x}_{:04x}_{:04x}_{:04x}_{:012x}",
        part(96, 8),
        part(80, 4),
        part(64, 4),
        part(48, 4),
        part(0, 12)
    )
}

fn number(spec: &Spec<'_>, id: ItemId, item: &Item, constant: &Constant) -> String {
    let value = members::integer(spec.index.evaluated(ValueId::Constant(id)));
    match spec.index.behind(&constant.ty, item.arches) {
        // The suffix keeps the sign: the reader widens it to the pointer of each architecture.
        Underlying::Primitive(Primitive::Usize) if value < 0 => format!("{value}i32"),
        Underlying::Primitive(primitive) => number::wrap(value, primitive).to_string(),
        Underlying::Pointer | Underlying::Other => value.to_string(),
    }
}

fn float(spec: &Spec<'_>, item: &Item, constant: &Constant, written: &str) -> String {
    let of = match spec.behind(&constant.ty, item.arches) {
        Type::Primitive(primitive) => *primitive,
        _ => Primitive::F64,
    };
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", written),
    };
    format!("{sign}{}", number::decimal(digits, of))
}
