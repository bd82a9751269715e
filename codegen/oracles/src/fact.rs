//! What a party says of the C interface, in one form for all parties.

use std::collections::BTreeMap;

use winsec_codegen::model::{Abi, Arches, Direction, Encoding, Len, Primitive};

/// Everything that one party says, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    items: BTreeMap<String, Vec<Fact>>,
}

impl Facts {
    /// Adds what the party says of `name`.
    pub fn insert(&mut self, name: impl Into<String>, fact: Fact) {
        self.items.entry(name.into()).or_default().push(fact);
    }

    /// Everything that the party says of `name`: one fact for each architecture on which they
    /// differ.
    #[must_use]
    pub fn get(&self, name: &str) -> &[Fact] {
        self.items.get(name).map_or(&[], Vec::as_slice)
    }

    /// What the party says of `name` on an architecture.
    #[must_use]
    pub fn on(&self, name: &str, arch: Arches) -> Option<&Fact> {
        self.get(name)
            .iter()
            .find(|fact| fact.arches.contains(arch))
    }

    /// Changes what the party says of `name`.
    pub fn get_mut(&mut self, name: &str) -> &mut [Fact] {
        self.items.get_mut(name).map_or(&mut [], Vec::as_mut_slice)
    }

    /// Keeps of `name` only what `keep` says.
    pub fn retain(&mut self, name: &str, keep: impl FnMut(&Fact) -> bool) {
        if let Some(facts) = self.items.get_mut(name) {
            facts.retain(keep);
        }
    }

    /// Whether the party knows `name`.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Adds everything that `other` says.
    pub fn extend(&mut self, other: Self) {
        for (name, facts) in other.items {
            self.items.entry(name).or_default().extend(facts);
        }
    }

    /// Every name and what is said of it, in the names' order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Fact])> {
        self.items
            .iter()
            .map(|(name, facts)| (name.as_str(), facts.as_slice()))
    }
}

/// What a party says of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The architectures that it says it of.
    pub arches: Arches,
    /// Where the party has it, when it may have several of that name: a module's path.
    pub place: String,
    /// What it is.
    pub kind: FactKind,
}

impl Fact {
    /// A fact of every architecture.
    #[must_use]
    pub fn everywhere(kind: FactKind) -> Self {
        Self {
            arches: Arches::ALL,
            place: String::new(),
            kind,
        }
    }
}

/// What an item is to a party.
#[derive(Debug, Clone, PartialEq)]
pub enum FactKind {
    /// A struct or a union.
    Record(RecordFact),
    /// An enumeration with its members.
    Enum(EnumFact),
    /// A constant, a macro or an enumeration's member.
    Constant(ConstantFact),
    /// Another name for a type.
    Alias(Ty),
    /// A function that a DLL exports.
    Function(FunctionFact),
    /// Declared, but in a way that tells nothing; why not.
    Unreadable(String),
}

/// A struct or a union.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordFact {
    /// Whether the fields share their place.
    pub union: bool,
    /// The packing in bytes, if the party says it.
    pub packed: Option<u16>,
    /// The fields, in order.
    pub fields: Vec<FieldFact>,
    /// Size and alignment in bytes, if the party lays records out; an alignment of zero is unknown.
    pub size_align: Option<(u64, u64)>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldFact {
    /// Its name; none if it is anonymous.
    pub name: Option<String>,
    /// Its type.
    pub ty: Ty,
    /// The named bit-fields that it is cut into, if the party says it.
    pub bits: Option<Vec<BitsFact>>,
    /// Its offset and size in bytes, if the party lays records out.
    pub offset_size: Option<(u64, u64)>,
}

/// A bit-field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitsFact {
    /// Its name.
    pub name: String,
    /// Its lowest bit.
    pub offset: u32,
    /// Its width in bits.
    pub width: u32,
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumFact {
    /// The integer that it is.
    pub repr: Primitive,
    /// Whether the party says which sign that integer has (C leaves it to the compiler).
    pub signed_known: bool,
    /// Its members and their values.
    pub members: Vec<(String, i128)>,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantFact {
    /// Its type.
    pub ty: Ty,
    /// Its value.
    pub value: ValueFact,
}

/// A constant's value.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueFact {
    /// A whole number.
    Int(i128),
    /// A number with a fraction.
    Float(f64),
    /// A text without its terminator.
    Text {
        /// The text.
        text: String,
        /// How it is encoded.
        encoding: Encoding,
    },
    /// A GUID.
    Guid(u128),
    /// A property key.
    PropertyKey {
        /// The format's GUID.
        format: u128,
        /// The property's number.
        id: u32,
    },
}

/// A function that a DLL exports.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionFact {
    /// The DLLs that export it, as the party writes them; any of them will do. Empty if the party
    /// does not say.
    pub libraries: Vec<String>,
    /// The name in the DLL, when it is another.
    pub import: Option<String>,
    /// Parameters and result.
    pub signature: SignatureFact,
}

/// Parameters, result and calling convention.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureFact {
    /// The calling convention, if the party says it.
    pub abi: Option<Abi>,
    /// The parameters, in order.
    pub params: Vec<ParamFact>,
    /// Whether more arguments may follow.
    pub variadic: bool,
    /// The result.
    pub result: Ty,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct ParamFact {
    /// Its name, if the party tells it.
    pub name: Option<String>,
    /// Its type.
    pub ty: Ty,
    /// What the party notes about its use, if it does.
    pub notes: Option<ParamNotes>,
}

/// What a party notes about a parameter's use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamNotes {
    /// Which way data flows.
    pub direction: Direction,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether it must be NULL or zero.
    pub reserved: bool,
    /// How large the memory is that it points at.
    pub len: Option<Len>,
}

/// A type.
#[derive(Debug, Clone, PartialEq)]
pub enum Ty {
    /// Nothing.
    Void,
    /// A type of the language.
    Primitive(Primitive),
    /// C's plain `char`, which is a byte of either sign.
    Char,
    /// A type with a name.
    Named(String),
    /// A raw pointer.
    Pointer {
        /// Whether what it points at may be changed.
        mutable: bool,
        /// What it points at.
        to: Box<Self>,
    },
    /// An array of fixed length.
    Array {
        /// The element.
        of: Box<Self>,
        /// How many.
        len: u32,
    },
    /// A pointer to a function.
    Function(Box<SignatureFact>),
    /// A record that is defined in place.
    Record(Box<RecordFact>),
}

impl Ty {
    /// A pointer to `to`.
    #[must_use]
    pub fn pointer(mutable: bool, to: Self) -> Self {
        Self::Pointer {
            mutable,
            to: Box::new(to),
        }
    }
}
