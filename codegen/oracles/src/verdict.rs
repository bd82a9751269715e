//! What comes of holding a spec against the parties: a verdict for each element and party.

use winsec_codegen::{
    diagnostic::Span,
    model::{Arches, ItemId, Markers, Party},
};

use crate::answers::place;

/// How a party's word stands to ours, the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It says the same.
    Same,
    /// It says the same with less: ours is typed where theirs is an integer.
    Refined,
    /// It does not know the element.
    Absent,
    /// It says something else, and the spec explains why.
    Explained,
    /// It says something else.
    Different,
}

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each says what it is called")]
pub enum Aspect {
    Presence,
    Kind,
    Place,
    Name,
    Type,
    Value,
    Members,
    Integer,
    Packing,
    Size,
    Alignment,
    Offset,
    BitFields,
    Library,
    Import,
    Convention,
    Parameters,
    Direction,
    Optional,
    Reserved,
    Length,
    Result,
}

impl Aspect {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Kind => "kind",
            Self::Place => "order",
            Self::Name => "name",
            Self::Type => "type",
            Self::Value => "value",
            Self::Members => "members",
            Self::Integer => "integer type",
            Self::Packing => "packing",
            Self::Size => "size",
            Self::Alignment => "alignment",
            Self::Offset => "offset",
            Self::BitFields => "bit-fields",
            Self::Library => "DLL",
            Self::Import => "exported name",
            Self::Convention => "calling convention",
            Self::Parameters => "number of parameters",
            Self::Direction => "direction",
            Self::Optional => "optionality",
            Self::Reserved => "reservation",
            Self::Length => "length annotation",
            Self::Result => "result",
        }
    }
}

/// One comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What was compared.
    pub aspect: Aspect,
    /// How it came out: same, refined, absent or different.
    pub verdict: Verdict,
    /// What the spec says.
    pub ours: String,
    /// What the party says.
    pub theirs: String,
    /// The architectures of which it is so.
    pub arches: Arches,
}

/// What parties say of one element of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Element<'m> {
    /// Which element of the item it is.
    pub path: Path,
    /// Where it is written.
    pub span: Span,
    /// What the spec says of its disagreements.
    pub markers: &'m Markers,
    /// The comparisons with each party, in the order of [`PARTIES`](crate::answers::PARTIES).
    notes: [Vec<Note>; 3],
}

/// An element of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Path {
    /// The item itself.
    Item,
    /// A field, by the names of the records that it is in and its own.
    Field(String),
    /// A member of an enumeration or a flag set.
    Member(String),
    /// A parameter.
    Param(String),
}

impl Path {
    /// The element's name below its item's, if it is not the item itself.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Item => None,
            Self::Field(name) | Self::Member(name) | Self::Param(name) => Some(name),
        }
    }

    /// What the element is.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Field(_) => "field",
            Self::Member(_) => "member",
            Self::Param(_) => "parameter",
        }
    }
}

impl<'m> Element<'m> {
    /// An element of which nobody has said anything yet.
    #[must_use]
    pub fn new(path: Path, span: Span, markers: &'m Markers) -> Self {
        Self {
            path,
            span,
            markers,
            notes: [const { Vec::new() }; 3],
        }
    }

    /// The comparisons with a party.
    #[must_use]
    pub fn notes(&self, party: Party) -> &[Note] {
        &self.notes[place(party)]
    }

    /// Adds a comparison; the same of another architecture is one.
    pub fn note(&mut self, party: Party, note: Note) {
        let notes = &mut self.notes[place(party)];
        let same = notes.iter_mut().find(|other| {
            (other.aspect, other.verdict, &other.ours, &other.theirs)
                == (note.aspect, note.verdict, &note.ours, &note.theirs)
        });
        match same {
            Some(other) => other.arches = other.arches.union(note.arches),
            None => notes.push(note),
        }
    }

    /// The gravest word of a party; none when it was not asked.
    #[must_use]
    pub fn verdict(&self, party: Party) -> Option<Verdict> {
        let gravest = self.notes(party).iter().map(|note| note.verdict).max()?;
        Some(match gravest {
            Verdict::Different if self.explanation(party).is_some() => Verdict::Explained,
            verdict => verdict,
        })
    }

    /// The spec's explanation of a difference from a party.
    #[must_use]
    pub fn explanation(&self, party: Party) -> Option<&'m str> {
        self.markers
            .differs
            .iter()
            .find(|(of, _)| *of == party)
            .map(|(_, marker)| marker.reason.as_str())
    }
}

/// What comes of one item: itself first, then its elements in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement<'m> {
    /// The item.
    pub item: ItemId,
    /// The item and its elements.
    pub elements: Vec<Element<'m>>,
}

impl<'m> Judgement<'m> {
    /// The item's own element.
    #[must_use]
    pub fn own(&self) -> &Element<'m> {
        &self.elements[0]
    }

    /// The gravest word of a party about the item and everything in it. That it lacks a part of what
    /// it has is no absence: it has less.
    #[must_use]
    pub fn verdict(&self, party: Party) -> Option<Verdict> {
        let own = self.own().verdict(party)?;
        if own == Verdict::Absent {
            return Some(own);
        }
        self.elements
            .iter()
            .filter_map(|element| element.verdict(party))
            .map(|verdict| match verdict {
                Verdict::Absent => Verdict::Refined,
                verdict => verdict,
            })
            .max()
    }
}
