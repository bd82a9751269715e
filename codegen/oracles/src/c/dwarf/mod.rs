//! Reads the probes' types and layouts from the object's debug information.

mod base;
mod tree;
mod types;

use gimli::{DwAt, EndianSlice, LittleEndian, UnitOffset, constants};
use winsec_codegen::model::{Abi, Arches, Encoding};

use self::{tree::Tree, types::Types};
use super::{
    object_file::ObjectFile,
    probe::{ProbeKind, Spelt},
};
use crate::fact::{ConstantFact, Fact, FactKind, Facts, FunctionFact, Ty, ValueFact};

/// The bytes that debug information is read from.
type Bytes<'a> = EndianSlice<'a, LittleEndian>;

/// What the object file says of every probe.
pub(super) fn read(
    object: &ObjectFile<'_>,
    probes: &[Spelt],
    arch: Arches,
) -> Result<Facts, String> {
    read_dwarf(object, probes, arch)
        .map_err(|error| format!("the debug information cannot be read: {error}"))
}

fn read_dwarf(
    object: &ObjectFile<'_>,
    probes: &[Spelt],
    arch: Arches,
) -> Result<Facts, gimli::Error> {
    let sections =
        gimli::DwarfSections::load(|id| Ok::<_, gimli::Error>(object.section(id.name())))?;
    let dwarf = sections.borrow(|section| EndianSlice::new(section, LittleEndian));
    let mut facts = Facts::default();
    let mut units = dwarf.units();
    while let Some(header) = units.next()? {
        let unit = dwarf.unit(header)?;
        let tree = Tree::new(&dwarf, &unit)?;
        let mut types = Types::new(&tree, arch);
        for (name, ty) in tree.variables() {
            let Some(place) = name
                .strip_prefix("winsec_t")
                .and_then(|place| place.parse::<usize>().ok())
            else {
                continue;
            };
            let Some(spelt) = probes.get(place) else {
                continue;
            };
            if let Some(kind) = fact(object, &mut types, spelt, place, ty) {
                facts.insert(
                    spelt.probe.name.clone(),
                    Fact {
                        arches: arch,
                        ..Fact::everywhere(kind)
                    },
                );
            }
        }
        facts.extend(types.into_facts());
    }
    Ok(facts)
}

/// What the object file says of one probe, whose type variable has the type at `ty`.
fn fact(
    object: &ObjectFile<'_>,
    types: &mut Types<'_, '_>,
    spelt: &Spelt,
    place: usize,
    ty: UnitOffset,
) -> Option<FactKind> {
    let value = format!("winsec_v{place}");
    let pointed = |types: &mut Types<'_, '_>| match types.ty(Some(ty)) {
        Ty::Pointer { to, .. } => Some(*to),
        Ty::Function(signature) => Some(Ty::Function(signature)),
        _ => None,
    };
    match spelt.probe.kind {
        ProbeKind::Type => {
            let ty = pointed(types)?;
            if let Some(alignment) = object.number::<4>(&format!("winsec_a{place}")) {
                types.align(&ty, alignment);
            }
            Some(FactKind::Alias(ty))
        }
        ProbeKind::Integer => {
            let bits = object.number::<8>(&value)?;
            let negative = object.number::<1>(&format!("winsec_n{place}"))? != 0;
            let value = if negative {
                i128::from(bits.cast_signed())
            } else {
                i128::from(bits)
            };
            Some(constant(pointed(types)?, ValueFact::Int(value)))
        }
        ProbeKind::Pointer => {
            let value = i128::from(object.number::<8>(&value)?);
            Some(constant(pointed(types)?, ValueFact::Int(value)))
        }
        ProbeKind::Float => {
            let value = f64::from_bits(object.number::<8>(&value)?);
            Some(constant(pointed(types)?, ValueFact::Float(value)))
        }
        ProbeKind::Text => {
            let unit = pointed(types)?;
            let value = text(object.data(&value)?, &unit)?;
            Some(constant(Ty::pointer(false, unit), value))
        }
        ProbeKind::Guid => {
            let value = guid(object.data(&spelt.probe.name)?)?;
            Some(constant(pointed(types)?, ValueFact::Guid(value)))
        }
        ProbeKind::Function => {
            let Ty::Function(mut signature) = types.ty(Some(ty)) else {
                return None;
            };
            signature.abi = abi(object, &spelt.probe.name, types.arch());
            Some(FactKind::Function(FunctionFact {
                libraries: Vec::new(),
                import: None,
                signature: *signature,
            }))
        }
    }
}

fn constant(ty: Ty, value: ValueFact) -> FactKind {
    FactKind::Constant(ConstantFact { ty, value })
}

/// The text that data starts with, in units of this type.
fn text(data: &[u8], unit: &Ty) -> Option<ValueFact> {
    if *unit == Ty::Char {
        let text = data.split(|byte| *byte == 0).next()?;
        return Some(ValueFact::Text {
            text: String::from_utf8(text.to_vec()).ok()?,
            encoding: Encoding::Ansi,
        });
    }
    let units: Vec<u16> = data
        .chunks_exact(2)
        .map(|unit| u16::from_le_bytes([unit[0], unit[1]]))
        .take_while(|unit| *unit != 0)
        .collect();
    Some(ValueFact::Text {
        text: String::from_utf16(&units).ok()?,
        encoding: Encoding::Utf16,
    })
}

/// The GUID that data starts with, as the number that its text form reads as.
fn guid(data: &[u8]) -> Option<u128> {
    let bytes: [u8; 16] = data.get(..16)?.try_into().ok()?;
    let [a0, a1, a2, a3, b0, b1, c0, c1, rest @ ..] = bytes;
    let mut number = [0; 16];
    number[..8].copy_from_slice(&[a3, a2, a1, a0, b1, b0, c1, c0]);
    number[8..].copy_from_slice(&rest);
    Some(u128::from_be_bytes(number))
}

/// The calling convention, which only x86 shows: stdcall names end in the bytes of their arguments.
fn abi(object: &ObjectFile<'_>, name: &str, arch: Arches) -> Option<Abi> {
    if arch != Arches::X86 {
        return None;
    }
    object.symbols().find_map(|symbol| {
        let symbol = symbol.strip_prefix("__imp_").unwrap_or(symbol);
        if let Some(symbol) = symbol.strip_prefix('@') {
            let (start, _) = symbol.rsplit_once('@')?;
            return (start == name).then_some(Abi::Fastcall);
        }
        let symbol = symbol.strip_prefix('_')?;
        match symbol.rsplit_once('@') {
            Some((start, _)) => (start == name).then_some(Abi::System),
            None => (symbol == name).then_some(Abi::C),
        }
    })
}

/// The attribute that says what a thing is made of.
const TYPE: DwAt = constants::DW_AT_type;
