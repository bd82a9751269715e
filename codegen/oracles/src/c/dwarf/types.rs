//! Turns the types of debug information into facts, typedefs looked through.

use std::collections::HashMap;

use gimli::{UnitOffset, constants};
use winsec_codegen::model::{Arches, Primitive};

use super::{
    base::{base, integer},
    tree::{Entry, Tree},
};
use crate::fact::{
    BitsFact, EnumFact, Fact, FactKind, Facts, FieldFact, ParamFact, RecordFact, SignatureFact, Ty,
};

/// The types met so far.
pub(super) struct Types<'t, 'a> {
    tree: &'t Tree<'a>,
    arch: Arches,
    /// The name of each record and enumeration that has been read or is being read.
    names: HashMap<UnitOffset, String>,
    facts: Facts,
}

impl<'t, 'a> Types<'t, 'a> {
    /// No types of this unit yet.
    pub(super) fn new(tree: &'t Tree<'a>, arch: Arches) -> Self {
        Self {
            tree,
            arch,
            names: HashMap::new(),
            facts: Facts::default(),
        }
    }

    /// The architecture that the unit was compiled for.
    pub(super) fn arch(&self) -> Arches {
        self.arch
    }

    /// The records and enumerations that were met.
    pub(super) fn into_facts(self) -> Facts {
        self.facts
    }

    /// Notes a record's alignment, which debug information leaves out.
    pub(super) fn align(&mut self, ty: &Ty, alignment: u64) {
        let Ty::Named(name) = ty else {
            return;
        };
        for fact in self.facts.get_mut(name) {
            if let FactKind::Record(RecordFact {
                size_align: Some((_, align)),
                ..
            }) = &mut fact.kind
            {
                *align = alignment;
            }
        }
    }

    /// The type at an offset; no offset is C's `void`.
    pub(super) fn ty(&mut self, offset: Option<UnitOffset>) -> Ty {
        let tree = self.tree;
        let Some((offset, entry)) = offset.and_then(|offset| Some((offset, tree.get(offset)?)))
        else {
            return Ty::Void;
        };
        match entry.tag {
            constants::DW_TAG_base_type => base(entry),
            constants::DW_TAG_typedef
            | constants::DW_TAG_const_type
            | constants::DW_TAG_volatile_type
            | constants::DW_TAG_restrict_type => self.ty(entry.ty),
            constants::DW_TAG_pointer_type => self.pointer(entry.ty),
            constants::DW_TAG_array_type => self.array(entry),
            constants::DW_TAG_subroutine_type => Ty::Function(Box::new(self.signature(entry))),
            constants::DW_TAG_structure_type | constants::DW_TAG_union_type => {
                self.record(offset, entry)
            }
            constants::DW_TAG_enumeration_type => self.enumeration(offset, entry),
            // Nothing else is in C; what it is made of is the nearest thing.
            _ => self.ty(entry.ty),
        }
    }

    /// A pointer, which to a function is what a callback is.
    fn pointer(&mut self, to: Option<UnitOffset>) -> Ty {
        match self.ty(to) {
            function @ Ty::Function(_) => function,
            pointed => Ty::pointer(!self.is_const(to), pointed),
        }
    }

    /// Whether a type is qualified with `const`, by itself or by a typedef.
    fn is_const(&self, offset: Option<UnitOffset>) -> bool {
        let Some(entry) = offset.and_then(|offset| self.tree.get(offset)) else {
            return false;
        };
        match entry.tag {
            constants::DW_TAG_const_type => true,
            constants::DW_TAG_typedef | constants::DW_TAG_volatile_type => self.is_const(entry.ty),
            _ => false,
        }
    }

    fn array(&mut self, entry: &Entry<'_>) -> Ty {
        let element = self.ty(entry.ty);
        let tree = self.tree;
        entry
            .children
            .iter()
            .rev()
            .filter_map(|child| tree.get(*child))
            .filter(|child| child.tag == constants::DW_TAG_subrange_type)
            .fold(element, |of, range| {
                let len = range
                    .number(constants::DW_AT_count)
                    .or_else(|| Some(range.number(constants::DW_AT_upper_bound)? + 1));
                Ty::Array {
                    of: Box::new(of),
                    // A trailing array without a length has none.
                    len: len.and_then(|len| u32::try_from(len).ok()).unwrap_or(0),
                }
            })
    }

    fn signature(&mut self, entry: &Entry<'_>) -> SignatureFact {
        let tree = self.tree;
        let mut params = Vec::new();
        let mut variadic = false;
        for child in entry.children.iter().filter_map(|child| tree.get(*child)) {
            match child.tag {
                constants::DW_TAG_formal_parameter => params.push(ParamFact {
                    name: None,
                    ty: self.ty(child.ty),
                    notes: None,
                }),
                // `()` without a prototype says nothing of the parameters.
                constants::DW_TAG_unspecified_parameters => variadic = !params.is_empty(),
                _ => {}
            }
        }
        SignatureFact {
            abi: None,
            params,
            variadic,
            result: self.ty(entry.ty),
        }
    }

    fn enumeration(&mut self, offset: UnitOffset, entry: &Entry<'_>) -> Ty {
        let (name, known) = self.name("enum", offset, entry);
        if !known {
            let tree = self.tree;
            let members = entry
                .children
                .iter()
                .filter_map(|child| tree.get(*child))
                .filter_map(|member| {
                    let value = member.number(constants::DW_AT_const_value)?;
                    Some((member.name?.to_owned(), value))
                })
                .collect();
            let size = entry.size(constants::DW_AT_byte_size).unwrap_or(4);
            let kind = FactKind::Enum(EnumFact {
                repr: integer(size, true).unwrap_or(Primitive::I32),
                signed_known: false,
                members,
            });
            self.insert(&name, kind);
        }
        Ty::Named(name)
    }

    fn record(&mut self, offset: UnitOffset, entry: &Entry<'_>) -> Ty {
        let union = entry.tag == constants::DW_TAG_union_type;
        let (name, known) = self.name(if union { "union" } else { "struct" }, offset, entry);
        // One that is only declared has a name and nothing else.
        if let (false, Some(size)) = (known, entry.size(constants::DW_AT_byte_size)) {
            let fields = self.fields(entry);
            let kind = FactKind::Record(RecordFact {
                union,
                packed: None,
                fields,
                // The alignment is told by a variable of the probe's.
                size_align: Some((size, 0)),
            });
            self.insert(&name, kind);
        }
        Ty::Named(name)
    }

    /// The members; adjacent bit-fields that share their integer are one.
    fn fields(&mut self, entry: &Entry<'_>) -> Vec<FieldFact> {
        let tree = self.tree;
        let mut fields: Vec<FieldFact> = Vec::new();
        let members = entry
            .children
            .iter()
            .filter_map(|child| tree.get(*child))
            .filter(|child| child.tag == constants::DW_TAG_member);
        for member in members {
            let ty = self.ty(member.ty);
            let size = self.size(member.ty);
            let Some(width) = member.size(constants::DW_AT_bit_size) else {
                fields.push(FieldFact {
                    name: member.name.map(str::to_owned),
                    ty,
                    bits: Some(Vec::new()),
                    offset_size: Some((
                        member
                            .size(constants::DW_AT_data_member_location)
                            .unwrap_or(0),
                        size,
                    )),
                });
                continue;
            };
            let bit = first_bit(member, size, width);
            let unit = size.max(1) * 8;
            let place = Some((bit / unit * size, size));
            let bits = BitsFact {
                name: member.name.unwrap_or_default().to_owned(),
                offset: u32::try_from(bit % unit).unwrap_or(0),
                width: u32::try_from(width).unwrap_or(0),
            };
            match fields.last_mut() {
                Some(FieldFact {
                    bits: Some(all),
                    offset_size,
                    ..
                }) if !all.is_empty() && *offset_size == place => all.push(bits),
                _ => fields.push(FieldFact {
                    name: None,
                    ty,
                    bits: Some(vec![bits]),
                    offset_size: place,
                }),
            }
        }
        fields
    }

    /// A type's size in bytes.
    fn size(&self, offset: Option<UnitOffset>) -> u64 {
        let Some(entry) = offset.and_then(|offset| self.tree.get(offset)) else {
            return 0;
        };
        if let Some(size) = entry.size(constants::DW_AT_byte_size) {
            return size;
        }
        match entry.tag {
            constants::DW_TAG_pointer_type if self.arch == Arches::X86 => 4,
            constants::DW_TAG_pointer_type => 8,
            constants::DW_TAG_array_type => {
                let count: u64 = entry
                    .children
                    .iter()
                    .filter_map(|child| self.tree.get(*child))
                    .map(|range| {
                        range
                            .size(constants::DW_AT_count)
                            .or_else(|| Some(range.size(constants::DW_AT_upper_bound)? + 1))
                            .unwrap_or(0)
                    })
                    .product();
                count * self.size(entry.ty)
            }
            _ => self.size(entry.ty),
        }
    }

    /// The name that a record or an enumeration goes by, and whether it has been met.
    fn name(&mut self, keyword: &str, offset: UnitOffset, entry: &Entry<'_>) -> (String, bool) {
        if let Some(name) = self.names.get(&offset) {
            return (name.clone(), true);
        }
        let name = match entry.name {
            Some(tag) => format!("{keyword} {tag}"),
            None => format!("{keyword} at {:#x}", offset.0),
        };
        self.names.insert(offset, name.clone());
        (name, false)
    }

    fn insert(&mut self, name: &str, kind: FactKind) {
        let fact = Fact {
            arches: self.arch,
            ..Fact::everywhere(kind)
        };
        self.facts.insert(name, fact);
    }
}

/// The place of a bit-field's lowest bit in its record; `size` is its integer's, in bytes.
fn first_bit(member: &Entry<'_>, size: u64, width: u64) -> u64 {
    if let Some(bit) = member.size(constants::DW_AT_data_bit_offset) {
        return bit;
    }
    // The older form counts within the integer, from its highest bit.
    let integer = member
        .size(constants::DW_AT_data_member_location)
        .unwrap_or(0);
    let above = member.size(constants::DW_AT_bit_offset).unwrap_or(0);
    (integer * 8 + size * 8).saturating_sub(above + width)
}
