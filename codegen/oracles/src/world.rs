//! One party's names, looked up on one architecture.

use winsec_codegen::model::Arches;

use crate::fact::{EnumFact, Fact, FactKind, Facts, RecordFact, SignatureFact, Ty};

/// How many aliases may name one another; more is a cycle.
const CHAIN_LIMIT: usize = 64;

/// How deep types are compared; deeper ones are the same if they are the same so far.
const DEPTH_LIMIT: usize = 16;

/// What a party says on one architecture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct World<'f> {
    facts: &'f Facts,
    arch: Arches,
}

impl<'f> World<'f> {
    pub(crate) fn new(facts: &'f Facts, arch: Arches) -> Self {
        Self { facts, arch }
    }

    /// The architecture.
    pub(crate) fn arch(self) -> Arches {
        self.arch
    }

    /// What the party says of a name.
    pub(crate) fn fact(self, name: &str) -> Option<&'f Fact> {
        self.facts.on(name, self.arch)
    }

    /// The type behind every alias; a name of anything but an alias stays.
    pub(crate) fn behind(self, ty: &'f Ty) -> &'f Ty {
        let mut ty = ty;
        for _ in 0..CHAIN_LIMIT {
            match ty {
                Ty::Named(name) => match self.fact(name).map(|fact| &fact.kind) {
                    Some(FactKind::Alias(next)) => ty = next,
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        ty
    }

    /// The record that a type is.
    pub(crate) fn record(self, ty: &'f Ty) -> Option<&'f RecordFact> {
        match self.behind(ty) {
            Ty::Record(record) => Some(record),
            Ty::Named(name) => match self.fact(name).map(|fact| &fact.kind) {
                Some(FactKind::Record(record)) => Some(record),
                _ => None,
            },
            _ => None,
        }
    }

    /// The enumeration that a type is.
    pub(crate) fn enumeration(self, ty: &'f Ty) -> Option<&'f EnumFact> {
        match self.behind(ty) {
            Ty::Named(name) => match self.fact(name).map(|fact| &fact.kind) {
                Some(FactKind::Enum(enumeration)) => Some(enumeration),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether two of the party's types are one.
    pub(crate) fn same(self, left: &'f Ty, right: &'f Ty) -> bool {
        self.same_to(left, right, DEPTH_LIMIT)
    }

    fn same_to(self, left: &'f Ty, right: &'f Ty, depth: usize) -> bool {
        if depth == 0 {
            return true;
        }
        match (self.behind(left), self.behind(right)) {
            (
                Ty::Pointer { mutable, to },
                Ty::Pointer {
                    mutable: other_mutable,
                    to: other,
                },
            ) => mutable == other_mutable && self.same_to(to, other, depth - 1),
            (
                Ty::Array { of, len },
                Ty::Array {
                    of: other,
                    len: other_len,
                },
            ) => len == other_len && self.same_to(of, other, depth - 1),
            (Ty::Function(left), Ty::Function(right)) => {
                self.same_signature(left, right, depth - 1)
            }
            (left, right) => left == right,
        }
    }

    fn same_signature(
        self,
        left: &'f SignatureFact,
        right: &'f SignatureFact,
        depth: usize,
    ) -> bool {
        left.params.len() == right.params.len()
            && left.variadic == right.variadic
            && self.same_to(&left.result, &right.result, depth)
            && left
                .params
                .iter()
                .zip(&right.params)
                .all(|(left, right)| self.same_to(&left.ty, &right.ty, depth))
    }
}
