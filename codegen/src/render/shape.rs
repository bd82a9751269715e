//! What a group holds, told from the words before it: that says how it is broken over lines.

use super::spacing::Before;
use crate::tokens::{Delimiter, Operator, Word};

/// What a group holds, which says how it is broken over lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Not a group.
    None,
    /// Items, in a module, an `impl`, an `extern` or a macro.
    Members,
    /// Statements: a function's body.
    Body,
    /// Statements, or one expression: `unsafe { .. }`.
    Block,
    /// Fields, variants or match arms.
    Fields,
    /// The fields of a value.
    Value,
    /// Names that are imported.
    Imports,
    /// A function's parameters.
    Params,
    /// The arguments of a call.
    Call,
    /// The arguments of a macro.
    Macro,
    /// The arguments of an attribute.
    Meta,
    /// The elements of an array.
    Array,
    /// The arguments of a type.
    Types,
    /// Anything else.
    Plain,
}

impl Shape {
    /// The widest content that stays on one line, where rustfmt limits it: a single argument is
    /// as wide as it is.
    pub(super) fn limit(self, several: bool) -> Option<usize> {
        match self {
            Self::Value => Some(18),
            Self::Call | Self::Macro if !several => None,
            Self::Call | Self::Macro | Self::Array => Some(60),
            Self::Meta => Some(70),
            _ => None,
        }
    }

    /// Whether it is always broken, unless empty.
    pub(super) fn always_broken(self) -> bool {
        matches!(self, Self::Members | Self::Body | Self::Fields)
    }

    /// Whether its last entry ends in a comma when each entry has its own line.
    pub(super) fn trailing_comma(self) -> bool {
        matches!(
            self,
            Self::Fields
                | Self::Value
                | Self::Params
                | Self::Call
                | Self::Array
                | Self::Types
                | Self::Imports
        )
    }
}

/// What is known of the group that is being read.
#[derive(Default)]
pub(super) struct Context {
    /// Whether a `;` stands in the group itself.
    pub(super) semicolon: bool,
    /// Whether a `,` stands in the group itself.
    pub(super) comma: bool,
    /// Whether the group is an attribute's, or within one.
    meta: bool,
    /// The keywords of the current item or statement.
    head: Head,
    /// What a parenthesis would belong to.
    callee: Callee,
}

/// The keywords that say what a brace holds.
#[derive(Default, Clone, Copy)]
struct Head {
    record: bool,
    scope: bool,
    function: bool,
    arms: bool,
    branch: bool,
    assigned: bool,
}

/// What a parenthesis would belong to.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Callee {
    #[default]
    None,
    /// `fn`
    Fn,
    /// `fn name`
    Declared,
}

impl Context {
    /// The context of an attribute's content.
    pub(super) fn attribute() -> Self {
        Self {
            meta: true,
            ..Self::default()
        }
    }

    /// The context of a group within this one.
    pub(super) fn within(&self) -> Self {
        Self {
            meta: self.meta,
            ..Self::default()
        }
    }

    /// Notes a word.
    pub(super) fn word(&mut self, word: Word) {
        self.callee = match (word, self.callee) {
            (Word::Fn, _) => Callee::Fn,
            (_, Callee::Fn) => Callee::Declared,
            _ => Callee::None,
        };
        match word {
            Word::Record | Word::Union => self.head.record = true,
            Word::Scope | Word::Mod | Word::Extern => self.head.scope = true,
            Word::Fn => self.head.function = true,
            Word::Match => self.head.arms = true,
            Word::Branch => self.head.branch = true,
            _ => {}
        }
    }

    /// Notes an operator; `in_types` when it stands between `<` and `>`.
    pub(super) fn operator(&mut self, operator: Operator, in_types: bool) {
        self.callee = Callee::None;
        match operator {
            Operator::Semicolon => {
                self.semicolon = true;
                self.head = Head::default();
            }
            Operator::Comma if !in_types => {
                self.comma = true;
                self.head = Head::default();
            }
            Operator::Assign => self.head.assigned = true,
            _ => {}
        }
    }

    /// Notes that a group has ended.
    pub(super) fn group(&mut self, delimiter: Delimiter) {
        self.callee = Callee::None;
        if delimiter == Delimiter::Brace && !self.head.assigned {
            self.head = Head::default();
        }
    }

    /// What the group holds that stands here.
    pub(super) fn shape(&self, delimiter: Delimiter, before: Before, within: &Self) -> Shape {
        match delimiter {
            Delimiter::Paren if self.meta => Shape::Meta,
            Delimiter::Paren if self.callee != Callee::None => Shape::Params,
            Delimiter::Paren => match before {
                Before::Bang => Shape::Macro,
                Before::Operand | Before::Close(_) => Shape::Call,
                _ => Shape::Plain,
            },
            Delimiter::Bracket if within.semicolon => Shape::Plain,
            Delimiter::Bracket => match before {
                Before::Operand | Before::Close(_) => Shape::Plain,
                _ => Shape::Array,
            },
            Delimiter::Angle => Shape::Types,
            Delimiter::Tree => Shape::Imports,
            Delimiter::Brace => self.head.brace(before, within.semicolon),
        }
    }
}

impl Head {
    fn brace(self, before: Before, semicolon: bool) -> Shape {
        match before {
            Before::Bang => return Shape::Members,
            Before::Keyword | Before::Loose | Before::Nothing if !self.record => {
                return if semicolon { Shape::Body } else { Shape::Block };
            }
            _ => {}
        }
        if self.arms {
            Shape::Fields
        } else if self.function {
            Shape::Body
        } else if self.record && !semicolon {
            Shape::Fields
        } else if self.record || self.scope {
            Shape::Members
        } else if self.branch {
            Shape::Body
        } else {
            Shape::Value
        }
    }
}
