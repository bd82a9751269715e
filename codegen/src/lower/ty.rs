//! Types.

use super::Lower;
use crate::model::{Name, Primitive, Type};
use crate::options::Interfaces;
use crate::syntax::name::Path;
use crate::syntax::ty as syntax;

impl Lower<'_> {
    /// A type; one that is wrong becomes [`Type::Void`], once it is reported.
    pub fn ty(&mut self, ty: &syntax::Type) -> Type {
        let base = match &ty.base {
            syntax::Base::Path(path) => self.named(path),
            syntax::Base::Array { of, len } => {
                let of = Box::new(self.ty(of));
                let len = self.whole_up_to(len, u32::MAX, "an array's length");
                Type::Array {
                    of,
                    len: len.unwrap_or(1),
                }
            }
        };
        ty.pointers
            .iter()
            .rev()
            .fold(base, |to, &mutable| Type::Pointer {
                mutable,
                to: Box::new(to),
            })
    }

    fn named(&mut self, path: &Path) -> Type {
        if let Some(last) = &path.last {
            let span = self.span(path.first.span()).to(self.span(last.span()));
            let written = self.slice(span);
            let text: String = written.chars().filter(|ch| !ch.is_whitespace()).collect();
            if self.options.interfaces == Interfaces::Refuse {
                self.error(
                    span,
                    format!("`{text}` is a path to another namespace"),
                    "all names of a spec are in one namespace; name a Win32 type",
                );
            }
            return Type::Named(Name { text, span });
        }
        let span = self.span(path.first.span());
        match self.slice(span) {
            "void" => Type::Void,
            "String" => Type::String,
            text => match primitive(text) {
                Some(primitive) => Type::Primitive(primitive),
                None => Type::Named(self.name(&path.first)),
            },
        }
    }
}

/// The integer that has this name, if it is as wide everywhere: what an enumeration can be.
pub fn fixed_integer(name: &str) -> Option<Primitive> {
    primitive(name).filter(|primitive| {
        !matches!(
            primitive,
            Primitive::Bool | Primitive::Isize | Primitive::Usize | Primitive::F32 | Primitive::F64
        )
    })
}

/// The type of the language that has this name.
pub fn primitive(name: &str) -> Option<Primitive> {
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
