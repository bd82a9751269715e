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
            syntax::Base::Generic(types) => {
                if !self.is_metadata() {
                    let span = self.span(*types);
                    self.error(
                        span,
                        "generic types belong to WinRT, which a spec cannot describe",
                        "name a Win32 type",
                    );
                }
                // All of them are interfaces or delegates.
                object()
            }
            syntax::Base::Array { of, len } => {
                let of = Box::new(self.ty(of));
                let len = self.whole_up_to(len, u32::MAX, "an array's length");
                Type::Array {
                    of,
                    len: len.unwrap_or(1),
                }
            }
        };
        if let Some(reference) = ty.reference
            && !self.is_metadata()
        {
            let span = self.span(reference);
            self.error(
                span,
                "references belong to WinRT",
                "write a pointer: `*const T` or `*mut T`",
            );
        }
        ty.pointers
            .iter()
            .rev()
            .fold(base, |to, &mutable| Type::Pointer {
                mutable,
                to: Box::new(to),
            })
    }

    /// A path as one name: `super::A::B`.
    pub fn path(&mut self, path: &Path) -> Name {
        let first = self.span(path.first.span());
        let span = match &path.last {
            Some(last) => first.to(self.span(last.span())),
            None => first,
        };
        let text = self.slice(span).split("::");
        let parts = text.map(|part| part.trim().trim_start_matches("r#"));
        let text = parts.collect::<Vec<_>>().join("::");
        Name { text, span }
    }

    fn named(&mut self, path: &Path) -> Type {
        if path.last.is_some() {
            let name = self.path(path);
            if self.options.interfaces == Interfaces::Refuse {
                self.error(
                    name.span,
                    format!("`{}` is a path to another namespace", name.text),
                    "all names of a spec are in one namespace; name a Win32 type",
                );
            }
            return Type::Named(name);
        }
        let span = self.span(path.first.span());
        match self.slice(span) {
            "void" => Type::Void,
            // A handle of WinRT's, as is an object; only a constant is a text.
            "String" | "Object" if self.is_metadata() => object(),
            "Char16" if self.is_metadata() => Type::Primitive(Primitive::U16),
            "String" => Type::String,
            text => match primitive(text) {
                Some(primitive) => Type::Primitive(primitive),
                None => Type::Named(self.name(&path.first)),
            },
        }
    }
}

/// What a type of WinRT is to C: a pointer to what is not known.
pub fn object() -> Type {
    Type::Pointer {
        mutable: true,
        to: Box::new(Type::Void),
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
