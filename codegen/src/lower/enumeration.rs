//! Enumerations, flag sets and their members.

use super::Lower;
use super::attributes::{Attrs, Place};
use crate::model::{Enum, Member, Primitive, Value};
use crate::syntax::enum_ as syntax;

impl Lower<'_> {
    /// An enumeration or a flag set.
    pub fn enumeration(&mut self, item: &syntax::Enum, attrs: &Attrs) -> Enum {
        self.syntax_errors(&item.members.errors);
        if !attrs.has_repr {
            let span = self.span(item.name.span());
            self.error(
                span,
                "the enumeration does not say which integer it is",
                "write `#[repr(i32)]`, as C does, or another integer, before it",
            );
        }
        Enum {
            repr: attrs.repr.unwrap_or(Primitive::I32),
            flags: attrs.flags,
            scoped: attrs.scoped,
            members: item
                .members
                .entries
                .iter()
                .filter_map(|member| self.member(member))
                .collect(),
        }
    }

    fn member(&mut self, member: &syntax::Member) -> Option<Member> {
        let attrs = self.attributes(&member.attributes, Place::Member);
        let name = self.name(&member.name);
        let Some(value) = &member.value else {
            self.error(
                name.span,
                format!("`{}` has no value", name.text),
                format!("write `{} = 0`, or what its value is", name.text),
            );
            return None;
        };
        let value_span = self.value_span(value);
        let value = self.value(value)?;
        if !matches!(value, Value::Int(_) | Value::AllOnes | Value::Names(_)) {
            self.error(
                value_span,
                "a member's value is a whole number",
                "write a number, or the names of members joined by `|`",
            );
            return None;
        }
        Some(Member {
            name,
            docs: attrs.docs,
            value,
            value_span,
            markers: attrs.markers,
        })
    }
}
