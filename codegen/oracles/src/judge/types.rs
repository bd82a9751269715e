//! Holds a type of ours against a party's.

use winsec_codegen::{
    layout::Arch,
    model::{Arches, ItemKind, Primitive, Signature, Type},
};

use crate::{
    fact::{SignatureFact, Ty},
    ours::Ours,
    verdict::Verdict,
    world::World,
};

/// How deep types are compared; deeper ones are the same if they are the same so far.
const DEPTH_LIMIT: usize = 16;

/// Whether `ours` is what the party calls `theirs`: same, refined or different.
pub(super) fn judge(ours: &Ours<'_>, world: World<'_>, left: &Type, right: &Ty) -> Verdict {
    judge_to(ours, world, left, right, DEPTH_LIMIT)
}

fn judge_to(ours: &Ours<'_>, world: World<'_>, left: &Type, right: &Ty, depth: usize) -> Verdict {
    let Some(depth) = depth.checked_sub(1) else {
        return Verdict::Same;
    };
    if let Type::Named(name) = left {
        return named(ours, world, &name.text, right, depth);
    }
    match (left, world.behind(right)) {
        (Type::Void, Ty::Void) => Verdict::Same,
        (Type::Primitive(left), Ty::Primitive(right)) => {
            verdict(same_primitive(*left, *right, world.arch()))
        }
        (Type::Primitive(Primitive::I8 | Primitive::U8), Ty::Char) => Verdict::Same,
        (Type::Primitive(left), right @ Ty::Named(_)) => match world.enumeration(right) {
            Some(enumeration) => refined(same_integer(
                *left,
                enumeration.repr,
                enumeration.signed_known,
                world.arch(),
            )),
            None => Verdict::Different,
        },
        (
            Type::Pointer { mutable, to },
            Ty::Pointer {
                mutable: other_mutable,
                to: other,
            },
        ) if mutable == other_mutable => judge_to(ours, world, to, other, depth),
        // A pointer to a callback's name, and a function's address.
        (Type::Pointer { to, .. }, right @ Ty::Function(_)) if matches!(**to, Type::Named(_)) => {
            judge_to(ours, world, to, right, depth)
        }
        (
            Type::Array { of, len },
            Ty::Array {
                of: other,
                len: other_len,
            },
        ) if len == other_len => judge_to(ours, world, of, other, depth),
        _ => Verdict::Different,
    }
}

/// A name: the same if the party means by it what stands there; otherwise what we mean by it has to
/// be what stands there.
fn named(ours: &Ours<'_>, world: World<'_>, name: &str, right: &Ty, depth: usize) -> Verdict {
    let known = std::iter::once(name)
        .chain(ours.synonyms(name).iter().copied())
        .filter(|name| world.fact(name).is_some())
        .any(|name| world.same(&Ty::Named(name.to_owned()), right));
    if known {
        return Verdict::Same;
    }
    let Some(item) = ours.type_named(name, world.arch()) else {
        return Verdict::Different;
    };
    match &item.kind {
        ItemKind::Alias(ty) => judge_to(ours, world, ty, right, depth),
        ItemKind::Enum(item) => match world.behind(right) {
            Ty::Primitive(right) => refined(same_primitive(item.repr, *right, world.arch())),
            right => match world.enumeration(right) {
                Some(enumeration) => refined(same_integer(
                    item.repr,
                    enumeration.repr,
                    enumeration.signed_known,
                    world.arch(),
                )),
                None => Verdict::Different,
            },
        },
        ItemKind::Callback(callback) => match world.behind(right) {
            Ty::Function(right) => signature(ours, world, &callback.signature, right, depth),
            _ => Verdict::Different,
        },
        // Declared without being defined is what a record without fields is.
        ItemKind::Record(record) if record.fields.is_empty() => match world.behind(right) {
            Ty::Named(other) => verdict(world.fact(other).is_none()),
            _ => Verdict::Different,
        },
        _ => Verdict::Different,
    }
}

/// Whether a callback's parameters and result are a function pointer's.
fn signature(
    ours: &Ours<'_>,
    world: World<'_>,
    left: &Signature,
    right: &SignatureFact,
    depth: usize,
) -> Verdict {
    if left.params.len() != right.params.len() || left.variadic != right.variadic {
        return Verdict::Different;
    }
    left.params
        .iter()
        .zip(&right.params)
        .map(|(left, right)| judge_to(ours, world, &left.ty, &right.ty, depth))
        .chain([judge_to(ours, world, &left.result, &right.result, depth)])
        .max()
        .unwrap_or(Verdict::Same)
}

fn verdict(same: bool) -> Verdict {
    if same {
        Verdict::Same
    } else {
        Verdict::Different
    }
}

fn refined(same: bool) -> Verdict {
    if same {
        Verdict::Refined
    } else {
        Verdict::Different
    }
}

/// Whether two primitives are one on an architecture, where a pointer's width is known.
pub(super) fn same_primitive(left: Primitive, right: Primitive, arch: Arches) -> bool {
    match (shape(left, arch), shape(right, arch)) {
        (Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}

/// Whether two primitives are integers of one width, and of one sign where that is known.
pub(super) fn same_integer(left: Primitive, right: Primitive, sign: bool, arch: Arches) -> bool {
    match (shape(left, arch), shape(right, arch)) {
        (Some((left, left_sign)), Some((right, right_sign))) => {
            left == right && (!sign || left_sign == right_sign)
        }
        _ => false,
    }
}

/// An integer's width in bits on an architecture, and whether it has a sign.
pub(super) fn shape(primitive: Primitive, arch: Arches) -> Option<(u32, bool)> {
    let pointer = || {
        let arch = Arch::ALL.into_iter().find(|one| one.set() == arch)?;
        u32::try_from(arch.pointer() * 8).ok()
    };
    match primitive {
        Primitive::Isize => Some((pointer()?, true)),
        Primitive::Usize => Some((pointer()?, false)),
        primitive => winsec_codegen::resolve::width(primitive),
    }
}
