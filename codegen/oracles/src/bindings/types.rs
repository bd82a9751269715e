//! Reads the types of bindings.

use syn::{Expr, ExprLit, Lit, Type, TypePath};
use winsec_codegen::model::Primitive;

use super::{named, signature};
use crate::fact::Ty;

/// A type as bindings write it; none for one that no C interface has.
pub(super) fn ty(ty: &Type) -> Option<Ty> {
    match ty {
        Type::Path(path) => path_type(path),
        Type::Ptr(pointer) => Some(Ty::pointer(
            pointer.mutability.is_some(),
            self::ty(&pointer.elem)?,
        )),
        Type::Array(array) => {
            let Expr::Lit(ExprLit {
                lit: Lit::Int(len), ..
            }) = &array.len
            else {
                return None;
            };
            Some(Ty::Array {
                of: Box::new(self::ty(&array.elem)?),
                len: len.base10_parse().ok()?,
            })
        }
        Type::BareFn(function) => signature::bare(function).map(|sig| Ty::Function(Box::new(sig))),
        Type::Tuple(tuple) if tuple.elems.is_empty() => Some(Ty::Void),
        Type::Never(_) => Some(Ty::Void),
        Type::Paren(inner) => self::ty(&inner.elem),
        Type::Group(inner) => self::ty(&inner.elem),
        _ => None,
    }
}

fn path_type(path: &TypePath) -> Option<Ty> {
    let last = path.path.segments.last()?;
    if last.ident == "Option" {
        let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        let Some(syn::GenericArgument::Type(inner)) = arguments.args.first() else {
            return None;
        };
        return ty(inner);
    }
    if last.ident == "c_void" {
        return Some(Ty::Void);
    }
    match primitive(&last.ident.to_string()) {
        Some(primitive) => Some(Ty::Primitive(primitive)),
        None => named(&path.path),
    }
}

/// A primitive by its Rust name.
pub(crate) fn primitive(name: &str) -> Option<Primitive> {
    Some(match name {
        "bool" => Primitive::Bool,
        "i8" => Primitive::I8,
        "u8" => Primitive::U8,
        "i16" => Primitive::I16,
        "u16" => Primitive::U16,
        "i32" => Primitive::I32,
        "u32" => Primitive::U32,
        "i64" => Primitive::I64,
        "u64" => Primitive::U64,
        "isize" => Primitive::Isize,
        "usize" => Primitive::Usize,
        "f32" => Primitive::F32,
        "f64" => Primitive::F64,
        _ => return None,
    })
}
