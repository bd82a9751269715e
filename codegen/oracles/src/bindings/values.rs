//! Reads the values of bindings' constants.

use syn::{Expr, ExprLit, ExprStruct, ExprUnary, Lit, Member, UnOp};
use winsec_codegen::model::Encoding;

use crate::fact::ValueFact;

/// The value of a constant's expression; none if it is not one that bindings write.
pub(super) fn value(expr: &Expr) -> Option<ValueFact> {
    match expr {
        Expr::Lit(literal) => self::literal(literal),
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => match value(expr)? {
            ValueFact::Int(value) => Some(ValueFact::Int(-value)),
            ValueFact::Float(value) => Some(ValueFact::Float(-value)),
            _ => None,
        },
        Expr::Cast(cast) => value(&cast.expr),
        Expr::Paren(inner) => value(&inner.expr),
        Expr::Group(inner) => value(&inner.expr),
        Expr::MethodCall(call) if call.method == "as_ptr" => units(&call.receiver),
        Expr::Call(call) => {
            let Expr::Path(function) = &*call.func else {
                return None;
            };
            let argument = call.args.first()?;
            match function.path.segments.last()?.ident.to_string().as_str() {
                "from_u128" => Some(ValueFact::Guid(integer(argument)?.cast_unsigned())),
                _ => None,
            }
        }
        Expr::Macro(call) => {
            let text = call.mac.parse_body::<syn::LitStr>().ok()?.value();
            let encoding = match call.mac.path.segments.last()?.ident.to_string().as_str() {
                "s" => Encoding::Ansi,
                "w" => Encoding::Utf16,
                _ => return None,
            };
            Some(ValueFact::Text { text, encoding })
        }
        Expr::Struct(record) => guid(record)
            .map(ValueFact::Guid)
            .or_else(|| property_key(record)),
        _ => None,
    }
}

fn literal(literal: &ExprLit) -> Option<ValueFact> {
    match &literal.lit {
        Lit::Int(value) => {
            let value = value.base10_parse::<u128>().ok()?;
            // A GUID's 128 bits may not fit; keep the bits.
            Some(ValueFact::Int(value.cast_signed()))
        }
        Lit::Float(value) => value.base10_parse().ok().map(ValueFact::Float),
        Lit::Bool(value) => Some(ValueFact::Int(i128::from(value.value))),
        _ => None,
    }
}

fn integer(expr: &Expr) -> Option<i128> {
    match value(expr)? {
        ValueFact::Int(value) => Some(value),
        _ => None,
    }
}

/// `[77, 0].as_ptr()`: a text as its code units, with the terminator.
fn units(expr: &Expr) -> Option<ValueFact> {
    let Expr::Array(array) = expr else {
        return None;
    };
    let mut units = array
        .elems
        .iter()
        .map(|unit| u16::try_from(integer(unit)?).ok())
        .collect::<Option<Vec<_>>>()?;
    if units.pop() != Some(0) {
        return None;
    }
    Some(ValueFact::Text {
        text: String::from_utf16(&units).ok()?,
        // Which of the two it is the constant's type tells.
        encoding: Encoding::Unspecified,
    })
}

/// `GUID { data1: .., data2: .., data3: .., data4: [..] }`.
fn guid(record: &ExprStruct) -> Option<u128> {
    let mut guid = [None; 4];
    for field in &record.fields {
        let Member::Named(name) = &field.member else {
            return None;
        };
        let place = ["data1", "data2", "data3", "data4"]
            .iter()
            .position(|known| name == known)?;
        guid[place] = Some(match &field.expr {
            Expr::Array(bytes) => bytes
                .elems
                .iter()
                .try_fold(0, |all, byte| Some(all << 8 | integer(byte)?))?,
            number => integer(number)?,
        });
    }
    let [Some(data1), Some(data2), Some(data3), Some(data4)] = guid else {
        return None;
    };
    Some((data1 << 96 | data2 << 80 | data3 << 64 | data4).cast_unsigned())
}

/// `PROPERTYKEY { fmtid: .., pid: .. }`.
fn property_key(record: &ExprStruct) -> Option<ValueFact> {
    let mut format = None;
    let mut id = None;
    for field in &record.fields {
        match value(&field.expr)? {
            ValueFact::Guid(guid) => format = Some(guid),
            ValueFact::Int(number) => id = u32::try_from(number).ok(),
            _ => return None,
        }
    }
    Some(ValueFact::PropertyKey {
        format: format?,
        id: id?,
    })
}
