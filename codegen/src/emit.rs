//! From the model to Rust tokens: pure functions, one file for each kind of item.

mod alias;
mod arch;
mod assertions;
mod bits;
mod callback;
pub mod catalogue;
mod constant;
mod docs;
mod enumeration;
mod flags;
mod function;
mod imports;
mod links;
mod members;
mod module;
mod name;
mod number;
mod offsets;
mod origin;
mod params;
pub mod rdl;
mod record;
mod safety;
mod text;
mod ty;

use rustc_hash::FxHashMap;

use crate::layout::Layouts;
use crate::model::{Arches, Enum, Item, ItemId, ItemKind, Model, Name, Type};
use crate::resolve::Index;
use crate::tokens::{ToTokens, Tokens};

pub use module::{FLAG_SET, PACKED, Piece, has_flag_sets, has_packed, pieces, root};
pub use name::is_keyword;
pub(crate) use record::{nested_name, nested_names};

/// Tokens that are written where they are interpolated, and so are not copied.
fn write<F: Fn(&mut Tokens)>(write: F) -> Write<F> {
    Write(write)
}

/// What [`write`] makes.
struct Write<F>(F);

impl<F: Fn(&mut Tokens)> ToTokens for Write<F> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        self.0(tokens);
    }
}

/// How many aliases may name one another.
const CHAIN_LIMIT: usize = 64;

/// A checked model with what is known of it: the emitters' input.
#[derive(Debug)]
pub struct Spec<'a> {
    /// The model.
    pub model: &'a Model,
    /// What its names mean.
    pub index: &'a Index,
    /// How its records lie in memory.
    pub layouts: &'a Layouts,
    /// The constants that are members of an enumeration of another place.
    further: FxHashMap<ItemId, Vec<ItemId>>,
}

impl<'a> Spec<'a> {
    /// Prepares a model for the emitters.
    #[must_use]
    pub fn new(model: &'a Model, index: &'a Index, layouts: &'a Layouts) -> Self {
        let mut spec = Self {
            model,
            index,
            layouts,
            further: FxHashMap::default(),
        };
        for (id, item) in (0..).map(ItemId).zip(&model.items) {
            if let ItemKind::Constant(constant) = &item.kind
                && let Some((of, _)) = spec.enumeration(&constant.ty, item.arches)
            {
                spec.further.entry(of).or_default().push(id);
            }
        }
        spec
    }

    /// An item.
    fn item(&self, id: ItemId) -> Option<&'a Item> {
        self.model.items.get(id.0 as usize)
    }

    /// The item that a type's name stands for.
    fn named(&self, name: &Name, arches: Arches) -> Option<(ItemId, &'a Item)> {
        let id = self.index.type_item(&name.text, arches)?;
        Some((id, self.item(id)?))
    }

    /// The type that a type is once aliases are followed.
    fn behind<'t>(&self, ty: &'t Type, arches: Arches) -> &'t Type
    where
        'a: 't,
    {
        let mut ty = ty;
        for _ in 0..CHAIN_LIMIT {
            let Type::Named(name) = ty else {
                break;
            };
            let Some((_, item)) = self.named(name, arches) else {
                break;
            };
            let ItemKind::Alias(target) = &item.kind else {
                break;
            };
            ty = target;
        }
        ty
    }

    /// The enumeration or flag set that a type is.
    fn enumeration(&self, ty: &Type, arches: Arches) -> Option<(ItemId, &'a Enum)> {
        let Type::Named(name) = self.behind(ty, arches) else {
            return None;
        };
        let (id, item) = self.named(name, arches)?;
        match &item.kind {
            ItemKind::Enum(of) => Some((id, of)),
            _ => None,
        }
    }
}
