//! What is behind a type's name.

use super::{Index, Shape, all};
use crate::model::{Arches, Primitive, Type};

/// How many aliases may name one another; more is a cycle.
const CHAIN_LIMIT: usize = 64;

/// What a type is once all aliases are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Underlying {
    /// A type of the language, be it through an enumeration.
    Primitive(Primitive),
    /// A pointer, be it to a function or an interface.
    Pointer,
    /// Anything else, or nothing that is known.
    Other,
}

impl Index {
    /// The primitive type that a type is on every architecture, through aliases and enumerations.
    ///
    /// None for records, arrays, pointers and unknown names, and for a type that is not the same
    /// on all architectures.
    #[must_use]
    pub fn underlying(&self, ty: &Type) -> Option<Primitive> {
        let mut found = None;
        for arch in [Arches::X86, Arches::X64, Arches::ARM64] {
            if let Type::Named(name) = ty
                && self.type_items(&name.text).next().is_some()
                && self.type_item(&name.text, arch).is_none()
            {
                continue;
            }
            let primitive = self.underlying_on(ty, arch)?;
            if *found.get_or_insert(primitive) != primitive {
                return None;
            }
        }
        found
    }

    /// The primitive type that a type is on an architecture, through aliases and enumerations.
    #[must_use]
    pub fn underlying_on(&self, ty: &Type, arch: Arches) -> Option<Primitive> {
        match self.behind(ty, arch) {
            Underlying::Primitive(primitive) => Some(primitive),
            Underlying::Pointer | Underlying::Other => None,
        }
    }

    /// What a type is on an architecture, once all aliases are followed.
    #[must_use]
    pub fn behind(&self, ty: &Type, arch: Arches) -> Underlying {
        let mut ty = ty;
        for _ in 0..CHAIN_LIMIT {
            match ty {
                Type::Primitive(primitive) => return Underlying::Primitive(*primitive),
                Type::Pointer { .. } => return Underlying::Pointer,
                Type::Void | Type::String | Type::Array { .. } => return Underlying::Other,
                Type::Named(name) => {
                    let mut entries = all(&self.types, &name.text).iter();
                    let entry = entries.find(|entry| entry.arches.intersects(arch));
                    match entry.map(|entry| &entry.shape) {
                        Some(Shape::Integer(primitive)) => {
                            return Underlying::Primitive(*primitive);
                        }
                        Some(Shape::Alias(next)) => ty = next,
                        Some(Shape::Pointer) => return Underlying::Pointer,
                        Some(Shape::Other) | None => return Underlying::Other,
                    }
                }
            }
        }
        Underlying::Other
    }
}
