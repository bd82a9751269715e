//! Holds constants and members against a party's: values, and the types of those that have one.

use winsec_codegen::{
    model::{Constant, Encoding, Party, Primitive, Type, Value},
    resolve::{Evaluated, ValueId},
};

use super::{court::Court, types, types_constants};
use crate::{
    fact::{ConstantFact, FactKind, Ty, ValueFact},
    show,
    verdict::{Aspect, Path, Verdict},
};

/// What the party says of a constant.
pub(super) fn hear(court: &mut Court<'_, '_, '_>, constant: &Constant, kind: Option<&FactKind>) {
    let theirs = match kind {
        None => return court.absent(&Path::Item),
        Some(FactKind::Constant(theirs)) => theirs,
        Some(_) => return court.kind("a constant", "a type or a function"),
    };
    court.present(&Path::Item);
    let id = ValueId::Constant(court.judgement.item);
    value(
        court,
        &Path::Item,
        id,
        &constant.ty,
        &constant.value,
        theirs,
    );
    ty(court, &constant.ty, theirs);
}

/// A constant's type, by the party that has to say it; any other's only has to have room for the
/// value.
fn ty(court: &mut Court<'_, '_, '_>, ours: &Type, theirs: &ConstantFact) {
    if matches!(theirs.value, ValueFact::Text { .. }) || *ours == Type::String {
        // The encoding says it all.
        return;
    }
    let mut verdict = types::judge(court.ours, court.world, ours, &theirs.ty);
    let item = court.ours.item(court.judgement.item);
    if verdict == Verdict::Different
        && !types_constants(court.party, court.answers, [item.name.text.as_str()])
    {
        // Where the spec contradicts windows-sys, somebody else has to confirm the sign.
        let contradicted = item
            .markers
            .differs
            .iter()
            .any(|(party, _)| *party == Party::WindowsSys);
        if roomy(court, ours, &theirs.ty, contradicted) {
            verdict = Verdict::Refined;
        }
    }
    if verdict != Verdict::Same {
        court.types(&Path::Item, Aspect::Type, verdict, ours, &theirs.ty);
    }
}

/// Whether both types are integers and theirs has room for ours; with `sign`, one of the same width
/// has to have the same sign.
fn roomy(court: &Court<'_, '_, '_>, ours: &Type, theirs: &Ty, sign: bool) -> bool {
    let arch = court.world.arch();
    let shape = |primitive| types::shape(primitive, arch);
    let ours = court.ours.index.underlying_on(ours, arch).and_then(shape);
    let theirs = integer(court, theirs).and_then(shape);
    match (ours, theirs) {
        (Some((ours, our_sign)), Some((theirs, their_sign))) => {
            ours < theirs || (ours == theirs && (!sign || our_sign == their_sign))
        }
        _ => false,
    }
}

/// The integer that a party's type is.
pub(super) fn integer(court: &Court<'_, '_, '_>, ty: &Ty) -> Option<Primitive> {
    match court.world.behind(ty) {
        Ty::Primitive(primitive) => Some(*primitive),
        ty => court.world.enumeration(ty).map(|theirs| theirs.repr),
    }
}

/// Holds a value against the party's.
pub(super) fn value(
    court: &mut Court<'_, '_, '_>,
    path: &Path,
    id: ValueId,
    ty: &Type,
    written: &Value,
    theirs: &ConstantFact,
) {
    let same = match (&theirs.value, written) {
        (ValueFact::Int(theirs), Value::Int(_) | Value::AllOnes | Value::Names(_)) => {
            let width = width(court, ty);
            return integers_equal(court, path, id, width, *theirs);
        }
        (ValueFact::Float(theirs), _) => {
            matches!(court.ours.index.evaluated(id), Some(Evaluated::Float(ours)) if ours.to_bits() == theirs.to_bits())
        }
        (ValueFact::Guid(theirs), Value::Guid(ours)) => ours == theirs,
        (
            ValueFact::PropertyKey { format, id },
            Value::PropertyKey {
                format: our_format,
                id: our_id,
            },
        ) => (format, id) == (our_format, our_id),
        (
            ValueFact::Text { text, encoding },
            Value::Text {
                text: our_text,
                encoding: our_encoding,
            },
        ) => text == our_text && same_encoding(*our_encoding, *encoding),
        _ => false,
    };
    if !same {
        let theirs = show::value(&theirs.value);
        let ours = show::written(written);
        court.note(path, Aspect::Value, Verdict::Different, ours, theirs);
    }
}

/// Whether texts are encoded alike, where both sides say how.
fn same_encoding(ours: Encoding, theirs: Encoding) -> bool {
    ours == theirs || ours == Encoding::Unspecified || theirs == Encoding::Unspecified
}

/// The width in bits of an integer type of ours; a pointer's for a pointer.
fn width(court: &Court<'_, '_, '_>, ty: &Type) -> u32 {
    let arch = court.world.arch();
    court
        .ours
        .index
        .underlying_on(ty, arch)
        .and_then(|primitive| types::shape(primitive, arch))
        .or_else(|| types::shape(Primitive::Usize, arch))
        .map_or(64, |(width, _)| width)
}

/// Holds a whole number against the party's: both have to be the same bits, and the party's have to
/// fit in as many as our type has, with a sign or without.
pub(super) fn integers_equal(
    court: &mut Court<'_, '_, '_>,
    path: &Path,
    id: ValueId,
    width: u32,
    theirs: i128,
) {
    let Some(ours) = court.ours.integer(id, width) else {
        return;
    };
    let modulus = 1_i128 << width;
    let fits = (-(modulus >> 1)..modulus).contains(&theirs);
    if !fits || ours.rem_euclid(modulus) != theirs.rem_euclid(modulus) {
        let (ours, theirs) = (show::integer(ours), show::integer(theirs));
        court.note(path, Aspect::Value, Verdict::Different, ours, theirs);
    }
}
