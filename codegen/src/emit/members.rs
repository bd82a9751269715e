//! The members of enumerations and flag sets: their own, and the constants that are typed by them.

use rustc_hash::FxHashSet;

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, origin};
use crate::model::{Arches, Enum, Item, ItemId, ItemKind, Name, Value};
use crate::resolve::{Evaluated, ValueId};
use crate::tokens::{Tokens, quote_to};

/// A member.
pub(super) struct Member<'a> {
    /// Its C name.
    pub(super) name: &'a str,
    /// Its value.
    pub(super) value: i128,
    /// The value as it is written.
    pub(super) written: &'a Value,
    /// The architectures that have it, where those are not all that have the type.
    pub(super) arches: Option<Arches>,
    docs: &'a str,
    /// The constant that it is, when it is defined in another place.
    constant: Option<&'a Item>,
}

impl Member<'_> {
    /// Its documentation, `indent` columns in.
    pub(super) fn docs(&self, indent: usize) -> Docs {
        let mut docs = Docs::of(indent, self.docs);
        if let Some(constant) = self.constant {
            origin::add_page(&mut docs, &constant.origin);
        }
        docs
    }

    /// The attribute that keeps it to its architectures.
    pub(super) fn cfg(&self) -> Option<arch::Attribute> {
        self.arches.map(arch::attribute)
    }
}

/// All members, their type's own first.
pub(super) fn all<'a>(
    spec: &Spec<'a>,
    id: ItemId,
    item: &'a Item,
    of: &'a Enum,
) -> Vec<Member<'a>> {
    let own = (0..).zip(&of.members).map(|(at, member)| Member {
        name: &member.name.text,
        value: integer(spec.index.evaluated(ValueId::Member(id, at))),
        written: &member.value,
        arches: None,
        docs: &member.docs,
        constant: None,
    });
    let further = spec.further.get(&id).map(Vec::as_slice).unwrap_or_default();
    let further = further.iter().filter_map(|&id| {
        let constant = spec.item(id)?;
        let ItemKind::Constant(value) = &constant.kind else {
            return None;
        };
        Some(Member {
            name: &constant.name.text,
            value: integer(spec.index.evaluated(ValueId::Constant(id))),
            written: &value.value,
            arches: (constant.arches != item.arches).then_some(constant.arches),
            docs: &constant.docs,
            constant: Some(constant),
        })
    });
    own.chain(further).collect()
}

/// The type's own members once more, as constants that need no path: as C has them.
pub(super) fn free(item: &Item, members: &[Member<'_>], tokens: &mut Tokens) {
    let cfg = arch::attribute(item.arches);
    let of = ident(&item.name.text);
    for member in members.iter().filter(|member| member.constant.is_none()) {
        let docs = member.docs(0);
        let name = ident(member.name);
        quote_to!(tokens, [docs, cfg, name, of]
            #docs
            #cfg
            pub const #name: #of = #of::#name;
        );
    }
}

/// The whole number that a member is; `check` lets nothing else pass.
pub(super) fn integer(value: Option<Evaluated>) -> i128 {
    match value {
        Some(Evaluated::Int(value)) => value,
        Some(Evaluated::AllOnes) => -1,
        _ => 0,
    }
}

/// The members that a value joins, when it is written so and all of them are `members`.
pub(super) fn joined<'v>(value: &'v Value, members: &FxHashSet<&str>) -> Option<&'v [Name]> {
    match value {
        Value::Names(names) => names
            .iter()
            .all(|name| members.contains(name.text.as_str()))
            .then_some(names.as_slice()),
        _ => None,
    }
}

/// The names of members, where a value refers to any.
pub(super) fn names<'a>(members: &[Member<'a>]) -> FxHashSet<&'a str> {
    let referring = |member: &Member<'_>| matches!(member.written, Value::Names(_));
    if !members.iter().any(referring) {
        return FxHashSet::default();
    }
    let everywhere = members.iter().filter(|member| member.arches.is_none());
    everywhere.map(|member| member.name).collect()
}

/// Whether a value is so large that it is written in hexadecimal.
pub(super) fn is_code(value: i128, of: &Enum) -> bool {
    number::text(value, of.repr, Style::Plain).starts_with("0x")
}
