//! What constants are by the highest bit beside them.
//!
//! A literal of C is an `int` unless the number needs more: of a set of flags, the one that is
//! `0x80000000` alone has no sign. They are combined, so they all are what it is.

use super::evidence::{Evidence, Finding};
use super::prefixes::{Neighbour, Prefixes};
use crate::model::{Primitive, Type};

/// The highest bit.
const TOP: i128 = 0x8000_0000;

/// How many constants make a set.
const FEW: usize = 4;

/// What is found of a constant: the narrowest group of a few must be a set of flags.
pub(super) fn find(name: &str, prefixes: &Prefixes<'_>) -> Option<Finding> {
    let (prefix, group) = prefixes
        .groups(name)
        .find(|(_, group)| group.len() >= FEW)?;
    is_set(group).then(|| Finding {
        by: Evidence::Bits,
        integers: vec![Primitive::U32],
        ty: Type::Primitive(Primitive::U32),
        why: format!("{prefix}* are bits up to 0x80000000"),
    })
}

/// Whether constants are distinct bits of 32, the highest among them, with few joined ones.
fn is_set(group: &[Neighbour]) -> bool {
    let mut seen = 0;
    let mut bits = 0;
    for neighbour in group {
        match neighbour.loose {
            Some((Primitive::I32 | Primitive::U32, value)) if value >= 0 => {
                if value.count_ones() == 1 {
                    if seen & value != 0 {
                        return false;
                    }
                    seen |= value;
                    bits += 1;
                }
            }
            _ => return false,
        }
    }
    // Seven of ten.
    seen & TOP != 0 && bits * 10 >= group.len() * 7
}
